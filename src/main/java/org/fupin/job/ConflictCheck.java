package org.fupin.job;

import org.fupin.intake.Conflicts;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Rejected;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.Editions;
import org.springframework.batch.core.step.StepExecution;

/** After the documents were inspected: rejects those whose articles others have as well, as the job says. */
final class ConflictCheck implements StepEnd.Work {

    private final Discovery discovery;
    private final Editions editions;
    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;

    ConflictCheck(
            Discovery discovery,
            Editions editions,
            RejectedFiles rejected,
            Transactions transactions,
            Progress progress) {
        this.discovery = discovery;
        this.editions = editions;
        this.rejected = rejected;
        this.transactions = transactions;
        this.progress = progress;
    }

    @Override
    public void after(StepExecution step) {
        RunParameters run = RunParameters.of(step.getJobParameters());
        Conflicts conflicts = Conflicts.among(
                discovery.contenders(editions.loadedBy(run.runId())),
                run.limits().onConflict());
        OutcomeRecorder recorder = new OutcomeRecorder(rejected, transactions, progress, run, new Counts());
        conflicts.turnedAway().forEach((hash, message) -> {
            Incoming document = discovery.document(hash);
            recorder.record(rejection(document, message));
            discovery.settle(document).forEach(duplicate -> recorder.record(rejection(duplicate, message)));
        });
        recorder.store(step);
    }

    static Rejected<Incoming> rejection(Incoming document, String message) {
        return Intake.rejected(document, Conflicts.REASON, message);
    }
}
