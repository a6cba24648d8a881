package org.fupin.job;

import java.io.IOException;
import java.util.List;
import org.fupin.review.Corrections;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.Mistake;
import org.fupin.store.Transactions;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.CorrectionLedger.Due;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Brings the articles that hold in step with the corrections, each in one transaction. */
final class CorrectTasklet implements Tasklet {

    static final String STEP = "correct";

    private final CorrectionLedger ledger;
    private final Transactions transactions;
    private final StopSignal stop;
    private final Progress progress;

    CorrectTasklet(CorrectionLedger ledger, Transactions transactions, StopSignal stop, Progress progress) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.stop = stop;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        if (run.corrections() == null) {
            return RepeatStatus.FINISHED;
        }
        List<Due> due = ledger.assign(read(run).numbers()).due();
        if (!due.isEmpty()) {
            progress.begin(STEP, due.size());
            for (Due article : due) {
                if (stop.requested()) {
                    step.setTerminateOnly();
                    return RepeatStatus.FINISHED;
                }
                transactions.run(run.owner(), () -> ledger.correct(article, run.runId()));
                progress.done(
                        STEP,
                        article.provinceYear().region() + " "
                                + article.provinceYear().year());
            }
            progress.end(STEP);
        }
        new Counts().add(Count.CORRECTED, due.size()).store(step);
        return RepeatStatus.FINISHED;
    }

    /** They were right when the run began; who puts in others meanwhile is told. */
    private static Corrections read(RunParameters run) throws IOException {
        CorrectionsFolder folder = CorrectionsFolder.read(run.corrections());
        List<Mistake> mistakes =
                folder.corrections().mistakes().stream().map(folder::mistake).toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("corrections: " + mistakes.get(0)
                    + (mistakes.size() == 1 ? "" : ", and " + (mistakes.size() - 1) + " more"));
        }
        return folder.corrections();
    }
}
