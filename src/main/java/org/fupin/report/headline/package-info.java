/**
 * Which figure states an indicator of a province and year, of whom or of whose money it is, and why no other does. The
 * words that decide are reference data ({@code headline_words.csv}). Not what a table or a mail shows of it.
 */
@NullMarked
package org.fupin.report.headline;

import org.jspecify.annotations.NullMarked;
