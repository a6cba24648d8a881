package org.fupin.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.CallbackPreferringPlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Does transactions again as a whole, see {@link DatabaseRetry}: those of templates and of {@code @Transactional} proxies. */
public final class RetryingTransactionManager implements CallbackPreferringPlatformTransactionManager {

    private final JdbcTransactionManager once;
    private final DatabaseRetry retry;

    public RetryingTransactionManager(DataSource database, DatabaseRetry retry) {
        this.once = new JdbcTransactionManager(database);
        this.retry = retry;
    }

    @Override
    public <T extends @Nullable Object> T execute(
            @Nullable TransactionDefinition definition, TransactionCallback<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(once, definition == null ? TransactionDefinition.withDefaults() : definition);
        return retry.call(() -> transaction.execute(work));
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return once.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        once.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        once.rollback(status);
    }
}
