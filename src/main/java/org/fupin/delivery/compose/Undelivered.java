package org.fupin.delivery.compose;

import org.fupin.delivery.recipients.Recipients;

/**
 * Mail that did not get to an address.
 *
 * @param office its id, or {@link Recipients#OWNER}
 * @param reason of the last attempt, with the server's words
 */
public record Undelivered(String office, String address, String subject, String reason) {}
