package org.fupin.job;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.OutOfScope;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.intake.LeftFile.Why;
import org.fupin.intake.Rejection;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.WarehouseLoader;
import org.springframework.batch.core.step.StepExecution;

/**
 * After the documents were inspected or extracted: what became of one became of those with the same content. They are known
 * if it was loaded, and their paths are noted; they are rejected for the same reason if it was rejected.
 */
final class DuplicateFiles implements StepEnd.Work {

    private final Discovery discovery;
    private final WarehouseLoader loader;
    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;

    DuplicateFiles(
            Discovery discovery,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Transactions transactions,
            Progress progress) {
        this.loader = loader;
        this.transactions = transactions;
        this.discovery = discovery;
        this.rejected = rejected;
        this.progress = progress;
    }

    @Override
    public void after(StepExecution step) {
        RunParameters run = RunParameters.of(step.getJobParameters());
        Collection<StepExecution> partitions = step.getJobExecution().getStepExecutions().stream()
                .filter(partition ->
                        partition.getStepName().startsWith(BatchConfiguration.one(step.getStepName()) + ":"))
                .toList();
        Map<String, RejectedFile> reasons = rejected.of(run.runId()).stream()
                .filter(file -> file.sha256() != null)
                .collect(Collectors.toMap(
                        file -> Objects.requireNonNull(file.sha256()), Function.identity(), (one, same) -> one));
        Counts counts = new Counts();
        OutcomeRecorder recorder = new OutcomeRecorder(rejected, transactions, progress, run, counts);
        for (StepExecution partition : partitions) {
            OutcomeRecorder.Result result = OutcomeRecorder.result(partition).orElse(null);
            if (result == null
                    || result == OutcomeRecorder.Result.ACCEPTED
                            && step.getStepName().equals(InspectTasklet.STEP)) {
                continue;
            }
            for (Incoming duplicate : discovery.settle(IncomingContext.read(partition.getExecutionContext()))) {
                switch (result) {
                    case ACCEPTED -> {
                        transactions.call(
                                run.owner(),
                                () -> loader.unchanged(
                                        duplicate.hash(), duplicate.name(), run.changed(duplicate), run.runId()));
                        counts.add(Count.KNOWN, 1);
                    }
                    case LEFT -> recorder.record(new Left<>(new LeftFile(duplicate.name(), Why.DUPLICATE)));
                    case OUT_OF_SCOPE -> recorder.record(new OutOfScope<>());
                    case REJECTED -> {
                        RejectedFile same = Objects.requireNonNull(reasons.get(duplicate.hash()), duplicate.name());
                        recorder.record(new Rejected<>(new Rejection(
                                duplicate.name(), same.reason(), same.message(), same.size(), same.sha256())));
                    }
                }
            }
        }
        recorder.store(step);
    }
}
