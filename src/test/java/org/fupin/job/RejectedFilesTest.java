package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.step.RejectedListing;
import org.fupin.observation.Sha256;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.fupin.testing.Zip;
import org.junit.jupiter.api.Test;

/** The list of rejected files, and how many may be rejected. */
class RejectedFilesTest extends JobTestCase {

    @Test
    void listsTheRejectedFilesUntilThereAreNone() throws Exception {
        inbox.put("=1+1.txt", "")
                .put("a\r\n@b.txt", "Milk.")
                .put("c.zip", new Zip().add("-1.txt", "Milk.").bytes());
        Files.createSymbolicLink(inbox.folder().resolve("passwd"), Path.of("/etc/passwd"));
        run();
        Path list = RejectedListing.in(out);
        byte[] first = Files.readAllBytes(list);

        assertThat(list).isEqualTo(out.resolve("rejected/rejected.csv"));
        assertThat(first).as("the mark by which Excel knows UTF-8").startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(first, StandardCharsets.UTF_8).lines().skip(1))
                .as("one line for each, in the order of the names, without formulas")
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("'=1+1.txt,empty,")
                                .endsWith(",0," + Sha256.of(new byte[0]) + ",1,2026-03"),
                        line -> assertThat(line).startsWith("a%0D%0A@b.txt,no_article,"),
                        line -> assertThat(line).startsWith("c.zip!/-1.txt,no_article,"),
                        line -> assertThat(line)
                                .isEqualTo("passwd,outside_inbox,\"is a link out of the inbox, to "
                                        + Path.of("/etc/passwd").toRealPath() + "\",,,1,2026-03"));

        job.run(new RunRequest(definition(), YearMonth.of(2026, 4), false));
        assertThat(Files.readAllBytes(list)).as("the next month says the same").isEqualTo(first);

        inbox.put("=1+1.txt", "Now there is something.");
        job.run(new RunRequest(definition(), YearMonth.of(2026, 5), false));
        assertThat(records(list))
                .extracting(row -> row.get("file"), row -> row.get("first_period"))
                .startsWith(tuple("'=1+1.txt", "2026-05"), tuple("a%0D%0A@b.txt", "2026-03"));

        delete("=1+1.txt");
        delete("a\r\n@b.txt");
        delete("c.zip");
        delete("passwd");
        run();
        assertThat(list.getParent()).doesNotExist();
    }

    @Test
    void failsWhereTheListCannotBeWritten() throws Exception {
        inbox.put("empty.txt", "");
        Files.createDirectories(RejectedListing.in(out).resolve("in the way"));

        RunResult result = run();

        assertThat(result.failures())
                .singleElement()
                .asString()
                .startsWith("extract: ")
                .contains("rejected.csv");
        assertThat(result.rejections()).hasSize(1);
    }

    @Test
    void loadsNothingWhereTooManyAreRejected() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put("gansu.txt", Inbox.GANSU_2011)
                .put("milk.txt", "Milk.");
        inbox.put("broken.zip", "PK\003\004 half of it");

        RunResult result = run(RunScope.ALL, limit("30%"));

        assertThat(result.failures())
                .containsExactly("inspect: 2 of 4 files are rejected, more than 30%: nothing was loaded");
        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.rejections()).extracting(Rejection::file).containsExactly("broken.zip", "milk.txt");
        assertThat(watch.totals).containsOnlyKeys("discover", "inspect");
        assertThat(records(RejectedListing.in(out))).hasSize(2);
        assertThat(out).isDirectoryNotContaining("glob:**manifest.json");

        RunResult within = run(RunScope.ALL, limit("2"));

        assertThat(within.failures()).isEmpty();
        assertThat(List.of(within.count(Count.FOUND), within.count(Count.LOADED), (long)
                        within.rejections().size()))
                .containsExactly(4L, 2L, 2L);
        assertThat(watch.totals).containsEntry("inspect", 3).containsEntry("extract", 2);
    }
}
