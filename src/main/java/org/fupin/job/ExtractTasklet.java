package org.fupin.job;

import java.util.Optional;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.LoadResult;
import org.fupin.warehouse.load.WarehouseLoader;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Takes one document in: reads it, extracts its figures and loads them in one transaction, or notes why not. */
final class ExtractTasklet implements Tasklet {

    static final String STEP = "extract";

    private final Intake intake;
    private final WarehouseLoader loader;
    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;

    ExtractTasklet(
            Intake intake,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Transactions transactions,
            Progress progress) {
        this.intake = intake;
        this.loader = loader;
        this.rejected = rejected;
        this.transactions = transactions;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        Incoming document = IncomingContext.read(step.getExecutionContext());
        Counts counts = new Counts();
        OutcomeRecorder recorder = new OutcomeRecorder(rejected, transactions, progress, run, counts);
        Optional<ExtractedDocument> extracted =
                recorder.record(intake.within(run.limits()).extract(document, run.scope()::includesAnyOf));
        extracted.ifPresent(accepted ->
                accepted.document().warnings().forEach(warning -> progress.warned(document.name(), warning)));
        extracted.ifPresent(accepted -> count(
                transactions.call(run.owner(), () -> loader.load(accepted, run.changed(document), run.runId())),
                accepted,
                counts));
        recorder.storeOne(step);
        progress.done(STEP, Printable.line(document.name()));
        return RepeatStatus.FINISHED;
    }

    private static void count(LoadResult result, ExtractedDocument document, Counts counts) {
        boolean loaded = result.outcome() == LoadResult.Outcome.LOADED;
        counts.add(loaded ? Count.LOADED : Count.KNOWN, 1);
        counts.add(Count.ADDED, result.count(LoadResult.ArticleOutcome.ADDED));
        counts.add(Count.SUPERSEDED, result.count(LoadResult.ArticleOutcome.SUPERSEDED));
        counts.add(Count.OBSERVATIONS, result.observations());
        counts.add(Count.LEFT_OUT, result.leftOut());
        counts.add(Count.LEFT_OUT_OUTSIDE, loaded ? document.outside().size() : 0);
    }
}
