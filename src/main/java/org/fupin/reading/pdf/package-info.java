/**
 * The text and the tables of a PDF, put together from the places of its characters. Knows no other format.
 */
@NullMarked
package org.fupin.reading.pdf;

import org.jspecify.annotations.NullMarked;
