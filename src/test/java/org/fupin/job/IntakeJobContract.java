package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.intake.LeftFile.Why;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.observation.Sha256;
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
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.testing.Zip;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.SameContent;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job takes in, leaves and rejects, on whatever database. */
abstract class IntakeJobContract {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    private Path folder;

    private Path out;
    private Inbox inbox;
    private DatabaseUrl url;
    private ReportJob job;
    private final Watch watch = new Watch();

    /** An empty one. */
    abstract TestDatabase database();

    @BeforeEach
    void open() throws Exception {
        TestDatabase database = database();
        url = DatabaseUrl.parse(database.url(), folder);
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("out");
        job = ReportJob.open(url, new Credentials(database.user(), database.password()), 2, watch);
    }

    @AfterEach
    void close() {
        if (job != null) {
            job.close();
        }
    }

    @Test
    void takesTheMembersOfArchivesAsDocumentsOfTheirOwn() throws Exception {
        byte[] inner = new Zip()
                .add("gansu.txt", Inbox.GANSU_2011)
                .add("list.txt", "Milk.")
                .bytes();
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put(
                        "march.zip",
                        new Zip()
                                .add("a/hebei.txt", Inbox.HEBEI_2011)
                                .add("inner.zip", inner)
                                .bytes())
                .put("broken.zip", new byte[] {'P', 'K', 3, 4, 20, 0});

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(5L, 2L, 1L);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::reason)
                .containsExactly(tuple("broken.zip", "damaged"), tuple("march.zip!/inner.zip!/list.txt", "no_article"));
        assertThat(Manifest.read(out)
                        .orElseThrow()
                        .output("2011/CN-GS/CN-GS-2011.pdf")
                        .orElseThrow()
                        .inputs())
                .flatExtracting(Manifest.Input::documents)
                .containsExactly(new Manifest.Document(
                        "march.zip!/inner.zip!/gansu.txt",
                        Sha256.of(Inbox.GANSU_2011.getBytes(StandardCharsets.UTF_8))));

        Files.move(inbox.folder().resolve("march.zip"), inbox.folder().resolve("renamed.zip"));
        RunResult again = run();

