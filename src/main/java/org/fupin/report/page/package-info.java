/**
 * The review page: a report as one HTML file that shows the sources whole, each figure marked in its sentence, and takes
 * corrections; and the index of all such pages. What a page looks like and does is in {@code templates/page}; here is what
 * it says. Nothing here knows where a page is put.
 */
@NullMarked
package org.fupin.report.page;

import org.jspecify.annotations.NullMarked;
