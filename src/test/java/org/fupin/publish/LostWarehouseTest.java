package org.fupin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import org.fupin.job.ReportJob;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.testing.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file that has lost what it held, beside the outputs of its runs. */
class LostWarehouseTest {

    /** H2 takes a file of nothing but its two headers for a new database. */
    private static final int[] LIKE_NEW = {0, 8192};

    @TempDir
    private Path folder;

    @Test
    void isNotBegunAnewInSilence() throws Exception {
        Path file = folder.resolve("warehouse.mv.db");
        Path manifest = folder.resolve("out").resolve(Manifest.FILE);
        new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("gansu.txt", Inbox.GANSU_2011);
        assertThat(run().runId()).isEqualTo(1);
        byte[] whole = Files.readAllBytes(file);
        byte[] listed = Files.readAllBytes(manifest);

        for (int length : LIKE_NEW) {
            Files.write(file, Arrays.copyOf(whole, length));
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(this::run)
                        .as("%d bytes, attempt %d", length, attempt)
                        .isInstanceOf(DatabaseUnreachableException.class)
                        .hasMessageContaining("was emptied or truncated")
                        .hasMessageContaining(manifest + " is of run 1; restore the file from a backup, or remove "
                                + manifest + " to begin anew");
            }
        }
        byte[] broken = whole.clone();
        Arrays.fill(broken, LIKE_NEW[1], broken.length, (byte) 'x');
        Files.write(file, broken);
        assertThatThrownBy(this::run)
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageMatching(".*restore (it|the file) from a backup.*");
        assertThat(manifest).hasBinaryContent(listed);

        Files.write(file, whole);
        assertThat(run().nothingNew()).as("restored").isTrue();

        Files.write(file, new byte[0]);
        Files.delete(manifest);
        assertThat(run().count(Count.LOADED)).as("anew").isEqualTo(1);
    }

    private RunResult run() throws Exception {
        DatabaseUrl url = DatabaseUrl.parse(folder.resolve("warehouse").toString(), folder);
        try (ReportJob job = ReportJob.open(url, new Credentials(null, null), 1, Progress.NONE)) {
            return job.run(new RunRequest(
                    new JobDefinition(
                            "monthly",
                            folder.resolve("inbox"),
                            folder.resolve("out"),
                            url,
                            null,
                            1,
                            RunScope.ALL,
                            IntakeLimits.DEFAULT,
                            Publisher.UNKNOWN,
                            null,
                            null),
                    YearMonth.of(2026, 3),
                    false));
        }
    }
}
