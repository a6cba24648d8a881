package org.fupin.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Refused;
import org.fupin.intake.Intake.Taken;
import org.fupin.intake.Intake.Unwanted;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.store.Transactions;
import org.fupin.warehouse.RejectedFile;
import org.fupin.warehouse.RejectedFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/** Sorts out for a step what cannot or shall not be taken in: notes it, counts it and tells whoever watches. */
final class Sorting {

    /** What became of the document of a partition. */
    enum Result {
        TAKEN,
        REFUSED,
        LEFT,
        UNWANTED
    }

    private static final String RESULT = "result";

    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;
    private final RunParameters run;
    private final Counts counts;
    private final List<LeftFile> left = new ArrayList<>();
    private @Nullable Result last;

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
            last = Result.TAKEN;
            return Optional.of(taken.value());
        } else if (outcome instanceof Refused<T> refused) {
            last = Result.REFUSED;
            Rejection rejection = refused.rejection();
            RejectedFile row = new RejectedFile(
                    rejection.file(), rejection.size(), rejection.sha256(), rejection.reason(), rejection.message());
            transactions.run(run.owner(), () -> rejected.record(row, run.runId()));
            counts.add(Counts.REJECTED, 1);
            progress.rejected(rejection);
        } else if (outcome instanceof Left<T> leftAlone) {
            last = Result.LEFT;
            left.add(leftAlone.file());
            counts.add(Counts.LEFT, 1);
            progress.left(leftAlone.file());
        } else if (outcome instanceof Unwanted<T>) {
            last = Result.UNWANTED;
            counts.add(Counts.OUT_OF_SCOPE, 1);
        }
        return Optional.empty();
    }

    void store(StepExecution step) {
        counts.store(step);
        LeftFiles.store(left, step);
    }

    /** The same for the one document of a partition, with what became of it. */
    void storeOne(StepExecution partition) {
        store(partition);
        partition
                .getExecutionContext()
                .putString(RESULT, Objects.requireNonNull(last).name());
    }

    /** What {@link #storeOne} stored, if the partition came as far as that. */
    static Optional<Result> result(StepExecution partition) {
        return partition.getExecutionContext().containsKey(RESULT)
                ? Optional.of(Result.valueOf(partition.getExecutionContext().getString(RESULT)))
                : Optional.empty();
    }
}
