package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.job.reading.Reextract;
import org.fupin.job.reading.ReextractResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.observation.Sha256;
import org.fupin.report.Publisher;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections by people, from the folder to the reports, on whatever database. */
abstract class CorrectionJobContract {

    private static final String HEADER = "document_sha256,begin,end,text,field,value,reason,by,at\r\n";
    private static final String FUNDS = "120 million yuan";
    private static final String PARTS = "80 million yuan";
    private static final String BY_THE_HANDBOOK = "On reports that it did not know it found 98 of 100 figures";

    /** A figure with the flag; the notes explain it, too. */
    private static final Pattern FLAGGED = Pattern.compile("\\[c\\]\t(?!corrected)");

    @TempDir
    private Path folder;

    private Path out;
    private Path corrections;
    private Inbox inbox;
    private DatabaseUrl url;
    private Credentials credentials;
    private ReportJob job;
    private int month;
    private boolean force;

    /** An empty one. */
    abstract TestDatabase database();

    @BeforeEach
    void open() throws Exception {
        TestDatabase database = database();
        url = DatabaseUrl.parse(database.url(), folder);
        credentials = new Credentials(database.user(), database.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        corrections = Files.createDirectory(folder.resolve("corrections"));
        out = folder.resolve("out");
        job = ReportJob.open(url, credentials, 2, Progress.NONE);
    }

    @AfterEach
    void close() {
        if (job != null) {
            job.close();
        }
    }

    @Test
    void appliesAndTakesBackWithoutANewFile() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        assertThat(run().failures()).isEmpty();
        assertThat(workbook())
                .doesNotContainPattern(FLAGGED)
                .contains("Nobody has confirmed or corrected a figure yet.");

        correct(line(Inbox.HEBEI_2011, FUNDS, "source", "provincial"), line(Inbox.HEBEI_2011, PARTS, "figure", "none"));
        RunResult corrected = run();

        assertThat(corrected.failures()).isEmpty();
        assertThat(corrected.count(Count.CORRECTED)).isEqualTo(1);
        assertThat(corrected.count(Count.APPLIED)).isEqualTo(2);
        assertThat(corrected.toReview()).isEmpty();
        assertThat(workbook())
                .containsPattern(FLAGGED)
                .contains("By people: 2 figures corrected", "Provincial government", "80000000 CNY", "Wang Fang")
                .contains("payer read as ", "the annex says so");
        assertThat(page())
                .contains("class=\"fig held corrected\"", "Corrected by Wang Fang on 2013-06-01: the annex says so");
        assertThat(Files.readString(out.resolve("index.html"))).contains("Hebei");

        assertThat(run().nothingNew()).isTrue();

        correct();
        RunResult withdrawn = run();
        assertThat(withdrawn.count(Count.CORRECTED)).isEqualTo(1);
        assertThat(withdrawn.count(Count.APPLIED)).isZero();
        assertThat(workbook())
                .doesNotContainPattern(FLAGGED)
                .contains("Nobody has confirmed or corrected a figure yet.");
        assertThat(page()).doesNotContain("fig held corrected\" id");
    }

    @Test
    void followsTheSentenceOrAsksForReview() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        correct(line(Inbox.HEBEI_2011, FUNDS, "source", "provincial"));
        // Of a report that is yet to be read.
        RunResult first = run();
        assertThat(first.count(Count.APPLIED)).isEqualTo(1);
        assertThat(workbook()).contains("Provisional, with corrections (vintage 1)");

