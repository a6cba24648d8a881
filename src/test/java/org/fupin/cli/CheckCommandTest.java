package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.cli.output.ExitCode;
import org.fupin.testing.Inbox;
import org.fupin.testing.Zip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    @TempDir
    private Path folder;

    private Inbox inbox;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("made/check");
    }

    @Test
    void writesTheRecordsWithTheFieldsOfTheObservationModel() throws IOException {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder().resolve("hebei.txt"));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("1 file, 1 article, 3 observations, ");

        int million120 = Inbox.HEBEI_2011.indexOf("120 million");
        int million80 = Inbox.HEBEI_2011.indexOf("80 million");
        List<JsonNode> observations = records("observations");
        assertThat(observations).hasSize(3);
        assertThat(observations.get(1).propertyNames())
                .containsExactly(
                        "document",
                        "article",
                        "section",
                        "programme",
                        "begin",
                        "end",
                        "text",
                        "value",
                        "low",
                        "high",
                        "unit",
                        "kind",
                        "direction",
                        "measure",
                        "source",
                        "per",
                        "status",
                        "qualifier",
                        "period",
                        "region",
                        "item",
                        "part_of",
                        "about",
                        "rules",
                        "flags",
                        "doubt");
        JsonNode part = observations.get(1);
        assertThat(part.get("document").stringValue()).isEqualTo("hebei.txt");
        assertThat(part.get("article").stringValue()).isEqualTo("Poverty Alleviation and Development in Hebei");
        assertThat(part.get("section").stringValue()).isEqualTo("Overview");
        assertThat(part.get("programme").stringValue()).isEqualTo("overview");
        assertThat(part.get("begin").intValue()).isEqualTo(million80);
        assertThat(part.get("end").intValue()).isEqualTo(million80 + "80 million yuan".length());
        assertThat(part.get("text").stringValue()).isEqualTo("80 million yuan");
        assertThat(part.get("value").stringValue()).isEqualTo("80000000");
        assertThat(part.get("low").stringValue()).isEmpty();
        assertThat(part.get("unit").stringValue()).isEqualTo("CNY");
        assertThat(part.get("period").stringValue()).isEqualTo("2011");
        assertThat(part.get("part_of").intValue()).isEqualTo(million120);
        assertThat(part.get("about").stringValue()).isEmpty();
        assertThat(part.get("rules").isArray()).isTrue();

        JsonNode article = records("articles").get(0);
        assertThat(article.propertyNames())
                .containsExactly("document", "title", "region", "year", "begin", "end", "author", "sub_area", "stated");
        assertThat(article.get("region").stringValue()).isEqualTo("CN-HE");
        assertThat(article.get("year").intValue()).isEqualTo(2011);
        JsonNode section = records("sections").get(0);
        assertThat(section.propertyNames()).containsExactly("document", "heading", "programme", "begin");
        assertThat(section.get("begin").intValue()).isEqualTo(Inbox.HEBEI_2011.indexOf("Overview"));
        JsonNode leftOut = records("left-out").get(0);
        assertThat(leftOut.propertyNames()).containsExactly("document", "begin", "end", "text", "reason");
        assertThat(leftOut.get("text").stringValue()).isEqualTo("2011");
        assertThat(leftOut.get("reason").stringValue()).isEqualTo("date");
    }

    @Test
    void writesWhatTheAuditFound() throws IOException {
        inbox.put("gansu.txt", """
                Poverty Alleviation and Development in Gansu

                【Overview】In 2011, Gansu Province trained 62.100 people.
                """);

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder());

        assertThat(outcome.code()).isZero();
        assertThat(records("findings")).anySatisfy(finding -> {
            assertThat(finding.propertyNames())
                    .containsExactly(
                            "document",
                            "rule",
                            "severity",
                            "holds",
                            "begin",
                            "doubted",
                            "stated",
                            "expected",
                            "message");
            assertThat(finding.get("document").stringValue()).isEqualTo("gansu.txt");
            assertThat(finding.get("rule").stringValue()).isEqualTo("malformed");
            assertThat(finding.get("severity").stringValue()).isEqualTo("warning");
            assertThat(finding.get("holds").booleanValue()).isFalse();
            assertThat(finding.get("begin").size()).isEqualTo(1);
            assertThat(finding.get("begin").get(0).intValue()).isEqualTo(88);
            assertThat(finding.get("message").stringValue()).isNotBlank();
        });
    }

    @Test
    void rejectsFilesWithTheirReasonAndChecksTheOthers() throws IOException {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).putUnreadable();

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder(), folder.resolve("no-such-file.txt"));

        assertThat(outcome.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(outcome.err().lines())
                .hasSize(6)
                .allMatch(line -> line.startsWith("fupin: rejected ") && !line.contains(folder.toString()))
                .anyMatch(line -> line.contains("empty.txt: ") && line.endsWith("(empty)"))
                .anyMatch(line -> line.contains("binary.txt: ") && line.endsWith("(binary)"))
                .anyMatch(line -> line.contains("shopping.txt: ") && line.endsWith("(no_article)"))
                .anyMatch(line -> line.contains("dangling.txt: ") && line.endsWith("(not_found)"))
                .anyMatch(line -> line.contains("loop.txt: ") && line.endsWith("(link_loop)"))
                .anyMatch(line -> line.endsWith("no-such-file.txt: there is no such file (not_found)"));
        assertThat(records("articles")).hasSize(1);
    }

    @Test
    void computedAmountIsInFullWhereTheTextAbbreviatesItsOwn() throws IOException {
        inbox.put("hunan.txt", """
                Poverty Alleviation in Hunan in 2012

                In 2012, the total investment in schools was \u00A59300 k, including \u00A54000 k for desks, \u00A53000 k \
                for books and \u00A52500 k for walls.

                In 2012, the total investment in power was 9,300 yuan, including 4,000 yuan for poles, 3,000 yuan for \
                lines and 2,500 yuan for boxes.
                """);

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder());

        assertThat(outcome.out()).contains("2 findings (see " + out.resolve("findings.jsonl") + ")");
        assertThat(records("findings"))
                .extracting(finding -> finding.get("message").stringValue())
                .anyMatch(message -> message.contains("add up to 9,500,000 Yuan, 200,000 Yuan more"))
                .anyMatch(message -> message.contains("add up to 9,500 yuan, 200 yuan more"));
    }

    @Test
    void checksTheMembersOfArchives() throws IOException {
        byte[] zip = new Zip()
                .add("2011/hebei.txt", Inbox.HEBEI_2011)
                .add("list.txt", "Milk.")
                .bytes();
        inbox.put("a.zip", zip).put("hebei.txt", Inbox.HEBEI_2011);
        Path archive = inbox.folder().resolve("a.zip");

        Outcome all = Outcome.of("check", "--out", out, archive, inbox.folder().resolve("hebei.txt"));

        assertThat(all.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(all.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("fupin: rejected a.zip!/list.txt: ")
                                .endsWith("(no_article)"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "fupin: hebei.txt has the same content as a.zip!/2011/hebei.txt, checked once"));
        assertThat(records("articles"))
                .extracting(article -> article.get("document").stringValue())
                .containsExactly("a.zip!/2011/hebei.txt", "hebei.txt");

        Outcome one = Outcome.of("check", archive + "!/2011/hebei.txt");

        assertThat(one.code()).isZero();
        assertThat(one.out()).startsWith("a.zip!/2011/hebei.txt: text, UTF-8, ");
    }

    @Test
    void explainsAMemberOfAnArchive() {
        inbox.put("a.zip", new Zip().add("b/hebei.txt", Inbox.HEBEI_2011).bytes());
        Path archive = inbox.folder().resolve("a.zip");
        int at = Inbox.HEBEI_2011.indexOf("80 million");

        assertThat(Outcome.of("explain", archive + "!/b/hebei.txt", "--at", at).out())
                .contains("\"80 million yuan\" at " + at);
        assertThat(Outcome.of("explain", archive + "!/hebei.txt", "--at", at).err())
                .endsWith("a.zip!/hebei.txt: there is no such member in the archive (not_found)"
                        + System.lineSeparator());
        assertThat(Outcome.of("explain", archive, "--at", at).err())
                .contains("ZIP archive")
                .contains("(binary)");
    }

    @Test
    void showsNamesOnOneLine() {
        inbox.put("a\nfupin: b.txt", "Milk.").put("\u202Ec.txt", Inbox.HEBEI_2011);

        Outcome outcome = Outcome.of("check", inbox.folder());

        assertThat(outcome.err().lines()).singleElement().asString().contains("a%0Afupin: b.txt: ");
        assertThat(outcome.out()).contains("%E2%80%AEc.txt: text").doesNotContain("\u202E");
    }

    @Test
    void givesTheSameCodeWhereNothingCouldBeRead() throws IOException {
        inbox.put("empty.txt", "");

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder());

        assertThat(outcome.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(records("observations")).isEmpty();
    }

    @Test
    void checksTheSameContentOnceAndListsItUnderEachName() throws IOException {
        String wrong =
                Inbox.HEBEI_2011.replace("80 million", "180 million") + "On June 30, 2011 the plan was passed.\n";
        inbox.put("a.txt", wrong).put("b.txt", wrong);

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("b.txt has the same content as a.txt, checked once");
        assertThat(outcome.out()).startsWith("1 file, 1 article, ");
        for (String type : List.of("articles", "sections", "observations", "left-out", "findings")) {
            Map<String, List<String>> byName = records(type).stream()
                    .collect(Collectors.groupingBy(
                            record -> record.get("document").stringValue(),
                            Collectors.mapping(
                                    record -> record.toString().replaceFirst("[ab]\\.txt", ""), Collectors.toList())));
            assertThat(byName.get("b.txt")).as(type).isNotEmpty().isEqualTo(byName.get("a.txt"));
        }
    }

    @Test
    void callsFilesByTheirPathInTheFolderAndNamedFilesByTheirBareName() throws IOException {
        inbox.put("2011/hebei.txt", Inbox.HEBEI_2011).put("2012/hebei.txt", Inbox.HEBEI_2012);
        Path of2011 = inbox.folder().resolve("2011/hebei.txt");
        Path of2012 = inbox.folder().resolve("2012/hebei.txt");

        Outcome.of("check", "--out", out, inbox.folder());
        assertThat(documents()).containsExactly("2011/hebei.txt", "2012/hebei.txt");

        Outcome.of("check", "--out", out, of2011);
        assertThat(documents()).containsExactly("hebei.txt");

        Outcome.of("check", "--out", out, of2011, of2012);
        assertThat(documents()).as("two of one name").containsExactly(of2011.toString(), of2012.toString());

        Outcome.of("check", "--out", out, inbox.folder(), of2011);
        assertThat(documents()).containsExactly("2011/hebei.txt", "2012/hebei.txt", "hebei.txt");
    }

    private List<String> documents() throws IOException {
        return records("articles").stream()
                .map(article -> article.get("document").stringValue())
                .toList();
    }

    @Test
    void warnsOfFilesThatARunWouldNotTakeTogether() throws IOException {
        inbox.put("a.txt", Inbox.HEBEI_2011)
                .put("b.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("c.txt", Inbox.HEBEI_2012);

        Outcome outcome = Outcome.of("check", "--out", out, inbox.folder());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly(
                        "fupin: warning: \"Poverty Alleviation and Development in Hebei\" (CN-HE, 2011) is in"
                                + " a.txt and b.txt with different texts: a run takes one of the files at most, see on-conflict");
        assertThat(records("articles")).hasSize(3);
    }

    @Test
    void printsWhatItFoundForPeople() {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);

        Outcome outcome = Outcome.of("check", inbox.folder().resolve("hebei.txt"));

        assertThat(outcome.out().lines())
                .containsSubsequence(
                        "hebei.txt: text, UTF-8, " + Inbox.HEBEI_2011.length() + " characters",
                        "  2011 CN-HE  Poverty Alleviation and Development in Hebei")
                .last()
                .asString()
                .startsWith("1 file, 1 article, 3 observations, ");
    }

    private List<JsonNode> records(String type) throws IOException {
        return Files.readAllLines(out.resolve(type + ".jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
