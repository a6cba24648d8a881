package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.job.reading.Reextract;
import org.fupin.job.reading.ReextractResult;
import org.fupin.job.reading.ReextractResult.Changes;
import org.fupin.job.reading.ReextractResult.HeadlineChange;
import org.fupin.job.run.Count;
import org.fupin.observation.Sha256;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.settings.SettingsException;
import org.fupin.testing.Inbox;
import org.fupin.warehouse.ledger.RunStatus;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

/** Reading again what another program had read otherwise. */
class ReextractTest extends JobTestCase {

    private static final ProvinceYearKey HEBEI = new ProvinceYearKey("CN-HE", 2011);
    private static final ProvinceYearKey GANSU = new ProvinceYearKey("CN-GS", 2011);
    private static final String TABLES = """
            <html><body><h1>Poverty Alleviation and Development in Hebei</h1>
            <p>In 2011, Hebei Province invested 120 million yuan of financial anti-poverty funds.</p>
            <table><tr><th rowspan="2">County</th><th colspan="2">Funds (yuan)</th></tr>
            <tr><th>2010</th><th>2011</th></tr>
            <tr><td>Pingshan</td><td>1200</td><td>1500</td></tr>
            <tr><td>Zanhuang</td><td>900</td><td>1100</td></tr></table></body></html>
            """;

    private static final String PART = "80 million yuan";

    /** Figures that are marked so; the notes explain the marks, too. */
    private static final Pattern REVISED = Pattern.compile("\\[r\\]\\t(?!revised)");

    private static final Pattern CORRECTED = Pattern.compile("\\[c\\]\\t(?!corrected)");

