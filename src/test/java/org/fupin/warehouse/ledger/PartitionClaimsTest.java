package org.fupin.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.ledger.PartitionClaims.Finished;
import org.fupin.warehouse.ledger.PartitionClaims.Offer;
import org.fupin.warehouse.ledger.SharedRuns.SharedRun;
import org.junit.jupiter.api.Test;

/** Who does which part of a shared run. Two workers share nothing but the database. */
class PartitionClaimsTest extends WarehouseTestCase {

    private static final String RUN = "1".repeat(36);
    private static final String LATER_RUN = "2".repeat(36);
    private static final LockOwner ANN = new LockOwner("a".repeat(36), "ann", "boot1 pid:[1] fupin", 17, 1_000);
    private static final LockOwner BEN = new LockOwner("b".repeat(36), "ben", "boot2 pid:[1] fupin", 18, 1_000);
    private static final String FIRST = "f".repeat(36);
    private static final String SECOND = "s".repeat(36);

    @Test
    void isTakenOnceAndDoneOnce() {
        offer(RUN, 1, 2);

        assertThat(take(RUN, 1, FIRST, ANN)).isTrue();
        assertThat(take(RUN, 1, SECOND, BEN)).as("it is another's").isFalse();
        assertThat(take(RUN, 1, SECOND, ANN))
                .as("nor twice by the same: messages come twice")
                .isFalse();
        assertThat(take(LATER_RUN, 2, SECOND, BEN)).as("of another run").isFalse();
        assertThat(take(RUN, 3, SECOND, BEN)).as("never offered").isFalse();
        assertThat(claims().free(RUN)).containsExactly(2L);
        assertThat(confirm(1, FIRST)).isTrue();
        assertThat(confirm(1, SECOND)).isFalse();

        assertThat(claims().finish(1, SECOND, "another's")).isFalse();
        assertThat(claims().finished(RUN)).isEmpty();
        assertThat(claims().finish(1, FIRST, "report")).isTrue();

        assertThat(claims().finish(1, FIRST, "again")).isFalse();
        assertThat(confirm(1, FIRST)).as("what is through is not written for").isFalse();
        assertThat(take(RUN, 1, SECOND, BEN)).isFalse();
        assertThat(claims().finished(RUN)).containsExactly(new Finished(1, "report"));
        assertThat(claims().finished(LATER_RUN)).isEmpty();
        claims().remove(List.of(1L));
        assertThat(claims().finished(RUN)).isEmpty();
        assertThat(take(RUN, 1, SECOND, BEN)).as("a message that comes late").isFalse();
    }

    @Test
    void whoWasGivenUpCanWriteNothingMore() {
        offer(RUN, 1);
        take(RUN, 1, FIRST, ANN);

        assertThat(release(1, SECOND)).as("only of who holds it").isFalse();
        assertThat(release(1, FIRST)).isTrue();
        assertThat(confirm(1, FIRST)).isFalse();
        assertThat(take(RUN, 1, SECOND, BEN)).isTrue();

        assertThat(confirm(1, FIRST)).isFalse();
        assertThat(release(1, FIRST)).isFalse();
        assertThat(claims().finish(1, FIRST, "woken up")).isFalse();
        assertThat(confirm(1, SECOND)).isTrue();
        assertThat(claims().holder(1).orElseThrow().times()).isEqualTo(2);
    }

