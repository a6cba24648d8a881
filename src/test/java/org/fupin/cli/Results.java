package org.fupin.cli;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.fupin.intake.Rejection;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.publish.MissingSummary;
import org.fupin.reading.limits.RejectionReason;

/** Results of runs that were never made. */
public final class Results {

    private Results() {}

    /** Each count is another, see {@link #number}. */
    public static RunResult withOneRejected() {
        return withRejected(1);
    }

    /** As above, with so many rejected files that are named. */
    public static RunResult withRejected(int files) {
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
                Collections.nCopies(
                        files,
                        new Rejection("empty.txt", RejectionReason.EMPTY, "the file is empty (0 bytes)", 0L, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new MissingSummary(2008, 1), new MissingSummary(2009, 2), new MissingSummary(2011, 2)));
    }

    public static long number(Count count) {
        return count.ordinal() + 2L;
    }
}
