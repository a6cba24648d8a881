package org.fupin.job;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fupin.publish.Manifest;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RejectionLimit;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OutputFile;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunOwner;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of whole runs on each kind of server, with an inbox, a folder for the reports and an empty database of its own. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.Server.class)
abstract class JobTestCase {

    static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Parameter
    TestDatabase.Server server;

    @TempDir
    Path folder;

    Path out;

    Inbox inbox;

    DatabaseUrl url;

    Credentials credentials;

    ReportJob job;

    final Watch watch = new Watch();

    final LockOwner self = RunOwner.thisProcess();

    Publisher publisher = Publisher.UNKNOWN;

    OnConflict onConflict = OnConflict.REJECT;

    @BeforeEach
    void open() throws Exception {
        TestDatabase database = server.newWarehouse();
        url = DatabaseUrl.parse(database.url(), folder);
        credentials = new Credentials(database.user(), database.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("out");
        job = ReportJob.open(url, credentials, 2, watch);
    }

    @AfterEach
    void close() {
        if (job != null) {
            job.close();
        }
    }

    RunResult run() throws RunInProgressException, DatabaseUnreachableException {
        return job.run(request());
    }

    RunResult run(RunScope scope, boolean force) throws Exception {
        return job.run(new RunRequest(definition(scope), MARCH, force));
    }

    RunResult run(RunScope scope, IntakeLimits limits) throws Exception {
        return job.run(new RunRequest(definition(scope, limits), MARCH, false));
    }

    RunRequest request() {
        return new RunRequest(definition(), MARCH, false);
    }

    JobDefinition definition() {
        return definition(RunScope.ALL);
    }

    JobDefinition definition(RunScope scope) {
        return definition(scope, new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, onConflict));
    }

    private JobDefinition definition(RunScope scope, IntakeLimits limits) {
        return new JobDefinition("monthly", inbox.folder(), out, url, null, 2, scope, limits, publisher, null, null);
    }

    /** As if another process ran the job. */
    void hold(LockOwner owner) {
        try {
            execute(
                    "UPDATE run_lock SET owner = '" + owner.token() + "', host = '" + owner.host() + "', process = "
                            + owner.process() + ", process_started = " + owner.started() + ", process_space = '"
                            + owner.space()
                            + "', job = 'monthly', period = '2026-03', run_id = NULL, acquired = UNIX_TIMESTAMP()",
                    "UPDATE run_heartbeat SET owner = '" + owner.token() + "', heartbeat = UNIX_TIMESTAMP()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<Run> runs() throws DatabaseUnreachableException, RunInProgressException {
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            return warehouse.runs(10);
        }
    }

    void delete(String name) {
        try {
            Files.delete(inbox.folder().resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<CSVRecord> records(Path list) throws IOException {
        String text = Files.readString(list).substring(1);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    static IntakeLimits limit(String maxRejected) {
        return new IntakeLimits(
                Duration.ZERO, Duration.ofMinutes(5), RejectionLimit.parse(maxRejected), OnConflict.REJECT);
    }

    Manifest.Document document(String name) throws IOException {
        return new Manifest.Document(
                name, OutputFile.sha256(inbox.folder().resolve(name)).orElseThrow());
    }

    /** Path to SHA-256 of all outputs. */
    Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (Path file : files()) {
            outputs.put(out.relativize(file).toString(), OutputFile.sha256(file).orElseThrow());
        }
        return outputs;
    }

    void ageOutputs() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    /** The outputs that were written since {@link #ageOutputs()}. */
    List<String> touched() throws IOException {
        List<String> touched = new ArrayList<>();
        for (Path file : files()) {
            if (!Files.getLastModifiedTime(file).equals(LONG_AGO)) {
                touched.add(out.relativize(file).toString());
            }
        }
        return touched;
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
