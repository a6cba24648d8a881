package org.fupin.cli;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.fupin.intake.Rejection;
import org.fupin.job.RunResult;

/** Results of runs that were never made; each number in them is another. */
final class Results {

    private Results() {}

    static RunResult withOneRejected() {
        return new RunResult(
                12,
                "monthly",
                YearMonth.of(2026, 3),
                1,
                false,
                List.of(),
                12,
                2,
                5,
                List.of(),
                List.of(new Rejection("empty.txt", "empty", "the file is empty (0 bytes)", 0L, null)),
                4,
                List.of(),
                0,
                3,
                9,
                List.of(),
                300,
                40,
                10,
                6,
                7,
                11,
                8,
                13,
                14,
                15,
                Duration.ofMillis(12_000));
    }
}
