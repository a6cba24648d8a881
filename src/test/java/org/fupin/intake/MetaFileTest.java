package org.fupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaFileTest {

    private static final String TEXT = "Work of the year\n\nIn the year, 12 million yuan was put in.\n";

    private final MetaFile reader = new MetaFile();

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN-GS | CN-GS | ''",
                "Gansu Province | CN-GS | ''",
                "Inner Mongolia | CN-NM | ''",
                "Tongwei County, Gansu | CN-GS | Tongwei County",
                "Tongwei County, CN-GS | CN-GS | Tongwei County",
                "CN-XJ-XPCC | CN-XJ-XPCC | ''",
                "\u7518\u8083\u7701 | CN-GS | ''",
                "Zunyi City | CN-GZ | Zunyi City",
            })
    void areaIsACodeOrAName(String area, String region, String county) throws UnreadableDocumentException {
        StatedFacts facts = read("area: " + area + "\nyear: 2012\ntitle: My report\n");
        assertThat(facts).isEqualTo(new StatedFacts(region, county, 2012, "My report", "a.meta.yml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area: Mars | a.meta.yml:1: unknown area 'Mars': expected one province",
                "area: Gansu and Qinghai | unknown area 'Gansu and Qinghai'",
                "year: 3012 | a.meta.yml:1: invalid year '3012': expected YYYY",
                "year: [2012] | a.meta.yml:1: year takes one value",
                "'' | a.meta.yml:1: is empty: state one of area, year and title",
                "years: 2012 | a.meta.yml:1: unknown key 'years'",
                "'title:' | a.meta.yml:1: title has no value",
                "- area | a.meta.yml:1: expected lines of the form",
                "area: 'x | not YAML",
            })
    void mistakeNamesFileLineAndExpectation(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.BAD_META))
                .hasMessageContaining(message);
    }

    @Test
    void fileWinsOverFolder() throws UnreadableDocumentException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.meta.yml", bytes("area: Hunan\n"));
        files.put(MetaFile.OF_FOLDER, bytes("area: Gansu\nyear: 2012\n"));
        assertThat(reader.read(files)).isEqualTo(new StatedFacts("CN-HN", "", 2012, "", "a.meta.yml, folder.meta.yml"));
    }

    @Test
    void documentIsReadWithWhatIsStatedOfIt() throws IOException {
        Files.writeString(inbox.resolve("a.txt"), TEXT);
        Files.writeString(inbox.resolve("a.txt.meta.yml"), "area: Tongwei County, Gansu\nyear: 2012\n");
        Article article = only().document().articles().get(0);
        assertThat(article.region()).isEqualTo("CN-GS");
        assertThat(article.subArea()).isEqualTo("Tongwei County");
        assertThat(article.stated()).isEqualTo("area, year (a.txt.meta.yml)");
        assertThat(only().articles().get(0).observations())
                .allMatch(o -> o.region().equals("Tongwei County"));
        String before = only().document().file().id();
        Files.writeString(inbox.resolve("a.txt.meta.yml"), "area: Tongwei County, Gansu\nyear: 2013\n");
        assertThat(only().document().file().id()).isNotEqualTo(before);
        assertThat(only().document().articles().get(0).year()).isEqualTo(2013);
    }

    @Test
    void endingMayBeWrittenInFull() throws IOException {
        Files.writeString(inbox.resolve("a.txt"), TEXT);
        Files.writeString(inbox.resolve("a.meta.yaml"), "area: Hunan\n");
        Files.writeString(inbox.resolve("folder.meta.yaml"), "year: 2012\n");
        Article article = only().document().articles().get(0);
        assertThat(article.place()).isEqualTo("CN-HN");
        assertThat(article.year()).isEqualTo(2012);
        assertThat(article.stated()).isEqualTo("area, year (a.meta.yaml, folder.meta.yaml)");
    }

    @Test
    void mistakeRefusesItsDocumentOnly() throws IOException {
        Files.writeString(inbox.resolve("a.txt"), TEXT);
        Files.writeString(inbox.resolve("a.meta.yml"), "year: soon\n");
        Files.writeString(
                inbox.resolve("b.txt"), "Poverty Alleviation in Gansu\n\nIn 2012, 5 million yuan was put in.\n");
        Files.writeString(inbox.resolve("c.meta.yml"), "year: 2012\n");
        List<Outcome<ExtractedDocument>> outcomes = outcomes();
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Rejected.class, refused -> assertThat(
                        refused.rejection().message())
                .contains("a.meta.yml:1: invalid year 'soon'"));
        assertThat(outcomes.get(1)).isInstanceOf(Accepted.class);
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(Rejected.class, refused -> assertThat(
                        refused.rejection().message())
                .contains("a document that is not beside it"));
    }

    private ExtractedDocument only() throws IOException {
        List<Outcome<ExtractedDocument>> outcomes = outcomes();
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(Accepted.class);
        return ((Accepted<ExtractedDocument>) outcomes.get(0)).value();
    }

    private List<Outcome<ExtractedDocument>> outcomes() throws IOException {
        Intake intake = Intake.create(new IntakeLimits(Duration.ZERO, Duration.ofSeconds(60), null, OnConflict.REJECT));
        return InboxFiles.under(inbox).stream()
                .flatMap(file -> intake.extractAll(file).stream())
                .toList();
    }

    private StatedFacts read(String content) throws UnreadableDocumentException {
        return reader.read(Map.of("a.meta.yml", bytes(content)));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
