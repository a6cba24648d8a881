package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.TcpProxy;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that goes away in the midst of a run, and comes back. */
class DatabaseGoneTest {

    private static final LockTiming FAST = new LockTiming(Duration.ofSeconds(1), Duration.ofSeconds(3));
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private enum Harm {
        CUT(TcpProxy::cut),
        SILENCE(TcpProxy::silence);

        private final Consumer<TcpProxy> doing;

        Harm(Consumer<TcpProxy> doing) {
            this.doing = doing;
        }
    }

    @TempDir
    private Path folder;

    private TestDatabase server;
    private Credentials credentials;
    private Inbox inbox;

    @BeforeEach
    void prepare() throws IOException {
        server = TestDatabase.mariaDb();
        credentials = new Credentials(server.user(), server.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")))
                .put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void endsTheRunInALineAndTheNextContinues(Harm harm) throws Exception {
        Map<String, String> undisturbed = undisturbed();
        try (TcpProxy proxy = new TcpProxy(port())) {
            // Where nothing answers, it is the driver's patience that ends the wait: forty seconds, here one.
            DatabaseUrl url = through(proxy, "&socketTimeout=1000");
            try (ReportJob job = open(url, new AtFile("hebei-2011.txt", () -> harm.doing.accept(proxy)))) {
                assertThatThrownBy(() -> job.run(request(url, "out")))
                        .isInstanceOf(DatabaseUnreachableException.class)
                        .hasMessageStartingWith("database " + url + " was lost during the run: ")
                        .hasMessageEndingWith("; what was done stays, and the next run continues")
                        .satisfies(failure ->
                                assertThat(failure.getMessage().lines()).hasSize(1));
            }
            proxy.restore();
            // The process is still there; in life it has ended, and is known to be dead at once.
            Thread.sleep(FAST.timeout().toMillis() + 2_000);
            try (ReportJob job = open(url, Progress.NONE)) {
                RunResult result = job.run(request(url, "out"));

                assertThat(result.failures()).isEmpty();
                assertThat(result.runId()).isEqualTo(1);
                assertThat(result.continued()).isTrue();
                assertThat(outputs("out")).isEqualTo(undisturbed);
            }
        }
    }

    @Test
    void goesOnOrIsContinuedWhenConnectionsAreKilled() throws Exception {
        Map<String, String> undisturbed = undisturbed();
        try (TcpProxy proxy = new TcpProxy(port())) {
            DatabaseUrl url = through(proxy, "");
            RunResult killed;
            try (ReportJob job = open(url, new AtFile("hebei-2011.txt", proxy::drop))) {
                killed = job.run(request(url, "out"));
                assertThat(killed.failures()).allMatch(line -> !line.contains("\n"));
            }
            try (ReportJob job = open(url, Progress.NONE);
                    WarehouseView warehouse = WarehouseView.open(url, credentials)) {
                assertThat(warehouse.runs(1).get(0).status())
                        .isEqualTo(killed.failed() ? RunStatus.FAILED : RunStatus.COMPLETED);
                assertThat(job.run(request(url, "out")).failures()).isEmpty();
                assertThat(outputs("out")).isEqualTo(undisturbed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void letsOneRunWhenSeveralStartAtOnceOnAnEmptyDatabase(int several) throws Exception {
        DatabaseUrl url = DatabaseUrl.parse(server.url(), folder);
        ExecutorService threads = Executors.newFixedThreadPool(several);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < several; i++) {
                all.add(threads.submit(() -> {
                    try (ReportJob job = open(url, Progress.NONE)) {
                        RunResult result = job.run(request(url, "out"));
                        return result.nothingNew() ? "nothing new" : "done " + result.failures();
                    } catch (RunInProgressException e) {
                        return "held";
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : all) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).containsOnlyOnce("done []").containsAnyOf("held", "nothing new");
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<String, String> undisturbed() throws Exception {
        DatabaseUrl alone = DatabaseUrl.parse(TestDatabase.h2().url(), folder);
        try (ReportJob job = ReportJob.open(alone, new Credentials("sa", ""), 2, Progress.NONE)) {
            assertThat(job.run(request(alone, "undisturbed")).failures()).isEmpty();
        }
        return outputs("undisturbed");
    }

    private ReportJob open(DatabaseUrl url, Progress progress) throws Exception {
        return ReportJob.open(url, credentials, 2, progress, new StopSignal(), FAST, null);
    }

    private RunRequest request(DatabaseUrl url, String out) {
        JobDefinition job = new JobDefinition(
                "monthly",
                inbox.folder(),
                folder.resolve(out),
                url,
                null,
                2,
                RunScope.ALL,
                IntakeLimits.DEFAULT,
                Publisher.UNKNOWN,
                null,
                null);
        return new RunRequest(job, MARCH, false);
    }

    private int port() {
        Matcher port = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/").matcher(server.url());
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private DatabaseUrl through(TcpProxy proxy, String options) {
        return DatabaseUrl.parse(server.url().replace(":" + port() + "/", ":" + proxy.port() + "/") + options, folder);
    }

    /** Path to SHA-256. */
    private Map<String, String> outputs(String out) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(
                        folder.resolve(out).relativize(file).toString(),
                        OutputFile.sha256(file).orElseThrow());
            }
        }
        return outputs;
    }

    /** Does something when a file has been taken in. */
    private record AtFile(String file, Runnable what) implements Progress {

        @Override
        public void begin(String step, int total) {}

        @Override
        public void done(String step, String name) {
            if (step.equals("extract") && name.equals(file)) {
                what.run();
            }
        }

        @Override
        public void rejected(Rejection rejection) {}

        @Override
        public void end(String step) {}
    }
}
