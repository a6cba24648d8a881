package org.fupin.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fupin.job.StopSignal;

/**
 * While it is open, a signal that ends the program (SIGTERM, SIGINT, SIGHUP) first asks the work to stop, and waits for it
 * to say so and to put its things in order. The exit code stays the signal's: 143 for SIGTERM, 130 for SIGINT.
 */
final class StopOnSignal implements AutoCloseable {

    /** More than a file or a report takes, and less than what service managers wait before they kill. */
    private static final long STOP_TIMEOUT_SECONDS = 25;

    private final StopSignal stop;
    private final PrintWriter err;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private StopOnSignal(StopSignal stop, PrintWriter err) {
        this.stop = stop;
        this.err = err;
    }

    static StopOnSignal open(StopSignal stop, PrintWriter err) {
        StopOnSignal signal = new StopOnSignal(stop, err);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        stop.request();
        err.println("fupin: stopping after the work in progress is finished");
        try {
            if (!done.await(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                err.println("fupin: the work did not stop within " + STOP_TIMEOUT_SECONDS
                        + " seconds and is interrupted; the next run continues it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come: the hook is at work.
        }
    }
}
