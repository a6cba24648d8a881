/**
 * How values are written into rows and read from them again: columns, batches, exact quantities. Which rows there are does
 * not belong here.
 */
@NullMarked
package org.fupin.warehouse.row;

import org.jspecify.annotations.NullMarked;
