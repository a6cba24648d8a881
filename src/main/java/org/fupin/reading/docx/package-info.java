/**
 * The text and the tables of a DOCX document as a reader sees it. Knows no other format.
 */
@NullMarked
package org.fupin.reading.docx;

import org.jspecify.annotations.NullMarked;
