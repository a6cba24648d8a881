/**
 * What becomes of the articles that a run brings: decided by comparison with what is held, applied in the caller's
 * transaction, forecast for a dry run. Questions about what is held belong to query.
 */
@NullMarked
package org.fupin.warehouse.load;

import org.jspecify.annotations.NullMarked;
