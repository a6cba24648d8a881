package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.step.RejectedListing;
import org.fupin.publish.Manifest;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.fupin.testing.Zip;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.SameContent;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

/** Files that have one article with different texts. */
class ConflictingFilesTest extends JobTestCase {

    @Test
    void takesNoneOfTheFilesThatHaveOneArticleWithDifferentTexts() throws Exception {
        inbox.put("2011/hebei.txt", Inbox.HEBEI_2011)
                .put("2011/twin.txt", Inbox.HEBEI_2011)
                .put("late/all.txt", Inbox.HEBEI_2011_CORRECTED + "\n" + Inbox.GANSU_2011)
                .put("2012/hebei.txt", Inbox.HEBEI_2012);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(4L, 1L, 0L);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(
                        tuple("2011/hebei.txt", "conflict"),
                        tuple("2011/twin.txt", "conflict"),
                        tuple("late/all.txt", "conflict"));
        assertThat(result.rejections())
                .extracting(Rejection::message)
                .containsOnly("\"Poverty Alleviation and Development in Hebei\" (CN-HE, 2011) is in 2011/hebei.txt,"
                        + " 2011/twin.txt and late/all.txt with different texts: keep one of the files, or set"
                        + " 'on-conflict: newest'");
        assertThat(records(RejectedListing.in(out)))
                .extracting(row -> row.get("file"))
                .containsExactly("2011/hebei.txt", "2011/twin.txt", "late/all.txt");
        assertThat(run().rejections()).as("as long as they lie there").isEqualTo(result.rejections());

        delete("late/all.txt");
        RunResult decided = run();

        assertThat(List.of(decided.count(Count.LOADED), decided.count(Count.KNOWN), decided.count(Count.ADDED)))
                .containsExactly(1L, 2L, 1L);
        assertThat(decided.sameContent()).containsExactly(new SameContent("2011/twin.txt", "2011/hebei.txt"));
        assertThat(decided.rejections()).isEmpty();

        inbox.put("late/all.txt", Inbox.HEBEI_2011_CORRECTED + "\n" + Inbox.GANSU_2011);
        RunResult revision = run();

        assertThat(List.of(revision.count(Count.LOADED), revision.count(Count.ADDED), revision.count(Count.SUPERSEDED)))
                .as("against what an earlier run loaded it is a revision")
                .containsExactly(1L, 1L, 1L);
        assertThat(revision.displaced()).isEmpty();
    }

    @Test
    void letsTheNewestSpeakWhereTheJobSaysSo() throws Exception {
        Instant old = Instant.parse("2026-01-01T00:00:00Z");
        String third = Inbox.HEBEI_2011.replace("45,000", "46,000");
        inbox.put("z/old.txt", Inbox.HEBEI_2011 + "\n" + Inbox.GANSU_2011)
                .changed("z/old.txt", old)
                .put("a/new.txt", Inbox.HEBEI_2011_CORRECTED)
                .changed("a/new.txt", old.plusSeconds(20))
                .put(
                        "m.zip",
                        new Zip().add("hebei.txt", third, old.plusSeconds(10)).bytes())
                .put("other.txt", Inbox.HEBEI_2012);
        IntakeLimits newest = new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, OnConflict.NEWEST);

        RunResult result = run(RunScope.ALL, newest);

        assertThat(result.failures()).isEmpty();
        assertThat(result.rejections()).isEmpty();
        assertThat(List.of(result.count(Count.LOADED), result.count(Count.ADDED), result.count(Count.SUPERSEDED)))
                .containsExactly(4L, 3L, 0L);
        ProvinceYearKey hebei = new ProvinceYearKey("CN-HE", 2011);
        String title = "Poverty Alleviation and Development in Hebei";
        assertThat(result.displaced())
                .containsExactly(
                        new DisplacedArticle(hebei, title, "m.zip!/hebei.txt", "a/new.txt"),
                        new DisplacedArticle(hebei, title, "z/old.txt", "a/new.txt"));
        assertThat(documents("CN-HE")).containsExactly("a/new.txt");
        assertThat(documents("CN-GS")).containsExactly("z/old.txt");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(out.resolve("2011/CN-HE/CN-HE-2011.xlsx")))) {
            assertThat(new XSSFExcelExtractor(workbook).getText()).contains("m.zip!/hebei.txt; z/old.txt");
        }
        RunResult again = run(RunScope.ALL, newest);
        assertThat(again.nothingNew()).isTrue();
        assertThat(again.displaced()).isEmpty();
    }

    @Test
    void countsConflictsAmongTheRejected() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011)
                .put("b.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("c.txt", Inbox.GANSU_2011);

        RunResult result = run(RunScope.ALL, limit("1"));

        assertThat(result.failures())
                .containsExactly("inspect: 2 of 3 files are rejected, more than 1: nothing was loaded");
        assertThat(result.count(Count.LOADED)).isZero();
    }

    private List<String> documents(String region) throws IOException {
        return Manifest.read(out).orElseThrow().source(region, 2011).orElseThrow().documents().stream()
                .map(Manifest.Document::name)
                .toList();
    }
}
