package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.publish.Manifest;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Runs on some years or areas only, and the runs after them. */
class ScopedRunTest extends JobTestCase {

    @Test
    void makesOnlyWhatIsInScopeAndTheRestWithTheNextPlainRun() throws Exception {
        inbox.putThreeOf(2011).put("hebei-2012.txt", Inbox.HEBEI_2012);

        RunResult scoped = run(new RunScope(new TreeSet<>(Set.of(2012)), new TreeSet<>()), false);

        assertThat(scoped.failures()).isEmpty();
        assertThat(outputs().keySet())
                .containsExactly(
                        "2012/CN-HE/CN-HE-2012.codes.csv",
                        "2012/CN-HE/CN-HE-2012.csv",
                        "2012/CN-HE/CN-HE-2012.html",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.sdmx.csv",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2012/CN-HE/datapackage.json",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().outputs()).hasSize(8);

        assertThat(run().failures()).isEmpty();

        Map<String, Object> inTwo = contentOfManifest();
        Map<String, String> bytesInTwo = outputs();
        try (ReportJob plain = ReportJob.open(
                DatabaseUrl.parse(TestDatabase.h2().url(), folder), new Credentials("sa", ""), 1, Progress.NONE)) {
            out = folder.resolve("plain");
            plain.run(new RunRequest(definition(), MARCH, false));
        }
        bytesInTwo.keySet().removeIf(path -> path.startsWith("superseded/"));
        bytesInTwo.remove("manifest.json");
        Map<String, String> bytesInOne = outputs();
        bytesInOne.remove("manifest.json");
        assertThat(bytesInTwo).as("the same reports as a plain run makes").isEqualTo(bytesInOne);
        assertThat(inTwo).as("made from the same").isEqualTo(contentOfManifest());
    }

    @Test
    void keepsTheEntriesOfWhatIsOutOfScope() throws Exception {
        inbox.putThreeOf(2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        Manifest before = Manifest.read(out).orElseThrow();
        ageOutputs();
        inbox.put("hebei-2011-corrected.txt", Inbox.HEBEI_2011_CORRECTED);

        RunScope hebei2011 = new RunScope(new TreeSet<>(Set.of(2011)), new TreeSet<>(Set.of("CN-HE")));
        RunResult scoped = run(hebei2011, false);

        assertThat(scoped.count(Count.SUPERSEDED)).isEqualTo(1);
        assertThat(scoped.count(Count.AUDITED)).isEqualTo(1);
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .containsExactlyInAnyOrder(
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().output("2012/CN-HE/CN-HE-2012.pdf"))
                .as("still made from the first vintage of 2011")
                .isEqualTo(before.output("2012/CN-HE/CN-HE-2012.pdf"));

        ageOutputs();
        run();

        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .as("what the scoped run left stale")
                .containsExactlyInAnyOrder("2012/CN-HE/CN-HE-2012.pdf", "2012/CN-HE/CN-HE-2012.xlsx", "manifest.json");
    }

    @Test
    void forcesOnlyWhatIsInScope() throws Exception {
        inbox.putThreeOf(2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();
        Map<String, String> before = outputs();
        watch.begun.clear();

        RunResult forced = run(new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-GS"))), true);

        assertThat(watch.begun).as("areas do not matter to summaries").contains("render 1", "summarise 1");
        assertThat(forced.count(Count.WRITTEN)).isZero();
        assertThat(outputs()).as("the same bytes supersede nothing").isEqualTo(before);
    }

    /** What the manifest says of outputs and sources without the numbers of the runs that made them. */
    private Map<String, Object> contentOfManifest() throws IOException {
        Map<String, Object> content = new TreeMap<>();
        content.put("", Manifest.read(out).orElseThrow().sources());
        for (Manifest.Output output : Manifest.read(out).orElseThrow().outputs()) {
            content.put(
                    output.path(),
                    List.of(output.sha256(), output.bytes(), String.valueOf(output.year()), output.inputsSha256()));
        }
        return content;
    }

    @Test
    void leavesFilesOutOfScopeToARunThatWantsThem() throws Exception {
        inbox.put("gansu.txt", Inbox.GANSU_2011)
                .put("hebei.txt", Inbox.HEBEI_2011 + "\n" + Inbox.HEBEI_2012)
                .put("milk.txt", "Milk.");
        RunScope hebei2012 = new RunScope(new TreeSet<>(Set.of(2012)), new TreeSet<>(Set.of("CN-HE")));

        RunResult scoped = run(hebei2012, limit("1"));

        assertThat(scoped.failures()).isEmpty();
        assertThat(List.of(
                        scoped.count(Count.FOUND),
                        scoped.count(Count.LOADED),
                        scoped.count(Count.OUT_OF_SCOPE),
                        scoped.count(Count.LEFT),
                        scoped.count(Count.ADDED)))
                .as("the file with an article in scope is loaded whole")
                .containsExactly(3L, 1L, 1L, 0L, 2L);
        assertThat(scoped.rejections()).hasSize(1);

        RunResult plain = run();

        assertThat(List.of(
                        plain.count(Count.LOADED),
                        plain.count(Count.KNOWN),
                        plain.count(Count.OUT_OF_SCOPE),
                        plain.count(Count.ADDED)))
                .containsExactly(1L, 1L, 0L, 1L);
    }

    @Test
    void rejectsNothingThatIsOutOfScope() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011)
                .put("b.txt", Inbox.HEBEI_2011_CORRECTED)
                .put("c.txt", Inbox.HEBEI_2011.replace("45,000", "46,000") + "\n" + Inbox.GANSU_2011);
        RunScope gansu = new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-GS")));

        RunResult result = run(gansu, IntakeLimits.DEFAULT);

        assertThat(List.of(result.count(Count.LOADED), result.count(Count.OUT_OF_SCOPE)))
                .containsExactly(0L, 2L);
        assertThat(result.rejections()).extracting(Rejection::file).containsExactly("c.txt");
    }
}
