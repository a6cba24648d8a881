package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OutputFile;
import org.fupin.store.RunInProgressException;
import org.fupin.testing.Inbox;
import org.fupin.testing.RestartableMariaDb;
import org.fupin.testing.TestDatabase;
import org.fupin.testing.WarehouseImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that is away for a moment in the midst of a run is waited for, and the run goes on as if nothing had been.
 * {@code -Drestarts=N} adds restarts at random moments, {@code -Dfupin.restarts.seed=N} repeats those of an earlier test.
 */
class DatabaseRestartTest {

    private static final int RESTARTS = Integer.getInteger("fupin.restarts", 1);
    private static final long SEED = Long.getLong("fupin.restarts.seed", System.nanoTime());

    private static final LockTiming PATIENT = new LockTiming(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final LockTiming HURRIED = new LockTiming(Duration.ofSeconds(1), Duration.ofSeconds(3));
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** No rows of theirs differ from run to run. */
    private static final Instant CHANGED = Instant.parse("2026-03-01T00:00:00Z");

    private static RestartableMariaDb server;
    private static Left undisturbed;

    @TempDir
    private Path folder;

    private Inbox inbox;

    /** What a run leaves behind: rows by table, and the SHA-256 of files by path. */
    private record Left(SortedMap<String, List<String>> warehouse, Map<String, String> files) {}

    @BeforeAll
    static void start() throws Exception {
        server = new RestartableMariaDb();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")))
                .put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011)
                .put("shopping.txt", "Milk, bread and two lemons.\n")
                .changed("hebei-2011.txt", CHANGED)
                .changed("hebei-2012.txt", CHANGED)
                .changed("gansu.txt", CHANGED)
                .changed("shopping.txt", CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract", "render"})
    void goesOnWhenTheServerRestartsDuringAStep(String step) throws Exception {
        TestDatabase database = server.newDatabase();
        CompletableFuture<?>[] restart = new CompletableFuture<?>[1];

        RunResult result = run(database, "out", PATIENT, new AtFirst(step, () -> {
            server.kill();
            restart[0] = CompletableFuture.runAsync(() -> startAfter(1_000));
        }));
        restart[0].join();

        assertThat(result.failures()).isEmpty();
        assertThat(left(database, "out")).isEqualTo(undisturbed());
    }

    @Test
    void goesOnWhenTheServerRestartsAtAnyMoment() throws Exception {
        long whole = undisturbedMilliseconds();
        Random random = new Random(SEED);
        for (int i = 0; i < RESTARTS; i++) {
            long moment = (long) (whole * (i + random.nextDouble()) / RESTARTS);
            String what = "restart after " + moment + " of " + whole + " ms, seed " + SEED;
            TestDatabase database = server.newDatabase();
            try (ReportJob job = open(database, PATIENT, Progress.NONE)) {
                CompletableFuture<?> restart = CompletableFuture.runAsync(() -> {
                    sleep(moment);
                    server.kill();
                    startAfter(500);
                });
                RunResult result = job.run(request(database, "out" + i));
                restart.join();
                assertThat(result.failures()).as(what).isEmpty();
            }
            assertThat(left(database, "out" + i)).as(what).isEqualTo(undisturbed());
        }
    }

    @Test
    void waitsUntilTheServerMayBeWrittenToAgain() throws Exception {
        TestDatabase database = server.newDatabase();
        CompletableFuture<?>[] again = new CompletableFuture<?>[1];

        RunResult result = run(database, "out", PATIENT, new AtFirst("extract", () -> {
            server.execute("SET GLOBAL read_only = 1");
            again[0] = CompletableFuture.runAsync(() -> {
                sleep(1_000);
                server.execute("SET GLOBAL read_only = 0");
            });
        }));
        again[0].join();

        assertThat(result.failures()).isEmpty();
        assertThat(left(database, "out")).isEqualTo(undisturbed());
    }

    @Test
    void endsInALineWhenTheServerStaysReadOnlyAndTheNextRunContinues() throws Exception {
        TestDatabase database = server.newDatabase();
        try {
            assertThatThrownBy(() -> run(
                            database,
                            "out",
                            HURRIED,
                            new AtFirst("extract", () -> server.execute("SET GLOBAL read_only = 1"))))
                    .isInstanceOf(DatabaseUnreachableException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageEndingWith("; what was done stays, and the next run continues")
                    .satisfies(
                            failure -> assertThat(failure.getMessage().lines()).hasSize(1));
        } finally {
            server.execute("SET GLOBAL read_only = 0");
        }
        sleep(HURRIED.timeout().toMillis() + 2_000);
        RunResult result = run(database, "out", HURRIED, Progress.NONE);

        assertThat(result.continued()).isTrue();
        assertThat(result.failures()).isEmpty();
        assertThat(left(database, "out")).isEqualTo(undisturbed());
    }

    @Test
    void endsInALineWhenOthersTookAllConnections() throws Exception {
        TestDatabase database = server.newDatabase();
        server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 8");
        Runnable takeAll = () -> {
            server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");
            server.execute("KILL USER " + database.user());
        };
        assertThatThrownBy(() -> {
                    try (Connection other = other(database)) {
                        run(database, "out", HURRIED, new AtFirst("extract", () -> {
                            takeAll.run();
                            keepOne(database);
                        }));
                    }
                })
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("max_user_connections")
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    }

    @Test
    void countsAnOwnersSilenceFromTheServersStart() throws Exception {
        TestDatabase database = server.newDatabase();
        AtomicBoolean refused = new AtomicBoolean();
        run(database, "out", PATIENT, new AtFirst("extract", () -> {
            // The server was away for an hour, and is back: the run has not come to tell that it lives.
            server.kill();
            startAfter(0);
            server.execute("UPDATE " + database.user() + ".run_heartbeat SET heartbeat = heartbeat - 3600");
            try (ReportJob another = open(database, PATIENT, Progress.NONE)) {
                another.run(request(database, "out"));
            } catch (RunInProgressException e) {
                refused.set(true);
            } catch (DatabaseUnreachableException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(refused).isTrue();
    }

    private long undisturbedMilliseconds() throws Exception {
        TestDatabase database = server.newDatabase();
        try (ReportJob job = open(database, PATIENT, Progress.NONE)) {
            long begun = System.nanoTime();
            job.run(request(database, "rehearsal"));
            return Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
    }

    private Left undisturbed() throws Exception {
        if (undisturbed == null) {
            TestDatabase database = server.newDatabase();
            assertThat(run(database, "undisturbed", PATIENT, Progress.NONE).failures())
                    .isEmpty();
            undisturbed = left(database, "undisturbed");
        }
        return undisturbed;
    }

    private RunResult run(TestDatabase database, String out, LockTiming timing, Progress progress) throws Exception {
        try (ReportJob job = open(database, timing, progress)) {
            return job.run(request(database, out));
        }
    }

    private ReportJob open(TestDatabase database, LockTiming timing, Progress progress)
            throws DatabaseUnreachableException, RunInProgressException {
        Credentials credentials = new Credentials(database.user(), database.password());
        return ReportJob.open(url(database), credentials, 2, progress, new StopSignal(), timing, null);
    }

    private DatabaseUrl url(TestDatabase database) {
        return DatabaseUrl.parse(database.url(), folder);
    }

    private RunRequest request(TestDatabase database, String out) {
        JobDefinition job = new JobDefinition(
                "monthly",
                inbox.folder(),
                folder.resolve(out),
                url(database),
                null,
                2,
                RunScope.ALL,
                IntakeLimits.DEFAULT,
                Publisher.UNKNOWN,
                null,
                null);
        return new RunRequest(job, MARCH, false);
    }

    private Left left(TestDatabase database, String out) throws Exception {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(
                        folder.resolve(out).relativize(file).toString(),
                        OutputFile.sha256(file).orElseThrow());
            }
        }
        try (Connection connection = other(database)) {
            return new Left(WarehouseImage.of(connection), outputs);
        }
    }

    private static Connection other(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void keepOne(TestDatabase database) {
        for (int i = 0; i < 50; i++) {
            try {
                other(database);
                return;
            } catch (SQLException e) {
                sleep(20);
            }
        }
    }

    private static void startAfter(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            server.start();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something when the first part of a step is done, before the step goes on. */
    private static final class AtFirst implements Progress {

        private final String step;
        private final Runnable what;
        private final AtomicBoolean done = new AtomicBoolean();

        AtFirst(String step, Runnable what) {
            this.step = step;
            this.what = what;
        }

        @Override
        public void begin(String begun, int total) {}

        @Override
        public void done(String in, String name) {
            if (in.equals(step) && done.compareAndSet(false, true)) {
                what.run();
            }
        }

        @Override
        public void rejected(Rejection rejection) {}

        @Override
        public void end(String ended) {}
    }
}
