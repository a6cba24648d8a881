package org.fupin.job.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.fupin.job.batch.Distribution;
import org.fupin.job.batch.ElsewhereException;
import org.fupin.job.broker.BrokerUnreachableException;
import org.fupin.job.broker.MessageSender;
import org.fupin.settings.LockTiming;
import org.fupin.store.Reason;
import org.fupin.store.Transactions;
import org.fupin.store.WorkerAtWork;
import org.fupin.warehouse.ledger.HeldPartition;
import org.fupin.warehouse.ledger.PartitionClaims;
import org.fupin.warehouse.ledger.PartitionClaims.Finished;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.ledger.SharedRuns.SharedRun;
import org.fupin.warehouse.ledger.WorkerProcess;
import org.fupin.warehouse.ledger.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The work of a run that workers do, seen from the process that makes the run: it offers partitions, collects what was found
 * out, and offers those again whose worker is given up for dead. So it does not matter what becomes of a message.
 */
public final class SharedWorkload implements Distribution, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWorkload.class);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** How often workers and broker are looked after. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** A partition that so many workers did not survive is not given to one more. */
    private static final int MOST_TIMES = 5;

    /** A broker that is restarted, or whose place another one takes, is waited for. */
    private static final Duration BROKER_PATIENCE = Duration.ofMinutes(10);

    /** Workers that were silent for so long are not shown any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** Where the warehouse keeps what is shared. */
    public record Ledger(SharedRuns runs, Workers workers, PartitionClaims claims, Transactions transactions) {}

    /**
     * How long workers are waited for.
     *
     * @param timing when one that gives no sign of life is dead
     * @param perKey the longest that one may take for a key
     */
    public record Patience(LockTiming timing, Duration perKey) {}

    private final Ledger ledger;
    private final String run;
    private final MessageSender messages;
    private final Patience patience;
    private final BooleanSupplier stop;

    /** The step of each partition that is offered. */
    private final Map<Long, String> offered = new LinkedHashMap<>();

    /** Offers that are not sent yet. */
    private final List<Offer> unsent = new ArrayList<>();

    private long nextRound;
    private long lastSign = System.nanoTime();
    private @Nullable Long brokerAwaySince;

    private SharedWorkload(Ledger ledger, String run, MessageSender messages, Patience patience, BooleanSupplier stop) {
        this.ledger = ledger;
        this.run = run;
        this.messages = messages;
        this.patience = patience;
        this.stop = stop;
    }

    /**
     * Tells workers of a run.
     *
     * @param token of the run's lock
     * @param messages stays the caller's
     * @param stop whether nothing more is to be offered
     */
    public static SharedWorkload open(
            Ledger ledger,
            String token,
            SharedRun told,
            MessageSender messages,
            Patience patience,
            BooleanSupplier stop) {
        ledger.transactions().run(token, () -> ledger.runs().begin(token, told));
        ledger.transactions().run(token, () -> ledger.claims().removeOthers(token));
        ledger.workers().forget(FORGOTTEN);
        return new SharedWorkload(ledger, token, messages, patience, stop);
    }

    @Override
    public int hands() {
        return Math.max(1, living().stream().mapToInt(WorkerProcess::threads).sum());
    }

    private List<WorkerProcess> living() {
        return ledger.workers().all().stream()
                .filter(worker -> !WorkerAtWork.isDead(worker, patience.timing()))
                .toList();
    }

    @Override
    public void offer(String step, Map<Long, String> partitions, int keys) {
        Duration limit =
                patience.perKey().multipliedBy(keys).plus(patience.timing().timeout());
        List<PartitionClaims.Offer> offers = partitions.entrySet().stream()
                .map(partition -> new PartitionClaims.Offer(partition.getKey(), step, partition.getValue(), limit))
                .toList();
        ledger.transactions().run(run, () -> ledger.claims().offer(run, offers));
        partitions.keySet().forEach(partition -> offered.put(partition, step));
        partitions.keySet().forEach(this::send);
        lastSign = System.nanoTime();
        nextRound = lastSign;
        if (living().isEmpty()) {
            LOG.warn("no worker is there, waiting: start some with fupin work");
        }
    }

    private void send(long partition) {
        unsent.add(new Offer(run, String.valueOf(offered.get(partition)), partition));
    }

    @Override
    public List<Through> next() throws ElsewhereException, BrokerLostException, InterruptedException {
        if (System.nanoTime() - nextRound >= 0) {
            lookAfter();
            nextRound = System.nanoTime() + ROUND.toNanos();
        }
        List<Finished> finished = ledger.claims().finished(run);
        if (finished.isEmpty()) {
            Thread.sleep(PAUSE.toMillis());
            return List.of();
        }
        lastSign = System.nanoTime();
        List<Long> ids = finished.stream().map(Finished::id).toList();
        ledger.transactions().run(run, () -> ledger.claims().remove(ids));
        offered.keySet().removeAll(ids);
        return finished.stream().map(one -> new Through(one.id(), one.report())).toList();
    }

    private void lookAfter() throws ElsewhereException, BrokerLostException {
        List<HeldPartition> held = ledger.claims().held(run);
        for (HeldPartition partition : held) {
            if (WorkerAtWork.isGivenUp(partition, patience.timing())) {
                takeBack(partition);
            } else {
                lastSign = System.nanoTime();
            }
        }
        lookForLostMessages();
        sendAll();
    }

    private void takeBack(HeldPartition partition) throws ElsewhereException {
        if (!ledger.transactions().call(() -> ledger.claims().release(partition.id(), partition.claim()))) {
            return;
        }
        String worker = partition.worker() == null
                ? "its worker"
                : "the worker, " + partition.worker().owner() + ",";
        if (partition.times() >= MOST_TIMES) {
            throw new ElsewhereException(partition.step() + " " + partition.label() + " was begun " + partition.times()
                    + " times and never finished; at last " + worker + " gave no sign of life any more");
        }
        LOG.warn(
                "{} {} is given to another worker: {} gives no sign of life, or takes too long",
                partition.step(),
                partition.label(),
                worker);
        if (!stop.getAsBoolean()) {
            send(partition.id());
        }
    }

    /** Workers that have nothing to do while there is something to do have not been told. */
    private void lookForLostMessages() {
        if (offered.isEmpty()
                || System.nanoTime() - lastSign < patience.timing().timeout().toNanos()) {
            return;
        }
        lastSign = System.nanoTime();
        if (unsent.isEmpty() && !stop.getAsBoolean() && !living().isEmpty()) {
            List<Long> free = ledger.claims().free(run);
            LOG.warn("workers are idle, {} offers are sent again", free.size());
            free.forEach(this::send);
        }
    }

    private void sendAll() throws BrokerLostException {
        try {
            messages.send(unsent.stream().map(Offer::write).toList());
            unsent.clear();
            if (brokerAwaySince != null) {
                LOG.warn("broker reachable again, the run continues");
                brokerAwaySince = null;
            }
        } catch (BrokerUnreachableException e) {
            long now = System.nanoTime();
            Long since = brokerAwaySince;
            if (since == null) {
                LOG.warn("{}; waiting up to {} s", e.getMessage(), BROKER_PATIENCE.toSeconds());
                brokerAwaySince = now;
            } else if (now - since > BROKER_PATIENCE.toNanos()) {
                throw new BrokerLostException(e);
            }
        }
    }

    @Override
    public List<Long> recall(Collection<Long> partitions) {
        unsent.clear();
        List<Long> recalled = ledger.transactions().call(() -> ledger.claims().recall(partitions));
        offered.keySet().removeAll(recalled);
        return recalled;
    }

    /** Workers do nothing more for the run. */
    @Override
    public void close() {
        try {
            ledger.runs().end(run);
        } catch (DataAccessException | TransactionException e) {
            // The run itself says that the database is away; workers see that it has lost its lock.
            LOG.debug("the end of the run was not told to workers: {}", Reason.of(e));
        }
    }
}
