package org.fupin.job;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.step.StepExecution;

/** What a step counted. The counts travel in the step's execution context, so that a step may run in any process. */
final class Counts {

    static final String FOUND = "files.found";
    static final String KNOWN = "files.known";
    static final String LOADED = "files.loaded";
    static final String REJECTED = "files.rejected";
    static final String LEFT = "files.left";
    static final String OUT_OF_SCOPE = "files.out-of-scope";
    static final String ADDED = "articles.added";
    static final String SUPERSEDED = "articles.superseded";
    static final String OBSERVATIONS = "observations";
    static final String LEFT_OUT = "left-out";
    static final String AUDITED = "province-years.audited";
    static final String ERRORS = "findings.errors";
    static final String WARNINGS = "findings.warnings";
    static final String HELD = "findings.held";
    static final String WRITTEN = "reports.written";

    static final String SENT = "mail.sent";
    static final String UNSENT = "mail.unsent";
    static final String UNDELIVERABLE = "mail.undeliverable";

    private static final String PREFIX = "count.";

    private final Map<String, Long> numbers = new TreeMap<>();

    void add(String what, long number) {
        numbers.merge(what, number, Long::sum);
    }

    long get(String what) {
        return numbers.getOrDefault(what, 0L);
    }

    /** Adds to what was stored for the step before. */
    void store(StepExecution step) {
        numbers.forEach((what, number) -> step.getExecutionContext()
                .putLong(PREFIX + what, step.getExecutionContext().getLong(PREFIX + what, 0) + number));
    }

    /** The sums over steps. */
    static Counts sum(Collection<StepExecution> steps) {
        Counts sum = new Counts();
        for (StepExecution step : steps) {
            step.getExecutionContext().toMap().forEach((key, value) -> {
                if (key.startsWith(PREFIX) && value instanceof Long number) {
                    sum.add(key.substring(PREFIX.length()), number);
                }
            });
        }
        return sum;
    }
}
