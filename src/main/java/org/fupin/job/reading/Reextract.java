package org.fupin.job.reading;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fupin.audit.Auditor;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.finding.Finding;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.review.CorrectedNumber;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.SettingsException;
import org.fupin.store.Database;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.ReadOnlyWarehouse;
import org.fupin.store.Reason;
import org.fupin.store.RetryingTransactionManager;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Transactions;
import org.fupin.warehouse.Dimensions;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.RunStatus;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.ReadBy;
import org.fupin.warehouse.load.Reading;
import org.fupin.warehouse.load.Readings;
import org.fupin.warehouse.load.StoredDocument;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads all documents of a warehouse again, from the texts that it keeps. What reads otherwise is an edition of its own, with the
 * corrections applied again; each document is one transaction, and what was not come to is found again by the next call.
 */
public final class Reextract {

    /** Hears how it goes. */
    @FunctionalInterface
    public interface Watcher {

        /** What will change, before anything does. */
        void planned(ReextractResult result);

        /** A document, by its id, is as it is read now. */
        default void replaced(String documentId) {}
    }

    private final JobDefinition job;
    private final ReadBy present;
    private final Collection<CorrectedNumber> corrections;
    private final Readings readings;
    private final ProvinceYears provinceYears;
    private final Findings findings;
    private final Runs runs;
    private final StoredReader reader = new StoredReader();
    private final Auditor auditor = Auditor.create();

    /** What reading all again told, and the documents that are to be replaced. */
    private record Plan(ReextractResult result, List<String> changed, boolean articles, List<String> toNote) {}

    private Reextract(JobDefinition job, ReadBy present, JdbcTemplate jdbc) {
        this.job = job;
        this.present = present;
        this.readings = new Readings(jdbc, Units.load());
        this.findings = new Findings(jdbc);
        this.provinceYears = new ProvinceYears(jdbc, Units.load(), findings);
        this.runs = new Runs(jdbc, Clock.systemUTC());
        this.corrections = corrections(job.corrections());
    }

    private Collection<CorrectedNumber> corrections(@Nullable CorrectionsFolder folder) {
        if (folder == null) {
            int corrected = readings.correctedArticles();
            if (corrected > 0) {
                throw new SettingsException(
                        "corrections",
                        "the warehouse has " + corrected + " corrected article" + (corrected == 1 ? "" : "s")
                                + ", whose corrections are to be applied again: give the folder that they lie in");
            }
            return List.of();
        }
        return folder.corrections().numbers();
    }

    /**
     * Tells what would change, and writes nothing.
     *
     * @throws RunInProgressException if a run is at work on the database
     */
    public static ReextractResult plan(JobDefinition job, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            warehouse.requireCurrent(job.database());
            RunLock.refuseWhileAtWork(new RunLocks(warehouse.jdbc()), job.database(), timing);
            return new Reextract(job, PresentReader.get(), warehouse.jdbc())
                    .plan()
                    .result();
        }
    }

    /**
     * Reads all again and puts what reads otherwise in the place of what holds. Where nothing does, nothing is written but what
     * read the documents.
     *
     * @param period of the edition
     * @throws RunInProgressException if a run is at work on the database
     */
    public static ReextractResult run(
            JobDefinition job, YearMonth period, Credentials credentials, LockTiming timing, Watcher watcher)
            throws DatabaseUnreachableException, RunInProgressException {
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            warehouse.requireCurrent(job.database());
        }
        try (HikariDataSource database = Database.open(job.database().existing(), credentials, 3, timing)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            RunLocks locks = new RunLocks(jdbc);
            Transactions transactions = new Transactions(
                    new RetryingTransactionManager(database, DatabaseRetry.on(database, timing)), locks);
            try (RunLock lock = RunLock.acquire(
                    locks,
                    transactions,
                    RunOwner.thisProcess(),
                    Runs.readingOf(job.name()),
                    period,
                    timing,
                    job.database().file().isPresent(),
                    null)) {
                Reextract reextract = new Reextract(job, PresentReader.get(), jdbc);
                Plan plan = reextract.plan();
                watcher.planned(plan.result());
                return reextract.apply(plan, period, new Writing(jdbc, transactions, lock), watcher);
            }
        }
    }

    private record Writing(JdbcTemplate jdbc, Transactions transactions, RunLock lock) {

        void run(Runnable work) {
            transactions.run(lock.token(), work);
        }
    }

    private Plan plan() {
        List<String> outdated = readings.outdated(present);
        List<String> documents = readings.documents();
        List<String> changed = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<String> toNote = new ArrayList<>(outdated);
        Effects effects = new Effects();
        boolean articles = false;
        for (String id : documents) {
            StoredDocument stored = readings.document(id);
            try {
                ExtractedDocument extracted = reader.read(stored);
                Reading reading = readings.compare(extracted);
                if (!reading.isEmpty()) {
                    changed.add(id);
                    toNote.remove(id);
                    articles |= !reading.changes().isEmpty();
                    effects.add(stored.file(), reading, readings.corrected(reading, corrections));
                }
            } catch (UnreadableDocumentException e) {
                toNote.remove(id);
                unreadable.add(Printable.line(stored.file().name() + ": " + e.getMessage()));
            }
        }
        return new Plan(
                new ReextractResult(
                        documents.size(), outdated.size(), unreadable, effects.of(provinceYears, auditor), null),
                changed,
                articles,
                toNote);
    }

    private ReextractResult apply(Plan plan, YearMonth period, Writing writing, Watcher watcher) {
        // A reading that was broken off behind its last document still lacks its audit.
        boolean edition = plan.articles()
                || runs.brokenOff(Runs.readingOf(job.name()), period).isPresent();
        Long run = null;
        if (edition) {
            new Dimensions(writing.jdbc(), Regions.load(), Units.load()).fill();
            run = writing.transactions()
                    .call(writing.lock().token(), () -> runs.beginReading(job.name(), period))
                    .id();
            writing.lock().note(run);
        }
        long runId = run == null ? 0 : run;
        try {
            for (String id : plan.changed()) {
                ExtractedDocument extracted = reader.read(readings.document(id));
                writing.run(() -> readings.replace(extracted, corrections, present, runId));
                watcher.replaced(id);
            }
            if (!plan.toNote().isEmpty()) {
                writing.run(() -> plan.toNote().forEach(id -> readings.note(id, present)));
            }
            if (edition) {
                audit(writing, runId);
                writing.run(() -> runs.finish(runId, RunStatus.COMPLETED, null, ""));
            }
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            if (edition) {
                close(writing, runs, runId, e);
            }
            throw e;
        }
        return plan.result().by(run);
    }

    private void audit(Writing writing, long runId) {
        for (ProvinceYearKey key : provinceYears.toAudit()) {
            List<Finding> found = provinceYears
                    .find(key.region(), key.year())
                    .map(auditor::audit)
                    .orElse(List.of());
            writing.run(() -> findings.replace(key.region(), key.year(), found, runId));
        }
    }

    /** Notes how the run ended, if the database still takes a note; the next reading goes on with it. */
    private static void close(Writing writing, Runs runs, long runId, RuntimeException failure) {
        try {
            writing.run(() -> runs.finish(runId, RunStatus.FAILED, null, Reason.of(failure)));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Reextract.class).debug("the end of the reading was not noted: {}", Reason.of(e));
        }
    }
}
