package org.fupin.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.fupin.batch.LeftFile;
import org.fupin.batch.Progress;
import org.fupin.batch.Rejection;

/** One line when a step ends, and one every ten seconds before: for logs. */
final class ProgressLines implements Progress {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private int total;
    private int done;
    private long begun;
    private long said;

    ProgressLines(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void begin(String step, int newTotal) {
        total = newTotal;
        done = 0;
        begun = nanoTime.getAsLong();
        said = begun;
    }

    @Override
    public synchronized void done(String step, String what) {
        done++;
        long now = nanoTime.getAsLong();
        if (now - said >= PAUSE && done < total) {
            err.println(step + ": " + done + " of " + total);
            said = now;
        }
    }

    @Override
    public synchronized void rejected(Rejection rejection) {
        err.println("rejected " + rejection);
    }

    @Override
    public synchronized void left(LeftFile file) {
        err.println("left for the next run " + file);
    }

    @Override
    public synchronized void end(String step) {
        if (total > 0) {
            double seconds = Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis() / 1000.0;
            err.println(step + ": " + done + " of " + total + String.format(Locale.ROOT, ", %.1f s", seconds));
        }
    }
}
