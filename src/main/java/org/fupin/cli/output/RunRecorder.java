package org.fupin.cli.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;
import org.fupin.observation.Printable;
import org.fupin.observation.document.Warning;

/** Remembers of a run what its summary tells beyond its result, and passes on what it hears. */
final class RunRecorder implements Progress {

    private final Progress next;
    private final LongSupplier nanoTime;
    private final List<StepRecord> steps = new ArrayList<>();
    private final SortedSet<String> reports = new TreeSet<>();
    private final SortedSet<String> warnings = new TreeSet<>();
    private int total;
    private int done;
    private long begun;

    RunRecorder(Progress next, LongSupplier nanoTime) {
        this.next = next;
        this.nanoTime = nanoTime;
    }

    /** The steps that had something to do, in their order. */
    synchronized List<StepRecord> steps() {
        return List.copyOf(steps);
    }

    /** The report files whose content is new, relative to the folder of the outputs, by name. */
    synchronized List<String> reports() {
        return List.copyOf(reports);
    }

    /** What was not read of the files that were taken in, or read under an assumption: the file and what is to be known. */
    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void warned(String file, Warning warning) {
        synchronized (this) {
            warnings.add(Printable.line(file) + ": " + Printable.line(warning.message()));
        }
        next.warned(file, warning);
    }

    @Override
    public void begin(String step, int newTotal) {
        synchronized (this) {
            total = newTotal;
            done = 0;
            begun = nanoTime.getAsLong();
        }
        next.begin(step, newTotal);
    }

    @Override
    public void done(String step, String what) {
        synchronized (this) {
            done++;
        }
        next.done(step, what);
    }

    @Override
    public void rejected(Rejection rejection) {
        next.rejected(rejection);
    }

    @Override
    public void left(LeftFile file) {
        next.left(file);
    }

    @Override
    public void report(String path, long bytes, boolean changed, Duration took) {
        if (changed) {
            synchronized (this) {
                reports.add(path);
            }
        }
        next.report(path, bytes, changed, took);
    }

    @Override
    public void end(String step) {
        synchronized (this) {
            if (total > 0) {
                double seconds = Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis() / 1000.0;
                steps.add(new StepRecord(step, done, total, seconds));
            }
            total = 0;
        }
        next.end(step);
    }
}
