/**
 * The time that a figure speaks of: dates and spans in its clause, and those that govern others.
 */
@NullMarked
package org.fupin.extraction.period;

import org.jspecify.annotations.NullMarked;
