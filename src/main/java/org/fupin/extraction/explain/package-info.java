/**
 * Says in words what was concluded of a figure and why, for the command explain. Concludes nothing.
 */
@NullMarked
package org.fupin.extraction.explain;

import org.jspecify.annotations.NullMarked;
