package org.fupin.job.step;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.intake.Incoming;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.reading.PresentReader;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.job.run.RunEvents;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.ArticleEdition;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.LoadResult;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.load.WarehouseLoader;
import org.fupin.warehouse.load.WarehouseLoader.Arrived;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.beans.factory.BeanFactory;

/** Puts the files of a run into the warehouse, those that come together in one transaction, and tells whoever watches. */
public final class WarehouseSink extends FileSink {

    private final ActiveRun run;
    private final WarehouseLoader loader;
    private final Editions editions;
    private final RejectedFiles rejected;
    private final Transactions transactions;
    private final Progress progress;

    private WarehouseSink(
            ActiveRun run,
            WarehouseLoader loader,
            Editions editions,
            RejectedFiles rejected,
            Transactions transactions,
            Progress progress) {
        super(run.counts());
        this.run = run;
        this.loader = loader;
        this.editions = editions;
        this.rejected = rejected;
        this.transactions = transactions;
        this.progress = progress;
    }

    /** @param beans of the warehouse */
    public static WarehouseSink of(ActiveRun run, BeanFactory beans, Transactions transactions, Progress progress) {
        return new WarehouseSink(
                run,
                beans.getBean(WarehouseLoader.class),
                beans.getBean(Editions.class),
                beans.getBean(RejectedFiles.class),
                transactions,
                progress);
    }

    @Override
    protected Map<String, List<ArticleEdition>> loadedBefore() {
        return editions.loadedBy(run.runId());
    }

    @Override
    protected boolean holds(Incoming document) {
        return unchanged(document).isPresent();
    }

    @Override
    protected void noteSame(Incoming duplicate) {
        transactions.run(run.owner(), () -> unchanged(duplicate));
    }

    private Optional<LoadResult> unchanged(Incoming document) {
        return loader.unchanged(document.hash(), document.name(), run.changed(document), run.runId());
    }

    @Override
    protected void load(List<Taken> documents) {
        long begun = System.nanoTime();
        List<Arrived> arrived = documents.stream()
                .map(taken -> new Arrived(taken.extracted(), run.changed(taken.document())))
                .toList();
        List<LoadResult> results =
                transactions.call(run.owner(), () -> loader.load(arrived, PresentReader.get(), run.runId()));
        Duration each = Duration.ofNanos(System.nanoTime() - begun).dividedBy(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            count(documents.get(i), results.get(i), each);
        }
    }

    /** @param load how long its load took, on an average */
    private void count(Taken taken, LoadResult result, Duration load) {
        LoggingEventBuilder event =
                RunEvents.LOG.atDebug().addKeyValue("path", taken.document().name());
        if (result.outcome() == LoadResult.Outcome.UNCHANGED) {
            counts().add(Count.KNOWN, 1);
            event.log("file known");
            return;
        }
        int added = result.count(ArticleOutcome.ADDED);
        int superseded = result.count(ArticleOutcome.SUPERSEDED);
        counts().add(Count.LOADED, 1)
                .add(Count.ADDED, added)
                .add(Count.SUPERSEDED, superseded)
                .add(Count.OBSERVATIONS, result.observations())
                .add(Count.LEFT_OUT, result.leftOut())
                .add(Count.LEFT_OUT_OUTSIDE, taken.extracted().outside().size());
        event.addKeyValue("articles", added + superseded)
                .addKeyValue("superseded", superseded)
                .addKeyValue("observations", result.observations())
                .addKeyValue("left_out", result.leftOut())
                .addKeyValue("ms", taken.took().plus(load).toMillis())
                .log("file loaded");
    }

    @Override
    protected void reject(Rejection rejection) {
        RejectedFile row = new RejectedFile(
                rejection.file(), rejection.size(), rejection.sha256(), rejection.code(), rejection.message());
        transactions.run(run.owner(), () -> rejected.record(row, run.runId()));
        progress.rejected(rejection);
    }

    @Override
    protected void leave(LeftFile file) {
        run.leave(file);
        progress.left(file);
    }

    @Override
    protected void passOver(String name) {
        RunEvents.LOG.atDebug().addKeyValue("path", name).log("file out of scope");
        progress.passedOver(name);
    }

    @Override
    protected void listRejected() throws IOException {
        new RejectedListing(rejected, transactions).write(run);
    }
}
