package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.testing.BrokerProcess;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.fupin.testing.MariaDbServer;
import org.fupin.testing.WarehouseImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose work is shared: a broker, a run and three workers, each a process of its own, on MariaDB. Whatever is killed
 * meanwhile, warehouse, exports, reports and mail are those of a run that did all by itself. {@code -Dfupin.shared.kills=N} sets how
 * often everything is killed, {@code -Dfupin.shared.seed=N} repeats the moments of an earlier test.
 */
class SharedRunIT {

    private static final int ROUNDS = Integer.getInteger("fupin.shared.kills", 0);
    private static final long SEED = Long.getLong("fupin.shared.seed", System.nanoTime());

    /** The program's exit code where files were rejected; the inbox has one. */
    private static final int REJECTED = 3;

    private static final String[] PROVINCES = {"Hebei", "Gansu"};
    private static final int[] YEARS = {2010, 2011, 2012};
    private static final int WORKERS = 3;

    @TempDir
    private static Path folder;

    private static GreenMail mail;

    /** What a run leaves that does all by itself. */
    private static Left alone;

    /** How long it takes. */
    private static Duration whole;

    private final List<AutoCloseable> open = new ArrayList<>();

    /** Where runs work: a job file with its inbox, and a database. */
    private record Place(Path folder, String url) {}

    /** What runs leave behind. */
    private record Left(
            SortedMap<String, List<String>> warehouse,
            SortedMap<String, String> files,
            List<String> exports,
            List<String> mail) {}

