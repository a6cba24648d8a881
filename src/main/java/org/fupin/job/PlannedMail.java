package org.fupin.job;

/**
 * A message that a run would put into the outbox.
 *
 * @param office id of the office
 * @param kind {@code reports}, {@code update} or {@code nothing_new}
 * @param files how many it would bring
 */
public record PlannedMail(String office, String kind, int files) {}
