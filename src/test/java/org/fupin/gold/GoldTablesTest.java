package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Coded;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.Warning;
import org.fupin.observation.finding.Finding;
import org.fupin.reading.DocumentReader;
import org.fupin.testing.Accounting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Tables with all fields of their figures. The annotations of stacked-headers and year-groups were written by hand before the
 * program had read them; only the wording of one item was then taken from it. Those of notes-and-norms were written with the
 * rules that it tests. Those of all others were made from what the program found, and a second reader then held each of them
 * against the annotation guide and corrected them: that they hold tells little of how well new tables are read. Where the guide
 * leaves a choice they follow the program: a figure with a total in its row and one in its column is a part of that of its
 * column, a sign is in the span, and items have the program's wording. What is known to be wrong says a comment in the file.
 *
 * <p>Beside each document stands a file of YAML with all figures of its tables: a field that is not there has what figures have
 * where nothing else is said (kind level, status actual, the article's year and region, the others empty); part_of and about
 * name a figure by its text ({@code "12#2"}: the second such one). left_out counts all numbers that are no figures by their
 * reasons.
 */
class GoldTablesTest {

    private static final Path FOLDER = Path.of("src/test/resources/gold/tables");
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    private static final String DOCX = "<?xml version='1.0' encoding='UTF-8'?><w:document"
            + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>%s</w:body></w:document>";
    private static final String CONTENT_TYPES =
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='xml' ContentType='application/xml'/></Types>";

    static Stream<Path> gold() throws IOException {
        return Files.list(FOLDER)
                .filter(file -> file.toString().endsWith(".yml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("gold")
    void eachCellHasTheFieldsOfItsHeaders(Path file) throws Exception {
        JsonNode gold = YAML.readTree(Files.readString(file));
        ExtractedDocument document = extracted(gold.get("document").asString());
        List<Observation> found = document.articles()
                .get(0)
                .observations()
                .filter(GoldTablesTest::isOfTable)
                .toList();
        assertThat(rows(found)).containsExactlyElementsOf(rows(gold));
        assertThat(leftOut(document)).isEqualTo(leftOut(gold));
        assertThat(Accounting.faults(document)).isEmpty();
    }

    @Test
    void atLeastSixTablesOfAllFormats() throws Exception {
        int tables = 0;
        List<String> formats = new ArrayList<>();
        for (Path file : gold().toList()) {
            ExtractedDocument document = extracted(
                    YAML.readTree(Files.readString(file)).get("document").asString());
            formats.add(document.document().file().format());
            tables += document.document().articles().get(0).sections().stream()
                    .mapToInt(section -> section.tables().size())
                    .sum();
        }
        assertThat(tables).isGreaterThanOrEqualTo(27);
        assertThat(formats).contains("text", "html", "docx");
    }

    @Test
    void tablesWithoutAnyFigureAreWarnedOf() throws Exception {
        assertThat(extracted("averages.txt").document().warnings())
                .extracting(Warning::reason, Warning::message)
                .containsExactly(
                        tuple(
                                LeftOutReason.TABLE,
                                "line 21: a table whose headers do not tell what its figures are; 4 numbers are left out"
                                        + " (table): \"| Project | Households | Persons |\""),
                        tuple(
                                LeftOutReason.TABLE,
                                "line 27: a table whose headers do not tell what its figures are; 4 numbers are left out"
                                        + " (table): \"| County | Roads (km) |\""));
        assertThat(extracted("drawn.txt").document().warnings()).isEmpty();
    }

    @Test
    void tablesThatAreNotUnderstoodAreTold() throws Exception {
        List<Finding> findings =
                Auditor.create().audit(extracted("near-misses.txt").articles());
        assertThat(findings)
                .filteredOn(finding -> !finding.holds())
                .extracting(Finding::message)
                .containsExactly(
                        "4 numbers of a table could not be understood and are left out; the first stands in the row"
                                + " \"8 | 9 | 10 | 11\".");
    }

    private static boolean isOfTable(Observation observation) {
        return observation.rules().stream().anyMatch(rule -> rule.startsWith("table-"));
    }

    private static ExtractedDocument extracted(String name) throws Exception {
        byte[] content = Files.readAllBytes(FOLDER.resolve(name));
        byte[] bytes = name.endsWith(".docx.xml") ? docx(new String(content, StandardCharsets.UTF_8)) : content;
        return Extractor.create().extract(DocumentReader.create().read(name, bytes));
    }

    private static byte[] docx(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part :
                    new String[][] {{"[Content_Types].xml", CONTENT_TYPES}, {"word/document.xml", DOCX.formatted(body)}
                    }) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<Map<String, String>> rows(JsonNode gold) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode figure : gold.get("figures")) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String field : List.of("span", "value", "unit", "measure", "item")) {
                row.put(field, figure.get(field).asString());
            }
            row.put("kind", text(figure, "kind", "level"));
            row.put("status", text(figure, "status", "actual"));
            row.put("period", text(figure, "period", gold.get("year").asString()));
            row.put("region", text(figure, "region", gold.get("region").asString()));
            for (String field : List.of("direction", "source", "per", "part_of", "about")) {
                row.put(field, text(figure, field, ""));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(JsonNode figure, String field, String otherwise) {
        return figure.has(field) ? figure.get(field).asString() : otherwise;
    }

    private static List<Map<String, String>> rows(List<Observation> found) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (Observation observation : found) {
            int nth = seen.merge(observation.text(), 1, Integer::sum);
            names.put(observation.begin(), nth == 1 ? observation.text() : observation.text() + "#" + nth);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Observation observation : found) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("span", names.get(observation.begin()));
            row.put("value", observation.quantity().value().stripTrailingZeros().toPlainString());
            row.put("unit", observation.quantity().unit().code());
            row.put("measure", observation.measure().code());
            row.put("item", observation.item());
            row.put("kind", observation.kind().code());
            row.put("status", observation.status().code());
            row.put("period", observation.period().iso());
            row.put("region", observation.region());
            row.put("direction", code(observation.direction()));
            row.put("source", code(observation.source()));
            row.put("per", code(observation.per()));
            row.put("part_of", name(names, observation.partOf()));
            row.put("about", name(names, observation.about()));
            rows.add(row);
        }
        return rows;
    }

    private static String code(@Nullable Coded value) {
        return value == null ? "" : value.code();
    }

    private static String name(Map<Integer, String> names, @Nullable Integer begin) {
        return begin == null ? "" : names.get(begin);
    }

    private static Map<String, Long> leftOut(ExtractedDocument document) {
        return Stream.concat(document.articles().get(0).leftOut(), document.outside().stream())
                .collect(Collectors.groupingBy(number -> number.reason().code(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> leftOut(JsonNode gold) {
        Map<String, Long> counts = new TreeMap<>();
        gold.get("left_out")
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        return counts;
    }
}
