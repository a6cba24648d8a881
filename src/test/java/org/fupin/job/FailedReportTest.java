package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fupin.job.run.Count;
import org.fupin.testing.Inbox;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunStatus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reports that cannot be made. */
class FailedReportTest extends JobTestCase {

    @Test
    void saysWhichReportFailedAndIsDoneByTheNextRun() throws Exception {
        inbox.putThreeOf(2011);
        Path inTheWay = Files.createDirectories(out.resolve("2011/CN-HE/CN-HE-2011.xlsx/folder"));

        RunResult failed = run();

        assertThat(failed.failures())
                .singleElement()
                .asString()
                .contains("CN-HE-2011")
                .contains("2011/CN-HE/CN-HE-2011.xlsx could not be made");
        assertThat(outputs()).as("the other province got its reports").containsKey("2011/CN-GS/CN-GS-2011.pdf");
        assertThat(runs())
                .extracting(Run::status, Run::message)
                .containsExactly(tuple(RunStatus.FAILED, failed.failures().get(0)));

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.count(Count.LOADED)).isZero();
        assertThat(outputs()).containsKeys("2011/CN-HE/CN-HE-2011.xlsx", "2011/summary-2011.pdf", "manifest.json");
        assertThat(next.continued()).isTrue();
        assertThat(runs())
                .extracting(Run::status, Run::attempts, Run::message)
                .containsExactly(tuple(RunStatus.COMPLETED, 2, ""));
    }

    @Test
    void leavesTheOldReportWholeWhenTheDiskIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        Map<String, String> before = outputs();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        // The name under which the new report is written.
        Files.createSymbolicLink(out.resolve("2011/CN-HE/.CN-HE-2011.xlsx.tmp"), full);

        RunResult failed = run();

        assertThat(failed.failures())
                .singleElement()
                .asString()
                .endsWith("2011/CN-HE/CN-HE-2011.xlsx could not be made: No space left on device");
        assertThat(outputs()).isEqualTo(before);

        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.runId()).isEqualTo(failed.runId());
        assertThat(outputs().get("2011/CN-HE/CN-HE-2011.xlsx")).isNotEqualTo(before.get("2011/CN-HE/CN-HE-2011.xlsx"));
    }
}
