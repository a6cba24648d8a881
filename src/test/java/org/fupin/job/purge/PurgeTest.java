package org.fupin.job.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.job.ReportJob;
import org.fupin.job.RunResult;
import org.fupin.job.batch.OldExecution;
import org.fupin.job.purge.PurgeResult.OldFile;
import org.fupin.job.run.Progress;
import org.fupin.publish.SupersededFiles;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Retention;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OutputFile;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.RunLocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.Server.class)
class PurgeTest {

    /** Two years after the first run of the test. */
    private static final Clock CLOCK = Clock.fixed(
            Instant.now().atZone(ZoneId.systemDefault()).plusYears(2).toInstant(), ZoneId.systemDefault());

    private static final Retention MONTHS_18 = Retention.parse("18m");

    @Parameter
    private TestDatabase.Server server;

    @TempDir
    private Path folder;

    private Path out;
    private Inbox inbox;
    private DatabaseUrl url;
    private Credentials credentials;

    @BeforeEach
    void folders() throws IOException {
        TestDatabase database = server.newWarehouse();
        url = DatabaseUrl.parse(database.url(), folder);
        credentials = new Credentials(database.user(), database.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("out");
    }

    @Test
    void removesOldExecutionsAndFilesAndNothingElse() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        run();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED.replace("45,000", "46,000"));
        run();
        execute("UPDATE BATCH_JOB_EXECUTION SET END_TIME = TIMESTAMP '2199-01-01 00:00:00' WHERE JOB_EXECUTION_ID = 3");
        List<Path> kept = files("superseded");
        assertThat(kept).hasSize(14);
        FileTime lately = FileTime.from(CLOCK.instant().minusSeconds(3600));
        Files.setLastModifiedTime(kept.get(0), lately);
        Map<String, List<String>> before = rows();

        PurgeResult plan = Purge.plan(job(), MONTHS_18, credentials, LockTiming.DEFAULT, CLOCK);

        assertThat(rows()).isEqualTo(before);
        assertThat(files("superseded")).isEqualTo(kept);
        assertThat(plan.executions())
                .extracting(OldExecution::id, OldExecution::job, OldExecution::status)
                .containsExactly(tuple(1L, "monthly", "COMPLETED"), tuple(2L, "monthly", "COMPLETED"));
        assertThat(plan.files())
                .extracting(OldFile::path)
                .containsExactlyElementsOf(kept.subList(1, kept.size()).stream()
                        .map(file -> out.relativize(file).toString())
                        .toList());

        PurgeResult done = purge();

