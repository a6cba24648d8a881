package org.fupin.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.fupin.delivery.outbox.Outbox;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.Edition;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Units;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.PartitionClaims;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.ledger.Workers;
import org.fupin.warehouse.load.Readings;
import org.fupin.warehouse.load.StoredDocument;
import org.fupin.warehouse.query.EditionHistory;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;
import org.fupin.warehouse.query.WarehouseExport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Reads a warehouse and changes nothing, its schema neither. */
public final class WarehouseView implements AutoCloseable {

    private final HikariDataSource database;
    private final JdbcTemplate jdbc;
    private final LockTiming timing;

    private WarehouseView(HikariDataSource database, LockTiming timing) {
        this.timing = timing;
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
    }

    /** As below, with the lock's usual times. */
    public static WarehouseView open(DatabaseUrl url, Credentials credentials)
            throws DatabaseUnreachableException, RunInProgressException {
        return open(url, credentials, LockTiming.DEFAULT, Check.NONE);
    }

    /** Refuses a database before its tables are looked at. */
    @FunctionalInterface
    public interface Check {

        /** Refuses none. */
        Check NONE = jdbc -> {};

        void of(JdbcTemplate jdbc) throws DatabaseUnreachableException;
    }

    /**
     * @throws DatabaseUnreachableException also if no job has made a warehouse there yet
     * @throws SchemaException if its tables are of another version
     */
    public static WarehouseView open(DatabaseUrl url, Credentials credentials, LockTiming timing, Check check)
            throws DatabaseUnreachableException, RunInProgressException {
        HikariDataSource database = Database.openToLook(url.existing(), credentials, 2, timing);
        try {
            check.of(new JdbcTemplate(database));
            Schema.requireCurrent(url, database);
        } catch (DatabaseUnreachableException | RuntimeException e) {
            database.close();
            throw e;
        }
        return new WarehouseView(database, timing);
    }

    /** The run that is at work, if one is. */
    public Optional<RunAtWork> atWork() {
        return new RunLocks(jdbc).holder(RunLock.NAME).map(holder -> RunAtWork.of(holder, timing));
    }

    /** The processes that work for runs, those that came first first. */
    public List<WorkerAtWork> workers() {
        return WorkerAtWork.of(new Workers(jdbc).all(), new PartitionClaims(jdbc).held(), timing);
    }

    /** The last runs, the newest first. */
    public List<Run> runs(int limit) {
        return runs(Runs.Filter.ALL, limit);
    }

    /** The last of the runs that a filter lets through, the newest first. */
    public List<Run> runs(Runs.Filter filter, int limit) {
        return new Runs(jdbc, Clock.systemUTC()).list(filter, limit);
    }

    /** What a run rejected, by name. */
    public List<RejectedFile> rejectedBy(long runId) {
        return new RejectedFiles(jdbc).of(runId);
    }

    /** The mail that a query asks for, the newest first. */
    public List<OutboxEntry> outbox(OutboxQuery query) {
        return new Outbox(jdbc, new JdbcTransactionManager(database), Clock.systemUTC()).list(query);
    }

    /** The provinces and years that the warehouse holds, by year. */
    public SortedSet<ProvinceYearKey> provinceYears() {
        return held().keys();
    }

    /** All that is held on a province and year; empty if there is nothing. */
    public Optional<ProvinceYear> provinceYear(ProvinceYearKey key) {
        return held().find(key.region(), key.year());
    }

    /** The editions of a province and year, the first first; none if there never was anything. */
    public List<Edition> editions(ProvinceYearKey key) {
        return new EditionHistory(jdbc, Units.load()).of(key);
    }

    /** The whole text of a document, by its SHA-256; empty if the warehouse does not hold it. */
    public Optional<String> text(String documentId) {
        return held().text(documentId);
    }

    /** The articles that hold and have corrections, in no order that means anything. */
    public List<ExtractedArticle> reviewed() {
        return new Reviews(jdbc, Units.load()).articles();
    }

    /** A document that the warehouse holds, by its SHA-256. */
    public StoredDocument document(String documentId) {
        return new Readings(jdbc, Units.load()).document(documentId);
    }

    /** All current records, in the order of document names and offsets, as they come from the server. */
    public void export(Consumer<WarehouseExport> use) {
        use.accept(WarehouseExport.on(jdbc));
    }

    @Override
    public void close() {
        database.close();
    }

    private ProvinceYears held() {
        return new ProvinceYears(jdbc, Units.load(), new Findings(jdbc));
    }
}
