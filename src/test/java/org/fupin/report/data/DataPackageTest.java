package org.fupin.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fupin.observation.Period;
import org.fupin.observation.Sha256;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data files, each held against what the package says of it. */
class DataPackageTest {

    private static final Publisher DESK =
            new Publisher("Statistics Desk", "desk@statistics.example", "CC-BY-4.0", "2026-12");

    private final ProvinceYearReport report = report(MarkedReport.qinghai2013());

    @Test
    void everyValueIsAsTheSchemaSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode resource : descriptor(DESK).get("resources")) {
            List<CSVRecord> rows = rows(content(resource.get("path").asString()));
            assertThat(rows).isNotEmpty();
            JsonNode schema = resource.get("schema");
            assertThat(rows.get(0).getParser().getHeaderNames())
                    .isEqualTo(schema.get("fields")
                            .valueStream()
                            .map(field -> field.get("name").asString())
                            .toList());
            Set<List<String>> keys = new HashSet<>();
            for (CSVRecord row : rows) {
                schema.get("fields").forEach(field -> check(row, field, wrong));
                assertThat(keys.add(schema.get("primaryKey")
                                .valueStream()
                                .map(name -> row.get(name.asString()))
                                .toList()))
                        .as("key of row %d of %s", row.getRecordNumber(), resource.get("name"))
                        .isTrue();
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(CSVRecord row, JsonNode field, List<String> wrong) {
        String name = field.get("name").asString();
        String value = row.get(name);
        JsonNode constraints = field.path("constraints");
        boolean right;
        if (value.isEmpty()) {
            right = !constraints.path("required").asBoolean(false);
        } else {
            right = switch (field.get("type").asString()) {
                case "integer" -> value.matches("\\d+");
                case "number" -> value.matches("-?\\d+(\\.\\d+)?");
                default -> true;
            };
            if (constraints.has("enum")) {
                right &= constraints.get("enum").valueStream().anyMatch(code -> code.asString()
                        .equals(value));
            }
            if (constraints.has("pattern")) {
                right &= value.matches(constraints.get("pattern").asString());
            }
        }
        if (!right) {
            wrong.add(name + " = '" + value + "' in row " + row.getRecordNumber());
        }
    }

    @Test
    void saysWhatTheFilesAreAndWhereTheyComeFrom() throws IOException {
        JsonNode descriptor = descriptor(DESK);

        assertThat(descriptor.get("name").asString()).isEqualTo("cn-qh-2013");
        assertThat(descriptor.get("licenses").get(0).get("name").asString()).isEqualTo("CC-BY-4.0");
        assertThat(descriptor.get("contributors").get(0).get("title").asString())
                .isEqualTo("Statistics Desk");
        assertThat(descriptor.get("contributors").get(0).get("email").asString())
                .isEqualTo("desk@statistics.example");
        assertThat(descriptor.get("nextRelease").asString()).isEqualTo("2026-12");
        assertThat(descriptor.get("sources").get(0).get("title").asString()).isEqualTo("qinghai-2013.txt");
        assertThat(descriptor.get("sources").get(0).get("sha256").asString())
                .isEqualTo(report.sources().files().get(0).id());
        for (JsonNode resource : descriptor.get("resources")) {
            byte[] content = content(resource.get("path").asString());
            assertThat(resource.get("bytes").intValue()).isEqualTo(content.length);
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Sha256.of(content));
        }
    }

    @Test
    void inventsNoPublisher() throws IOException {
        JsonNode descriptor = descriptor(Publisher.UNKNOWN);

        assertThat(descriptor.has("licenses")).isFalse();
        assertThat(descriptor.has("contributors")).isFalse();
        assertThat(descriptor.has("nextRelease")).isFalse();
        assertThat(descriptor(new Publisher("Desk", "https://desk.example/", "https://desk.example/terms", ""))
                        .get("licenses")
                        .get(0)
                        .get("path")
                        .asString())
                .isEqualTo("https://desk.example/terms");
    }

    @Test
    void hasAllFiguresAsTheReportHasThem() throws IOException {
        List<CSVRecord> rows = rows(content("CN-QH-2013.csv"));

        assertThat(rows).hasSameSizeAs(report.figures());
        CSVRecord total = rows.get(0);
        assertThat(total.get("document")).isEqualTo("qinghai-2013.txt");
        assertThat(total.get("text")).isEqualTo("3.264 billion yuan");
        assertThat(new BigDecimal(total.get("value"))).isEqualByComparingTo("3264000000");
        assertThat(total.get("unit")).isEqualTo("CNY");
        assertThat(rows.get(1).get("part_of")).isEqualTo(total.get("begin"));
        CSVRecord range = rows.stream()
                .filter(row -> row.get("text").equals("3,000 to 5,000 yuan"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(range.get("value"), range.get("low"), range.get("high")))
                .containsExactly("", "3000", "5000");
    }

    @Test
    void sdmxHasTheHeadOfTheFormatAndAValueForEachDimension() throws IOException {
        byte[] content = content("CN-QH-2013.sdmx.csv");

        assertThat(new String(content, StandardCharsets.UTF_8))
                .startsWith("STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA,")
                .contains(",TIME_PERIOD,OBS_VALUE,");
        List<CSVRecord> rows = rows(content);
        assertThat(rows).hasSameSizeAs(report.figures()).allSatisfy(row -> {
            assertThat(row.get("STRUCTURE[;]")).isEqualTo("datastructure");
            assertThat(row.get("STRUCTURE_ID")).matches("[A-Z]+:[A-Z_]+\\(\\d+\\.\\d+\\.\\d+\\)");
            SdmxRow.DIMENSIONS.forEach(
                    dimension -> assertThat(row.get(dimension.name())).isNotEmpty());
        });
        CSVRecord total = rows.get(0);
        assertThat(List.of(total.get("FUNDING_SOURCE"), total.get("DIRECTION"), total.get("AREA_PART")))
                .containsExactly("_X", "_Z", "_T");
        assertThat(rows.get(1).get("PART_OF")).isEqualTo(total.get("FIGURE"));
        CSVRecord yaks = rows.stream()
                .filter(row -> row.get("ITEM").equals("yaks"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(yaks.get("REF_AREA"), yaks.get("AREA_PART"), yaks.get("PLACE")))
                .containsExactly("CN-QH", "_O", "Zhenqin Town");
    }

    @ParameterizedTest
    @CsvSource({
        "2012, 2012",
        "2012-07, 2012-07",
        "2012-06-05, 2012-06-05",
        "2008/2010, 2008-01-01/P3Y",
        "2012-03/2012-05, 2012-03-01/P3M",
        "2012-07/2013-06, 2012-07-01/P1Y",
        "2012-02-28/2012-03-01, 2012-02-28/P3D"
    })
    void sdmxWritesTimeAsItsStandardDoes(String iso, String sdmx) {
        assertThat(SdmxRow.time(Period.parse(iso))).isEqualTo(sdmx);
    }

    @Test
    void noTextIsAFormula() throws IOException {
        ProvinceYearReport hostile = report(MarkedReport.empty("CN-QH", 2013)
                .text("# overview | =1+1\n@SUM(A1) {a|5,000|trained|level|5000|person|=cmd}."));

        assertThat(text(DataFiles.OBSERVATIONS, hostile)).contains(",'=1+1,").contains(",'=cmd,");
        assertThat(text(DataFiles.SDMX, hostile)).contains(",'=cmd,").contains("'@SUM(A1) 5");
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        assertThat(descriptor(DESK)).isEqualTo(descriptor(DESK));
        assertThat(content("CN-QH-2013.csv")).isEqualTo(content("CN-QH-2013.csv"));
    }

    /** The handbook's page has a table for each file: the columns in order, with type and meaning. */
    @Test
    void theDictionaryHasEveryColumn() throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        Pattern line = Pattern.compile("\\| `([^`]+)` \\| (\\w+) \\| (.*?) \\| (.+?) \\|");
        String file = "";
        for (String text : Files.readAllLines(Path.of("src/site/markdown/data.md"))) {
            if (text.startsWith("## ")) {
                file = text.substring(3);
            }
            Matcher row = line.matcher(text);
            if (row.matches()) {
                tables.computeIfAbsent(file, any -> new ArrayList<>())
                        .add(row.group(1) + ", " + row.group(2) + ": " + row.group(4));
            }
        }
        assertThat(tables)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "CN-GS-2012.csv", described(DataFiles.OBSERVATIONS),
                        "CN-GS-2012.sdmx.csv", described(DataFiles.SDMX),
                        "CN-GS-2012.codes.csv", described(DataFiles.CODES_FILE)));
    }

    private static List<String> described(DataFile<?> file) {
        return file.fields().stream()
                .map(field -> field.name() + ", " + field.type().code() + ": " + field.description())
                .toList();
    }

    private byte[] content(String path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream.of(DataFiles.OBSERVATIONS, DataFiles.SDMX, DataFiles.CODES_FILE)
                .filter(file -> file.fileName(report).equals(path))
                .findFirst()
                .orElseThrow()
                .write(report, out);
        return out.toByteArray();
    }

    private static String text(DataFile<?> file, ProvinceYearReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode descriptor(Publisher publisher) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataPackage().write(report, publisher, out);
        return JsonMapper.shared().readTree(out.toByteArray());
    }

    private static List<CSVRecord> rows(byte[] content) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(content, StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }

    private static ProvinceYearReport report(MarkedReport marked) {
        return ProvinceYearReport.of(marked.provinceYear(), List.of(), Regions.load());
    }
}
