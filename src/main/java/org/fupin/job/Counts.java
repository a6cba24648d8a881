package org.fupin.job;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.batch.core.step.StepExecution;

/** What was counted. The counts of a step travel in its execution context, so that a step may run in any process. */
public final class Counts {

    private static final String PREFIX = "count.";

    private final Map<Count, Long> numbers = new EnumMap<>(Count.class);

    public long get(Count what) {
        return numbers.getOrDefault(what, 0L);
    }

    /** @return this */
    public Counts add(Count what, long number) {
        numbers.merge(what, number, Long::sum);
        return this;
    }

    /** @return this */
    Counts set(Count what, long number) {
        numbers.put(what, number);
        return this;
    }

    /** Counts a report; one whose content is not new counts only where all are made again. */
    void report(RunParameters run, int changed) {
        add(Count.WRITTEN, changed);
        if (run.force()) {
            add(Count.UNCHANGED, 1 - changed);
        }
    }

    /** Adds to what was stored for the step before. */
    void store(StepExecution step) {
        numbers.forEach((what, number) -> {
            String key = PREFIX + what.code();
            step.getExecutionContext().putLong(key, step.getExecutionContext().getLong(key, 0) + number);
        });
    }

    /** The sums over steps. */
    static Counts sum(Collection<StepExecution> steps) {
        Counts sum = new Counts();
        for (StepExecution step : steps) {
            for (Count what : Count.values()) {
                sum.add(what, step.getExecutionContext().getLong(PREFIX + what.code(), 0));
            }
        }
        return sum;
    }
}
