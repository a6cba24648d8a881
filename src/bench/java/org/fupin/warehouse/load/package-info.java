/** How fast the warehouse is loaded: a benchmark, no part of the program. */
@NullMarked
package org.fupin.warehouse.load;

import org.jspecify.annotations.NullMarked;
