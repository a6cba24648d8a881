package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.fupin.reading.docx.Docx;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportArchiveTest {

    private static final ReadingLimits LIMITS = ReadingLimits.defaults();
    private static final ReadingLimits SMALL = new ReadingLimits(1 << 18, 1 << 18, 100, 6, 2, 1_000_000, 10);

    /** Paths with contents, or with the reasons of those refused. */
    private static Map<String, String> members(byte[] archive, ReadingLimits limits)
            throws UnreadableDocumentException {
        Map<String, String> found = new LinkedHashMap<>();
        ReportArchive.of(archive, limits).forEach(new ReportArchive.Visitor<RuntimeException>() {
            @Override
            public void member(String path, byte[] content) {
                assertThat(found.put(path, new String(content, StandardCharsets.UTF_8)))
                        .isNull();
            }

            @Override
            public void refused(String path, UnreadableDocumentException why) {
                assertThat(why.getMessage()).isNotBlank();
                assertThat(found.put(path, why.reason().code())).isNull();
            }
        });
        return found;
    }

    @Test
    void membersAreVisitedInTheArchivesOrderAndFoundByTheirPaths() throws Exception {
        byte[] inner = Zips.with("c.txt", "C").and("d/e.txt", "E").bytes();
        byte[] archive = Zips.with("2012/b.txt", "B")
                .and("folder/", new byte[0])
                .and("more/inner.ZIP", inner)
                .and("a.txt", "A")
                .bytes();
        assertThat(members(archive, LIMITS))
                .containsExactly(
                        Map.entry("2012/b.txt", "B"),
                        Map.entry("more/inner.ZIP!/c.txt", "C"),
                        Map.entry("more/inner.ZIP!/d/e.txt", "E"),
                        Map.entry("a.txt", "A"));
        ReportArchive opened = ReportArchive.of(archive, LIMITS);
        assertThat(opened.member("more/inner.ZIP!/d/e.txt")).asString().isEqualTo("E");
        assertThat(opened.member("2012/b.txt")).asString().isEqualTo("B");
        assertThatThrownBy(() -> opened.member("b.txt")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> opened.member("more/inner.ZIP!/x")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void contentSaysWhatAnArchiveIs() throws Exception {
        assertThat(ReportArchive.isArchive(Zips.with("a.txt", "A").bytes())).isTrue();
        assertThat(ReportArchive.isArchive(new Zips().bytes())).isTrue();
        assertThat(ReportArchive.isArchive("PK\003\004 cut off".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(ReportArchive.isArchive(Docx.of("Text").bytes())).isFalse();
        assertThat(ReportArchive.isArchive(Zips.with("[Content_Types].xml", "")
                        .and("xl/workbook.xml", "")
                        .bytes()))
                .isFalse();
        assertThat(ReportArchive.isArchive(
                        Zips.with("mimetype", "application/epub+zip").bytes()))
                .isFalse();
        assertThat(ReportArchive.isArchive("PK, the town".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(ReportArchive.isArchive(new byte[0])).isFalse();
        assertThat(ReportArchive.isArchive(
                        Zips.with("report.docx", Docx.of("Text").bytes()).bytes()))
                .as("an archive of one document, stored or not, is an archive")
                .isTrue();
    }

    @Test
    void whatIsNoReportIsLeftAlone() throws Exception {
        byte[] archive = Zips.with("__MACOSX/._a.txt", "x")
                .and(".DS_Store", "x")
                .and("a/.hidden/b.txt", "x")
                .and("a/Thumbs.db", "x")
                .and("a/b.txt", "B")
                .bytes();
        assertThat(members(archive, LIMITS)).containsOnlyKeys("a/b.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd | etc/passwd",
                "/etc/./passwd | etc/passwd",
                "C:\\reports\\a.txt | reports/a.txt",
                "a//b.txt | a/b.txt",
                "b.zip!/c.txt | b.zip%21/c.txt",
                "扶贫 2012.txt | 扶贫 2012.txt",
                "a'; DROP TABLE run; --.txt | a'; DROP TABLE run; --.txt",
            })
    void namesLeadNowhere(String name, String path) throws Exception {
        assertThat(members(Zips.with(name, "A").bytes(), LIMITS)).containsOnlyKeys(path);
    }

    @Test
    void charactersThatDoNotShowAreWrittenOut() throws Exception {
        assertThat(members(Zips.with("a\nb\u202Etxt.exe\u0000", "A").bytes(), LIMITS))
                .containsOnlyKeys("a%0Ab%E2%80%AEtxt.exe%00");
    }

    @ParameterizedTest
    @CsvSource({"GBK, 贵州省扶贫报告.txt", "IBM437, résumé für Gansu.txt", "UTF-8, 甘肃.txt"})
    void namesOfOldArchiversAreRead(String charset, String name) throws Exception {
        assertThat(members(Zips.withNamesIn(charset, name, "A"), LIMITS)).containsExactly(Map.entry(name, "A"));
    }

    @Test
    void oneMemberThatIsRefusedDoesNotStopTheOthers() throws Exception {
        byte[] archive = Zips.with("encrypted.txt", "x")
                .and("first.txt", "1")
                .and("cut.zip", "PK\003\004 cut off")
                .and("lies.txt", "twelve bytes")
                .and("checksum.txt", "x")
                .and("odd.txt", "x")
                .andLink("link.txt", "/etc/passwd")
                .and("first.txt", "2")
                .and("n".repeat(400) + ".txt", "x")
                .and("last.txt", "3")
                .bytes();
        archive = Zips.patched(archive, "encrypted.txt", 8, 1);
        archive = Zips.patched(archive, "lies.txt", 24, 5);
        archive = Zips.patched(archive, "checksum.txt", 16, 0, 0, 0, 0);
        archive = Zips.patched(archive, "odd.txt", 10, 98);
        Map<String, String> found = members(archive, LIMITS);
        assertThat(found)
                .containsOnly(
                        Map.entry("encrypted.txt", "encrypted"),
                        Map.entry("first.txt", "1"),
                        Map.entry("cut.zip", "damaged"),
                        Map.entry("lies.txt", "damaged"),
                        Map.entry("checksum.txt", "damaged"),
                        Map.entry("odd.txt", "binary"),
                        Map.entry("link.txt", "link"),
                        Map.entry("first.txt (2)", "duplicate"),
                        Map.entry("n".repeat(300), "too_large"),
                        Map.entry("last.txt", "3"));
        ReportArchive opened = ReportArchive.of(archive, LIMITS);
        assertThatThrownBy(() -> opened.member("link.txt")).hasMessageContaining("link");
        assertThatThrownBy(() -> opened.member("encrypted.txt")).hasMessageContaining("password");
    }

    @Test
    void bombsAreRefusedByWhatTheDirectoryStates() throws Exception {
        byte[] zeros = new byte[60_000_000];
        byte[] bomb = Zips.with("bomb.txt", zeros).and("a.txt", "A").bytes();
        assertThat(bomb.length).isLessThan(zeros.length / 900);
        assertThat(members(bomb, LIMITS)).containsExactly(Map.entry("bomb.txt", "too_large"), Map.entry("a.txt", "A"));
        // The directory says that it is small.
        byte[] liar = Zips.patched(bomb, "bomb.txt", 24, 100, 0, 0, 0);
        assertThat(members(liar, LIMITS)).containsExactly(Map.entry("bomb.txt", "damaged"), Map.entry("a.txt", "A"));
    }

    @Test
    void sumOfAllMembersIsLimitedThroughArchivesInTheArchive() throws Exception {
        byte[] content =
                "a line of text that is the same all over\n".repeat(1_500).getBytes(StandardCharsets.UTF_8);
        Zips five = new Zips();
        for (int i = 0; i < 5; i++) {
            five.and(i + ".txt", content);
        }
        byte[] much = five.bytes();
        assertThatThrownBy(() -> members(much, SMALL))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("too_large"))
                .hasMessageContaining("%,d bytes".formatted(5 * content.length))
                .hasMessageContaining("262,144");
        byte[] three =
                Zips.with("1", content).and("2", content).and("3", content).bytes();
        assertThat(members(three, SMALL)).hasSize(3);
        assertThat(members(
                        Zips.with("a.zip", three)
                                .and("b.zip", three)
                                .and("c.txt", "C")
                                .bytes(),
                        SMALL))
                .as("what is left when the first one is opened is too little for the second one")
                .containsOnlyKeys("a.zip!/1", "a.zip!/2", "a.zip!/3", "b.zip", "c.txt")
                .containsEntry("b.zip", "too_large");
    }

    @Test
    void numberOfMembersIsLimited() throws Exception {
        Zips many = new Zips();
        for (int i = 0; i < 7; i++) {
            many.and(i + ".txt", "x");
        }
        byte[] archive = many.bytes();
        assertThatThrownBy(() -> members(archive, SMALL)).hasMessageContaining("7 members");
        byte[] five = Zips.with("1", "x")
                .and("2", "x")
                .and("3", "x")
                .and("4", "x")
                .and("5", "x")
                .bytes();
        assertThat(members(Zips.with("five.zip", five).and("a", "A").bytes(), SMALL))
                .containsExactly(Map.entry("five.zip", "too_large"), Map.entry("a", "A"));
        Zips flood = new Zips();
        for (int i = 0; i < 100; i++) {
            flood.and(i + ".txt", "");
        }
        byte[] flooded = flood.bytes();
        assertThatThrownBy(() -> ReportArchive.of(flooded, SMALL)).hasMessageContaining("100 members");
    }

    @Test
    void nestingIsLimited() throws Exception {
        byte[] archive = Zips.with("c.txt", "C").bytes();
        archive = Zips.with("b.zip", archive).bytes();
        assertThat(members(archive, SMALL)).containsExactly(Map.entry("b.zip!/c.txt", "C"));
        byte[] deep = Zips.with("a.zip", archive).and("a.txt", "A").bytes();
        assertThat(members(deep, SMALL)).containsExactly(Map.entry("a.zip!/b.zip", "nested"), Map.entry("a.txt", "A"));
        assertThatThrownBy(() -> ReportArchive.of(deep, SMALL).member("a.zip!/b.zip!/c.txt"))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("nested"));
    }

    @Test
    void archiveThatHoldsItselfEnds() throws Exception {
        // A stored member whose bytes are the archive's own beginning is as near to a quine as can be built here.
        byte[] archive = Zips.with("seed.txt", "S").bytes();
        for (int i = 0; i < 12; i++) {
            archive = new Zips()
                    .andStored("r.zip", archive)
                    .andStored("again.zip", archive)
                    .bytes();
        }
        Map<String, String> found = members(archive, LIMITS);
        assertThat(found).hasSize(8).containsValues("nested");
        assertThat(found.values()).containsOnly("nested");
    }

    @Test
    void damagedArchiveIsRejectedAsAWhole() {
        byte[] archive = Zips.with("a.txt", "A").bytes();
        byte[] cut = Arrays.copyOf(archive, archive.length - 30);
        assertThatThrownBy(() -> ReportArchive.of(cut, LIMITS))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("damaged"))
                .hasMessageContaining(cut.length + " bytes");
    }

    @Test
    void visitorsOwnFailureEndsTheVisit() throws Exception {
        ReportArchive archive =
                ReportArchive.of(Zips.with("a", "A").and("b", "B").bytes(), LIMITS);
        assertThatThrownBy(() -> archive.forEach(new ReportArchive.Visitor<IOException>() {
                    @Override
                    public void member(String path, byte[] content) throws IOException {
                        throw new IOException(path);
                    }

                    @Override
                    public void refused(String path, UnreadableDocumentException why) {
                        throw new AssertionError(why);
                    }
                }))
                .hasMessage("a");
    }
}
