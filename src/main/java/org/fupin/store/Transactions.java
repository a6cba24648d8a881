package org.fupin.store;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fupin.warehouse.ledger.RunLocks;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, while the run holds its lock. */
public final class Transactions {

    private final TransactionTemplate transaction;
    private final RunLocks locks;
    private final BooleanSupplier claim;

    /** @param manager a {@link RetryingTransactionManager} where the work of a run is done */
    public Transactions(PlatformTransactionManager manager, RunLocks locks) {
        this(new TransactionTemplate(manager), locks, () -> true);
    }

    private Transactions(TransactionTemplate transaction, RunLocks locks, BooleanSupplier claim) {
        this.transaction = transaction;
        this.locks = locks;
        this.claim = claim;
    }

    /**
     * The same for a worker: its work for the run is done only while it also holds the claim on its partition.
     *
     * @param confirm whether it does; if so, nobody can take it over before the transaction has ended
     */
    public Transactions under(BooleanSupplier confirm) {
        return new Transactions(transaction, locks, confirm);
    }

    /** @param work without effects outside of the database, for it may run several times */
    public <T> T call(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /**
     * Work of a run: done only while the run holds its lock, which nobody can take over before the transaction has ended.
     *
     * @param token of the lock's owner
     * @throws LockLostException if the lock is another's, or a worker's claim
     */
    public <T> T call(String token, Supplier<T> work) {
        return call(() -> {
            if (!locks.confirm(RunLock.NAME, token)) {
                throw new LockLostException("lock lost: another run took over");
            }
            if (!claim.getAsBoolean()) {
                throw new ClaimLostException("claim lost: the partition is another's, or the run takes no more of it");
            }
            return work.get();
        });
    }

    /** See {@link #call(String, Supplier)}. */
    public void run(String token, Runnable work) {
        call(token, () -> {
            work.run();
            return true;
        });
    }

    /** For work outside of the database. See {@link #call(String, Supplier)}. */
    public void confirm(String token) {
        run(token, () -> {});
    }
}
