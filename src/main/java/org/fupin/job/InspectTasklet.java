package org.fupin.job;

import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.observation.Printable;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.ArticleEdition;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Reads one document, without extracting its figures, to know before the first one is loaded whether it will be rejected, and
 * which articles it holds.
 */
final class InspectTasklet implements Tasklet {

    static final String STEP = "inspect";

    private final Intake intake;
    private final Discovery discovery;
    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;

    InspectTasklet(
            Intake intake, Discovery discovery, RejectedFiles rejected, Transactions transactions, Progress progress) {
        this.discovery = discovery;
        this.transactions = transactions;
        this.intake = intake;
        this.rejected = rejected;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        Incoming document = IncomingContext.read(step.getExecutionContext());
        OutcomeRecorder recorder = new OutcomeRecorder(rejected, transactions, progress, run, new Counts());
        recorder.record(intake.within(run.limits()).read(document))
                .ifPresent(read -> discovery.inspected(
                        document, ArticleEdition.of(read), run.scope().includesAnyOf(read)));
        recorder.storeOne(step);
        progress.done(STEP, Printable.line(document.name()));
        return RepeatStatus.FINISHED;
    }
}
