package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.observation.Sha256;
import org.fupin.publish.Manifest;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.fupin.testing.Zip;
import org.junit.jupiter.api.Test;

/** What a run takes in: members of archives, copies, files of any name. */
class TakenFilesTest extends JobTestCase {

    @Test
    void takesTheMembersOfArchivesAsDocumentsOfTheirOwn() throws Exception {
        byte[] inner = new Zip()
                .add("gansu.txt", Inbox.GANSU_2011)
                .add("list.txt", "Milk.")
                .bytes();
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put(
                        "march.zip",
                        new Zip()
                                .add("a/hebei.txt", Inbox.HEBEI_2011)
                                .add("inner.zip", inner)
                                .bytes())
                .put("broken.zip", new byte[] {'P', 'K', 3, 4, 20, 0});

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(5L, 2L, 1L);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(tuple("broken.zip", "damaged"), tuple("march.zip!/inner.zip!/list.txt", "no_article"));
        assertThat(Manifest.read(out)
                        .orElseThrow()
                        .source("CN-GS", 2011)
                        .orElseThrow()
                        .documents())
                .containsExactly(new Manifest.Document(
                        "march.zip!/inner.zip!/gansu.txt",
                        Sha256.of(Inbox.GANSU_2011.getBytes(StandardCharsets.UTF_8))));

        Files.move(inbox.folder().resolve("march.zip"), inbox.folder().resolve("renamed.zip"));
        RunResult again = run();

        assertThat(again.nothingNew()).isTrue();
        assertThat(List.of(again.count(Count.FOUND), again.count(Count.KNOWN))).containsExactly(5L, 3L);
    }

    @Test
    void treatsFilesOfTheSameContentAlike() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011).put("b.txt", Inbox.HEBEI_2011).put("c.txt", Inbox.GANSU_2011);
        inbox.put("milk.txt", "Milk.")
                .put(
                        "z.zip",
                        new Zip()
                                .add("m.txt", "Milk.")
                                .add("g.txt", Inbox.GANSU_2011)
                                .bytes());
        RunScope hebei = new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-HE")));

        for (IntakeLimits limits : List.of(IntakeLimits.DEFAULT, limit("2"))) {
            RunResult result = run(hebei, limits);

            assertThat(result.failures()).isEmpty();
            assertThat(List.of(
                            result.count(Count.FOUND),
                            result.count(Count.LOADED) + result.count(Count.KNOWN),
                            result.count(Count.OUT_OF_SCOPE)))
                    .containsExactly(6L, 2L, 2L);
            assertThat(result.rejections())
                    .extracting(Rejection::file, Rejection::code)
                    .containsExactly(tuple("milk.txt", "no_article"), tuple("z.zip!/m.txt", "no_article"));
        }
    }

    @Test
    void takesAndRejectsFilesOfAnyName() throws Exception {
        String deep = ("d".repeat(200) + "/").repeat(4);
        List<String> rejected = List.of(
                "'quoted'.txt",
                "-rf.txt",
                "new\nline.txt",
                "\u202Etxt.exe",
                "扶贫\uD83D\uDE42.txt",
                "=cmd|' /C calc'!A0.txt");
        for (String name : rejected) {
            inbox.put(name, "Milk. " + name);
        }
        Path bytes = Path.of(URI.create(inbox.folder().toUri() + "gbk%D6%D0.txt"));
        Files.writeString(bytes, Inbox.HEBEI_2011);
        inbox.put(deep + "n".repeat(251) + ".txt", "Milk.").put("loaded \uD83D\uDE42\n\t.txt", Inbox.GANSU_2011);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isEqualTo(2);
        assertThat(result.rejections())
                .extracting(Rejection::code)
                .containsOnly("no_article")
                .hasSize(7);
        assertThat(result.rejections()).extracting(Rejection::file).containsAll(rejected);
        assertThat(result.rejections())
                .extracting(Rejection::file)
                .anySatisfy(
                        name -> assertThat(name).hasSize(500).startsWith("ddd").endsWith("nnn.txt"));
        assertThat(Manifest.read(out).orElseThrow().sources())
                .flatExtracting(Manifest.Input::documents)
                .extracting(Manifest.Document::name)
                .contains("gbk%D6%D0.txt", "loaded \uD83D\uDE42\n\t.txt");
        assertThat(run().nothingNew()).isTrue();
    }
}
