package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.job.run.Count;
import org.fupin.observation.Sha256;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.publish.Manifest;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.SupersededFiles;
import org.fupin.reference.Units;
import org.fupin.report.Publisher;
import org.fupin.report.headline.YearHeadlines;
import org.fupin.settings.RunRequest;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which reports a run makes again, and that the others stay as they are. */
class RemadeReportsTest extends JobTestCase {

    @Test
    void reportsAgainOnlyWhatACorrectionChanges() throws Exception {
        inbox.putThreeOf(2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        Map<String, String> before = outputs();
        ageOutputs();
        inbox.put("hebei-2011-corrected.txt", Inbox.HEBEI_2011_CORRECTED);

        RunResult result = run();

        assertThat(List.of(
                        result.count(Count.LOADED),
                        result.count(Count.KNOWN),
                        result.count(Count.ADDED),
                        result.count(Count.SUPERSEDED)))
                .containsExactly(1L, 4L, 0L, 1L);
        assertThat(result.count(Count.AUDITED)).isEqualTo(1);
        assertThat(superseded(before))
                .as("the reports that others took the place of are kept")
                .hasSize(11)
                .containsExactlyInAnyOrderElementsOf(touched().stream()
                        .filter(path -> !path.equals("manifest.json") && !path.startsWith("superseded/"))
                        .toList());
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .as("the year, the year after, which shows the year before, and the summary of the year")
                .containsExactlyInAnyOrder(
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .filteredOn(output -> output.run() == result.runId())
                .hasSize(11);
    }

    @Test
    void makesAgainWhatIsMissingOrDamaged() throws Exception {
        inbox.putThreeOf(2011);
        run();
        Map<String, String> before = outputs();
        ageOutputs();
        Files.delete(out.resolve("2011/CN-HE/CN-HE-2011.pdf"));
        Files.writeString(out.resolve("2011/summary-2011.xlsx"), "not a workbook");

        RunResult result = run();

        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.count(Count.WRITTEN)).isEqualTo(2);
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .containsExactlyInAnyOrder("2011/CN-HE/CN-HE-2011.pdf", "2011/summary-2011.xlsx");
        String altered = SupersededFiles.path(
                "2011/summary-2011.xlsx", Sha256.of("not a workbook".getBytes(StandardCharsets.UTF_8)));
        assertThat(out.resolve(altered))
                .as("what somebody wrote over a report is not lost")
                .hasContent("not a workbook");
        Files.delete(out.resolve(altered));
        assertThat(outputs())
                .as("the same bytes, and the manifest is as it was")
                .isEqualTo(before);
    }

    @Test
    void withdrawsTheSummaryOfAYearThatHasFewerThanThreeProvincesLeft() throws Exception {
        inbox.putThreeOf(2011).putThreeOf(2012);
        assertThat(run().missingSummaries()).isEmpty();
        Map<String, String> before = outputs();
        inbox.put("yunnan-2011.txt.meta.yml", "year: 2010\n");

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.missingSummaries()).containsExactly(new MissingSummary(2010, 1), new MissingSummary(2011, 2));
        List<String> gone = before.keySet().stream()
                .filter(path -> path.startsWith("2011/CN-YN/") || path.startsWith("2011/summary-"))
                .toList();
        assertThat(gone).hasSize(9);
        assertThat(result.count(Count.WITHDRAWN)).isEqualTo(9);
        assertThat(superseded(before)).as("kept among the superseded").containsAll(gone);
        assertThat(out.resolve("2011/CN-YN")).as("an empty folder").doesNotExist();
        assertThat(outputs().keySet()).doesNotContainAnyElementsOf(gone).contains("2012/summary-2012.pdf");
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .extracting(Manifest.Output::path)
                .containsExactlyInAnyOrderElementsOf(outputs().keySet().stream()
                        .filter(path -> !path.startsWith("superseded/") && !path.equals("manifest.json"))
                        .toList());
        assertThat(out.resolve("index.html")).content().contains("summary-2012").doesNotContain("summary-2011");

        RunResult again = run();

        assertThat(again.nothingNew()).isTrue();
        assertThat(again.missingSummaries()).as("as long as it is so").isEqualTo(result.missingSummaries());
    }

    @Test
    void withdrawsASummaryThatTheManifestDoesNotKnow() throws Exception {
        inbox.put("gansu.txt", Inbox.GANSU_2011);
        run();
        Files.writeString(out.resolve("2011/summary-2011.pdf"), "of a run that was killed before it could list it");

        RunResult result = run();

        assertThat(result.count(Count.WITHDRAWN)).isEqualTo(1);
        assertThat(result.nothingNew()).isFalse();
        assertThat(out.resolve("2011/summary-2011.pdf")).doesNotExist();
        assertThat(out.resolve("2011/CN-GS/CN-GS-2011.pdf")).exists();
    }

