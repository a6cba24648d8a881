/**
 * The message broker: short texts that are sent to a queue and received from it, over JMS to Apache ActiveMQ Artemis. What a text
 * means belongs to {@code job.remote}. Nothing of this is loaded where a job has no broker.
 */
@NullMarked
package org.fupin.job.broker;

import org.jspecify.annotations.NullMarked;
