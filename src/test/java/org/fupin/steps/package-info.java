/**
 * Counts the steps that reading and extraction take, so that tests can say that work grows with the text and no faster:
 * steps are the same on every machine, times are not.
 */
@NullMarked
package org.fupin.steps;

import org.jspecify.annotations.NullMarked;
