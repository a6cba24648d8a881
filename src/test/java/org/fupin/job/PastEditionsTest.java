package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.job.past.PastReports;
import org.fupin.job.past.PastResult;
import org.fupin.job.reading.Reextract;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.Edition;
import org.fupin.observation.edition.EditionReason;
import org.fupin.publish.Manifest;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.EditionChoice;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.settings.SettingsException;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.WarehouseImage;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The editions of a province and year, and the reports of those that hold no more. */
class PastEditionsTest extends JobTestCase {

    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final YearMonth MAY = MARCH.plusMonths(2);
    private static final YearMonth JUNE = MARCH.plusMonths(3);
    private static final ProvinceYearKey HEBEI = new ProvinceYearKey("CN-HE", 2011);
    private static final String PATH = "2011/CN-HE/CN-HE-2011";
    private static final String PART = "80 million yuan";

    @Test
    void listsWhyEachEditionWasMadeAndWhatItChanged() throws Exception {
        revisedAndCorrected();
        execute(
                "UPDATE fact_observation SET obs_value = 44000, base_value = 44000 WHERE quoted_text = '45,000'",
                "UPDATE source_document SET read_by_rules = 'others'");
        Reextract.run(definition(RunScope.ALL), JUNE, credentials, LockTiming.DEFAULT, any -> {});

        List<Edition> editions = editions(HEBEI);

        assertThat(editions)
                .extracting(Edition::vintage, Edition::edition, Edition::reasons)
                .containsExactly(
                        tuple(1, MARCH, List.of(EditionReason.FIRST)),
                        tuple(2, APRIL, List.of(EditionReason.REVISION)),
                        tuple(3, MAY, List.of(EditionReason.CORRECTION)),
                        tuple(4, JUNE, List.of(EditionReason.READING)));
        assertThat(editions)
                .extracting(Edition::added, Edition::removed, Edition::changed)
                .as("three figures, one of another amount, one of another payer, one read otherwise")
                .containsExactly(tuple(3, 0, 0), tuple(0, 0, 1), tuple(0, 0, 1), tuple(0, 0, 1));
        assertThat(editions).isSortedAccordingTo((one, other) -> Long.compare(one.run(), other.run()));
        assertThat(editions.get(1).files()).extracting(SourceFile::name).containsExactly("new/hebei.txt");
        assertThat(editions(new ProvinceYearKey("CN-GS", 2012))).isEmpty();
    }

    @Test
    void aPastReportSaysWhatWasSaidThen() throws Exception {
        List<Map<String, String>> then = revisedAndCorrected();
        Map<String, String> present = outputs();
        Map<String, List<String>> warehouse = warehouse();

        for (int vintage = 1; vintage <= 3; vintage++) {
            PastResult made = past(vintage + "", onHebei());

            assertThat(made.folder()).isEqualTo(out.resolve("as-of/CN-HE-2011-vintage-" + vintage));
            assertThat(made.editions()).singleElement().satisfies(one -> assertThat(one.newest())
                    .isEqualTo(3));
            assertThat(made.files())
                    .contains(PATH + ".xlsx", PATH + ".pdf", PATH + ".html", "index.html")
                    .noneMatch(file -> file.contains("CN-GS"));
            for (String data : List.of(".csv", ".sdmx.csv", ".codes.csv")) {
                assertThat(Sha256.of(Files.readAllBytes(made.folder().resolve(PATH + data))))
                        .as("vintage " + vintage + ", " + data)
                        .isEqualTo(then.get(vintage - 1).get(PATH + data));
            }
        }

        assertThat(new TreeMap<>(outputs()))
                .as("the present reports and the superseded ones stay as they are")
                .containsAllEntriesOf(present)
                .allSatisfy((path, hash) -> assertThat(path.startsWith("as-of/") || present.containsKey(path))
                        .isTrue());
        assertThat(warehouse()).isEqualTo(warehouse);
        assertThat(past("1", onHebei()).changed()).as("the same bytes again").isZero();
    }

    @Test
    void aPastReportSaysThatItIsNotTheNewest() throws Exception {
        revisedAndCorrected();

        Path first = past("1", onHebei()).folder();

        String workbook = workbook(first.resolve(PATH + ".xlsx"));
        assertThat(workbook)
                .contains(
                        "Poverty alleviation in Hebei Province, 2011 (past edition, vintage 1)",
                        "This is a past edition (vintage 1, edition of 2026-03), not the newest. When this file was made the"
                                + " newest was vintage 3, edition of 2026-05.",
                        "First edition",
                        "120 million yuan")
                .doesNotContain("125 million");
        Document page = Jsoup.parse(Files.readString(first.resolve(PATH + ".html")));
        assertThat(page.select(".standing.past").text()).contains("This is a past edition");
        Element newest = page.selectFirst(".standing a");
        assertThat(newest).isNotNull();
        assertThat(first.resolve(PATH + ".html")
                        .resolveSibling(newest.attr("href"))
                        .normalize())
                .isEqualTo(out.resolve(PATH + ".html"))
                .exists();
        assertThat(page.selectFirst("#data").data()).contains("\"past\":true");
        assertThat(page.select("#text a.fig")).hasSize(3);
        for (Element row : page.select("#rows a")) {
            assertThat(page.select(row.attr("href")))
                    .as("leads to its sentence")
                    .hasSize(1);
        }
        assertThat(Files.readString(first.resolve("index.html"))).contains("Past editions, not the newest");
        assertThat(Manifest.read(first)).hasValueSatisfying(manifest -> assertThat(manifest.sources())
                .extracting(Manifest.Input::vintage)
                .containsExactly(1));

        String last = workbook(past("3", onHebei()).folder().resolve(PATH + ".xlsx"));
        assertThat(last)
                .contains("This was the newest edition when this file was made", "People corrected the reading")
                .doesNotContain("past edition");
    }

