package org.fupin.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.run.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * While it is open, a signal that ends the program (SIGTERM, SIGINT, SIGHUP) first asks the work to stop, and waits for it
 * to say so and to put its things in order. The exit code stays the signal's: 143 for SIGTERM, 130 for SIGINT.
 */
final class StopOnSignal implements AutoCloseable {

    /** More than a file or a report takes, and less than what service managers wait before they kill. */
    private static final long STOP_TIMEOUT_SECONDS = 25;

    private final StopSignal stop;
    private final PrintWriter err;

    /** Null leaves it to the signal. */
    private final @Nullable ExitCode end;

    private volatile boolean failed;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private StopOnSignal(StopSignal stop, PrintWriter err, @Nullable ExitCode end) {
        this.stop = stop;
        this.err = err;
        this.end = end;
    }

    static StopOnSignal open(StopSignal stop, PrintWriter err) {
        return open(new StopOnSignal(stop, err, null));
    }

    /** For a service, which a signal ends as it should: it takes what time it needs to finish, and its exit code says so. */
    static StopOnSignal ending(StopSignal stop, PrintWriter err) {
        return open(new StopOnSignal(stop, err, ExitCode.DONE));
    }

    private static StopOnSignal open(StopOnSignal signal) {
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        stop.request();
        err.println("fupin: stopping after the work in progress is finished");
        if (end != null) {
            finish(end);
            return;
        }
        try {
            if (done.await(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                // Java ends with this thread, whether or not the program's own end has come that far.
                Fupin.leave();
            } else {
                err.println("fupin: the work did not stop within " + STOP_TIMEOUT_SECONDS
                        + " seconds and is interrupted; the next run continues it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
    }

    /** What was to be finished could not be: the exit code stays the signal's. */
    void failed() {
        failed = true;
    }

    /** The program's own end waits for this one, which therefore does what that would do. */
    private void finish(ExitCode code) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
        if (failed) {
            return;
        }
        Fupin.leave();
        Runtime.getRuntime().halt(code.number());
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
