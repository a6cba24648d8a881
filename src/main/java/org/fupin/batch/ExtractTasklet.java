package org.fupin.batch;

import org.fupin.batch.Intake.Refused;
import org.fupin.batch.Intake.Taken;
import org.fupin.observation.ExtractedDocument;
import org.fupin.warehouse.LoadResult;
import org.fupin.warehouse.RejectedFile;
import org.fupin.warehouse.RejectedFiles;
import org.fupin.warehouse.WarehouseLoader;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Takes one file in: reads it, extracts its figures and loads them in one transaction, or notes why not. */
final class ExtractTasklet implements Tasklet {

    static final String STEP = "extract";

    /** Key of the file in the partition: its path, relative to the inbox. */
    static final String FILE = "file";

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
        String file = step.getExecutionContext().getString(FILE);
        Counts counts = new Counts();
        Intake.Outcome<ExtractedDocument> outcome = intake.extract(run.inbox().resolve(file));
        if (outcome instanceof Taken<ExtractedDocument> taken) {
            count(transactions.call(run.owner(), () -> loader.load(taken.value(), run.runId())), counts);
        } else if (outcome instanceof Refused<ExtractedDocument> refused) {
            Rejection rejection = new Rejection(
                    file, refused.rejection().reason(), refused.rejection().message());
            RejectedFile row = new RejectedFile(file, null, rejection.reason(), rejection.message());
            transactions.run(run.owner(), () -> rejected.record(row, run.runId()));
            counts.add(Counts.REJECTED, 1);
            progress.rejected(rejection);
        }
        counts.store(step);
        progress.done(STEP, file);
        return RepeatStatus.FINISHED;
    }

    private static void count(LoadResult result, Counts counts) {
        counts.add(result.outcome() == LoadResult.Outcome.LOADED ? Counts.LOADED : Counts.KNOWN, 1);
        counts.add(Counts.ADDED, result.count(LoadResult.ArticleOutcome.ADDED));
        counts.add(Counts.SUPERSEDED, result.count(LoadResult.ArticleOutcome.SUPERSEDED));
        counts.add(Counts.OBSERVATIONS, result.observations());
        counts.add(Counts.LEFT_OUT, result.leftOut());
    }
}