    @Test
    void makesTheSameBytesWhenForced() throws Exception {
        inbox.putThreeOf(2011);
        run();
        Map<String, String> before = outputs();

        RunResult result = job.run(new RunRequest(definition(), YearMonth.of(2026, 4), true));

        assertThat(watch.begun).endsWith("render 3", "summarise 1");
        assertThat(result.count(Count.WRITTEN)).isZero();
        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void makesAllAgainForAnotherPublisher() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011);
        run();
        publisher = new Publisher("Statistics Desk", "", "CC-BY-4.0", "");

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(out.resolve("2011/CN-HE/datapackage.json")).content().contains("Statistics Desk", "CC-BY-4.0");
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .filteredOn(output -> output.year() != null)
                .extracting(Manifest.Output::publisher)
                .containsOnly(publisher.fingerprint());
        ageOutputs();
        run();
        assertThat(touched()).isEmpty();
    }

    @Test
    void makesAgainForANewYearOnlyTheReportsThatShowIt() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        run();
        ageOutputs();
        watch.begun.clear();
        inbox.put("hebei-2010.txt", Inbox.HEBEI_2011.replace("2011", "2010"));

        run();

        assertThat(watch.begun).contains("audit 1", "render 3", "summarise 0");
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/") && !path.startsWith("2010/"))
                .containsExactlyInAnyOrder(
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "index.html",
                        "manifest.json");
    }

    @Test
    void leavesLaterYearsAloneWhereACorrectionChangesNoHeadline() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        ageOutputs();
        watch.begun.clear();
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011.replace("industrial projects", "projects of industry"));

        RunResult result = run();

        assertThat(result.count(Count.SUPERSEDED)).isEqualTo(1);
        assertThat(watch.begun).contains("audit 1", "render 1", "summarise 0");
        assertThat(touched()).noneMatch(path -> path.startsWith("2012/"));
    }

    @Test
    void choosesHeadlinesAnewWhereThisVersionDidNot() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        Map<String, String> before = outputs();
        List<String> chosen = headlines();
        execute("DELETE FROM headline", "UPDATE audit SET headlines_by = NULL, headlines_sha256 = NULL");

        RunResult result = run();

        assertThat(result.count(Count.AUDITED)).isZero();
        assertThat(headlines()).isEqualTo(chosen).hasSizeGreaterThan(2);
        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void knowsOfAnEarlierYearFromItsHeadlinesWhatItsReportShows() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("hebei-2013.txt", Inbox.HEBEI_2012.replace("2012", "2013").replace("2011", "2012"));
        run();
        job.close();
        job = null;
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            List<YearHeadlines> whole = new ArrayList<>();
            for (int year : List.of(2011, 2012)) {
                whole.add(YearHeadlines.of(warehouse
                        .provinceYear(new ProvinceYearKey("CN-HE", year))
                        .orElseThrow()));
            }

            assertThat(new ChosenHeadlines(new Headlines(jdbc(), Units.load()))
                            .before(new ProvinceYearKey("CN-HE", 2013)))
                    .isEqualTo(whole)
                    .allSatisfy(year -> assertThat(year.figures()).isNotEmpty());
        }
    }

    @Test
    void takesAManifestThatListsWhatEachOutputWasMadeFrom() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        Manifest manifest = Manifest.read(out).orElseThrow();
        List<Manifest.Output> listing = manifest.outputs().stream()
                .map(output -> asBefore(output, manifest.sources()))
                .toList();
        Manifest.of(manifest.software(), manifest.run(), listing, List.of()).write(out);
        watch.begun.clear();

        RunResult result = run();

        assertThat(result.nothingNew()).isTrue();
        assertThat(watch.begun).contains("render 0", "summarise 0");
        assertThat(Manifest.read(out).orElseThrow().outputs()).isEqualTo(manifest.outputs());

        Manifest.of(manifest.software(), manifest.run(), listing, List.of()).write(out);
        watch.begun.clear();
        inbox.put("hebei-2012.txt", Inbox.HEBEI_2012.replace("52,000", "53,000"));
        run();

        assertThat(watch.begun).as("2011 is as it was").contains("render 1", "summarise 0");
    }

    /** As an earlier version wrote it. */
    private static Manifest.Output asBefore(Manifest.Output output, List<Manifest.Input> sources) {
        boolean earlierYears = output.path().endsWith(".pdf") || output.path().endsWith(".xlsx");
        return new Manifest.Output(
                output.path(),
                output.sha256(),
                output.bytes(),
                output.region(),
                output.year(),
                output.software(),
                output.publisher(),
                output.run(),
                sources.stream()
                        .filter(source -> output.year() != null
                                && (output.region() != null && earlierYears
                                        ? source.year() <= output.year()
                                        : source.year() == output.year()))
                        .toList(),
                null);
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(url.jdbc(), credentials.user(), credentials.password()));
    }

    private List<String> headlines() {
        return jdbc().query(
                        "SELECT ref_year, indicator, obs_no, scope FROM headline ORDER BY ref_year, list_no",
                        (row, n) -> row.getInt(1) + row.getString(2) + row.getInt(3) + row.getString(4));
    }

    /** The reports whose bytes of {@code before} are among the superseded files. */
    private List<String> superseded(Map<String, String> before) {
        return before.keySet().stream()
                .filter(path -> Files.exists(out.resolve(SupersededFiles.path(path, before.get(path)))))
                .toList();
    }
}
