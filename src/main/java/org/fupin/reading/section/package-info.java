/**
 * The parts of an article: headings, and the sentences of a paragraph. What a heading's programme or a sentence says
 * belongs to the reference data and the extraction.
 */
@NullMarked
package org.fupin.reading.section;

import org.jspecify.annotations.NullMarked;
