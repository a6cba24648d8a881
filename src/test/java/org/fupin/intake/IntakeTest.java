package org.fupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.OutOfScope;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile.Why;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.fupin.testing.Inbox;
import org.fupin.testing.Zip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Intake INTAKE = within(IntakeLimits.DEFAULT);

    @TempDir
    private Path folder;

    private Inbox inbox;

    @BeforeEach
    void inbox() throws IOException {
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
    }

    @Test
    void takesAFileAsItWasSeen() throws IOException {
        inbox.put("a/hebei.txt", Inbox.HEBEI_2011);

        Incoming found = found().get(0);

        assertThat(found.name()).isEqualTo("a/hebei.txt");
        assertThat(found.fingerprint().sha256()).isEqualTo(Sha256.of(bytes(Inbox.HEBEI_2011)));
        assertThat(found.fingerprint().size()).isEqualTo(bytes(Inbox.HEBEI_2011).length);
        assertThat(value(INTAKE.extract(found)).articles()).hasSize(1);
    }

    @Test
    void opensArchivesAndTheArchivesInThem() throws IOException {
        byte[] inner = new Zip().add("2012/gansu.txt", Inbox.GANSU_2011).bytes();
        inbox.put(
                "a.zip",
                new Zip()
                        .add("b/hebei.txt", Inbox.HEBEI_2011)
                        .add("inner.zip", inner)
                        .add("notes/", new byte[0])
                        .add(".hidden.txt", "hidden")
                        .bytes());

        List<Incoming> found = found();

        assertThat(found)
                .extracting(Incoming::name, Incoming::member)
                .containsExactly(
                        tuple("a.zip!/b/hebei.txt", "b/hebei.txt"),
                        tuple("a.zip!/inner.zip!/2012/gansu.txt", "inner.zip!/2012/gansu.txt"));
        assertThat(found.get(1).fingerprint().sha256()).isEqualTo(Sha256.of(bytes(Inbox.GANSU_2011)));
        SourceDocument document = value(INTAKE.read(found.get(1)));
        assertThat(document.text()).isEqualTo(Inbox.GANSU_2011);
        assertThat(document.file().name()).isEqualTo("a.zip!/inner.zip!/2012/gansu.txt");
    }

    @Test
    void namesADocumentByItsPathInTheInbox() throws IOException {
        Files.createDirectories(inbox.folder().resolve("2026!/march"));
        inbox.put("2026!/march/a.zip", new Zip().add("b.txt", Inbox.HEBEI_2011).bytes());

        assertThat(found())
                .singleElement()
                .extracting(found -> value(INTAKE.read(found)).file().name())
                .isEqualTo("2026!/march/a.zip!/b.txt");
    }

    @Test
    void takesAMailAndWhatIsAttachedToIt() throws IOException {
        inbox.put("a/report.eml", mail(Inbox.HEBEI_2011, "gansu.txt", Inbox.GANSU_2011))
                .put("letter.eml", mail("Dear all, here is our report.", "2011.zip", Inbox.GANSU_2011))
                .put("plain.eml", HEADER + "\n" + Inbox.HEBEI_2012);

        List<Incoming> found = found();

        assertThat(found)
                .extracting(Incoming::name, Incoming::member)
                .containsExactly(
                        tuple("a/report.eml", null),
                        tuple("a/report.eml!/gansu.txt", "gansu.txt"),
                        tuple("letter.eml!/2011.zip", "2011.zip"),
                        tuple("plain.eml", null));
        SourceDocument text = value(INTAKE.read(found.get(0)));
        assertThat(text.file().format()).isEqualTo("mail");
        assertThat(text.articles()).singleElement().extracting(Article::region).isEqualTo("CN-HE");
        ExtractedDocument attached = value(INTAKE.extract(found.get(1)));
        assertThat(attached.document().file().format()).isEqualTo("text");
        assertThat(attached.articles()).hasSize(1);
        assertThat(value(INTAKE.read(Incoming.at(inbox.folder().resolve("letter.eml!/2011.zip"))))
                        .text())
                .isEqualTo(Inbox.GANSU_2011);
    }

    @Test
    void refusesAMailWithoutAReport() throws IOException {
        inbox.put("cut.eml", mail("Dear all", "a.txt", Inbox.GANSU_2011).replace("--b--", ""))
                .put("letter.eml", HEADER + "\nDear all, it rained in 2012.\n")
                .put("picture.eml", mail("Dear all", "a.txt", "no report"));

        List<Rejection> refused = new ArrayList<>();
        for (InboxFile file : InboxFiles.under(inbox.folder())) {
            INTAKE.extractAll(file)
                    .forEach(outcome -> refused.add(((Rejected<ExtractedDocument>) outcome).rejection()));
        }

        assertThat(refused)
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(
                        tuple("cut.eml", "damaged"),
                        tuple("letter.eml", "no_article"),
                        tuple("picture.eml!/a.txt", "no_article"));
        assertThat(refused)
                .allSatisfy(rejection -> assertThat(rejection.message()).contains("mail"));
    }

    private static final String HEADER =
            "From: office@example.org\nTo: us@example.org\nDate: Mon, 7 Jan 2013 10:00:00 +0800\nSubject: report\n";

    private static String mail(String text, String name, String attachment) {
        return HEADER + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + text
                + "\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=" + name
                + "\n\n" + attachment + "\n--b--\n";
    }

    @Test
    void refusesABrokenArchiveOnce() throws IOException {
        byte[] whole = new Zip()
                .add("a.txt", Inbox.HEBEI_2011)
                .add("b.txt", Inbox.GANSU_2011)
                .bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length - 30);
        inbox.put("cut.zip", cut)
                .put("none.zip", new Zip().add("folder/", new byte[0]).bytes());

        assertThat(refused())
                .extracting(Rejection::file, Rejection::code, Rejection::size, Rejection::sha256)
                .contains(tuple("cut.zip", "damaged", (long) cut.length, Sha256.of(cut)))
                .hasSize(2)
                .last()
                .extracting(tuple -> tuple.toList().subList(0, 2))
                .isEqualTo(List.of("none.zip", "empty"));
    }

    @Test
    void refusesAMemberAndTakesTheOthers() throws IOException {
        byte[] zip = new Zip()
                .add("bad.txt", "0123456789".repeat(50))
                .add("good.txt", Inbox.HEBEI_2011)
                .bytes();
        // The first bytes of the first member's data, behind its header of 30 bytes and its name.
        Arrays.fill(zip, 30 + 7, 30 + 12, (byte) 0xFF);
        inbox.put("a.zip", zip);

        assertThat(found()).extracting(Incoming::name).containsExactly("a.zip!/good.txt");
        assertThat(refused())
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(tuple("a.zip!/bad.txt", "damaged"));
    }

    @Test
    void leavesWhatChangedSinceItWasFound() throws IOException {
        inbox.put("grown.txt", Inbox.HEBEI_2011)
                .put("same-size.txt", Inbox.HEBEI_2011)
                .put("secretly.txt", Inbox.HEBEI_2011)
                .put("gone.txt", Inbox.HEBEI_2011)
                .put("link.txt", Inbox.HEBEI_2011)
                .put("folder/file.txt", Inbox.HEBEI_2011)
                .put("z.zip", new Zip().add("a.txt", Inbox.HEBEI_2011).bytes());
        List<Incoming> found = found();
        inbox.put("grown.txt", Inbox.HEBEI_2011 + "In 2011, 3 schools were built.\n");
        String other = Inbox.HEBEI_2011.replace("120", "130");
        Files.setLastModifiedTime(
                inbox.put("same-size.txt", other).folder().resolve("same-size.txt"), FileTime.from(NOW));
        // Even where the clock of the disk is too coarse to show it.
        FileTime before = Files.getLastModifiedTime(inbox.folder().resolve("secretly.txt"));
        Files.setLastModifiedTime(inbox.put("secretly.txt", other).folder().resolve("secretly.txt"), before);
        Files.delete(inbox.folder().resolve("gone.txt"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), Inbox.HEBEI_2011);
        Files.delete(inbox.folder().resolve("link.txt"));
        Files.createSymbolicLink(inbox.folder().resolve("link.txt"), outside);
        Path moved = Files.move(inbox.folder().resolve("folder"), folder.resolve("folder"));
        Files.createSymbolicLink(inbox.folder().resolve("folder"), moved);
        inbox.put(
                "z.zip",
                new Zip().add("a.txt", Inbox.HEBEI_2011).add("b.txt", "").bytes());

        assertThat(found)
                .extracting(Incoming::name, document -> left(INTAKE.extract(document))
                        .why())
                .containsExactly(
                        tuple("folder/file.txt", Why.CHANGED),
                        tuple("gone.txt", Why.GONE),
                        tuple("grown.txt", Why.CHANGED),
                        tuple("link.txt", Why.CHANGED),
                        tuple("same-size.txt", Why.CHANGED),
                        tuple("secretly.txt", Why.CHANGED),
                        tuple("z.zip!/a.txt", Why.CHANGED));
    }

    @Test
    void extractsWhatItReadBeforeOnlyAsLongAsNothingChanged() throws IOException {
        inbox.put("changed.txt", Inbox.HEBEI_2011)
                .put("gone.txt", Inbox.HEBEI_2011)
                .put("same.txt", Inbox.HEBEI_2011)
                .put("stated.txt", Inbox.HEBEI_2011);
        List<Incoming> found = found();
        List<SourceDocument> read =
                found.stream().map(document -> value(INTAKE.read(document))).toList();
        inbox.put("changed.txt", Inbox.HEBEI_2011 + "In 2011, 3 schools were built.\n")
                .put("stated.meta.yml", "area: CN-SX\n");
        Files.delete(inbox.folder().resolve("gone.txt"));

        assertThat(left(INTAKE.extract(found.get(0))).why()).isEqualTo(Why.CHANGED);
        assertThat(left(INTAKE.extract(found.get(1))).why()).isEqualTo(Why.GONE);
        ExtractedDocument extracted = value(INTAKE.extract(found.get(2)));
        assertThat(extracted.document()).as("not read again").isSameAs(read.get(2));
        assertThat(value(INTAKE.extract(found.get(2))).articles())
                .as("read again")
                .isEqualTo(extracted.articles());
        assertThat(left(INTAKE.extract(found.get(3))).why()).isEqualTo(Why.CHANGED);
    }

    @Test
    void leavesTheMembersOfAnArchiveThatChangesBetweenThem() throws IOException {
        inbox.put(
                "z.zip",
                new Zip()
                        .add("a.txt", Inbox.HEBEI_2011)
                        .add("b.txt", Inbox.GANSU_2011)
                        .bytes());
        List<Incoming> found = found();
        assertThat(value(INTAKE.read(found.get(0))).text()).isEqualTo(Inbox.HEBEI_2011);
        assertThat(value(INTAKE.read(found.get(1))).text()).isEqualTo(Inbox.GANSU_2011);

        inbox.put("z.zip", new Zip().add("a.txt", Inbox.HEBEI_2012).bytes());

        assertThat(left(INTAKE.read(found.get(1))).why()).isEqualTo(Why.CHANGED);
        assertThat(value(INTAKE.read(found().get(0))).text()).isEqualTo(Inbox.HEBEI_2012);
    }

    @Test
    void leavesWhatWasChangedOnlyJustNow() throws IOException {
        Intake intake =
                within(new IntakeLimits(Duration.ofSeconds(60), Duration.ofMinutes(1), null, OnConflict.REJECT));
        at("59s.txt", NOW.minusSeconds(59));
        at("60s.txt", NOW.minusSeconds(60));
        at("clock-59s-ahead.txt", NOW.plusSeconds(59));
        at("next-year.txt", NOW.plusSeconds(365 * 86_400L));

        List<Outcome<Incoming>> outcomes = look(intake);

        assertThat(outcomes)
                .filteredOn(Left.class::isInstance)
                .extracting(outcome -> left(outcome))
                .containsExactly(new LeftFile("59s.txt", Why.RECENT), new LeftFile("clock-59s-ahead.txt", Why.RECENT));
        assertThat(outcomes)
                .filteredOn(Accepted.class::isInstance)
                .extracting(outcome -> value(outcome).name())
                .containsExactly("60s.txt", "next-year.txt");
        assertThat(intake.extract(value(outcomes.get(1)))).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesGiantsBeforeTheyAreInTheMemory() throws IOException {
        try (RandomAccessFile giant =
                new RandomAccessFile(inbox.folder().resolve("giant.txt").toFile(), "rw")) {
            giant.setLength(1L << 40);
        }

        assertThat(refused())
                .extracting(Rejection::file, Rejection::code, Rejection::size, Rejection::sha256)
                .containsExactly(tuple("giant.txt", "too_large", 1L << 40, null));
    }

    @Test
    void refusesWhatTakesTooLong() {
        inbox.put("long.txt", (Inbox.HEBEI_2011 + "\n").repeat(20_000));
        Intake impatient = within(new IntakeLimits(Duration.ZERO, Duration.ofMillis(1), null, OnConflict.REJECT));

        Outcome<Incoming> outcome = impatient
                .look(InboxFiles.at(inbox.folder().resolve("long.txt")))
                .get(0);

        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.rejection().code()).isEqualTo("timeout");
            assertThat(refused.rejection().message()).isEqualTo("was given up after 0.001 seconds");
        });
    }

    @Test
    void tellsTheHashOfWhatCannotBeRead() throws IOException {
        inbox.put("shopping.txt", "Milk and bread.\n");

        Outcome<ExtractedDocument> outcome = INTAKE.extract(found().get(0));

        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.rejection())
                .extracting(Rejection::code, Rejection::size, Rejection::sha256)
                .containsExactly("no_article", 16L, Sha256.of(bytes("Milk and bread.\n"))));
    }

    @Test
    void doesNotExtractWhatIsNotWanted() throws IOException {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);

        assertThat(INTAKE.extract(found().get(0), document -> false)).isInstanceOf(OutOfScope.class);
    }

    @Test
    void findsAMemberByItsPath() {
        inbox.put("a.zip", new Zip().add("b/c.txt", Inbox.HEBEI_2011).bytes()).put("b.txt", "text");
        Path archive = inbox.folder().resolve("a.zip");

        assertThat(value(INTAKE.read(Incoming.at(Path.of(archive + "!/b/c.txt"))))
                        .text())
                .isEqualTo(Inbox.HEBEI_2011);
        assertThat(INTAKE.read(Incoming.at(Path.of(archive + "!/b/d.txt"))))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.rejection())
                        .hasToString(archive + "!/b/d.txt: there is no such member in the archive (not_found)"));
        assertThat(INTAKE.read(Incoming.at(Path.of(inbox.folder().resolve("b.txt") + "!/b/d.txt"))))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.rejection())
                        .hasToString(
                                inbox.folder().resolve("b.txt") + "!/b/d.txt: b.txt is not an archive (not_found)"));
    }

    private void at(String name, Instant modified) throws IOException {
        inbox.put(name, Inbox.HEBEI_2011);
        Files.setLastModifiedTime(inbox.folder().resolve(name), FileTime.from(modified));
    }

    private List<Incoming> found() throws IOException {
        return look(INTAKE).stream()
                .filter(Accepted.class::isInstance)
                .map(IntakeTest::value)
                .toList();
    }

    private List<Rejection> refused() throws IOException {
        return look(INTAKE).stream()
                .filter(Rejected.class::isInstance)
                .map(outcome -> ((Rejected<?>) outcome).rejection())
                .toList();
    }

    private List<Outcome<Incoming>> look(Intake intake) throws IOException {
        return InboxFiles.under(inbox.folder()).stream()
                .flatMap(file -> intake.look(file).stream())
                .toList();
    }

    private static <T> T value(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted<T>) outcome).value();
    }

    private static LeftFile left(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Left.class);
        return ((Left<?>) outcome).file();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Intake within(IntakeLimits limits) {
        return Intake.create(limits, ReadingLimits.defaults(), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
