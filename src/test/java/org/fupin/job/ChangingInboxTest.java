package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fupin.intake.LeftFile;
import org.fupin.intake.LeftFile.Why;
import org.fupin.job.run.Count;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunScope;
import org.fupin.testing.Inbox;
import org.junit.jupiter.api.Test;

/** Files that change while a run looks at them. */
class ChangingInboxTest extends JobTestCase {

    @Test
    void leavesForTheNextRunWhatChangesDuringThisOne() throws Exception {
        inbox.put("gone.txt", Inbox.HEBEI_2012).put("growing.txt", Inbox.HEBEI_2011);
        watch.at("extract", () -> {
            delete("gone.txt");
            inbox.put("growing.txt", Inbox.HEBEI_2011_CORRECTED);
        });

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.rejections()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.LEFT)))
                .containsExactly(2L, 0L, 2L);
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("gone.txt", Why.GONE), new LeftFile("growing.txt", Why.CHANGED));
        assertThat(watch.left).isEqualTo(Set.of("gone.txt", "growing.txt"));
        assertThat(out).isDirectoryNotContaining("glob:**.csv").isDirectoryNotContaining("glob:**2011");

        watch.at("extract", () -> {});
        RunResult next = run();

        assertThat(List.of(
                        next.count(Count.FOUND),
                        next.count(Count.LOADED),
                        next.count(Count.LEFT),
                        next.count(Count.ADDED)))
                .containsExactly(1L, 1L, 0L, 1L);
    }

    @Test
    void leavesWhatWasChangedOnlyJustNow() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("broken.zip", "PK\003\004 half of it");

        RunResult result = run(
                RunScope.ALL, new IntakeLimits(Duration.ofHours(1), Duration.ofMinutes(5), null, OnConflict.REJECT));

        assertThat(result.nothingNew()).isTrue();
        assertThat(result.rejections()).isEmpty();
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("broken.zip", Why.RECENT), new LeftFile("hebei.txt", Why.RECENT));
    }

    @Test
    void countsWhatChangesDuringTheInspectionOnce() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011)
                .put("same.txt", Inbox.HEBEI_2011)
                .put("milk.txt", "Milk.");
        watch.at("inspect", () -> inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED));

        RunResult result = run(RunScope.ALL, limit("50%"));

        assertThat(result.failures()).isEmpty();
        assertThat(List.of(result.count(Count.FOUND), result.count(Count.LOADED), result.count(Count.LEFT)))
                .containsExactly(3L, 0L, 2L);
        assertThat(result.leftFiles())
                .containsExactly(new LeftFile("hebei.txt", Why.CHANGED), new LeftFile("same.txt", Why.DUPLICATE));
        assertThat(result.rejections()).hasSize(1);
        assertThat(watch.totals).containsEntry("extract", 0);
    }
}