    /** As if the process were killed. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void restoresWhatOtherRulesHadReadOtherwise() throws Exception {
        readAndCorrect();
        String before = workbook("CN-HE");
        String revisionsBefore = sheet("CN-HE", "Revisions");
        assertThat(REVISED.matcher(before).results()).isNotEmpty();
        assertThat(CORRECTED.matcher(before).results()).isNotEmpty();
        assertThat(reextract(any -> {}).run()).as("all is as it would be read").isNull();
        assertThat(monthly().count(Count.OUTDATED)).isZero();

        pretendOtherRules();
        assertThat(monthly().count(Count.OUTDATED)).isEqualTo(2);
        Map<String, Integer> rows = rows();

        ReextractResult plan = Reextract.plan(corrected(), credentials, LockTiming.DEFAULT);

        assertThat(plan.documents()).isEqualTo(2);
        assertThat(plan.outdated()).isEqualTo(2);
        assertThat(plan.unreadable()).isEmpty();
        assertThat(plan.changes()).containsOnlyKeys(HEBEI, GANSU);
        Changes hebei = plan.changes().get(HEBEI);
        assertThat(hebei.changed()).isEqualTo(1);
        assertThat(hebei.added()).isZero();
        assertThat(hebei.removed()).isZero();
        assertThat(hebei.fields()).isEqualTo(Map.of("value", 1));
        assertThat(hebei.headlines()).contains(new HeadlineChange("poverty_reduced", "44000 person", "45000 person"));
        assertThat(plan.changes().get(GANSU).added()).isEqualTo(1);
        assertThat(plan.sum().articles()).isEqualTo(2);
        assertThat(rows()).as("nothing was written").isEqualTo(rows);

        ReextractResult made = reextract(planned -> assertThat(planned).isEqualTo(plan));

        assertThat(made.run()).isNotNull();
        assertThat(runs().get(0).job()).isEqualTo("monthly (reading)");
        assertThat(runs().get(0).status()).isEqualTo(RunStatus.COMPLETED);
        RunResult after = monthly();
        assertThat(after.count(Count.OUTDATED)).isZero();
        assertThat(after.count(Count.APPLIED)).isEqualTo(1);
        assertThat(after.count(Count.CORRECTED)).as("applied with the reading").isZero();
        assertThat(after.count(Count.WRITTEN)).isPositive();
        String workbook = workbook("CN-HE");
        assertThat(workbook)
                .contains("Revised, read again, with corrections (vintage 4)")
                .contains("A newer program read the same files again; the province has not revised its report")
                .contains("1 figure is read otherwise than by an earlier program; see Read again")
                .containsPattern("changed\\t[^\\n]*\\t44,000 [^\\n]*\\t45,000 ");
        String revisions = sheet("CN-HE", "Revisions");
        assertThat(revisions)
                .as("what the province revised stands apart")
                .isEqualTo(revisionsBefore)
                .doesNotContain("44,000", "45,000");
        assertThat(sheet("CN-HE", "Read again")).contains("44,000").doesNotContain("125");
        assertThat(Files.readString(out.resolve("2011/CN-HE/CN-HE-2011.html")))
                .contains("What a newer program read otherwise", "the province has not revised its report")
                .contains("\"readBefore\":\"44,000 ");
        assertThat(pdf("CN-HE")).contains("read again", "the province has not revised its report");
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("revised, read again, vintage 4", "provisional, read again, vintage 2");
        assertThat(REVISED.matcher(workbook).results())
                .as("no figure more is marked as revised")
                .hasSameSizeAs(REVISED.matcher(before).results().toList());
        assertThat(CORRECTED.matcher(workbook).results())
                .hasSameSizeAs(CORRECTED.matcher(before).results().toList());
        assertThat(workbook("CN-GS")).contains("30,000").doesNotContainPattern(REVISED);

        rows = rows();
        ReextractResult again = reextract(any -> {});
        assertThat(again.run()).isNull();
        assertThat(again.changes()).isEmpty();
        assertThat(rows()).isEqualTo(rows);
        assertThat(monthly().nothingNew()).isTrue();
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        readAndCorrect();
        pretendOtherRules();
        for (int documents = 1; documents <= 2; documents++) {
            int last = documents;
            assertThatThrownBy(() -> reextract(new Reextract.Watcher() {
                        @Override
                        public void planned(ReextractResult result) {
                            assertThat(result.changes()).hasSize(3 - last);
                        }

                        @Override
                        public void replaced(String documentId) {
                            throw new Killed();
                        }
                    }))
                    .isInstanceOf(Killed.class);
        }

        ReextractResult rest = reextract(any -> {});

        assertThat(rest.changes()).isEmpty();
        assertThat(runs().get(0).id()).isEqualTo(rest.run());
        assertThat(runs().get(0).attempts()).isEqualTo(3);
        assertThat(runs().get(0).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(reextract(any -> {}).run()).isNull();
        monthly();
        assertThat(workbook("CN-HE"))
                .contains("45,000", "44,000", "(vintage 4)")
                .containsPattern(CORRECTED);
    }

    @Test
    void notesWhoReadWhatReadsTheSame() throws Exception {
        readAndCorrect();
        execute("UPDATE source_document SET read_by_version = NULL, read_by_rules = NULL");
        Map<String, Integer> rows = rows();

        ReextractResult result = reextract(any -> {});

        assertThat(result.outdated()).isEqualTo(2);
        assertThat(result.run()).isNull();
        assertThat(rows()).isEqualTo(rows);
        assertThat(monthly().count(Count.OUTDATED)).isZero();
    }

    @Test
    void asksForTheCorrectionsThatAreToBeAppliedAgain() throws Exception {
        readAndCorrect();

        assertThatThrownBy(() -> Reextract.plan(definition(), credentials, LockTiming.DEFAULT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("the warehouse has 1 corrected article");
    }

    @Test
    void keepsWhatAnOperatorStated() throws Exception {
        inbox.put("notes.txt", Inbox.HEBEI_2011.replace("in Hebei", "in the province"))
                .put("notes.txt.meta.yml", "area: CN-HE\nyear: 2010\n");
        assertThat(run().failures()).isEmpty();

        ReextractResult result = Reextract.plan(definition(), credentials, LockTiming.DEFAULT);

        assertThat(result.documents()).isEqualTo(1);
        assertThat(result.unreadable()).isEmpty();
        assertThat(result.changes()).isEmpty();
    }

    /** As a version left it that did not keep where the cells of tables are. */
    @Test
    void readsTheFileInTheInboxWhereTheWarehouseKeepsTooLittle() throws Exception {
        inbox.put("tables.html", TABLES).put("gansu.txt", Inbox.GANSU_2011);
        assertThat(run().failures()).isEmpty();
        execute(
                "UPDATE source_document SET tables = NULL, read_by_rules = 'others'",
                "UPDATE fact_observation SET obs_value = 1, base_value = 1 WHERE quoted_text IN ('1500', '30,000')");

        ReextractResult plan = Reextract.plan(definition(), credentials, LockTiming.DEFAULT);
        assertThat(plan.unreadable()).isEmpty();
        assertThat(plan.fromInbox()).isEqualTo(1);
        assertThat(plan.changes()).containsOnlyKeys(HEBEI, GANSU);

        Path file = inbox.folder().resolve("tables.html");
        Path elsewhere = Files.move(file, folder.resolve("elsewhere.html"));
        ReextractResult without = reextractPlain();
        assertThat(without.unreadable())
                .containsExactly(
                        "tables.html: an earlier version read it, and did not keep where the cells of its tables"
                                + " are; put the file back into the inbox");
        assertThat(without.changes()).as("the others are read").containsOnlyKeys(GANSU);

        Files.createDirectories(inbox.folder().resolve("again"));
        Files.move(elsewhere, inbox.folder().resolve("again/renamed.html"));
        ReextractResult rest = reextractPlain();
        assertThat(rest.unreadable()).isEmpty();
        assertThat(rest.changes()).containsOnlyKeys(HEBEI);

        Files.delete(inbox.folder().resolve("again/renamed.html"));
        ReextractResult kept = reextractPlain();
        assertThat(kept.unreadable()).as("the warehouse knows it now").isEmpty();
        assertThat(kept.fromInbox()).isZero();
    }

