/**
 * How much of a file is read, and why one is not read: limits and rejections, which every format shares. What a format
 * contains does not belong here.
 */
@NullMarked
package org.fupin.reading.limits;

import org.jspecify.annotations.NullMarked;
