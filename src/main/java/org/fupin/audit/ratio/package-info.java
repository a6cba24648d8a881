/**
 * Quotients and products: shares, rates, averages, standards and percentages of a plan, against the figures that they come
 * of. Comparison with an earlier time belongs to change.
 */
@NullMarked
package org.fupin.audit.ratio;

import org.jspecify.annotations.NullMarked;
