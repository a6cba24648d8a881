package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.delivery.smtp.SmtpSettings;
import org.fupin.intake.PlannedFile;
import org.fupin.intake.PlannedFile.State;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.job.step.RejectedListing;
import org.fupin.job.step.ReportIndex;
import org.fupin.publish.Manifest;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.PlannedReport;
import org.fupin.publish.RenderReason;
import org.fupin.publish.SupersededFiles;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Mailing;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RejectionLimit;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.settings.RunSettings;
import org.fupin.store.Schema;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dry run tells is what the run then does; and it writes nothing. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.Server.class)
class DryRunTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final RunScope OF_2012 = new RunScope(new TreeSet<>(Set.of(2012)), new TreeSet<>());
    private static final RunScope OF_2011_2013 = new RunScope(new TreeSet<>(Set.of(2011, 2013)), new TreeSet<>());
    private static final RunScope GANSU = new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-GS")));

    private static final String CODES = ".codes.csv";

    @Parameter
    private TestDatabase.Server server;

    @TempDir
    private Path folder;

    private Path out;
    private Inbox inbox;
    private GreenMail mail;
    private Recipients recipients;
    private OnConflict onConflict = OnConflict.REJECT;
    private DatabaseUrl url;
    private Credentials credentials;

    @BeforeEach
    void folders() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        TestDatabase database = server.newDatabase();
        url = DatabaseUrl.parse(database.url(), folder);
        credentials = new Credentials(database.user(), database.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("out");
        mail.start();
        Files.writeString(folder.resolve("recipients.yml"), """
                sender:
                  from: reports@statistics.example
                owner: [operator@statistics.example]
                contact: help@statistics.example
                offices:
                  - id: hebei
                    name: Hebei office
                    to: [hebei@office.example, second@office.example]
                    areas: [CN-HE]
                  - id: summaries
                    name: All provinces
                    to: [all@office.example]
                    areas: all
                    formats: [pdf]
                    summaries: true
                """);
        Path job = Files.writeString(
                folder.resolve("job.yml"),
                "job: province-year-reports\ninbox: inbox\nout: out\nrecipients: recipients.yml\n");
        recipients = Objects.requireNonNull(
                RunSettings.read(job, Map.of(), Map.of(), false).job().recipients());
    }

    @AfterEach
    void stopMail() {
        mail.stop();
    }

    @Test
    void tellsWhatTheRunThenDoes() throws Exception {
        inbox.putThreeOf(2011)
                .put("later/hebei-2012.txt", Inbox.HEBEI_2012)
                .put("copy-of-gansu.txt", Inbox.GANSU_2011)
                .put("another-shopping.txt", "Milk, bread and two lemons.\n")
                .putUnreadable();
        assertThat(tables()).isEmpty();
        RunPlan first = plan(OF_2012, false, IntakeLimits.DEFAULT);
        assertThat(first.database()).isEqualTo(Schema.State.MISSING);
        assertThat(first.count(State.OUT_OF_SCOPE)).isEqualTo(4);
        assertThat(tables()).as("no table is made").isEmpty();

        try (ReportJob job = open()) {
            assertAgreement(job, OF_2012, false, "a first run, scoped");
            assertAgreement(job, RunScope.ALL, false, "the rest");
            RunPlan rerun = assertAgreement(job, RunScope.ALL, false, "a rerun");
            assertThat(rerun.nothingNew()).isTrue();

            inbox.put("hebei-2011.txt", Inbox.HEBEI_2011_CORRECTED);
            inbox.put("hebei-2011b.txt", Inbox.HEBEI_2011_CORRECTED.replace("45,000", "46,000"));
            RunPlan conflict = assertAgreement(job, RunScope.ALL, false, "two corrections of one article");
            assertThat(conflict.count(State.NEW)).isZero();
            assertThat(conflict.files())
                    .filteredOn(
                            file -> file.rejection() != null && file.rejection().reason() == RejectionReason.CONFLICT)
                    .extracting(PlannedFile::name)
                    .containsExactly("hebei-2011.txt", "hebei-2011b.txt");
            inbox.changed("hebei-2011b.txt", Instant.parse("2020-01-01T00:00:00Z"));
            onConflict = OnConflict.NEWEST;
            RunPlan correction = assertAgreement(job, RunScope.ALL, false, "a correction, two of one article");
            assertThat(correction.forecast().count(ArticleOutcome.SUPERSEDED)).isEqualTo(1);
            assertThat(correction.forecast().count(ArticleOutcome.OUTRANKED)).isEqualTo(1);

            assertAgreement(job, GANSU, true, "forced and scoped");

            Files.delete(out.resolve("2011/CN-HE/CN-HE-2011.pdf"));
            Files.writeString(out.resolve("2011/summary-2011.xlsx"), "not a workbook");
            RunPlan repair = assertAgreement(job, RunScope.ALL, false, "missing and altered");
            assertThat(repair.reports())
                    .extracting(PlannedReport::reason)
                    .containsExactly(RenderReason.MISSING, RenderReason.ALTERED);

            inbox.put("yunnan-2011.txt.meta.yml", "year: 2013\n");
            RunPlan restated =
                    assertAgreement(job, OF_2011_2013, false, "a province that is of another year after all");
            assertThat(restated.missingSummaries())
                    .containsExactly(new MissingSummary(2011, 2), new MissingSummary(2013, 1));
            assertThat(restated.withdrawn())
                    .contains("2011/CN-YN/CN-YN-2011.html", "2011/summary-2011.pdf", "2011/summary-2011.xlsx")
                    .hasSize(9);
        }
    }

    @Test
    void tellsThatTheRunWouldNotLoadAnything() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("empty.txt", "");

        RunPlan plan = plan(
                RunScope.ALL,
                false,
                new IntakeLimits(Duration.ZERO, Duration.ofMinutes(1), RejectionLimit.parse("0"), OnConflict.REJECT));

        assertThat(plan.stops()).startsWith("1 of 2 files are rejected");
        assertThat(plan.reports()).isEmpty();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.nothingNew()).isFalse();
    }

    @Test
    void seesThatTheTablesAreOfAnEarlierVersion() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011);
        try (ReportJob job = open()) {
            run(job, RunScope.ALL, false);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE fact_observation DROP COLUMN doubt");
            statement.execute("ALTER TABLE source_document DROP COLUMN changed");
            for (String column : List.of("read_by_version", "read_by_rules", "tables")) {
                statement.execute("ALTER TABLE source_document DROP COLUMN " + column);
            }
            statement.execute("ALTER TABLE run DROP COLUMN reason");
            for (String table : List.of("headline", "report_state", "correction")) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("ALTER TABLE finding_observation DROP COLUMN borne_out");
            statement.execute("ALTER TABLE audit DROP COLUMN headlines_by");
            statement.execute("ALTER TABLE audit DROP COLUMN headlines_sha256");
            statement.execute("ALTER TABLE article DROP CONSTRAINT fk_article_read");
            statement.execute("ALTER TABLE article DROP COLUMN read_article_id");
            statement.execute("ALTER TABLE article DROP COLUMN corrections_sha256");
            statement.execute("DELETE FROM " + (url.isH2() ? "\"flyway_schema_history\"" : "flyway_schema_history")
                    + " WHERE " + (url.isH2() ? "\"version\"" : "version")
                    + " IN ('8', '9', '10', '11', '12', '13', '14', '15')");
        }

        RunPlan plan = plan(RunScope.ALL, false, IntakeLimits.DEFAULT);

        assertThat(plan.database()).isEqualTo(Schema.State.EARLIER);
        assertThat(plan.count(State.KNOWN)).isEqualTo(1);
        assertThat(plan.nothingNew()).isTrue();
    }

    private RunPlan assertAgreement(ReportJob job, RunScope scope, boolean force, String what) throws Exception {
        Map<String, String> before = everything();
        List<String> rows = rows();
        Map<Long, PlannedMail> queuedBefore = queued();

        RunPlan plan = plan(scope, force, limits());

        assertThat(everything()).as("%s: files", what).isEqualTo(before);
        assertThat(rows()).as("%s: rows", what).isEqualTo(rows);
        age();
        RunResult result = run(job, scope, force);
        assertThat(result.failures()).isEmpty();
        assertThat(plan.files().size()).as(what).isEqualTo((int) result.count(Count.FOUND));
        assertThat(List.of(plan.count(State.NEW), plan.count(State.KNOWN), plan.count(State.OUT_OF_SCOPE)))
                .as("%s: new, known, out of scope", what)
                .containsExactly((int) result.count(Count.LOADED), (int) result.count(Count.KNOWN), (int)
                        result.count(Count.OUT_OF_SCOPE));
        assertThat(plan.files().stream()
                        .filter(file -> file.state() == State.REJECTED)
                        .map(PlannedFile::rejection))
                .as("%s: rejected", what)
                .containsExactlyElementsOf(result.rejections());
        assertThat(plan.forecast().count(ArticleOutcome.ADDED))
                .as("%s: added", what)
                .isEqualTo((int) result.count(Count.ADDED));
        assertThat(plan.reports().stream()
                        .filter(report -> report.reason() != RenderReason.FORCED)
                        .map(PlannedReport::path)
                        // Other figures may well have the same codes: then it is made again with the same bytes.
                        .filter(path -> !path.endsWith(CODES)))
                .as("%s: reports", what)
                .containsExactlyElementsOf(reportsWritten());
        assertThat(plan.withdrawn().size()).as("%s: withdrawn", what).isEqualTo((int) result.count(Count.WITHDRAWN));
        assertThat(plan.withdrawn().stream().filter(path -> Files.exists(out.resolve(path))))
                .as("%s: withdrawn", what)
                .isEmpty();
        assertThat(plan.missingSummaries())
                .as("%s: years without a summary", what)
                .isEqualTo(result.missingSummaries());
        Map<Long, PlannedMail> queued = queued();
        queued.keySet().removeAll(queuedBefore.keySet());
        assertThat(plan.mails()).as("%s: mail", what).containsExactlyElementsOf(queued.values());
        assertThat(plan.nothingNew()).as(what).isEqualTo(result.nothingNew() && !force);
        return plan;
    }

    private RunPlan plan(RunScope scope, boolean force, IntakeLimits limits) throws Exception {
        return DryRun.of(request(scope, force, limits), recipients, credentials, LockTiming.DEFAULT, Progress.NONE);
    }

    private ReportJob open() throws Exception {
        SmtpSettings server = new SmtpSettings(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                null,
                null,
                SmtpSettings.Tls.NONE,
                Duration.ofSeconds(30),
                List.of());
        return ReportJob.open(
                url,
                credentials,
                2,
                Progress.NONE,
                new StopSignal(),
                LockTiming.DEFAULT,
                new Mailing(recipients, server));
    }

    /** The messages to offices that are in the outbox, by their numbers. */
    private Map<Long, PlannedMail> queued() throws SQLException {
        Map<Long, PlannedMail> queued = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT o.outbox_id, o.office_id, o.kind, COUNT(f.path)"
                        + " FROM outbox o LEFT JOIN outbox_file f ON f.outbox_id = o.outbox_id"
                        + " WHERE o.kind <> 'owner' GROUP BY o.outbox_id, o.office_id, o.kind")) {
            while (row.next()) {
                queued.put(row.getLong(1), new PlannedMail(row.getString(2), row.getString(3), row.getInt(4)));
            }
        }
        return queued;
    }

    private RunResult run(ReportJob job, RunScope scope, boolean force) throws Exception {
        return job.run(request(scope, force, limits()));
    }

    private IntakeLimits limits() {
        return new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, onConflict);
    }

    private RunRequest request(RunScope scope, boolean force, IntakeLimits limits) {
        JobDefinition definition = new JobDefinition(
                "monthly", inbox.folder(), out, url, null, 2, scope, limits, Publisher.UNKNOWN, null, null);
        return new RunRequest(definition, YearMonth.of(2026, 3), force);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet found = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                if (!"INFORMATION_SCHEMA".equalsIgnoreCase(found.getString("TABLE_SCHEM"))) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    /** All rows of all tables. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables()) {
            String quote = url.isH2() ? "\"" : "`";
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
                while (row.next()) {
                    StringBuilder line = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        line.append('|').append(row.getString(i));
                    }
                    rows.add(line.toString());
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    /** All that is in the folder, with size and time. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> everything = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                everything.put(
                        folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                + (Files.isRegularFile(file) ? " " + Files.size(file) : ""));
            }
        }
        return everything;
    }

    private void age() throws IOException {
        for (Path report : reports()) {
            Files.setLastModifiedTime(report, LONG_AGO);
        }
    }

    private List<String> reportsWritten() throws IOException {
        List<String> written = new ArrayList<>();
        for (Path report : reports()) {
            if (!Files.getLastModifiedTime(report).equals(LONG_AGO)) {
                written.add(out.relativize(report).toString());
            }
        }
        written.sort(null);
        return written;
    }

    private List<Path> reports() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(ReportIndex.PATH))
                    .filter(file -> file.toString().matches(".*\\.(pdf|xlsx|html|csv|json)"))
                    .filter(file -> !file.toString().endsWith(CODES))
                    .filter(file -> !file.equals(out.resolve(Manifest.FILE)) && !file.equals(RejectedListing.in(out)))
                    .filter(file -> !file.startsWith(out.resolve(SupersededFiles.FOLDER)))
                    .toList();
        }
    }
}