    @Test
    void aMonthHasEachProvinceInItsLastEditionUntilThen() throws Exception {
        revisedAndCorrected();
        Map<String, String> present = outputs();

        PastResult made = past("2026-04", RunScope.ALL);

        assertThat(made.folder()).isEqualTo(out.resolve("as-of/2026-04"));
        assertThat(made.editions())
                .extracting(one -> one.key().region(), one -> one.edition().vintage(), PastResult.Made::isPast)
                .containsExactly(tuple("CN-GS", 1, false), tuple("CN-HE", 2, true));
        assertThat(made.files()).as("two provinces have no summary").noneMatch(file -> file.contains("summary"));
        assertThat(workbook(made.folder().resolve(PATH + ".xlsx"))).contains("125 million", "Revised (vintage 2)");
        assertThat(outputs()).containsAllEntriesOf(present);
    }

    @Test
    void refusesAnEditionThatThereIsNot() throws Exception {
        revisedAndCorrected();

        assertThatThrownBy(() -> past("4", onHebei()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--as-of: CN-HE 2011 has no vintage 4: expected 1 to 3");
        assertThatThrownBy(() -> past("1", RunScope.ALL))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("give --area and --year");
        assertThatThrownBy(() -> past("2026-02", RunScope.ALL))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--as-of: there is no edition of 2026-02 or before: the first is of 2026-03");
        assertThatThrownBy(() -> past("1", new RunScope(RunScope.years("1999"), RunScope.areas("CN-HE"))))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--as-of: the warehouse never held a report on CN-HE 1999");
        assertThat(out.resolve("as-of")).doesNotExist();
    }

    /** Three editions of the report of Hebei, and one of another. @return the outputs after each */
    private List<Map<String, String>> revisedAndCorrected() throws Exception {
        List<Map<String, String>> outputs = new ArrayList<>();
        Files.createDirectories(folder.resolve("corrections"));
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        assertThat(run(MARCH).failures()).isEmpty();
        outputs.add(outputs());
        inbox.put("new/hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        assertThat(run(APRIL).failures()).isEmpty();
        outputs.add(outputs());
        int begin = Inbox.HEBEI_2011_CORRECTED.indexOf(PART);
        Files.writeString(
                folder.resolve("corrections/wang.csv"),
                "document_sha256,begin,end,text,field,value,reason,by,at\r\n%s,%d,%d,%s,source,provincial,,Wang,2013-06-01\r\n"
                        .formatted(
                                Sha256.of(Inbox.HEBEI_2011_CORRECTED.getBytes(StandardCharsets.UTF_8)),
                                begin,
                                begin + PART.length(),
                                PART));
        assertThat(run(MAY).count(Count.APPLIED)).isEqualTo(1);
        outputs.add(outputs());
        return outputs;
    }

    private RunResult run(YearMonth month) throws Exception {
        return job.run(new RunRequest(definition(RunScope.ALL), month, false));
    }

    private PastResult past(String edition, RunScope scope) throws Exception {
        close();
        try {
            return PastReports.make(
                    definition(scope), EditionChoice.parse(edition), credentials, LockTiming.DEFAULT, Progress.NONE);
        } finally {
            job = ReportJob.open(url, credentials, 2, watch);
        }
    }

    private static RunScope onHebei() {
        return new RunScope(RunScope.years("2011"), RunScope.areas("CN-HE"));
    }

    private List<Edition> editions(ProvinceYearKey key) throws Exception {
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            return warehouse.editions(key);
        }
    }

    private Map<String, List<String>> warehouse() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password())) {
            return WarehouseImage.of(connection);
        }
    }

    @Override
    JobDefinition definition(RunScope scope) {
        try {
            return new JobDefinition(
                    "monthly",
                    inbox.folder(),
                    out,
                    url,
                    null,
                    2,
                    scope,
                    new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, OnConflict.REJECT),
                    publisher,
                    CorrectionsFolder.read(folder.resolve("corrections")),
                    null,
                    null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String workbook(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
                XSSFExcelExtractor text = new XSSFExcelExtractor(workbook)) {
            return text.getText();
        }
    }
}
