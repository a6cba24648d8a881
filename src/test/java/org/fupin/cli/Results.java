package org.fupin.cli;

import java.time.YearMonth;
import java.util.List;
import org.fupin.intake.Rejection;
import org.fupin.job.Count;
import org.fupin.job.Counts;
import org.fupin.job.RunResult;

/** Results of runs that were never made. */
final class Results {

    private Results() {}

    /** Each count is another, see {@link #number}. */
    static RunResult withOneRejected() {
        Counts counts = new Counts();
        for (Count count : Count.values()) {
            counts.add(count, number(count));
        }
        return new RunResult(
                12,
                "monthly",
                YearMonth.of(2026, 3),
                1,
                false,
                List.of(),
                counts,
                List.of(),
                List.of(new Rejection("empty.txt", "empty", "the file is empty (0 bytes)", 0L, null)),
                List.of(),
                List.of(),
                List.of());
    }

    static long number(Count count) {
        return count.ordinal() + 2L;
    }
}
