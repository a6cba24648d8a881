package org.fupin.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.WarehouseTestCase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;

/** Who may change the warehouse. Two hosts are two owners: all that they share is the database. */
class RunLocksTest extends WarehouseTestCase {

    private static final String NAME = "province-year-reports";
    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final LockOwner ANN = new LockOwner("a".repeat(36), "ann", "boot1 pid:[1] fupin", 17, 1_000);
    private static final LockOwner BEN = new LockOwner("b".repeat(36), "ben", "boot2 pid:[1] fupin", 17, 1_000);
    private static final LockOwner EVE = new LockOwner("e".repeat(36), "eve", "boot3 pid:[1] fupin", 17, 1_000);

    @Test
    void isHeldByOneUntilItIsReleased() {
        assertThat(locks().holder(NAME)).isEmpty();
        assertThat(acquire(ANN)).isTrue();
        assertThat(acquire(BEN)).isFalse();
        assertThat(acquire(ANN)).as("nor twice by the same").isFalse();
        assertThat(confirm(ANN)).isTrue();
        assertThat(confirm(BEN)).isFalse();

        locks().release(NAME, BEN.token());
        assertThat(confirm(ANN)).as("another one cannot release it").isTrue();
        locks().release(NAME, ANN.token());

        assertThat(locks().holder(NAME)).isEmpty();
        assertThat(confirm(ANN)).isFalse();
        assertThat(acquire(BEN)).isTrue();
    }

    @Test
    void tellsWhoDoesWhatSinceWhen() {
        acquire(ANN);
        locks().note(NAME, ANN.token(), 42);
        locks().note(NAME, BEN.token(), 43);
        jdbc.update("UPDATE run_lock SET acquired = acquired - 100");
        jdbc.update("UPDATE run_heartbeat SET heartbeat = heartbeat - 30");

        // The tests may just have started the server, and nobody is silent for longer than that is up.
        Duration up = new Server(jdbc).longestSilence();
        Duration silent = up.compareTo(Duration.ofSeconds(30)) < 0 ? up : Duration.ofSeconds(30);

        LockHolder holder = locks().holder(NAME).orElseThrow();

        assertThat(holder.owner()).isEqualTo(ANN);
        assertThat(holder.job()).isEqualTo("monthly");
        assertThat(holder.period()).isEqualTo(MAY);
        assertThat(holder.runId()).isEqualTo(42);
        assertThat(holder.silence()).isBetween(silent, Duration.ofSeconds(40));
        assertThat(Duration.between(holder.since(), holder.heartbeat()))
                .isBetween(Duration.ofSeconds(69), Duration.ofSeconds(71));

        locks().beat(NAME, BEN.token());
        assertThat(locks().holder(NAME).orElseThrow().silence())
                .as("another one's heartbeat")
                .isGreaterThanOrEqualTo(silent);
        locks().beat(NAME, ANN.token());
        assertThat(locks().holder(NAME).orElseThrow().silence()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void isTakenOverByOneOfManyThatTry() throws Exception {
        acquire(ANN);
        int many = 8;
        CountDownLatch together = new CountDownLatch(many);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            LockOwner owner = new LockOwner(("owner" + i).repeat(6), "host" + i, "", i, i);
            attempts.add(() -> {
                together.countDown();
                together.await();
                return takeOver(ANN, owner);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            int won = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(confirm(ANN)).as("who was given up for dead has lost").isFalse();
        locks().release(NAME, ANN.token());
        assertThat(locks().holder(NAME).orElseThrow().owner().host()).startsWith("host");
    }

    @Test
    void isNotTakenOverInTheMidstOfATransactionOfItsOwner() throws Exception {
        Assumptions.assumeTrue(
                server != TestDatabase.Server.H2, "skipped: the file of an H2 database lets in one process");
        acquire(ANN);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> takenOver = transaction().execute(status -> {
                assertThat(locks().confirm(NAME, ANN.token())).isTrue();
                Future<Boolean> attempt = other.submit(() -> takeOver(ANN, EVE));
                locks().beat(NAME, ANN.token());
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertThat(attempt.isDone()).isFalse();
                return attempt;
            });
            assertThat(takenOver.get(30, TimeUnit.SECONDS)).as("after it").isTrue();
        } finally {
            other.shutdownNow();
        }
        assertThat(confirm(ANN)).isFalse();
    }

    @Test
    void confirmingLetsATransactionSeeWhatOthersCommit() {
        acquire(ANN);

        Integer seen = transaction().execute(status -> {
            locks().confirm(NAME, ANN.token());
            Thread load = new Thread(this::startRun);
            load.start();
            try {
                load.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return count("run");
        });

        assertThat(seen).isEqualTo(1);
    }

    private RunLocks locks() {
        return bean(RunLocks.class);
    }

    private boolean acquire(LockOwner owner) {
        return Boolean.TRUE.equals(transaction().execute(status -> locks().acquire(NAME, owner, "monthly", MAY)));
    }

    /** Again where the server ended it for a deadlock, as the job does. */
    private boolean takeOver(LockOwner dead, LockOwner owner) {
        while (true) {
            try {
                return Boolean.TRUE.equals(
                        transaction().execute(status -> locks().takeOver(NAME, dead.token(), owner, "monthly", MAY)));
            } catch (TransientDataAccessException e) {
                // once more
            }
        }
    }

    private boolean confirm(LockOwner owner) {
        return Boolean.TRUE.equals(transaction().execute(status -> locks().confirm(NAME, owner.token())));
    }
}