    private ReextractResult reextractPlain() throws Exception {
        return Reextract.run(definition(), MARCH, credentials, LockTiming.DEFAULT, any -> {});
    }

    /** Two editions of one report, one of another, and a correction. */
    private void readAndCorrect() throws Exception {
        Files.createDirectories(folder.resolve("corrections"));
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        assertThat(monthly().failures()).isEmpty();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        assertThat(monthly().count(Count.SUPERSEDED)).isEqualTo(1);
        int begin = Inbox.HEBEI_2011_CORRECTED.indexOf(PART);
        Files.writeString(
                folder.resolve("corrections/wang.csv"),
                "document_sha256,begin,end,text,field,value,reason,by,at\r\n"
                        + String.join(
                                ",",
                                Sha256.of(Inbox.HEBEI_2011_CORRECTED.getBytes(StandardCharsets.UTF_8)),
                                String.valueOf(begin),
                                String.valueOf(begin + PART.length()),
                                PART,
                                "source",
                                "provincial",
                                "the annex says so",
                                "Wang Fang",
                                "2013-06-01T08:30:00Z\r\n"));
        assertThat(monthly().count(Count.APPLIED)).isEqualTo(1);
    }

    private void pretendOtherRules() throws SQLException {
        execute(
                "UPDATE fact_observation SET obs_value = 44000, base_value = 44000 WHERE quoted_text = '45,000'",
                "DELETE FROM headline",
                "DELETE FROM fact_observation WHERE quoted_text = '30,000'",
                "UPDATE source_document SET read_by_rules = 'others'");
    }

    private Map<String, Integer> rows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                Statement statement = connection.createStatement()) {
            for (String table :
                    new String[] {"article", "fact_observation", "correction", "run", "sentence", "finding"}) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    rows.put(table, row.getInt(1));
                }
            }
        }
        return rows;
    }

    private RunResult monthly() throws Exception {
        return job.run(new RunRequest(corrected(), MARCH, false));
    }

    private ReextractResult reextract(Reextract.Watcher watcher) throws Exception {
        return Reextract.run(corrected(), MARCH, credentials, LockTiming.DEFAULT, watcher);
    }

    private JobDefinition corrected() throws IOException {
        return new JobDefinition(
                "monthly",
                inbox.folder(),
                out,
                url,
                null,
                2,
                RunScope.ALL,
                new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, OnConflict.REJECT),
                publisher,
                CorrectionsFolder.read(folder.resolve("corrections")),
                null,
                null);
    }

    private String workbook(String region) throws IOException {
        return workbookAt("2011/" + region + "/" + region + "-2011.xlsx");
    }

    private String pdf(String region) throws IOException {
        Path file = out.resolve("2011/" + region + "/" + region + "-2011.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String sheet(String region, String name) throws IOException {
        Path file = out.resolve("2011/" + region + "/" + region + "-2011.xlsx");
        DataFormatter format = new DataFormatter();
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Row row : workbook.getSheet(name)) {
                for (Cell cell : row) {
                    text.append(format.formatCellValue(cell)).append('\t');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String workbookAt(String path) throws IOException {
        Path file = out.resolve(path);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
                XSSFExcelExtractor text = new XSSFExcelExtractor(workbook)) {
            return text.getText();
        }
    }
}
