package org.fupin.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.OutOfScope;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/** Records for a step what became of files: notes what is rejected, counts it and tells whoever watches. */
final class OutcomeRecorder {

    /** What became of the document of a partition. */
    enum Result {
        ACCEPTED,
        REJECTED,
        LEFT,
        OUT_OF_SCOPE
    }

    private static final String RESULT = "result";

    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;
    private final RunParameters run;
    private final Counts counts;
    private final List<LeftFile> left = new ArrayList<>();
    private @Nullable Result last;

    OutcomeRecorder(
            RejectedFiles rejected, Transactions transactions, Progress progress, RunParameters run, Counts counts) {
        this.transactions = transactions;
        this.rejected = rejected;
        this.progress = progress;
        this.run = run;
        this.counts = counts;
    }

    /** Records the outcome of a file; gives what it brings, if anything. */
    <T> Optional<T> record(Outcome<T> outcome) {
        if (outcome instanceof Accepted<T> accepted) {
            last = Result.ACCEPTED;
            return Optional.of(accepted.value());
        } else if (outcome instanceof Rejected<T> refused) {
            last = Result.REJECTED;
            Rejection rejection = refused.rejection();
            RejectedFile row = new RejectedFile(
                    rejection.file(), rejection.size(), rejection.sha256(), rejection.reason(), rejection.message());
            transactions.run(run.owner(), () -> rejected.record(row, run.runId()));
            counts.add(Count.REJECTED, 1);
            progress.rejected(rejection);
        } else if (outcome instanceof Left<T> leftAlone) {
            last = Result.LEFT;
            left.add(leftAlone.file());
            counts.add(Count.LEFT, 1);
            progress.left(leftAlone.file());
        } else if (outcome instanceof OutOfScope<T>) {
            last = Result.OUT_OF_SCOPE;
            counts.add(Count.OUT_OF_SCOPE, 1);
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
