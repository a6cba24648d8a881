package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fupin.observation.Sha256;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.MariaDbServer;
import org.fupin.testing.WarehouseImage;
import org.fupin.warehouse.WarehouseConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed at random moments of a run, and a plain rerun makes up for it: warehouse, reports and mail are then
 * those of a run that nobody disturbed. Likewise for the reading of documents again. {@code -Dkills=N} sets how often on each
 * database: once in a build, thirty times with {@code -Pkills}; in a build only the runs on MariaDB are also killed while
 * corrections are applied. {@code -Dfupin.kills.seed=N} repeats the moments of an earlier test.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("fupin.kills", 1);
    /** A reading does less than a run, and has fewer moments. */
    private static final int KILLS_OF_READINGS = (KILLS + 1) / 2;

    private static final long SEED = Long.getLong("fupin.kills.seed", System.nanoTime());

    /** The program's exit code where files were rejected; the inbox has one. */
    private static final int REJECTED = 3;

    /** The line of the log before corrections are applied. */
    private static final String CORRECTING = "step done.*extract";

    private static final int CORRECTING_MILLIS = 150;

    private static final String REEXTRACT = "reextract";

    @TempDir
    private Path folder;

    private GreenMail mail;

    /** Where a run works: its job file with the inbox, and its database. */
    private record Place(Path folder, String url, String user, String password) {

        Connection connection() throws Exception {
            return DriverManager.getConnection(url, user, password);
        }
    }

    @FunctionalInterface
    private interface Places {
        Place place(String name) throws Exception;
    }

    /**
     * What a run leaves behind.
     *
     * @param mail what the server took
     * @param begunAgain what is in the ledger as begun more than once: at the first time it was not entered as sent
     */
    private record Left(
            SortedMap<String, List<String>> warehouse,
            SortedMap<String, String> files,
            List<String> mail,
            List<String> begunAgain) {

        int runs() {
            return warehouse.get("run").size();
        }
    }

    @BeforeEach
    void startMail() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
    }

    @AfterEach
    void stopMail() {
        mail.stop();
    }

    private Place onH2(String name) throws IOException {
        Path place = place(name);
        return new Place(
                place, "jdbc:h2:file:" + place.resolve("data/monthly") + WarehouseConfiguration.H2_SETTINGS, "sa", "");
    }

    private Place onMariaDb(String name) throws Exception {
        MariaDbServer server = MariaDbServer.shared();
        return new Place(place(name), server.newDatabase(), server.user(), server.password());
    }

    @Test
    void aRerunMakesUpForAKilledRunOnH2() throws Exception {
        killAndCompare(this::onH2, KILLS, KILLS > 1);
    }

    @Test
    void aRerunMakesUpForAKilledRunOnMariaDb() throws Exception {
        killAndCompare(this::onMariaDb, KILLS, true);
    }

    @Test
    void anotherReadingMakesUpForAKilledOneOnH2() throws Exception {
        assumeTrue(KILLS > 1, "skipped: a build kills a reading on MariaDB alone; -Pkills does on both");
        killReadingsAndCompare(this::onH2);
    }

    @Test
    void anotherReadingMakesUpForAKilledOneOnMariaDb() throws Exception {
        killReadingsAndCompare(this::onMariaDb);
    }

    /** One warehouse is read again undisturbed, and another is killed at it, over and over. */
    private void killReadingsAndCompare(Places places) throws Exception {
        Place undisturbed = places.place("read");
        Place disturbed = places.place("read-and-killed");
        for (Place place : List.of(undisturbed, disturbed)) {
            Files.writeString(
                    place.folder().resolve("monthly.yml"),
                    "database: '" + place.url() + "'\n",
                    StandardOpenOption.APPEND);
            assertThat(runHere(place).code()).isEqualTo(REJECTED);
            mail.purgeEmailFromAllMailboxes();
        }
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS_OF_READINGS; kill++) {
            readOtherwise(undisturbed);
            readOtherwise(disturbed);
            long begun = System.nanoTime();
            assertThat(launched(undisturbed, REEXTRACT).end().code()).isZero();
            Duration whole = Duration.ofNanos(System.nanoTime() - begun);
            Left wanted = left(undisturbed);
            assertThat(wanted.warehouse().get("run"))
                    .as("an edition for each reading")
                    .hasSize(kill + 2);

            // Nothing is read in the first third, while the program starts.
            long moment = (long) (whole.toMillis() * (1 + 2 * (kill + random.nextDouble()) / KILLS_OF_READINGS) / 3);
            Launched killed = launched(disturbed, REEXTRACT);
            Thread.sleep(moment);
            killed.kill().end();
            Outcome rerun = here(disturbed, REEXTRACT);

            String what = "reading killed after " + moment + " of " + whole.toMillis() + " ms, seed " + SEED;
            assertThat(rerun.code()).as(what + ": " + rerun.err()).isZero();
            assertEqual(left(disturbed), wanted, what);
        }
        assertThat(runHere(undisturbed).code()).isEqualTo(REJECTED);
        Left wanted = left(undisturbed);
        assertThat(wanted.mail()).as("the reports that change").isNotEmpty();
        assertThat(runHere(disturbed).code()).isEqualTo(REJECTED);
        Left left = left(disturbed);
        assertEqual(left, wanted, "reports after the readings, seed " + SEED);
        assertThat(left.mail()).containsExactlyElementsOf(wanted.mail());
    }

    /** As if another program had read three reports, of which people corrected one. */
    private static void readOtherwise(Place place) throws Exception {
        try (Connection connection = place.connection();
                Statement statement = connection.createStatement()) {
            for (String figure : List.of("45,000", "52,000", "30,000")) {
                statement.execute(
                        "UPDATE fact_observation SET obs_value = obs_value - 1, base_value = base_value - 1 WHERE quoted_text = '"
                                + figure + "'");
            }
            statement.execute("UPDATE source_document SET read_by_rules = 'others'");
        }
    }

    /**
     * @param kills at random moments
     * @param whileCorrecting whether it is killed once more while corrections are applied
     */
    private void killAndCompare(Places places, int kills, boolean whileCorrecting) throws Exception {
        Place undisturbed = places.place("undisturbed");
        long begun = System.nanoTime();
        assertThat(run(undisturbed).end().code()).isEqualTo(REJECTED);
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        Left once = left(undisturbed);
        assertThat(once.mail()).hasSize(4);
        assertThat(once.warehouse().get("fact_observation"))
                .as("corrected")
                .anyMatch(row -> row.contains("provincial"));
        assertThat(runHere(undisturbed).code()).isEqualTo(REJECTED);
        Left twice = left(undisturbed);
        assertThat(twice.mail()).isEmpty();

        Random random = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            // One moment in each stretch of the run, so that all of it has its turn.
            long moment = (long) (whole.toMillis() * (kill + random.nextDouble()) / kills);
            killAndCompare(places.place("killed-" + kill), "", moment, whole, once, twice);
        }
        if (whileCorrecting) {
            // The corrections take no time worth mentioning: the moment is looked for.
            killAndCompare(
                    places.place("killed-correcting"),
                    CORRECTING,
                    random.nextInt(CORRECTING_MILLIS),
                    whole,
                    once,
                    twice);
        }
    }

    /** @param after what the log says before the moment, in milliseconds, begins to be counted; empty for the start */
    private void killAndCompare(Place place, String after, long moment, Duration whole, Left once, Left twice)
            throws Exception {
        Launched killed = run(place);
        if (!after.isEmpty()) {
            killed.awaitErr(after);
        }
        Thread.sleep(moment);
        killed.kill().end();

        Outcome rerun = runHere(place);

        String what = "killed " + moment + " ms after " + (after.isEmpty() ? "the start" : after) + ", of "
                + whole.toMillis() + " ms, seed " + SEED;
        assertThat(rerun.code()).as(what + ": " + rerun.err()).isEqualTo(REJECTED);
        Left left = left(place);
        // A kill after the run's last note leaves nothing to continue: the rerun is then a run of its own.
        assertEqual(left, left.runs() == 1 ? once : twice, what);
        assertThat(new TreeSet<>(left.mail())).as(what).containsExactlyElementsOf(once.mail());
        // A kill between the server's taking a message and the journal's entry cannot be covered (see Delivery):
        // that one message, at most, comes twice, under the same Message-ID.
        assertThat(without(left.mail(), once.mail()))
                .as(what + ": sent twice")
                .hasSizeLessThanOrEqualTo(1)
                .isSubsetOf(left.begunAgain());
    }

    private static void assertEqual(Left left, Left expected, String what) {
        for (String table : expected.warehouse().keySet()) {
            List<String> rows = left.warehouse().get(table);
            List<String> wanted = expected.warehouse().get(table);
            assertThat(without(rows, wanted))
                    .as(what + ": too much in " + table)
                    .isEmpty();
            assertThat(without(wanted, rows)).as(what + ": missing in " + table).isEmpty();
        }
        assertThat(left.files()).as(what).isEqualTo(expected.files());
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    /** A folder with a job and an inbox, the same in all of them. */
    private Path place(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        new Inbox(Files.createDirectories(place.resolve("inbox")))
                .putThreeOf(2011)
                .put("hebei-2011-corrected.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("shopping.txt", "Milk, bread and two lemons.\n")
                .changed("hebei-2011.txt", Instant.parse("2026-03-01T00:00:00Z"))
                .changed("hebei-2011-corrected.txt", Instant.parse("2026-03-02T00:00:00Z"))
                // The warehouse keeps when a file was changed: the same in all places.
                .changed("hebei-2012.txt", Instant.parse("2026-03-01T00:00:00Z"))
                .changed("gansu-2011.txt", Instant.parse("2026-03-01T00:00:00Z"))
                .changed("yunnan-2011.txt", Instant.parse("2026-03-01T00:00:00Z"))
                .changed("shopping.txt", Instant.parse("2026-03-01T00:00:00Z"));
        Files.writeString(place.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                on-conflict: newest
                corrections: corrections
                recipients: recipients.yml
                """);
        Files.writeString(
                Files.createDirectories(place.resolve("corrections")).resolve("wang.csv"),
                "document_sha256,begin,end,text,field,value,reason,by,at\n"
                        + correction(Inbox.HEBEI_2012, "150 million yuan")
                        + correction(Inbox.HEBEI_2011_CORRECTED, "125 million yuan"));
        Files.writeString(place.resolve("recipients.yml"), """
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
                  - id: all
                    name: All provinces
                    to: [all@office.example]
                    areas: all
                    formats: [pdf]
                    summaries: true
                """);
        return place;
    }

    /** Who pays the amount is corrected. */
    private static String correction(String report, String amount) {
        int begin = report.indexOf(amount);
        return "%s,%d,%d,%s,source,provincial,the annex says so,Wang Fang,2013-06-01T08:30:00Z\n"
                .formatted(Sha256.of(report.getBytes(StandardCharsets.UTF_8)), begin, begin + amount.length(), amount);
    }

    /** As a process, which is killed or whose time is taken. */
    private Launched run(Place place) {
        return launched(place, "run", "--database", place.url());
    }

    /** Where it only has to run to its end: what it leaves is the same, without the time that a process takes to start. */
    private Outcome runHere(Place place) {
        return here(place, "run", "--database", place.url());
    }

    private Launched launched(Place place, String command, String... options) {
        return Launched.fupin(place.folder(), environment(place), arguments(place, command, options));
    }

    private Outcome here(Place place, String command, String... options) {
        return Outcome.of(environment(place), (Object[]) arguments(place, command, options));
    }

    private static String[] arguments(Place place, String command, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of(command, place.folder().resolve("monthly.yml").toString()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private Map<String, String> environment(Place place) {
        return Map.of(
                "FUPIN_DB_USER",
                place.user(),
                "FUPIN_DB_PASSWORD",
                place.password(),
                "FUPIN_SMTP_HOST",
                "127.0.0.1",
                "FUPIN_SMTP_PORT",
                Integer.toString(mail.getSmtp().getPort()),
                "FUPIN_SMTP_TLS",
                "none");
    }

    private Left left(Place place) throws Exception {
        SortedMap<String, List<String>> warehouse;
        List<String> begunAgain = new ArrayList<>();
        try (Connection connection = place.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT o.message_id, d.address FROM outbox o"
                        + " JOIN outbox_delivery d ON d.outbox_id = o.outbox_id WHERE d.attempts > 1")) {
            warehouse = WarehouseImage.of(connection);
            while (rows.next()) {
                begunAgain.add(rows.getString(1) + " to [" + rows.getString(2) + "]");
            }
        }
        SortedMap<String, String> files = new TreeMap<>();
        Path out = place.folder().resolve("reports");
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), sha256(file));
            }
        }
        List<String> received = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            received.add(message.getMessageID() + " to " + List.of(message.getAllRecipients()));
        }
        mail.purgeEmailFromAllMailboxes();
        received.sort(null);
        return new Left(warehouse, files, received, begunAgain);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
