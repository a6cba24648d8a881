/**
 * Figures in the order of their text, and arithmetic with what a statement leaves open: amounts, intervals, precision,
 * quotients, slips of digits. Judges nothing; what is wrong is for the rules.
 */
@NullMarked
package org.fupin.audit.figure;

import org.jspecify.annotations.NullMarked;
