package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.publish.Manifest;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunRequest;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a run makes of an inbox, and what a second one then does. */
class PlainRunTest extends JobTestCase {

    @Test
    void loadsAuditsAndReports() throws Exception {
        inbox.putThreeOf(2011).put("later/hebei-2012.txt", Inbox.HEBEI_2012);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.attempt()).isEqualTo(1);
        assertThat(List.of(
                        result.count(Count.FOUND),
                        result.count(Count.LOADED),
                        result.count(Count.KNOWN),
                        result.count(Count.ADDED),
                        result.count(Count.SUPERSEDED)))
                .containsExactly(4L, 4L, 0L, 4L, 0L);
        assertThat(result.count(Count.OBSERVATIONS)).isEqualTo(10);
        assertThat(result.count(Count.AUDITED)).isEqualTo(4);
        assertThat(result.count(Count.WRITTEN)).isEqualTo(30);
        assertThat(outputs().keySet())
                .containsExactly(
                        "2011/CN-GS/CN-GS-2011.codes.csv",
                        "2011/CN-GS/CN-GS-2011.csv",
                        "2011/CN-GS/CN-GS-2011.html",
                        "2011/CN-GS/CN-GS-2011.pdf",
                        "2011/CN-GS/CN-GS-2011.sdmx.csv",
                        "2011/CN-GS/CN-GS-2011.xlsx",
                        "2011/CN-GS/datapackage.json",
                        "2011/CN-HE/CN-HE-2011.codes.csv",
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2011/CN-YN/CN-YN-2011.codes.csv",
                        "2011/CN-YN/CN-YN-2011.csv",
                        "2011/CN-YN/CN-YN-2011.html",
                        "2011/CN-YN/CN-YN-2011.pdf",
                        "2011/CN-YN/CN-YN-2011.sdmx.csv",
                        "2011/CN-YN/CN-YN-2011.xlsx",
                        "2011/CN-YN/datapackage.json",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "2012/CN-HE/CN-HE-2012.codes.csv",
                        "2012/CN-HE/CN-HE-2012.csv",
                        "2012/CN-HE/CN-HE-2012.html",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.sdmx.csv",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2012/CN-HE/datapackage.json",
                        "index.html",
                        "manifest.json");
        assertThat(watch.begun)
                .containsExactly("discover 4", "inspect 4", "extract 4", "audit 4", "render 4", "summarise 1");
    }

    @Test
    void writesDownWhatItMadeAndFromWhat() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();

        Manifest manifest = Manifest.read(out).orElseThrow();

        assertThat(manifest.outputs())
                .extracting(Manifest.Output::path, Manifest.Output::sha256)
                .containsExactlyElementsOf(outputs().entrySet().stream()
                        .filter(output -> !output.getKey().equals("manifest.json"))
                        .map(output -> tuple(output.getKey(), output.getValue()))
                        .toList());
        assertThat(manifest.sources())
                .extracting(Manifest.Input::year, Manifest.Input::vintage, Manifest.Input::documents)
                .containsExactly(
                        tuple(2011, 1, List.of(document("hebei-2011.txt"))),
                        tuple(2012, 1, List.of(document("hebei-2012.txt"))));
        assertThat(manifest.run()).isEqualTo(new Manifest.Run(1, "monthly", "2026-03"));
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        ageOutputs();

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.nothingNew()).isTrue();
        assertThat(result.runId()).isEqualTo(2);
        assertThat(result.continued()).isFalse();
        assertThat(result.count(Count.KNOWN)).isEqualTo(2);
        assertThat(List.of(result.count(Count.LOADED), result.count(Count.AUDITED), result.count(Count.WRITTEN)))
                .containsOnly(0L);
        assertThat(outputs()).isEqualTo(before);
        assertThat(touched()).isEmpty();
    }

    @Test
    void makesTheSameReportsFromTheSameFilesInAnotherDatabase() throws Exception {
        onConflict = OnConflict.NEWEST;
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("b/hebei-2011.txt", Inbox.HEBEI_2011_CORRECTED)
                .changed("b/hebei-2011.txt", LONG_AGO.toInstant());
        run();
        Map<String, String> before = outputs();
        close();
        DatabaseUrl other = DatabaseUrl.parse(TestDatabase.h2().url(), folder);
        try (ReportJob again = ReportJob.open(other, new Credentials("sa", ""), 1, Progress.NONE)) {
            out = folder.resolve("other");
            assertThat(again.run(new RunRequest(definition(), MARCH, false)).failures())
                    .isEmpty();
        }

        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void rejectsWhatCannotBeReadAndGoesOn() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).putUnreadable();

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isEqualTo(1);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(
                        tuple("binary.txt", "binary"),
                        tuple("dangling.txt", "not_found"),
                        tuple("empty.txt", "empty"),
                        tuple("loop.txt", "link_loop"),
                        tuple("shopping.txt", "no_article"));
        assertThat(watch.rejected)
                .containsExactlyInAnyOrder("binary.txt", "dangling.txt", "empty.txt", "loop.txt", "shopping.txt");
        assertThat(outputs()).containsKey("2011/CN-HE/CN-HE-2011.xlsx");

        RunResult again = run();

        assertThat(again.nothingNew()).isTrue();
        assertThat(again.rejections())
                .as("a file that still lies there is still rejected")
                .hasSize(5);
    }

    @Test
    void takesTheSameContentUnderTwoNamesOnce() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011).put("b.txt", Inbox.HEBEI_2011);

        RunResult result = run();

        assertThat(List.of(result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(1L, 1L);
        assertThat(Manifest.read(out)
                        .orElseThrow()
                        .source("CN-HE", 2011)
                        .orElseThrow()
                        .documents())
                .extracting(Manifest.Document::name)
                .containsExactly("a.txt");
    }

    @Test
    void hasNothingToDoOnAnEmptyInbox() throws Exception {
        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.FOUND)).isZero();
        assertThat(result.nothingNew()).isTrue();
    }
}
