/**
 * From a section's text to observations. Small passes over a sentence, each one a class: the numbers, their quantities,
 * which of them are no figures, what is measured, how it is meant, how figures belong together, and the period, place,
 * status, payer and unit of reference of each: a room for each. This one puts them in order and marks what is doubtful. What is language rather than logic stands in the reference files.
 */
@NullMarked
package org.fupin.extraction;

import org.jspecify.annotations.NullMarked;
