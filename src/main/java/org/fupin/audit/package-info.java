/**
 * Checks what reports state against itself: a pure function from what was extracted to findings. Runs the rules in their
 * order, and settles what several of them say of one slip or of a doubtful reading. Each rule is a class in the package of
 * its kind.
 */
@NullMarked
package org.fupin.audit;

import org.jspecify.annotations.NullMarked;
