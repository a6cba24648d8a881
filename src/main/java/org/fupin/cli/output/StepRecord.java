package org.fupin.cli.output;

/**
 * A step of a run.
 *
 * @param step its name
 * @param done how many files, province-years or years it has done
 * @param of how many it had to do
 */
record StepRecord(String step, int done, int of, double seconds) {}
