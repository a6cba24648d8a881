package org.fupin.job.batch;

/**
 * What ended a run.
 *
 * @param step its name; empty if it was none
 * @param key on which of its keys, on one line; empty for the step as a whole
 */
public record StepFailure(String step, String key, Throwable cause) {}