    @Test
    void tellsWhoHasWhatInWork() {
        workers().enter(ANN, "monthly", "0.1.0", 4);
        offer(RUN, 1, 2, 3);
        take(RUN, 1, FIRST, ANN);
        take(RUN, 2, SECOND, BEN);
        jdbc.update("UPDATE partition_claim SET taken = taken - 40 WHERE partition_id = 1");
        jdbc.update("UPDATE worker SET heartbeat = heartbeat - 30, started = started - 100");

        HeldPartition held = claims().holder(1).orElseThrow();

        assertThat(held.label()).isEqualTo("document 1");
        assertThat(held.limit()).isEqualTo(Duration.ofSeconds(90));
        assertThat(held.since()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
        assertThat(held.worker().owner()).isEqualTo(ANN);
        assertThat(held.worker().threads()).isEqualTo(4);
        assertThat(Duration.between(held.worker().since(), held.worker().heartbeat()))
                .isEqualTo(Duration.ofSeconds(70));
        // Not longer than the server is up.
        assertThat(held.worker().silence()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
        assertThat(claims().holder(2).orElseThrow().worker()).as("not entered").isNull();
        assertThat(claims().holder(3)).isEmpty();
        assertThat(claims().held(RUN)).extracting(HeldPartition::id).containsExactly(1L, 2L);
        assertThat(claims().held(LATER_RUN)).isEmpty();

        assertThat(workers().beat(ANN.token(), 7)).isTrue();
        assertThat(workers().beat(BEN.token(), 7)).isFalse();
        assertThat(workers().all())
                .singleElement()
                .satisfies(worker -> assertThat(worker.done()).isEqualTo(7))
                .satisfies(worker -> assertThat(worker.silence()).isLessThan(Duration.ofSeconds(10)));
        workers().forget(Duration.ofSeconds(60));
        assertThat(workers().all()).hasSize(1);
        jdbc.update("UPDATE worker SET heartbeat = heartbeat - 100");
        workers().forget(Duration.ofSeconds(60));
        assertThat(workers().all()).isEmpty();
        workers().enter(ANN, "monthly", "0.1.0", 4);
        workers().leave(ANN.token());
        assertThat(workers().all()).isEmpty();
    }

    @Test
    void isTakenByOneOfManyThatTry() throws Exception {
        offer(RUN, 1);
        int many = 8;
        CountDownLatch together = new CountDownLatch(many);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String claim = ("claim" + i).repeat(6);
            attempts.add(() -> {
                together.countDown();
                together.await();
                return take(RUN, 1, claim, BEN);
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
    }

    @Test
    void isNotMadeFreeInTheMidstOfATransactionOfItsHolderNorWaitedFor() throws Exception {
        offer(RUN, 1);
        offer(LATER_RUN, 2);
        take(RUN, 1, FIRST, ANN);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction().executeWithoutResult(status -> {
                assertThat(claims().confirm(1, FIRST)).isTrue();
                assertThat(get(other.submit(() -> release(1, FIRST)))).isFalse();
                assertThat(get(other.submit(() -> removeOthers(LATER_RUN)))).isTrue();
            });
        } finally {
            other.shutdownNow();
        }
        assertThat(confirm(1, FIRST)).isTrue();
        assertThat(release(1, FIRST)).as("after it").isTrue();
        removeOthers(LATER_RUN);
        assertThat(claims().free(RUN)).isEmpty();
        assertThat(claims().free(LATER_RUN)).containsExactly(2L);
    }

    @Test
    void whatNobodyHasBegunIsTakenBack() {
        offer(RUN, 1, 2, 3, 4);
        take(RUN, 1, FIRST, ANN);
        take(RUN, 2, SECOND, BEN);
        claims().finish(2, SECOND, "report");

        assertThat(claims().recall(List.of(1L, 2L, 3L, 4L))).containsExactlyInAnyOrder(3L, 4L);

        assertThat(take(RUN, 3, "t".repeat(36), ANN)).isFalse();
        assertThat(confirm(1, FIRST)).isTrue();
        assertThat(claims().recall(Collections.nCopies(1, 1L))).isEmpty();
        release(1, FIRST);
        assertThat(claims().recall(List.of(1L))).containsExactly(1L);
    }

    @Test
    void workersAreToldOfOneRun() {
        long first = startRun();
        SharedRun told = new SharedRun(first, "0.1.0", "r".repeat(64), "{}");
        transaction().executeWithoutResult(status -> shared().begin(RUN, told));
        assertThat(shared().find(RUN)).contains(told);
        assertThat(shared().find(LATER_RUN)).isEmpty();

        transaction().executeWithoutResult(status -> shared().begin(LATER_RUN, told));
        assertThat(shared().find(RUN)).as("the run before").isEmpty();
        shared().end(RUN);
        assertThat(shared().find(LATER_RUN)).contains(told);
        shared().end(LATER_RUN);
        assertThat(shared().find(LATER_RUN)).isEmpty();

        assertThat(shared().mark()).hasSize(36).isEqualTo(shared().mark());
    }

    private static boolean get(Future<Boolean> attempt) {
        try {
            return attempt.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private PartitionClaims claims() {
        return bean(PartitionClaims.class);
    }

    private Workers workers() {
        return bean(Workers.class);
    }

    private SharedRuns shared() {
        return bean(SharedRuns.class);
    }

    private void offer(String run, long... partitions) {
        List<Offer> offers = new ArrayList<>();
        for (long partition : partitions) {
            offers.add(new Offer(partition, "extract", "document " + partition, Duration.ofSeconds(90)));
        }
        transaction().executeWithoutResult(status -> claims().offer(run, offers));
    }

    private boolean take(String run, long partition, String claim, LockOwner worker) {
        return claims().take(run, partition, claim, worker.token());
    }

    private boolean release(long partition, String claim) {
        return Boolean.TRUE.equals(transaction().execute(status -> claims().release(partition, claim)));
    }

    private boolean removeOthers(String run) {
        transaction().executeWithoutResult(status -> claims().removeOthers(run));
        return true;
    }

    private boolean confirm(long partition, String claim) {
        return Boolean.TRUE.equals(transaction().execute(status -> claims().confirm(partition, claim)));
    }
}
