package org.fupin.store;

import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.LockHolder;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.RunLocks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * The right to run the job on a warehouse, held from {@link #acquire} to {@link #close}. A thread shows meanwhile that the
 * owner lives. Whoever changes anything under the lock confirms it first, see {@link Transactions}.
 */
public final class RunLock implements AutoCloseable {

    /** One at a time may run the job, whatever its job file: two would render into each other's reports. */
    public static final String NAME = JobDefinition.PROVINCE_YEAR_REPORTS;

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    private final RunLocks locks;
    private final LockOwner owner;
    private final String job;
    private final YearMonth period;
    private final @Nullable OwnerFile file;
    private final ScheduledExecutorService heartbeat;
    private boolean silent;

    private RunLock(RunLocks locks, LockOwner owner, String job, YearMonth period, @Nullable OwnerFile file) {
        this.locks = locks;
        this.owner = owner;
        this.job = job;
        this.period = period;
        this.file = file;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes the lock, from a dead owner if need be.
     *
     * @param exclusive whether the database lets in this process only: any other owner is dead then
     * @param file beside the database, where others cannot look into it
     * @throws RunInProgressException if somebody else holds it and lives, as far as is known
     */
    public static RunLock acquire(
            RunLocks locks,
            Transactions transactions,
            LockOwner owner,
            String job,
            YearMonth period,
            LockTiming timing,
            boolean exclusive,
            @Nullable OwnerFile file)
            throws RunInProgressException {
        Optional<LockHolder> holder = locks.holder(NAME);
        boolean taken;
        if (holder.isEmpty()) {
            taken = transactions.call(() -> locks.acquire(NAME, owner, job, period));
        } else {
            boolean dead = isDead(holder.get(), exclusive, timing);
            if (dead) {
                LOG.warn("taking over from a dead owner: {}", RunAtWork.of(holder.get(), timing));
            }
            taken = dead
                    && transactions.call(
                            () -> locks.takeOver(NAME, holder.get().owner().token(), owner, job, period));
        }
        if (!taken) {
            throw heldBy(locks, timing);
        }
        RunLock lock = new RunLock(locks, owner, job, period, file);
        long pause = timing.heartbeat().toMillis();
        lock.heartbeat.scheduleWithFixedDelay(lock::beat, pause, pause, TimeUnit.MILLISECONDS);
        return lock;
    }

    /** @throws RunInProgressException if a run is at work on the database and lives, as far as is known */
    public static void refuseWhileAtWork(RunLocks locks, DatabaseUrl url, LockTiming timing)
            throws RunInProgressException {
        try {
            Optional<LockHolder> holder = locks.holder(NAME);
            if (holder.isPresent() && !isDead(holder.get(), url.file().isPresent(), timing)) {
                throw heldBy(locks, timing);
            }
        } catch (BadSqlGrammarException e) {
            // There is no such table yet: an empty database, or one of the first version.
        }
    }

    /**
     * Whether an owner may be taken over.
     *
     * @param exclusive whether the database lets in this process only: any other owner is dead then
     */
    static boolean isDead(LockHolder holder, boolean exclusive, LockTiming timing) {
        return RunAtWork.of(holder, timing).seemsDead()
                || exclusive && !holder.owner().isSameProcess(RunOwner.thisProcess());
    }

    /** What to tell who comes while the lock is held. */
    public static RunInProgressException heldBy(RunLocks locks, LockTiming timing) {
        return locks.holder(NAME)
                .map(holder -> RunAtWork.of(holder, timing))
                .map(other -> new RunInProgressException("another run is at work on this database: " + other, other))
                .orElseGet(() -> new RunInProgressException("another run was at work on this database", null));
    }

    public String token() {
        return owner.token();
    }

    /** Tells others which run it is. */
    public void note(long runId) {
        locks.note(NAME, owner.token(), runId);
        if (file != null) {
            file.write(owner, job, period, runId);
        }
    }

    private void beat() {
        try {
            locks.beat(NAME, owner.token());
            if (file != null) {
                file.beat();
            }
            silent = false;
        } catch (RuntimeException e) {
            // The next one may come through. Who believes us dead meanwhile takes the lock, and we notice.
            if (!silent) {
                log(e).log("no heartbeat could be written: {}", Reason.of(e));
            }
            silent = true;
        }
    }

    /** Gives the lock back, if it still is ours and the database answers; who comes next takes it over otherwise. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        if (file != null) {
            file.delete();
        }
        try {
            locks.release(NAME, owner.token());
        } catch (DataAccessException e) {
            log(e).log("the lock could not be given back, the next run takes it over: {}", Reason.of(e));
        }
    }

    /** A database that is away, or full, fails the run itself, which says so. */
    private static LoggingEventBuilder log(Throwable failure) {
        return DatabaseFailure.isOf(failure) ? LOG.atDebug() : LOG.atWarn();
    }
}
