/**
 * Delivery by mail: each office gets what it has not got yet, and the owner hears what went wrong. The order of this
 * belongs here; it is told of reports in records and knows neither warehouse nor renderers.
 */
@NullMarked
package org.fupin.delivery;

import org.jspecify.annotations.NullMarked;
