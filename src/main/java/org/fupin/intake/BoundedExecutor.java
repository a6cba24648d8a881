package org.fupin.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.fupin.observation.Printable;

/**
 * Where files are worked on so that one of them cannot harm the others: each in a thread of its own, for a limited time.
 *
 * <p>Reading and extraction take time in proportion to a file and compute all the while; Java cannot end such a thread
 * from outside. When the time is up the thread is interrupted, which ends what waits for a disk, and otherwise left to
 * itself: it goes on as a daemon, takes a processor and its memory from the others until it is done, and ends with the
 * process at the latest. What it finds out is thrown away.
 *
 * <p>When the memory is not enough, that may be the fault of the files that are worked on at the same time. The file is
 * tried once more, alone; only if it does not fit then either is it too large.
 */
final class BoundedExecutor {

    /** The memory is not enough for a file, even with no other beside it. */
    static final class MemoryExceededException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final ReadWriteLock room = new ReentrantReadWriteLock();

    /**
     * Does the work on a file.
     *
     * @param file for the name of the thread
     * @param work without effects, for it may be done twice
     * @throws TimeoutException if it takes longer than {@code limit}
     * @throws MemoryExceededException if it needs more memory than there is
     * @throws ExecutionException with what the work threw as its cause
     */
    <T> T call(String file, Duration limit, Callable<T> work)
            throws TimeoutException, MemoryExceededException, ExecutionException {
        Optional<T> result = locked(room.readLock(), file, limit, work);
        if (result.isEmpty()) {
            result = locked(room.writeLock(), file, limit, work);
        }
        return result.orElseThrow(MemoryExceededException::new);
    }

    private static <T> Optional<T> locked(Lock lock, String file, Duration limit, Callable<T> work)
            throws TimeoutException, ExecutionException {
        lock.lock();
        try {
            return Optional.of(timed(file, limit, work));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                return Optional.empty();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private static <T> T timed(String file, Duration limit, Callable<T> work)
            throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "file " + Printable.line(file));
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at work on " + Printable.line(file), e);
        }
    }
}
