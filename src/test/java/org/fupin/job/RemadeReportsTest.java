package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Sha256;
import org.fupin.publish.Manifest;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.SupersededFiles;
import org.fupin.report.Publisher;
import org.fupin.settings.RunRequest;
import org.fupin.testing.Inbox;
import org.junit.jupiter.api.Test;

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

    /** The reports whose bytes of {@code before} are among the superseded files. */
    private List<String> superseded(Map<String, String> before) {
        return before.keySet().stream()
                .filter(path -> Files.exists(out.resolve(SupersededFiles.path(path, before.get(path)))))
                .toList();
    }
}
