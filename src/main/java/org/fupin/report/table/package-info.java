/**
 * A table as a value: typed columns and cells, and where it is shown. Belongs here: what every table has in common, and
 * nothing of what one of them says. Renderers know tables only through this package.
 */
@NullMarked
package org.fupin.report.table;

import org.jspecify.annotations.NullMarked;