        assertThat(again.nothingNew()).isTrue();
        assertThat(List.of(again.count(Count.FOUND), again.count(Count.KNOWN))).containsExactly(5L, 3L);
    }

    @Test
    void treatsFilesOfTheSameContentAlike() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011).put("b.txt", Inbox.HEBEI_2011).put("c.txt", Inbox.GANSU_2011);
        inbox.put("milk.txt", "Milk.")
                .put(
                        "z.zip",
                        new Zip()
                                .add("m.txt", "Milk.")
                                .add("g.txt", Inbox.GANSU_2011)
                                .bytes());
        RunScope hebei = new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-HE")));

        for (IntakeLimits limits : List.of(IntakeLimits.DEFAULT, limit("2"))) {
            RunResult result = run(hebei, limits);

            assertThat(result.failures()).isEmpty();
            assertThat(List.of(
                            result.count(Count.FOUND),
                            result.count(Count.LOADED) + result.count(Count.KNOWN),
                            result.count(Count.OUT_OF_SCOPE)))
                    .containsExactly(6L, 2L, 2L);
            assertThat(result.rejections())
                    .extracting(Rejection::file, Rejection::reason)
                    .containsExactly(tuple("milk.txt", "no_article"), tuple("z.zip!/m.txt", "no_article"));
        }
    }

    @Test
    void leavesForTheNextRunWhatChangesDuringThisOne() throws Exception {
        inbox.put("gone.txt", Inbox.HEBEI_2012).put("growing.txt", Inbox.HEBEI_2011);
        watch.at("extract", () -> {
            delete("gone.txt");
            inbox.put("growing.txt", Inbox.HEBEI_2011_CORRECTED);
        });

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.rejections()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.LEFT)))
                .containsExactly(2L, 0L, 2L);
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("gone.txt", Why.GONE), new LeftFile("growing.txt", Why.CHANGED));
        assertThat(watch.left).isEqualTo(Set.of("gone.txt", "growing.txt"));
        assertThat(out).isDirectoryNotContaining("glob:**.csv").isDirectoryNotContaining("glob:**2011");

        watch.at("extract", () -> {});
        RunResult next = run();

        assertThat(List.of(
                        next.count(Count.FOUND),
                        next.count(Count.LOADED),
                        next.count(Count.LEFT),
                        next.count(Count.ADDED)))
                .containsExactly(1L, 1L, 0L, 1L);
    }

    @Test
    void leavesWhatWasChangedOnlyJustNow() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("broken.zip", "PK\003\004 half of it");

        RunResult result = run(
                RunScope.ALL, new IntakeLimits(Duration.ofHours(1), Duration.ofMinutes(5), null, OnConflict.REJECT));

        assertThat(result.nothingNew()).isTrue();
        assertThat(result.rejections()).isEmpty();
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("broken.zip", Why.RECENT), new LeftFile("hebei.txt", Why.RECENT));
    }

    @Test
    void takesAndRejectsFilesOfAnyName() throws Exception {
        String deep = ("d".repeat(200) + "/").repeat(4);
        List<String> rejected = List.of(
                "'quoted'.txt",
                "-rf.txt",
                "new\nline.txt",
                "\u202Etxt.exe",
                "扶贫\uD83D\uDE42.txt",
                "=cmd|' /C calc'!A0.txt");
        for (String name : rejected) {
            inbox.put(name, "Milk. " + name);
        }
        Path bytes = Path.of(URI.create(inbox.folder().toUri() + "gbk%D6%D0.txt"));
        Files.writeString(bytes, Inbox.HEBEI_2011);
        inbox.put(deep + "n".repeat(251) + ".txt", "Milk.").put("loaded \uD83D\uDE42\n\t.txt", Inbox.GANSU_2011);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isEqualTo(2);
        assertThat(result.rejections())
                .extracting(Rejection::reason)
                .containsOnly("no_article")
                .hasSize(7);
        assertThat(result.rejections()).extracting(Rejection::file).containsAll(rejected);
        assertThat(result.rejections())
                .extracting(Rejection::file)
                .anySatisfy(
                        name -> assertThat(name).hasSize(500).startsWith("ddd").endsWith("nnn.txt"));
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .flatExtracting(Manifest.Output::inputs)
                .flatExtracting(Manifest.Input::documents)
                .extracting(Manifest.Document::name)
                .contains("gbk%D6%D0.txt", "loaded \uD83D\uDE42\n\t.txt");
        assertThat(run().nothingNew()).isTrue();
    }

    @Test
    void listsTheRejectedFilesUntilThereAreNone() throws Exception {
        inbox.put("=1+1.txt", "")
                .put("a\r\n@b.txt", "Milk.")
                .put("c.zip", new Zip().add("-1.txt", "Milk.").bytes());
        Files.createSymbolicLink(inbox.folder().resolve("passwd"), Path.of("/etc/passwd"));
        run();
        Path list = RejectedListing.in(out);
        byte[] first = Files.readAllBytes(list);

        assertThat(list).isEqualTo(out.resolve("rejected/rejected.csv"));
        assertThat(first).as("the mark by which Excel knows UTF-8").startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(first, StandardCharsets.UTF_8).lines().skip(1))
                .as("one line for each, in the order of the names, without formulas")
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("'=1+1.txt,empty,")
                                .endsWith(",0," + Sha256.of(new byte[0]) + ",1,2026-03"),
                        line -> assertThat(line).startsWith("a%0D%0A@b.txt,no_article,"),
                        line -> assertThat(line).startsWith("c.zip!/-1.txt,no_article,"),
                        line -> assertThat(line)
                                .isEqualTo("passwd,outside_inbox,\"is a link out of the inbox, to "
                                        + Path.of("/etc/passwd").toRealPath() + "\",,,1,2026-03"));

        job.run(request(YearMonth.of(2026, 4), RunScope.ALL, IntakeLimits.DEFAULT));
        assertThat(Files.readAllBytes(list)).as("the next month says the same").isEqualTo(first);

        inbox.put("=1+1.txt", "Now there is something.");
        job.run(request(YearMonth.of(2026, 5), RunScope.ALL, IntakeLimits.DEFAULT));
        assertThat(records(list))
                .extracting(row -> row.get("file"), row -> row.get("first_period"))
                .startsWith(tuple("'=1+1.txt", "2026-05"), tuple("a%0D%0A@b.txt", "2026-03"));

        delete("=1+1.txt");
        delete("a\r\n@b.txt");
        delete("c.zip");
        delete("passwd");
        run();
        assertThat(list.getParent()).doesNotExist();
    }

    @Test
    void failsWhereTheListCannotBeWritten() throws Exception {
        inbox.put("empty.txt", "");
        Files.createDirectories(RejectedListing.in(out).resolve("in the way"));

        RunResult result = run();

        assertThat(result.failures())
                .singleElement()
                .asString()
                .startsWith("extract: ")
                .contains("rejected.csv");
        assertThat(result.rejections()).hasSize(1);
    }

    @Test
    void loadsNothingWhereTooManyAreRejected() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put("gansu.txt", Inbox.GANSU_2011)
                .put("milk.txt", "Milk.");
        inbox.put("broken.zip", "PK\003\004 half of it");

        RunResult result = run(RunScope.ALL, limit("30%"));

        assertThat(result.failures())
                .containsExactly("inspect: 2 of 4 files are rejected, more than 30%: nothing was loaded");
        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.rejections()).extracting(Rejection::file).containsExactly("broken.zip", "milk.txt");
        assertThat(watch.totals).containsOnlyKeys("discover", "inspect");
        assertThat(records(RejectedListing.in(out))).hasSize(2);
        assertThat(out).isDirectoryNotContaining("glob:**manifest.json");

        RunResult within = run(RunScope.ALL, limit("2"));

        assertThat(within.failures()).isEmpty();
        assertThat(List.of(within.count(Count.FOUND), within.count(Count.LOADED), (long)
                        within.rejections().size()))
                .containsExactly(4L, 2L, 2L);
        assertThat(watch.totals).containsEntry("inspect", 3).containsEntry("extract", 2);
    }

    @Test
    void countsWhatChangesDuringTheInspectionOnce() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put("same.txt", Inbox.HEBEI_2011)
                .put("milk.txt", "Milk.");
        watch.at("inspect", () -> inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED));

        RunResult result = run(RunScope.ALL, limit("50%"));

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.LEFT)))
                .containsExactly(3L, 0L, 2L);
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("hebei.txt", Why.CHANGED), new LeftFile("same.txt", Why.DUPLICATE));
        assertThat(result.rejections()).hasSize(1);
        assertThat(watch.totals).containsEntry("extract", 0);
    }

    @Test
    void leavesFilesOutOfScopeToARunThatWantsThem() throws Exception {
        inbox.put("gansu.txt", Inbox.GANSU_2011)
                .put("hebei.txt", Inbox.HEBEI_2011 + "\n" + Inbox.HEBEI_2012)
                .put("milk.txt", "Milk.");
        RunScope hebei2012 = new RunScope(new TreeSet<>(Set.of(2012)), new TreeSet<>(Set.of("CN-HE")));

        RunResult scoped = run(hebei2012, limit("1"));

        assertThat(scoped.failures()).isEmpty();
        assertThat(List.of(
                        scoped.count(Count.FOUND),
                        scoped.count(Count.LOADED),
                        scoped.count(Count.OUT_OF_SCOPE),
                        scoped.count(Count.LEFT),
                        scoped.count(Count.ADDED)))
                .as("the file with an article in scope is loaded whole")
                .containsExactly(3L, 1L, 1L, 0L, 2L);
        assertThat(scoped.rejections()).hasSize(1);

        RunResult plain = run();

        assertThat(List.of(
                        plain.count(Count.LOADED),
                        plain.count(Count.KNOWN),
                        plain.count(Count.OUT_OF_SCOPE),
                        plain.count(Count.ADDED)))
                .containsExactly(1L, 1L, 0L, 1L);
    }

    @Test
    void takesNoneOfTheFilesThatHaveOneArticleWithDifferentTexts() throws Exception {
        inbox.put("2011/hebei.txt", Inbox.HEBEI_2011)
                .put("2011/twin.txt", Inbox.HEBEI_2011)
                .put("late/all.txt", Inbox.HEBEI_2011_CORRECTED + "\n" + Inbox.GANSU_2011)
                .put("2012/hebei.txt", Inbox.HEBEI_2012);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(4L, 1L, 0L);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::reason)
                .containsExactly(
                        tuple("2011/hebei.txt", "conflict"),
                        tuple("2011/twin.txt", "conflict"),
                        tuple("late/all.txt", "conflict"));
        assertThat(result.rejections())
                .extracting(Rejection::message)
                .containsOnly("\"Poverty Alleviation and Development in Hebei\" (CN-HE, 2011) stands in 2011/hebei.txt,"
                        + " 2011/twin.txt and late/all.txt with different texts: keep one of the files, or set"
                        + " 'on-conflict: newest'");
        assertThat(records(RejectedListing.in(out)))
                .extracting(row -> row.get("file"))
                .containsExactly("2011/hebei.txt", "2011/twin.txt", "late/all.txt");
        assertThat(run().rejections()).as("as long as they lie there").isEqualTo(result.rejections());

        delete("late/all.txt");
        RunResult decided = run();

        assertThat(List.of(decided.count(Count.LOADED), decided.count(Count.KNOWN), decided.count(Count.ADDED)))
                .containsExactly(1L, 2L, 1L);
        assertThat(decided.sameContent()).containsExactly(new SameContent("2011/twin.txt", "2011/hebei.txt"));
        assertThat(decided.rejections()).isEmpty();

        inbox.put("late/all.txt", Inbox.HEBEI_2011_CORRECTED + "\n" + Inbox.GANSU_2011);
        RunResult revision = run();

        assertThat(List.of(revision.count(Count.LOADED), revision.count(Count.ADDED), revision.count(Count.SUPERSEDED)))
                .as("against what an earlier run loaded it is a revision")
                .containsExactly(1L, 1L, 1L);
        assertThat(revision.displaced()).isEmpty();
    }

    @Test
    void letsTheNewestSpeakWhereTheJobSaysSo() throws Exception {
        Instant old = Instant.parse("2026-01-01T00:00:00Z");
        String third = Inbox.HEBEI_2011.replace("45,000", "46,000");
        inbox.put("z/old.txt", Inbox.HEBEI_2011 + "\n" + Inbox.GANSU_2011)
                .changed("z/old.txt", old)
                .put("a/new.txt", Inbox.HEBEI_2011_CORRECTED)
                .changed("a/new.txt", old.plusSeconds(20))
                .put(
                        "m.zip",
                        new Zip().add("hebei.txt", third, old.plusSeconds(10)).bytes())
                .put("other.txt", Inbox.HEBEI_2012);
        IntakeLimits newest = new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, OnConflict.NEWEST);

        RunResult result = run(RunScope.ALL, newest);

        assertThat(result.failures()).isEmpty();
        assertThat(result.rejections()).isEmpty();
        assertThat(List.of(result.count(Count.LOADED), result.count(Count.ADDED), result.count(Count.SUPERSEDED)))
                .containsExactly(4L, 3L, 0L);
        ProvinceYearKey hebei = new ProvinceYearKey("CN-HE", 2011);
        String title = "Poverty Alleviation and Development in Hebei";
        assertThat(result.displaced())
                .containsExactly(
                        new DisplacedArticle(hebei, title, "m.zip!/hebei.txt", "a/new.txt"),
                        new DisplacedArticle(hebei, title, "z/old.txt", "a/new.txt"));
        assertThat(documents("2011/CN-HE/CN-HE-2011.xlsx")).containsExactly("a/new.txt");
        assertThat(documents("2011/CN-GS/CN-GS-2011.xlsx")).containsExactly("z/old.txt");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(out.resolve("2011/CN-HE/CN-HE-2011.xlsx")))) {
            assertThat(new XSSFExcelExtractor(workbook).getText()).contains("m.zip!/hebei.txt; z/old.txt");
        }
        RunResult again = run(RunScope.ALL, newest);
        assertThat(again.nothingNew()).isTrue();
        assertThat(again.displaced()).isEmpty();
    }

    @Test
    void countsConflictsAmongTheRejected() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011)
                .put("b.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("c.txt", Inbox.GANSU_2011);

        RunResult result = run(RunScope.ALL, limit("1"));

        assertThat(result.failures())
                .containsExactly("inspect: 2 of 3 files are rejected, more than 1: nothing was loaded");
        assertThat(result.count(Count.LOADED)).isZero();
    }

    @Test
    void rejectsNothingThatIsOutOfScope() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011)
                .put("b.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("c.txt", Inbox.HEBEI_2011.replace("45,000", "46,000") + "\n" + Inbox.GANSU_2011);
        RunScope gansu = new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-GS")));

        RunResult result = run(gansu, IntakeLimits.DEFAULT);

        assertThat(List.of(result.count(Count.LOADED), result.count(Count.OUT_OF_SCOPE)))
                .containsExactly(0L, 2L);
        assertThat(result.rejections()).extracting(Rejection::file).containsExactly("c.txt");
    }

    private List<String> documents(String output) throws IOException {
        return Manifest.read(out).orElseThrow().output(output).orElseThrow().inputs().stream()
                .flatMap(input -> input.documents().stream())
                .map(Manifest.Document::name)
                .toList();
    }

    private static IntakeLimits limit(String maxRejected) {
        return new IntakeLimits(
                Duration.ZERO, Duration.ofMinutes(5), RejectionLimit.parse(maxRejected), OnConflict.REJECT);
    }

    private RunResult run() throws Exception {
        return run(RunScope.ALL, IntakeLimits.DEFAULT);
    }

    private RunResult run(RunScope scope, IntakeLimits limits) throws Exception {
        return job.run(request(MARCH, scope, limits));
    }

    private RunRequest request(YearMonth month, RunScope scope, IntakeLimits limits) {
        JobDefinition definition =
                new JobDefinition("monthly", inbox.folder(), out, url, null, 2, scope, limits, Publisher.UNKNOWN, null, null);
        return new RunRequest(definition, month, false);
    }

    private void delete(String name) {
        try {
            Files.delete(inbox.folder().resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CSVRecord> records(Path list) throws IOException {
        String text = Files.readString(list).substring(1);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static final class Watch implements Progress {

        private final Map<String, Integer> totals = new HashMap<>();
        private final Map<String, Runnable> actions = new HashMap<>();
        private final Set<String> left = ConcurrentHashMap.newKeySet();

        /** What happens when a step begins, after its work was shared out. */
        void at(String step, Runnable action) {
            actions.put(step, action);
        }

        @Override
        public void begin(String step, int total) {
            totals.put(step, total);
            actions.getOrDefault(step, () -> {}).run();
        }

        @Override
        public void done(String step, String what) {}

        @Override
        public void rejected(Rejection rejection) {}

        @Override
        public void left(LeftFile file) {
            left.add(file.file());
        }

        @Override
        public void end(String step) {}
    }
}
