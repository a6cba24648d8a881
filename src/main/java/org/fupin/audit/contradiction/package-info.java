/**
 * The same thing stated twice with different values, in one section or in two.
 */
@NullMarked
package org.fupin.audit.contradiction;

import org.jspecify.annotations.NullMarked;
