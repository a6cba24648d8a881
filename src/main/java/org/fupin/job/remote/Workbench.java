package org.fupin.job.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.fupin.job.broker.MessageReceiver;
import org.fupin.job.broker.Queue;
import org.fupin.settings.LockTiming;
import org.fupin.store.ClaimLostException;
import org.fupin.store.LockLostException;
import org.fupin.store.Reason;
import org.fupin.store.RunOwner;
import org.fupin.store.Transactions;
import org.fupin.store.WorkerAtWork;
import org.fupin.warehouse.ledger.HeldPartition;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.SharedRuns.SharedRun;
import org.fupin.warehouse.load.ReadBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A worker: takes partitions that runs offer, one for each of its threads, and does them. It shows meanwhile that it lives. What
 * it writes for a partition is written while it holds the claim on it, so that it can be killed, or sleep, at any time.
 */
public final class Workbench {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    /** A partition to be done. @param run token of the run's lock @param claim a name for this taking */
    public record Task(String run, SharedRun told, String step, long partition, String claim) {}

    /** Does partitions. */
    @FunctionalInterface
    public interface Doer {

        /**
         * Does one.
         *
         * @param transactions hold what is changed for it to the claim
         * @return what was found out, for the run
         * @throws LockLostException if it is not this worker's any more
         * @throws RuntimeException if the database is what failed
         */
        String work(Task task, Transactions transactions);
    }

    /**
     * What a worker is.
     *
     * @param threads how many partitions it does at the same time
     * @param present the program and its rules: runs of others are refused
     */
    public record Nature(String job, int threads, ReadBy present, LockTiming timing) {}

    private final SharedWorkload.Ledger ledger;
    private final Nature nature;
    private final Doer doer;
    private final LockOwner self = RunOwner.thisProcess();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    public Workbench(SharedWorkload.Ledger ledger, Nature nature, Doer doer) {
        this.ledger = ledger;
        this.nature = nature;
        this.doer = doer;
    }

    /**
     * Works until it shall stop; then finishes what is in work.
     *
     * @throws org.fupin.job.broker.BrokerUnreachableException if the broker does not answer at first; later it is waited for
     * @throws RefusedWorkerException if a run is made by another version of the program, or with other rules
     * @throws RuntimeException if the database is what failed
     */
    public void work(Queue queue, BooleanSupplier stop) {
        ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        ledger.workers().enter(self, nature.job(), nature.present().version(), nature.threads());
        try (MessageReceiver receiver = MessageReceiver.open(queue, nature.threads(), this::receive)) {
            long pause = nature.timing().heartbeat().toMillis();
            heartbeat.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
            LOG.info("worker {} waits for work of {}", self, nature.job());
            await(() -> stop.getAsBoolean() || failure.get() != null);
        } finally {
            heartbeat.shutdownNow();
            leave();
        }
        RuntimeException why = failure.get();
        if (why != null) {
            throw why;
        }
    }

    /** How many partitions it has done. */
    public int done() {
        return done.get();
    }

    private static void await(BooleanSupplier end) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!end.getAsBoolean()) {
                never.await(Duration.ofMillis(100).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            if (!ledger.workers().beat(self.token(), done.get())) {
                ledger.workers().enter(self, nature.job(), nature.present().version(), nature.threads());
            }
        } catch (RuntimeException e) {
            // The next one may come through. Who believes us dead meanwhile takes over, and we notice.
            LOG.debug("no heartbeat could be written: {}", Reason.of(e));
        }
    }

    private void leave() {
        try {
            ledger.workers().leave(self.token());
        } catch (RuntimeException e) {
            LOG.debug("the worker could not be taken out: {}", Reason.of(e));
        }
    }

    /** A message. What is thrown gives it back, so that another worker gets it. */
    void receive(String text) {
        Offer offer = Offer.read(text).orElse(null);
        if (offer == null) {
            LOG.warn("a message in the queue is none of this program's");
            return;
        }
        try {
            SharedRun told = ledger.runs().find(offer.run()).orElse(null);
            if (told != null) {
                refuseAnother(told);
                take(offer, told).ifPresent(task -> work(offer, task));
            }
        } catch (LockLostException e) {
            // The run is over, or another makes it; or another worker has the partition.
            LOG.debug("{} {} is not done here: {}", offer.step(), offer.partition(), e.getMessage());
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private void refuseAnother(SharedRun told) {
        ReadBy present = nature.present();
        if (!told.version().equals(present.version()) || !told.rules().equals(present.rules())) {
            throw new RefusedWorkerException("run " + told.runId() + " is made by fupin " + told.version()
                    + " with rules " + told.rules().substring(0, 8) + ", this worker is fupin " + present.version()
                    + " with rules " + present.rules().substring(0, 8) + ": install the same release on all machines");
        }
    }

    private Optional<Task> take(Offer offer, SharedRun told) {
        String claim = UUID.randomUUID().toString();
        boolean taken = ledger.transactions().call(offer.run(), () -> {
            if (isTaken(offer, claim)) {
                return true;
            }
            HeldPartition held = ledger.claims().holder(offer.partition()).orElse(null);
            return held != null
                    && WorkerAtWork.isGivenUp(held, nature.timing())
                    && ledger.claims().release(offer.partition(), held.claim())
                    && isTaken(offer, claim);
        });
        return taken
                ? Optional.of(new Task(offer.run(), told, offer.step(), offer.partition(), claim))
                : Optional.empty();
    }

    private boolean isTaken(Offer offer, String claim) {
        return ledger.claims().take(offer.run(), offer.partition(), claim, self.token());
    }

    private void work(Offer offer, Task task) {
        Transactions transactions =
                ledger.transactions().under(() -> ledger.claims().confirm(task.partition(), task.claim()));
        try (MDC.MDCCloseable logged =
                MDC.putCloseable("run", Long.toString(task.told().runId()))) {
            String report = doer.work(task, transactions);
            transactions.run(task.run(), () -> ledger.claims().finish(task.partition(), task.claim(), report));
            done.incrementAndGet();
        } catch (ClaimLostException e) {
            LOG.warn(
                    "{} {} was given to another worker meanwhile; what this one made of it is dropped",
                    offer.step(),
                    offer.partition());
        } catch (LockLostException e) {
            throw e;
        } catch (RuntimeException e) {
            giveBack(task, e);
            throw e;
        }
    }

    private void giveBack(Task task, RuntimeException why) {
        try {
            ledger.transactions().run(task.run(), () -> ledger.claims().release(task.partition(), task.claim()));
        } catch (RuntimeException e) {
            // Given to another when this worker has ended.
            why.addSuppressed(e);
        }
    }
}
