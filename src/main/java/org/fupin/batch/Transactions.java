package org.fupin.batch;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction of its own, and again where the database says that another try may help: two loads at the
 * same time can meet in a deadlock.
 */
final class Transactions {

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(TransientDataAccessException.class)
            .maxRetries(4)
            .delay(Duration.ofMillis(100))
            .jitter(Duration.ofMillis(50))
            .multiplier(2)
            .build());

    Transactions(PlatformTransactionManager manager) {
        this.transaction = new TransactionTemplate(manager);
    }

    /** @param work without effects outside of the database, for it may run several times */
    <T> T call(Supplier<T> work) {
        return retry.invoke(() -> transaction.execute(status -> work.get()));
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
