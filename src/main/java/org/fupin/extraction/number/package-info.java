/**
 * Which characters are a number, which numbers are no figures and why, and what quantity each of the others is: magnitude,
 * unit, range, qualifier.
 */
@NullMarked
package org.fupin.extraction.number;

import org.jspecify.annotations.NullMarked;
