/**
 * Delivery by mail: who gets what ({@link org.fupin.delivery.Recipients}), what the messages say, the ledger of what was
 * sent to whom ({@link org.fupin.delivery.Outbox}), and the way to the mail server. {@link org.fupin.delivery.Delivery}
 * ties these together; it is told of reports in the records of this package and knows neither warehouse nor renderers.
 */
@NullMarked
package org.fupin.delivery;

import org.jspecify.annotations.NullMarked;
