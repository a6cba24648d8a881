/**
 * The ledger of messages: which were put together for whom, how far each has come, and when it is tried again. Talks to the
 * database, to no mail server.
 */
@NullMarked
package org.fupin.delivery.outbox;

import org.jspecify.annotations.NullMarked;
