package org.fupin.job.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fupin.settings.LockTiming;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Transactions;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.PartitionClaims;
import org.fupin.warehouse.ledger.PartitionClaims.Finished;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.ledger.SharedRuns.SharedRun;
import org.fupin.warehouse.ledger.Workers;
import org.fupin.warehouse.load.ReadBy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;

/** What a worker makes of messages: those that come twice, too late, or for another program. */
class WorkbenchTest extends WarehouseTestCase {

    private static final ReadBy PRESENT = new ReadBy("0.1.0", "r".repeat(64));
    private static final String ELSEWHERE = "e".repeat(36);

    private final LockOwner run = RunOwner.thisProcess();
    private final List<String> done = new ArrayList<>();
    private SharedWorkload.Ledger ledger;

    @BeforeEach
    void offerAPartition() {
        RunLocks locks = bean(RunLocks.class);
        Transactions transactions = new Transactions(bean(PlatformTransactionManager.class), locks);
        ledger = new SharedWorkload.Ledger(
                bean(SharedRuns.class), bean(Workers.class), bean(PartitionClaims.class), transactions);
        transactions.call(() -> locks.acquire(RunLock.NAME, run, "monthly", YearMonth.of(2024, 5)));
        tell(PRESENT);
        transactions.call(() -> {
            ledger.claims()
                    .offer(
                            run.token(),
                            List.of(new PartitionClaims.Offer(7, "extract", "a.txt", Duration.ofSeconds(90))));
            return true;
        });
    }

    private void tell(ReadBy by) {
        long number = startRun();
        ledger.transactions().run(run.token(), () -> ledger.runs()
                .begin(run.token(), new SharedRun(number, by.version(), by.rules(), "{}")));
    }

    @Test
    void doesAPartitionOnceHoweverOftenItIsTold() {
        Workbench bench = bench((task, transactions) -> did(task));

        bench.receive(message());
        bench.receive(message());
        bench.receive("fupin-partition 1 " + run.token() + " extract 8");
        bench.receive("something else");

        assertThat(done).containsExactly("extract 7");
        assertThat(bench.done()).isEqualTo(1);
        assertThat(ledger.claims().finished(run.token())).containsExactly(new Finished(7, "report"));
    }

    @Test
    void leavesToAnotherWhatItHasInWork() {
        ledger.workers().enter(new LockOwner(ELSEWHERE, "far", "", 1, 1), "monthly", "0.1.0", 1);
        ledger.claims().take(run.token(), 7, "c".repeat(36), ELSEWHERE);
        Workbench bench = bench((task, transactions) -> did(task));

        bench.receive(message());
        assertThat(done).isEmpty();

        jdbc.update("UPDATE worker SET heartbeat = heartbeat - 100");
        bench.receive(message());
        assertThat(done).as("the other is dead").containsExactly("extract 7");
    }

    @Test
    void dropsWhatAnotherDidWhileItSlept() {
        Workbench bench = bench((task, transactions) -> {
            assertThat(ledger.transactions().call(() -> ledger.claims().release(7, task.claim())))
                    .isTrue();
            assertThat(ledger.claims().take(run.token(), 7, "c".repeat(36), ELSEWHERE))
                    .isTrue();
            transactions.run(task.run(), () -> jdbc.update("UPDATE run SET message = 'written after all'"));
            return did(task);
        });

        bench.receive(message());

        assertThat(done).isEmpty();
        assertThat(bench.done()).isZero();
        assertThat(count("run WHERE message IS NOT NULL")).isZero();
        assertThat(ledger.claims().finish(7, "c".repeat(36), "the other's")).isTrue();
    }

    @Test
    void dropsMessagesOfRunsThatAreOver() {
        Workbench bench = bench((task, transactions) -> did(task));
        bean(RunLocks.class).release(RunLock.NAME, run.token());
        bench.receive(message());
        ledger.runs().end(run.token());
        bench.receive(message());

        assertThat(done).isEmpty();
    }

    @Test
    void refusesTheRunOfAnotherProgram() {
        Workbench bench = bench((task, transactions) -> did(task));
        tell(new ReadBy("0.1.0", "q".repeat(64)));

        assertThatThrownBy(() -> bench.receive(message()))
                .isInstanceOf(RefusedWorkerException.class)
                .hasMessageMatching(
                        "run \\d+ is made by fupin 0.1.0 with rules qqqqqqqq, this worker is fupin 0.1.0 with"
                                + " rules rrrrrrrr: install the same release on all machines");
        assertThat(done).isEmpty();
        assertThat(ledger.claims().free(run.token())).as("for another worker").containsExactly(7L);
    }

    @Test
    void givesBackWhatTheDatabaseKeptItFrom() {
        Workbench bench = bench((task, transactions) -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThatThrownBy(() -> bench.receive(message())).hasMessageContaining("away");
        assertThat(ledger.claims().free(run.token())).containsExactly(7L);
    }

    private Workbench bench(Workbench.Doer doer) {
        return new Workbench(
                ledger,
                new Workbench.Nature(
                        "monthly", 1, PRESENT, new LockTiming(Duration.ofSeconds(1), Duration.ofSeconds(3))),
                doer);
    }

    private String message() {
        return new Offer(run.token(), "extract", 7).write();
    }

    private String did(Workbench.Task task) {
        done.add(task.step() + " " + task.partition());
        return "report";
    }
}
