package org.fupin.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.fupin.settings.LockTiming;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Waits for a database that is away for a moment: it restarts, has become read-only, has no connection left. What was in
 * work is done again as a whole: a transaction, or a statement that stands alone. So is what met in a deadlock.
 *
 * <p>Where the database did not come back in time it is waited for no more: a run that ends for want of it ends soon.
 */
public final class DatabaseRetry {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRetry.class);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Duration wait;
    private final Runnable atGivingUp;
    private final RetryTemplate retry;
    private final ThreadLocal<Boolean> inWork = ThreadLocal.withInitial(() -> false);
    private boolean away;
    private volatile @Nullable Throwable gaveUpOver;

    /**
     * @param wait how long a database that is away is waited for
     * @param atGivingUp done when it did not come back within that time; may be called several times
     */
    DatabaseRetry(Duration wait, Runnable atGivingUp) {
        this.wait = wait;
        this.atGivingUp = atGivingUp;
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(this::isWaitedFor)
                .maxRetries(Long.MAX_VALUE)
                .timeout(wait)
                .delay(Duration.ofMillis(100))
                .jitter(Duration.ofMillis(50))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(2))
                .build());
        this.retry.setRetryListener(new Watcher());
    }

    /**
     * For the work of a run: a database is waited for as long as a run without a heartbeat is taken for alive. After that the
     * pool makes no one wait for a connection.
     */
    public static DatabaseRetry on(HikariDataSource database, LockTiming timing) {
        return on(database, timing, () -> {});
    }

    /** As above, and does something when the database did not come back in time; it may do it several times. */
    public static DatabaseRetry on(HikariDataSource database, LockTiming timing, Runnable atGivingUp) {
        return new DatabaseRetry(timing.timeout(), () -> {
            database.setConnectionTimeout(AT_ONCE.toMillis());
            atGivingUp.run();
        });
    }

    /** Does work; see {@link #call(IntFunction)}. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return call(attempt -> work.get());
    }

    /**
     * Does work, and again if the database was away meanwhile. Within other such work it is done once: if it fails, the other
     * work is done again, and this with it.
     *
     * @param work without effects outside of the database, for it may run several times; takes the number of the attempt,
     *     from 1
     */
    public <T extends @Nullable Object> T call(IntFunction<T> work) {
        if (inWork.get()) {
            return work.apply(1);
        }
        inWork.set(true);
        try {
            AtomicInteger attempt = new AtomicInteger();
            return retry.invoke(() -> work.apply(attempt.incrementAndGet()));
        } finally {
            inWork.remove();
        }
    }

    /** Why the database was waited for in vain; null if it was not. */
    public @Nullable Throwable gaveUpOver() {
        return gaveUpOver;
    }

    private boolean isWaitedFor(Throwable failure) {
        return DatabaseFailure.isPassing(failure) ? gaveUpOver == null : DatabaseFailure.isWorthAnotherTry(failure);
    }

    private synchronized void away(Throwable failure) {
        if (!away) {
            LOG.warn("database not reachable, waiting up to {} s: {}", wait.toSeconds(), Reason.innermost(failure));
        }
        away = true;
    }

    private synchronized void back() {
        if (away) {
            LOG.warn("database reachable again, the run goes on");
        }
        away = false;
    }

    private final class Watcher implements RetryListener {

        @Override
        public void onRetryableExecution(RetryPolicy policy, Retryable<?> retryable, RetryState state) {
            if (state.isSuccessful()) {
                if (state.getRetryCount() > 0) {
                    back();
                }
            } else if (gaveUpOver == null && DatabaseFailure.isPassing(state.getLastException())) {
                away(state.getLastException());
            }
        }

        @Override
        public void onRetryPolicyTimeout(RetryPolicy policy, Retryable<?> retryable, RetryException exception) {
            if (DatabaseFailure.isPassing(exception.getLastException())) {
                gaveUpOver = exception.getLastException();
                atGivingUp.run();
            }
        }
    }
}
