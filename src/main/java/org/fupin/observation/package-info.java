/**
 * The domain: what a report states, as values. Nothing here reads a file, a table or a clock; every other package speaks
 * in these types.
 */
@NullMarked
package org.fupin.observation;

import org.jspecify.annotations.NullMarked;
