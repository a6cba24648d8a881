package org.fupin.store;

import java.util.function.Supplier;
import org.fupin.warehouse.ledger.RunLocks;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, while the run holds its lock. */
public final class Transactions {

    private final TransactionTemplate transaction;
    private final RunLocks locks;

    /** @param manager a {@link RetryingTransactionManager} where the work of a run is done */
    public Transactions(PlatformTransactionManager manager, RunLocks locks) {
        this.transaction = new TransactionTemplate(manager);
        this.locks = locks;
    }

    /** @param work without effects outside of the database, for it may run several times */
    public <T> T call(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /**
     * Work of a run: done only while the run holds its lock, which nobody can take over before the transaction has ended.
     *
     * @param token of the lock's owner
     * @throws LockLostException if the lock is another's
     */
    public <T> T call(String token, Supplier<T> work) {
        return call(() -> {
            if (!locks.confirm(RunLock.NAME, token)) {
                throw new LockLostException("the run was given up for dead and another goes on in its place");
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
