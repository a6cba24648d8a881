package org.fupin.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.intake.Discovery;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Outcome;
import org.fupin.observation.Printable;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.WarehouseLoader;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Lists the inbox, opens its archives, and leaves for the extract step the documents that the warehouse does not hold.
 * What can be seen to be wrong from outside is rejected here: links that lead out, pipes, giants, broken archives.
 */
final class DiscoverTasklet implements Tasklet {

    static final String STEP = "discover";

    private final Intake intake;
    private final WarehouseLoader loader;
    private final RejectedFiles rejected;
    private final Discovery discovery;
    private final Transactions transactions;
    private final StopSignal stop;
    private final Progress progress;

    DiscoverTasklet(
            Intake intake,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Discovery discovery,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        this.intake = intake;
        this.transactions = transactions;
        this.stop = stop;
        this.loader = loader;
        this.rejected = rejected;
        this.discovery = discovery;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobParameters());
        List<InboxFile> files = InboxFiles.under(run.inbox());
        progress.begin(STEP, files.size());
        Intake limited = intake.within(run.limits());
        Counts counts = new Counts();
        OutcomeRecorder recorder = new OutcomeRecorder(rejected, transactions, progress, run, counts);
        List<Incoming> toExtract = new ArrayList<>();
        List<Incoming> known = new ArrayList<>();
        for (InboxFile file : files) {
            if (stop.requested()) {
                contribution.getStepExecution().setTerminateOnly();
                return RepeatStatus.FINISHED;
            }
            for (Outcome<Incoming> outcome : limited.look(file)) {
                counts.add(Count.FOUND, 1);
                Optional<Incoming> document = recorder.record(outcome);
                if (document.isPresent()) {
                    if (isKnown(document.get(), run)) {
                        counts.add(Count.KNOWN, 1);
                        known.add(document.get());
                    } else {
                        toExtract.add(document.get());
                    }
                }
            }
            progress.done(STEP, Printable.line(file.name()));
        }
        discovery.hold(toExtract, known);
        recorder.store(contribution.getStepExecution());
        progress.end(STEP);
        return RepeatStatus.FINISHED;
    }

    private boolean isKnown(Incoming document, RunParameters run) {
        return loader.unchanged(document.hash(), document.name(), run.changed(document), run.runId())
                .isPresent();
    }
}
