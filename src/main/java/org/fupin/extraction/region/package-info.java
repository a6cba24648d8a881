/**
 * The area that a figure speaks of: places in its clause, and the scopes that headings and subjects open.
 */
@NullMarked
package org.fupin.extraction.region;

import org.jspecify.annotations.NullMarked;
