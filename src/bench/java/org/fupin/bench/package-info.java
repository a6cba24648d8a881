/** How fast files are read and figures extracted: run by {@code mvn -q -Pbench test}, no part of the program. */
@NullMarked
package org.fupin.bench;

import org.jspecify.annotations.NullMarked;
