package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.LockTiming;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunStatus;
import org.junit.jupiter.api.Test;

/** A database that another run is at work on. */
class HeldDatabaseTest extends JobTestCase {

    @Test
    void leavesTheDatabaseToALivingRun() throws Exception {
        run();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            long started = other.info().startInstant().orElseThrow().toEpochMilli();
            hold(new LockOwner("a living one", self.host(), self.space(), other.pid(), started));

            assertThatThrownBy(this::run)
                    .isInstanceOf(RunInProgressException.class)
                    .hasMessageContaining("a run of monthly for 2026-03, process " + other.pid() + " on host "
                            + self.host() + ", since ");
            assertThatThrownBy(() -> ReportJob.open(url, credentials, 1, Progress.NONE))
                    .as("before anything is touched, the schema included")
                    .isInstanceOf(RunInProgressException.class);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run().failures()).as("taken over at once").isEmpty();
    }

    @Test
    void leavesTheDatabaseToAnotherHostUntilThatIsSilentForTooLong() throws Exception {
        LockTiming timing = new LockTiming(Duration.ofSeconds(1), Duration.ofSeconds(3));
        close();
        job = ReportJob.open(url, credentials, 1, Progress.NONE, new StopSignal(), timing, null);
        run();
        hold(new LockOwner("elsewhere", "another", "", 1, 1));

        assertThatThrownBy(this::run)
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("process 1 on host another")
                .hasMessageEndingWith("s ago");
        assertThat(seemsDead(timing)).isFalse();

        execute("UPDATE run_heartbeat SET heartbeat = heartbeat - 61");
        // Nobody is silent for longer than the server is up, and the tests may just have started it.
        for (int i = 0; i < 100 && !seemsDead(timing); i++) {
            Thread.sleep(100);
        }
        assertThat(seemsDead(timing)).isTrue();
        assertThat(run().failures()).isEmpty();
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            assertThat(warehouse.atWork()).isEmpty();
        }
    }

    private boolean seemsDead(LockTiming timing) throws Exception {
        try (WarehouseView warehouse = WarehouseView.open(url, credentials, timing, WarehouseView.Check.NONE)) {
            return warehouse.atWork().orElseThrow().seemsDead();
        }
    }

    @Test
    void stopsWhenItWasTakenOver() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        close();
        Progress robbery = new At("extract 1", () -> hold(new LockOwner("a thief", "another", "", 7, 1)));
        job = ReportJob.open(url, credentials, 1, robbery);

        assertThatThrownBy(this::run)
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("process 7 on host another");

        assertThat(runs())
                .as("the row is the other's now")
                .extracting(Run::status)
                .containsExactly(RunStatus.STARTED);
        assertThat(outputs()).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM source_document"))
                .as("loaded before, and nothing after")
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM run_lock WHERE owner = 'a thief'"))
                .isEqualTo(1);
    }

    private long number(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
