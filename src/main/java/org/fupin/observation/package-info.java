/**
 * The domain: what a report states, as values; here the figures, their fields and the code lists of these. Nothing here
 * reads a file, a table or a clock; every other package speaks in these types.
 */
@NullMarked
package org.fupin.observation;

import org.jspecify.annotations.NullMarked;
