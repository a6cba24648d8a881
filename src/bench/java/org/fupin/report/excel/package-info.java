/** How much workbooks cost: run by {@code mvn -q -Pbench test}, no part of the program. */
@NullMarked
package org.fupin.report.excel;

import org.jspecify.annotations.NullMarked;
