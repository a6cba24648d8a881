/**
 * The text and the tables of an HTML page as a reader sees it, with as much of its style as that takes. Knows no other
 * format.
 */
@NullMarked
package org.fupin.reading.html;

import org.jspecify.annotations.NullMarked;