    @BeforeAll
    static void runAlone() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        Place place = place("alone");
        long begun = System.nanoTime();
        Ended ended = launched(place, Map.of(), "run", "monthly.yml").end();
        whole = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(ended.code()).as(ended.err()).isEqualTo(REJECTED);
        alone = left(place);
        assertThat(alone.mail()).hasSize(2);
    }

    @AfterAll
    static void stopMail() {
        mail.stop();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void leavesWhatARunLeavesThatDoesAllByItself() throws Exception {
        BrokerProcess broker = broker();
        Place place = place("shared");
        List<Launched> workers = workers(place, broker);

        Ended ended = shared(place, broker).end();

        assertThat(ended.code()).as(ended.err()).isEqualTo(REJECTED);
        assertThat(left(place)).isEqualTo(alone);
        String status =
                fupin(place, broker, "status", "--job", "monthly.yml").end().out();
        assertThat(status).contains("workers\n");
        for (Launched worker : workers) {
            assertThat(status)
                    .containsPattern("process " + worker.pid() + " on host .*, for monthly, since .*, [1-9]\\d* done");
        }
        for (Launched worker : workers) {
            Ended stopped = worker.terminate().end();
            assertThat(stopped.code()).as(stopped.err()).isZero();
            assertThat(stopped.out()).containsPattern("[1-9]\\d* partitions? done");
        }
        assertThat(fupin(place, broker, "status", "--job", "monthly.yml").end().out())
                .doesNotContain("workers");
    }

    @Test
    void itDoesNotMatterWhatIsKilled() throws Exception {
        Assumptions.assumeTrue(ROUNDS > 0, "skipped: a long series, of the profile kills");
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            BrokerProcess broker = broker();
            Place place = place("round-" + round);
            List<Launched> workers = new ArrayList<>(workers(place, broker));
            Launched run = shared(place, broker);
            List<String> victims = new ArrayList<>(List.of("worker", "frozen worker", "broker", "run"));
            Collections.shuffle(victims, random);
            List<String> what = new ArrayList<>(List.of("seed " + SEED + ", round " + round));
            List<Launched> frozen = new ArrayList<>();
            for (String victim : victims) {
                long moment = (long) (random.nextDouble() * whole.toMillis() / victims.size());
                Thread.sleep(moment);
                what.add(moment + " ms: " + victim);
                switch (victim) {
                    case "worker" -> {
                        workers.remove(random.nextInt(workers.size())).kill().end();
                        workers.add(worker(place, broker));
                    }
                    case "frozen worker" ->
                        frozen.add(workers.get(random.nextInt(workers.size())).signal("STOP"));
                    case "broker" -> {
                        broker.kill();
                        Thread.sleep(random.nextInt(1_000));
                        broker.start();
                    }
                    default -> {
                        run.kill().end();
                        run = shared(place, broker);
                    }
                }
            }

            Ended ended = run.end();

            assertThat(ended.code()).as(what + ": " + ended.err()).isEqualTo(REJECTED);
            for (Launched worker : frozen) {
                worker.signal("CONT");
            }
            for (Launched worker : workers) {
                Ended stopped = worker.terminate().end();
                assertThat(stopped.code()).as(what + ": " + stopped.err()).isZero();
            }
            // The rerun of a run that was killed after its last note is a run of its own, which has nothing to do.
            Left left = left(place);
            assertThat(left.files()).as(what.toString()).isEqualTo(alone.files());
            assertThat(left.exports()).as(what.toString()).isEqualTo(alone.exports());
            assertThat(left.mail())
                    .as(what.toString())
                    .containsAll(alone.mail())
                    .doesNotHaveDuplicates()
                    // An attempt that failed has told the owner, too.
                    .allMatch(message -> alone.mail().contains(message) || message.startsWith("<owner."));
            assertThat(left.warehouse().get("fact_observation"))
                    .as(what.toString())
                    .isEqualTo(alone.warehouse().get("fact_observation"));
        }
    }

    private BrokerProcess broker() throws Exception {
        BrokerProcess broker = BrokerProcess.start(Files.createTempDirectory(folder, "broker"));
        open.add(broker);
        return broker;
    }

    private List<Launched> workers(Place place, BrokerProcess broker) throws Exception {
        List<Launched> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(worker(place, broker));
        }
        for (Launched worker : workers) {
            worker.awaitErr("waits for work");
        }
        return workers;
    }

    private Launched worker(Place place, BrokerProcess broker) {
        return fupin(place, broker, "work", "monthly.yml", "--broker", broker.url());
    }

    private Launched shared(Place place, BrokerProcess broker) {
        return fupin(place, broker, "run", "monthly.yml", "--broker", broker.url());
    }

    private Launched fupin(Place place, BrokerProcess broker, String... arguments) {
        Launched launched = launched(place, broker.environment(), arguments);
        open.add(launched);
        return launched;
    }

    private static Launched launched(Place place, Map<String, String> more, String... arguments) {
        MariaDbServer server = MariaDbServer.shared();
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FUPIN_DB_USER", server.user());
        environment.put("FUPIN_DB_PASSWORD", server.password());
        environment.put("FUPIN_SMTP_HOST", "127.0.0.1");
        environment.put("FUPIN_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        environment.put("FUPIN_SMTP_TLS", "none");
        environment.put("FUPIN_LOCK_HEARTBEAT", "1");
        environment.put("FUPIN_LOCK_TIMEOUT", "4");
        environment.put("FUPIN_LOG_LEVEL", "INFO");
        environment.put("JAVA_OPTS", "-Xmx256m");
        return Launched.fupin(place.folder(), environment, arguments);
    }

    /** A folder with a job and an inbox, the same in all of them, and a database with its tables. */
    private static Place place(String name) throws Exception {
        Place place = new Place(
                Files.createDirectories(folder.resolve(name)),
                MariaDbServer.shared().newDatabase());
        Inbox inbox = new Inbox(Files.createDirectories(place.folder().resolve("inbox")));
        for (String province : PROVINCES) {
            for (int year : YEARS) {
                inbox.put(province + year + ".txt", text(province, year));
            }
        }
        inbox.put("copy of Gansu2011.txt", text("Gansu", 2011)).put("shopping.txt", "Milk, bread and two lemons.\n");
        try (Stream<Path> files = Files.list(inbox.folder())) {
            // The warehouse keeps when a file was changed: the same in all places.
            for (Path file : files.toList()) {
                inbox.changed(file.getFileName().toString(), Instant.parse("2026-03-01T00:00:00Z"));
            }
        }
        Files.writeString(place.folder().resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                parallel: 1
                database: %s
                recipients: recipients.yml
                """.formatted(place.url()));
        Files.writeString(place.folder().resolve("recipients.yml"), """
                sender:
                  from: Statistics <reports@statistics.example>
                owner: [operator@statistics.example]
                contact: help@statistics.example
                offices:
                  - id: hebei
                    name: Hebei office
                    to: [hebei@office.example]
                    areas: [CN-HE]
                    formats: [xlsx, pdf]
                """);
        Ended migrated =
                launched(place, Map.of(), "migrate", "--job", "monthly.yml").end();
        assertThat(migrated.code()).as(migrated.err()).isZero();
        return place;
    }

    private static String text(String province, int year) {
        return Inbox.HEBEI_2011.replace("Hebei", province).replace("2011", Integer.toString(year));
    }

    private static Left left(Place place) throws Exception {
        SortedMap<String, List<String>> warehouse;
        MariaDbServer server = MariaDbServer.shared();
        try (Connection connection = DriverManager.getConnection(place.url(), server.user(), server.password())) {
            warehouse = WarehouseImage.of(connection);
        }
        SortedMap<String, String> files = new TreeMap<>();
        Path out = place.folder().resolve("reports");
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), sha256(file));
            }
        }
        List<String> exports = new ArrayList<>();
        for (String what : List.of("observations", "findings")) {
            exports.add(launched(place, Map.of(), "export", what, "--job", "monthly.yml")
                    .end()
                    .out());
        }
        List<String> received = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            received.add(message.getMessageID() + " to " + List.of(message.getAllRecipients()));
        }
        mail.purgeEmailFromAllMailboxes();
        received.sort(null);
        return new Left(warehouse, files, exports, received);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