        assertThat(done).isEqualTo(plan);
        assertThat(files("superseded")).containsExactly(kept.get(0));
        Map<String, List<String>> after = rows();
        assertThat(after.get("BATCH_JOB_EXECUTION")).hasSize(1);
        assertThat(after.get("BATCH_JOB_INSTANCE")).hasSize(1);
        assertThat(after.get("BATCH_STEP_EXECUTION"))
                .isNotEmpty()
                .hasSizeLessThan(before.get("BATCH_STEP_EXECUTION").size());
        before.keySet().removeIf(table -> table.startsWith("BATCH_") || table.startsWith("RUN_"));
        after.keySet().removeIf(table -> table.startsWith("BATCH_") || table.startsWith("RUN_"));
        assertThat(after).as("the warehouse").isEqualTo(before);
        assertThat(purge().executions()).as("a second purge").isEmpty();
        assertThat(run().nothingNew()).as("a run after it").isTrue();
    }

    @Test
    void keepsTheExecutionThatTheNextRunMayContinueFrom() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        run();
        inbox.put("gansu.txt", Inbox.GANSU_2011);
        run();
        execute("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'FAILED' WHERE JOB_EXECUTION_ID IN (1, 3)");

        PurgeResult done = purge();

        assertThat(done.executions()).extracting(OldExecution::id).containsExactly(1L, 2L);
        assertThat(done.keptForRestart()).isEqualTo(1);
        assertThat(rows().get("BATCH_JOB_EXECUTION")).hasSize(1);
    }

    @Test
    void keepsTheFilesOfMailThatWasNotSent() throws Exception {
        inbox.putThreeOf(2011);
        run();
        String pdf = "2011/CN-HE/CN-HE-2011.pdf";
        String xlsx = "2011/CN-HE/CN-HE-2011.xlsx";
        String summary = "2011/summary-2011.pdf";
        queue(1, pdf, "pending");
        queue(2, xlsx, "sending");
        queue(3, summary, "sent");
        String keptPdf = SupersededFiles.path(pdf, sha256(pdf));
        String keptXlsx = SupersededFiles.path(xlsx, sha256(xlsx));
        String sent = SupersededFiles.path(summary, sha256(summary));
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011_CORRECTED);
        run();

        PurgeResult done = purge();

        assertThat(done.keptForMail()).isEqualTo(2);
        assertThat(done.files()).extracting(OldFile::path).contains(sent).doesNotContain(keptPdf, keptXlsx);
        assertThat(files("superseded")).containsExactlyInAnyOrder(out.resolve(keptPdf), out.resolve(keptXlsx));
    }

    @Test
    void leavesTheDatabaseToARunThatIsAtWork() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource(url.jdbc(), credentials.user(), credentials.password()));
        new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())))
                .execute(status -> new RunLocks(jdbc)
                        .acquire(RunLock.NAME, RunOwner.thisProcess(), "monthly", YearMonth.of(2026, 3)));

        assertThatThrownBy(this::purge)
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("of monthly for 2026-03");
        assertThat(rows().get("BATCH_JOB_EXECUTION")).hasSize(1);
    }

    @Test
    void wantsAWarehouse() {
        url = DatabaseUrl.parse(server.newDatabase().url(), folder);

        assertThatThrownBy(this::purge)
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("holds no warehouse yet");
    }

    /** A message with one file, as it stands there now. */
    private void queue(int id, String path, String status) throws Exception {
        execute(
                "INSERT INTO outbox (outbox_id, office_id, period, content_sha256, kind, message_id, mail_from, mail_to,"
                        + " mail_cc, language, subject, body_text, body_html, attached, queued)"
                        + " VALUES (?, 'hebei', '2026-03', ?, 'reports', ?, 'a@example.org', 'b@example.org', '', 'en',"
                        + " 'Reports', '', '', TRUE, '2026-03-01 00:00:00')",
                id,
                Integer.toString(id).repeat(64),
                "<" + id + "@example.org>");
        execute(
                "INSERT INTO outbox_file (outbox_id, list_no, path, name, sha256, byte_size, media_type)"
                        + " VALUES (?, 0, ?, 'report', ?, 1, 'application/pdf')",
                id,
                path,
                sha256(path));
        execute(
                "INSERT INTO outbox_delivery (outbox_id, address, list_no, status, reason)"
                        + " VALUES (?, 'b@example.org', 0, ?, '')",
                id,
                status);
    }

    private String sha256(String path) throws IOException {
        return OutputFile.sha256(out.resolve(path)).orElseThrow();
    }

    private PurgeResult purge() throws Exception {
        return Purge.run(job(), MONTHS_18, credentials, LockTiming.DEFAULT, CLOCK);
    }

    private RunResult run() throws Exception {
        try (ReportJob reports = ReportJob.open(url, credentials, 2, Progress.NONE)) {
            return reports.run(new RunRequest(job(), YearMonth.of(2026, 3), false));
        }
    }

    private JobDefinition job() {
        return new JobDefinition(
                "monthly",
                inbox.folder(),
                out,
                url,
                null,
                2,
                RunScope.ALL,
                IntakeLimits.DEFAULT,
                Publisher.UNKNOWN,
                null,
                null);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** All rows, by table in capitals. */
    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    if (!"INFORMATION_SCHEMA".equalsIgnoreCase(found.getString("TABLE_SCHEM"))) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
            for (String table : tables) {
                String quote = url.isH2() ? "\"" : "`";
                List<String> lines = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
                    while (row.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            line.append(row.getString(i)).append('|');
                        }
                        lines.add(line.toString());
                    }
                }
                lines.sort(null);
                rows.put(table.toUpperCase(Locale.ROOT), lines);
            }
        }
        return rows;
    }

    private List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve(under))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