        String moved = Inbox.HEBEI_2011.replace("【Overview】", "【Overview】Much was done in the villages. ");
        inbox.put("hebei.txt", moved);
        RunResult second = run();
        assertThat(second.count(Count.SUPERSEDED)).isEqualTo(1);
        assertThat(second.count(Count.APPLIED)).isEqualTo(1);
        assertThat(second.toReview()).isEmpty();
        assertThat(workbook()).containsPattern(FLAGGED).contains("Revised, with corrections (vintage 2)");

        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        RunResult third = run();
        assertThat(third.count(Count.APPLIED)).isZero();
        assertThat(third.toReview())
                .containsExactly(new OpenCorrection(
                        "\"120 million yuan\" at " + Inbox.HEBEI_2011.indexOf(FUNDS)
                                + " of hebei.txt, source = provincial, by Wang Fang",
                        "its sentence was changed, or is gone"));
        assertThat(workbook()).contains("needs review", "its sentence was changed, or is gone");
        assertThat(page()).contains("Needs review");
    }

    @Test
    void asksForReviewWhereTheSentenceIsGone() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        correct(line(Inbox.HEBEI_2011, "45,000", "figure", "confirmed").replace("45,000", "\"45,000\""));
        assertThat(run().count(Count.APPLIED)).isEqualTo(1);

        inbox.put("hebei.txt", Inbox.HEBEI_2011.replaceAll(" A total of 45,000 people got rid of poverty\\.", ""));
        RunResult gone = run();

        assertThat(gone.count(Count.SUPERSEDED)).isEqualTo(1);
        assertThat(gone.count(Count.APPLIED)).isZero();
        assertThat(gone.toReview())
                .singleElement()
                .extracting(OpenCorrection::problem)
                .isEqualTo("its sentence was changed, or is gone");
        assertThat(workbook()).contains("needs review");

        inbox.put("hebei.txt", Inbox.HEBEI_2011.replace("Overview】", "Overview】Once more. "));
        RunResult back = run();
        assertThat(back.count(Count.APPLIED)).as("the sentence is there again").isEqualTo(1);
        assertThat(back.toReview()).isEmpty();
    }

    @Test
    void confirmsWhatANewerProgramReadsByItself() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        execute(
                "UPDATE fact_observation SET measure = 'other' WHERE quoted_text = '45,000'",
                "UPDATE source_document SET read_by_rules = 'others'");
        correct(line(Inbox.HEBEI_2011, "45,000", "measure", "poverty_reduced").replace("45,000", "\"45,000\""));
        assertThat(run().count(Count.APPLIED)).isEqualTo(1);
        assertThat(workbook()).containsPattern(FLAGGED).contains("By people: 1 figure corrected");

        ReextractResult reread = reextract();

        assertThat(reread.changes().values()).singleElement().satisfies(changes -> assertThat(changes.fields())
                .containsOnlyKeys("measure"));
        RunResult after = run();
        assertThat(after.count(Count.APPLIED)).isEqualTo(1);
        assertThat(after.toReview()).isEmpty();
        assertThat(workbook())
                .as("nothing is another now than what the program reads")
                .doesNotContainPattern(FLAGGED)
                .contains("Provisional, read again (vintage 3)");
        assertThat(page()).contains("Confirmed by Wang Fang on 2013-06-01");
        assertThat(reextract().run()).isNull();
    }

    @Test
    void appliesNothingOfFilesThatContradictEachOther() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        correct(line(Inbox.HEBEI_2011, FUNDS, "source", "provincial"));
        run();
        String before = workbook();
        Files.writeString(
                corrections.resolve("li.csv"),
                HEADER + line(Inbox.HEBEI_2011, FUNDS, "source", "central").replace("Wang Fang", "Li Na"));

        RunResult refused = run();

        assertThat(refused.failed()).isTrue();
        assertThat(refused.failures())
                .singleElement()
                .asString()
                .contains("wang.csv:2", "li.csv:2", "expected one value");
        assertThat(workbook()).isEqualTo(before);

        Files.delete(corrections.resolve("li.csv"));
        assertThat(run().failures()).isEmpty();
        assertThat(workbook()).isEqualTo(before);
    }

    /** A process that ends between two articles, as each article is one transaction: the next run does the rest. */
    @Test
    void goesOnWhereItEndedWhileCorrectionsWereApplied() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        correct(
                line(Inbox.HEBEI_2011, FUNDS, "source", "provincial"),
                line(Inbox.GANSU_2011, "320 kilometers", "figure", "confirmed"));
        close();
        StopSignal stop = new StopSignal();
        job = ReportJob.open(url, credentials, 1, new At("correct 1", stop::request), stop, LockTiming.DEFAULT, null);
        assertThat(run().stopped()).isTrue();
        close();
        job = ReportJob.open(url, credentials, 2, Progress.NONE);
        month--;

        RunResult rest = run();

        assertThat(rest.failures()).isEmpty();
        assertThat(rest.continued()).isTrue();
        assertThat(rest.count(Count.CORRECTED)).as("the other article").isEqualTo(1);
        assertThat(rest.count(Count.APPLIED)).isEqualTo(2);
        assertThat(workbook()).contains("Provisional, with corrections (vintage 2)");
        assertThat(run().nothingNew()).isTrue();
    }

    @Test
    void tellsWhatIsAboutNoArticle() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        correct(line(Inbox.GANSU_2011, "30,000", "figure", "confirmed").replace("30,000", "\"30,000\""));

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.toReview()).singleElement().satisfies(open -> {
            assertThat(open.correction()).contains("\"30,000\" at ", "in wang.csv:2");
            assertThat(open.problem()).isEqualTo("the warehouse holds no article of it");
        });
    }

    @Test
    void aDryRunTellsWhatCorrectionsWouldDo() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        correct(line(Inbox.HEBEI_2011, FUNDS, "source", "provincial"));
        RunPlan ofNew = plan();
        assertThat(ofNew.forecast().corrections().applied()).isEqualTo(1);
        assertThat(ofNew.changes().values()).allMatch(then -> then.vintage() == 1);
        run();
        assertThat(plan().forecast().corrections().articles()).isZero();
        assertThat(plan().reports()).isEmpty();

        correct(line(Inbox.HEBEI_2011, FUNDS, "source", "central"), line(Inbox.HEBEI_2011, PARTS, "low", "5"));
        RunPlan changed = plan();
        assertThat(changed.forecast().corrections().applied()).isEqualTo(1);
        assertThat(changed.forecast().corrections().toReview()).isEqualTo(1);
        assertThat(changed.changes().values()).allMatch(then -> then.vintage() == 2);
        assertThat(changed.reports()).isNotEmpty();
        run();
        assertThat(plan().reports()).isEmpty();
    }

    /** An edition's cover tells what had been reviewed when it was made: reviewing other reports later makes no other cover. */
    @Test
    void aCoverTellsHowWellTheOfficesOwnDocumentsAreReadOnceEnoughIsReviewed() throws Exception {
        String trained = "The province trained 40 farmers.\n";
        String hebei = Inbox.HEBEI_2011 + trained.repeat(210);
        inbox.put("hebei.txt", hebei).put("gansu.txt", Inbox.GANSU_2011);
        run();
        assertThat(workbook()).contains(BY_THE_HANDBOOK);
        String gansu = sha256("2011/CN-GS/CN-GS-2011.xlsx");
        StringBuilder lines = new StringBuilder();
        int begin = Inbox.HEBEI_2011.length() + trained.indexOf("40");
        for (int i = 0; i < 210; i++) {
            String decided = i < 201 ? "figure,confirmed" : i < 207 ? "measure,people" : "figure,none";
            lines.append("%s,%d,%d,40,%s,seen,Wang Fang,2013-06-01T08:30:00Z\r\n"
                    .formatted(Sha256.of(hebei.getBytes(StandardCharsets.UTF_8)), begin, begin + 2, decided));
            begin += trained.length();
        }
        correct(lines.toString());
        RunResult reviewed = run();

        assertThat(reviewed.toReview()).isEmpty();
        assertThat(workbook())
                .contains(
                        "Of 210 figures of all reports that reviewers had confirmed or corrected when this edition was made,"
                                + " 95 % had been read right in all fields.")
                .doesNotContain(BY_THE_HANDBOOK);
        assertThat(sha256("2011/CN-GS/CN-GS-2011.xlsx"))
                .as("another province's report")
                .isEqualTo(gansu);
        force = true;
        assertThat(run().failures()).isEmpty();
        force = false;
        assertThat(sha256("2011/CN-GS/CN-GS-2011.xlsx")).as("made again").isEqualTo(gansu);

        correct(lines.toString(), line(Inbox.GANSU_2011, "320 kilometers", "figure", "confirmed"));
        run();

        assertThat(sha256("2011/CN-GS/CN-GS-2011.xlsx")).as("a new edition").isNotEqualTo(gansu);
        assertThat(workbook("2011/CN-GS/CN-GS-2011.xlsx")).contains("Of 211 figures of all reports");
        assertThat(workbook()).as("the edition is as it was").contains("Of 210 figures of all reports");
    }

    private RunPlan plan() throws Exception {
        close();
        try {
            return DryRun.of(request(), null, credentials, LockTiming.DEFAULT, Progress.NONE);
        } finally {
            job = ReportJob.open(url, credentials, 2, Progress.NONE);
        }
    }

    private ReextractResult reextract() throws Exception {
        close();
        try {
            return Reextract.run(
                    request().job(), YearMonth.of(2026, 1), credentials, LockTiming.DEFAULT, planned -> {});
        } finally {
            job = ReportJob.open(url, credentials, 2, Progress.NONE);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private RunResult run() throws Exception {
        month++;
        return job.run(request());
    }

    private RunRequest request() throws IOException {
        JobDefinition definition = new JobDefinition(
                "monthly",
                inbox.folder(),
                out,
                url,
                null,
                2,
                RunScope.ALL,
                IntakeLimits.DEFAULT,
                Publisher.UNKNOWN,
                CorrectionsFolder.read(corrections),
                null,
                null);
        return new RunRequest(definition, YearMonth.of(2026, 1).plusMonths(month), force);
    }

    private void correct(String... lines) throws IOException {
        Files.writeString(corrections.resolve("wang.csv"), HEADER + String.join("", lines));
    }

    private static String line(String report, String text, String field, String value) {
        int begin = report.indexOf(text);
        return String.join(
                        ",",
                        List.of(
                                Sha256.of(report.getBytes(StandardCharsets.UTF_8)),
                                String.valueOf(begin),
                                String.valueOf(begin + text.length()),
                                text,
                                field,
                                value,
                                "the annex says so",
                                "Wang Fang",
                                "2013-06-01T08:30:00Z"))
                + "\r\n";
    }

    private String sha256(String path) throws IOException {
        return Sha256.of(Files.readAllBytes(out.resolve(path)));
    }

    private String workbook() throws IOException {
        return workbook("2011/CN-HE/CN-HE-2011.xlsx");
    }

    private String workbook(String path) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(out.resolve(path)));
                XSSFExcelExtractor text = new XSSFExcelExtractor(workbook)) {
            return text.getText();
        }
    }

    private String page() throws IOException {
        return Files.readString(out.resolve("2011/CN-HE/CN-HE-2011.html"));
    }
}
