package org.fupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedExecutorTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final BoundedExecutor executor = new BoundedExecutor();

    @Test
    void givesUpWhatTakesTooLongAndInterruptsIt() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> executor.call("slow.txt", Duration.ofMillis(20), () -> {
                    try {
                        return waitForever();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                }))
                .isInstanceOf(TimeoutException.class);

        interrupted.await();
        assertThat(executor.call("next.txt", LONG, () -> "done")).isEqualTo("done");
    }

    @Test
    void leavesBehindWhatDoesNotListen() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        AtomicBoolean daemon = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> executor.call("deaf.txt", Duration.ofMillis(500), () -> {
                    daemon.set(Thread.currentThread().isDaemon());
                    while (!end.get()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                    return true;
                }))
                .isInstanceOf(TimeoutException.class);

        assertThat(daemon).as("does not keep the process alive").isTrue();
        assertThat(executor.call("next.txt", LONG, () -> "done")).isEqualTo("done");
        end.set(true);
        ended.await();
    }

    @Test
    void handsOnWhatTheWorkThrew() {
        assertThatThrownBy(() -> executor.call("a.txt", LONG, () -> {
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("a fault");
    }

    @Test
    void saysWhatDoesNotFitIntoTheMemory() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> executor.call("giant.txt", LONG, () -> {
                    tries.incrementAndGet();
                    return new long[Integer.MAX_VALUE];
                }))
                .isInstanceOf(BoundedExecutor.MemoryExceededException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void triesAgainAloneWhatDidNotFitBesideOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean otherAtWork = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> other = threads.submit(() -> executor.call("other.txt", LONG, () -> {
                otherAtWork.set(true);
                begun.countDown();
                failed.await();
                Thread.sleep(100);
                otherAtWork.set(false);
                return "other";
            }));
            begun.await();
            AtomicInteger tries = new AtomicInteger();
            String result = executor.call("large.txt", LONG, () -> {
                if (tries.incrementAndGet() == 1) {
                    failed.countDown();
                    throw new OutOfMemoryError("as if");
                }
                return otherAtWork.get() ? "beside the other" : "alone";
            });

            assertThat(result).isEqualTo("alone");
            assertThat(other.get()).isEqualTo("other");
        } finally {
            threads.shutdownNow();
        }
    }

    private static long waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}
