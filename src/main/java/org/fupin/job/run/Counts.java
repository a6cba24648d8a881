package org.fupin.job.run;

import java.util.EnumMap;
import java.util.Map;

/** What was counted. Safe for use by several threads. */
public final class Counts {

    private final Map<Count, Long> numbers = new EnumMap<>(Count.class);

    public synchronized long get(Count what) {
        return numbers.getOrDefault(what, 0L);
    }

    /** @return this */
    public synchronized Counts add(Count what, long number) {
        numbers.merge(what, number, Long::sum);
        return this;
    }

    /** @return this */
    public synchronized Counts set(Count what, long number) {
        numbers.put(what, number);
        return this;
    }
}
