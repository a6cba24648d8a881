package org.fupin.job.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says: that a partition is to be done. It names it and holds nothing of it.
 *
 * @param run token of the run's lock
 * @param step the name of the step
 * @param partition Spring Batch's number of it
 */
record Offer(String run, String step, long partition) {

    private static final Pattern FORM =
            Pattern.compile("fupin-partition 1 ([0-9a-f-]{36}) ([a-z-]{1,40}) ([0-9]{1,18})");

    String write() {
        return "fupin-partition 1 %s %s %d".formatted(run, step, partition);
    }

    /** Empty for a text of another form. */
    static Optional<Offer> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Offer(form.group(1), form.group(2), Long.parseLong(form.group(3))))
                : Optional.empty();
    }
}
