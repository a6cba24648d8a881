package org.fupin.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.batch.Intake.Left;
import org.fupin.batch.Intake.Outcome;
import org.fupin.batch.Intake.Refused;
import org.fupin.batch.Intake.Taken;
import org.fupin.batch.Intake.Unwanted;
import org.fupin.warehouse.RejectedFile;
import org.fupin.warehouse.RejectedFiles;
import org.springframework.batch.core.step.StepExecution;

/** Sorts out for a step what cannot or shall not be taken in: notes it, counts it and tells whoever watches. */
final class Sorting {

    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;
    private final RunParameters run;
    private final Counts counts;
    private final List<LeftFile> left = new ArrayList<>();

    Sorting(RejectedFiles rejected, Transactions transactions, Progress progress, RunParameters run, Counts counts) {
        this.transactions = transactions;
        this.rejected = rejected;
        this.progress = progress;
        this.run = run;
        this.counts = counts;
    }

    /** What the outcome of a file brings, if anything. */
    <T> Optional<T> sort(Outcome<T> outcome) {
        if (outcome instanceof Taken<T> taken) {
            return Optional.of(taken.value());
        } else if (outcome instanceof Refused<T> refused) {
            Rejection rejection = refused.rejection();
            RejectedFile row = new RejectedFile(
                    rejection.file(), rejection.size(), rejection.sha256(), rejection.reason(), rejection.message());
            transactions.run(run.owner(), () -> rejected.record(row, run.runId()));
            counts.add(Counts.REJECTED, 1);
            progress.rejected(rejection);
        } else if (outcome instanceof Left<T> leftAlone) {
            left.add(leftAlone.file());
            counts.add(Counts.LEFT, 1);
            progress.left(leftAlone.file());
        } else if (outcome instanceof Unwanted<T>) {
            counts.add(Counts.OUT_OF_SCOPE, 1);
        }
        return Optional.empty();
    }

    void store(StepExecution step) {
        counts.store(step);
        LeftFiles.store(left, step);
    }
}
