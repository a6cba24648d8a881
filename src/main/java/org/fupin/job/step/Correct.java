package org.fupin.job.step;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.Mistake;
import org.fupin.store.Transactions;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.CorrectionLedger.Due;

/** Brings the articles that hold in step with the corrections, each in one transaction. */
public final class Correct implements Work<Due> {

    private final ActiveRun run;
    private final CorrectionLedger ledger;
    private final Transactions transactions;

    public Correct(ActiveRun run, CorrectionLedger ledger, Transactions transactions) {
        this.run = run;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "correct";
    }

    /** They were right when the run began; who puts in others meanwhile is told. */
    @Override
    public List<Due> keys() throws IOException {
        CorrectionsFolder folder = run.corrections();
        if (folder == null) {
            return List.of();
        }
        List<Mistake> mistakes =
                folder.corrections().mistakes().stream().map(folder::mistake).toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("corrections: " + mistakes.get(0)
                    + (mistakes.size() == 1 ? "" : ", and " + (mistakes.size() - 1) + " more"));
        }
        return ledger.assign(folder.corrections().numbers()).due();
    }

    @Override
    public Map<String, ?> describe(Due article) {
        return ProvinceYearWork.describing(article.provinceYear());
    }

    @Override
    public void work(Due article) {
        transactions.run(run.owner(), () -> ledger.correct(article, run.runId()));
        run.counts().add(Count.CORRECTED, 1);
    }
}
