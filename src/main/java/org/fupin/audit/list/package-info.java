/**
 * Parts and their total: which figures form a list, whether they add up, and breakdowns of one thing. Percentages of a
 * whole belong to ratio.
 */
@NullMarked
package org.fupin.audit.list;

import org.jspecify.annotations.NullMarked;
