package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.publish.Manifest;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.settings.OnConflict;
import org.fupin.store.OutputFile;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped or killed is continued by the next as if nothing had been. */
class ContinuedRunTest extends JobTestCase {

    /** By what the inbox holds. */
    private static final Map<List<Object>, Undisturbed> UNDISTURBED = new HashMap<>();

    @Test
    void continuesARunThatWasKilledBetweenLoadingAndAudit() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        Run undisturbed = runs().get(0);
        // As a killed run leaves it: everything "started", nothing audited, no reports, the lock with a dead process.
        execute(
                "DELETE FROM audit",
                "UPDATE run SET status = 'started', finished = NULL, files_found = 0, articles = 0",
                "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL",
                "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING', END_TIME = NULL"
                        + " WHERE STEP_NAME LIKE 'audit%'");
        hold(new LockOwner("a dead one", self.host(), self.space(), Integer.MAX_VALUE, 1));
        Files.delete(out.resolve("manifest.json"));

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.count(Count.AUDITED)).isEqualTo(2);
        assertThat(result.runId()).isEqualTo(1);
        assertThat(result.continued()).isTrue();
        assertThat(runs())
                .singleElement()
                .satisfies(run -> assertThat(run.attempts()).isEqualTo(2))
                .extracting(Run::status, Run::counts)
                .containsExactly(RunStatus.COMPLETED, undisturbed.counts());
        assertThat(outputs()).isEqualTo(before);
    }

    /** Six files are loaded, six province-years audited and rendered, two years summarised. */
    @ParameterizedTest
    @ValueSource(strings = {"discover 1", "extract 1", "audit 1", "render 1", "summarise 1", "summarise 2"})
    void stopsAndIsContinuedAsIfNothingHadBeen(String point) throws Exception {
        inbox.putThreeOf(2011).putThreeOf(2012).put("no.txt", "No report.");
        Undisturbed undisturbed = undisturbed();

        RunResult stopped = runUntil(point);

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.failures()).isEmpty();
        assertThat(runs()).extracting(Run::status).containsExactly(RunStatus.STOPPED);
        assertThat(outputs()).doesNotContainKey("manifest.json");

        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.runId()).isEqualTo(1);
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(runs())
                .singleElement()
                .extracting(Run::status, Run::counts)
                .containsExactly(RunStatus.COMPLETED, undisturbed.run().counts());
        assertThat(run().nothingNew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesTheCorrectionOfAFileThatCameBetweenAttempts(boolean theOtherWayRound) throws Exception {
        String wrong = theOtherWayRound ? Inbox.HEBEI_2011_CORRECTED : Inbox.HEBEI_2011;
        String right = theOtherWayRound ? Inbox.HEBEI_2011 : Inbox.HEBEI_2011_CORRECTED;
        inbox.put("gansu.txt", Inbox.GANSU_2011).put("hebei.txt", right);
        Undisturbed undisturbed = undisturbed();
        inbox.put("hebei.txt", wrong);
        runUntil("extract 2");
        inbox.put("hebei.txt", right);

        RunResult next = run();

        assertThat(next.count(Count.LOADED)).isEqualTo(1);
        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(Manifest.read(out).orElseThrow().source("CN-HE", 2011))
                .as("the first vintage, as the wrong one never was reported on")
                .contains(new Manifest.Input("CN-HE", 2011, 1, List.of(document("hebei.txt"))));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, b.txt, false, false",
        "a.txt, b.txt, true, false",
        "a.txt, b.txt, false, true",
        "a/x.txt, b/x.txt, false, true",
        "a/x.txt, b/x.txt, true, true"
    })
    void choosesTheNewestOfFilesWhetherOrNotItWasStoppedBetweenThem(
            String one, String other, boolean theOtherWayRound, boolean newer) throws Exception {
        inbox.put(one, theOtherWayRound ? Inbox.HEBEI_2011_CORRECTED : Inbox.HEBEI_2011)
                .put(other, theOtherWayRound ? Inbox.HEBEI_2011 : Inbox.HEBEI_2011_CORRECTED)
                .changed(newer ? one : other, LONG_AGO.toInstant());
        onConflict = OnConflict.NEWEST;
        Undisturbed undisturbed = undisturbed();
        runUntil("extract 1");

        assertThat(run().count(Count.LOADED)).isEqualTo(1);

        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(runs())
                .singleElement()
                .extracting(Run::counts)
                .isEqualTo(undisturbed.run().counts());
    }

    private record Undisturbed(Map<String, String> outputs, Run run) {}

    /** What a run on the inbox as it is makes in a database of its own. It is the same on every server: made once. */
    private Undisturbed undisturbed() throws Exception {
        List<Object> key = new ArrayList<>(List.of(onConflict));
        try (Stream<Path> files = Files.walk(inbox.folder())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                key.add(inbox.folder().relativize(file).toString());
                key.add(OutputFile.sha256(file).orElseThrow());
                key.add(Files.getLastModifiedTime(file).equals(LONG_AGO));
            }
        }
        if (!UNDISTURBED.containsKey(key)) {
            UNDISTURBED.put(key, runUndisturbed());
        }
        return UNDISTURBED.get(key);
    }

    private Undisturbed runUndisturbed() throws Exception {
        DatabaseUrl database = DatabaseUrl.parse(TestDatabase.h2().url(), folder);
        Credentials login = new Credentials("sa", "");
        Path kept = out;
        out = folder.resolve("undisturbed");
        try (ReportJob alone = ReportJob.open(database, login, 2, Progress.NONE)) {
            assertThat(alone.run(request()).failures()).isEmpty();
            try (WarehouseView warehouse = WarehouseView.open(database, login)) {
                return new Undisturbed(outputs(), warehouse.runs(1).get(0));
            }
        } finally {
            out = kept;
        }
    }

    /** Runs, one thing after the other, until it is asked to stop when a step has done its n-th thing. */
    private RunResult runUntil(String point) throws Exception {
        close();
        StopSignal stop = new StopSignal();
        try (ReportJob stopping =
                ReportJob.open(url, credentials, 1, new At(point, stop::request), stop, LockTiming.DEFAULT, null)) {
            return stopping.run(request());
        } finally {
            job = ReportJob.open(url, credentials, 2, watch);
        }
    }
}
