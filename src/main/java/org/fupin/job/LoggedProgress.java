package org.fupin.job;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;
import org.fupin.job.run.RunEvents;
import org.fupin.observation.document.Warning;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.LockLostException;
import org.fupin.store.Reason;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs what it hears, and passes it on. */
final class LoggedProgress implements Progress {

    private record Begun(int total, long nanoTime, AtomicInteger done) {}

    /** Of hundreds the log names no more than the summary does. */
    private static final int REJECTED_SHOWN = 20;

    private final Progress next;
    private final AtomicInteger rejected = new AtomicInteger();
    private final Map<String, Begun> steps = new ConcurrentHashMap<>();

    LoggedProgress(Progress next) {
        this.next = next;
    }

    @Override
    public void begin(String step, int total) {
        steps.put(step, new Begun(total, System.nanoTime(), new AtomicInteger()));
        next.begin(step, total);
    }

    @Override
    public void done(String step, String what) {
        Begun begun = steps.get(step);
        if (begun != null) {
            begun.done().incrementAndGet();
        }
        next.done(step, what);
    }

    @Override
    public void rejected(Rejection rejection) {
        int number = rejected.incrementAndGet();
        if (number == REJECTED_SHOWN + 1) {
            RunEvents.LOG.warn("more files rejected, see fupin status");
        }
        RunEvents.LOG
                .atLevel(number > REJECTED_SHOWN ? Level.DEBUG : Level.WARN)
                .addKeyValue("path", rejection.file())
                .addKeyValue("reason", rejection.code())
                .addKeyValue("why", rejection.message())
                .log("file rejected");
        next.rejected(rejection);
    }

    @Override
    public void warned(String file, Warning warning) {
        RunEvents.LOG
                .atWarn()
                .addKeyValue("path", file)
                .addKeyValue("why", warning.message())
                .log("file read with a warning");
        next.warned(file, warning);
    }

    @Override
    public void left(LeftFile file) {
        RunEvents.LOG
                .atInfo()
                .addKeyValue("path", file.file())
                .addKeyValue("why", file.why().message())
                .log("file left");
        next.left(file);
    }

    @Override
    public void report(String path, long bytes, boolean changed, Duration took) {
        RunEvents.LOG
                .atDebug()
                .addKeyValue("path", path)
                .addKeyValue("bytes", bytes)
                .addKeyValue("ms", took.toMillis())
                .log(changed ? "report written" : "report unchanged");
        next.report(path, bytes, changed, took);
    }

    @Override
    public void withdrawn(String path) {
        RunEvents.LOG.atInfo().addKeyValue("path", path).log("report withdrawn");
        next.withdrawn(path);
    }

    @Override
    public void failed(String step, Map<String, ?> key, Throwable why) {
        next.failed(step, key, why);
        if (DatabaseFailure.isOf(why)) {
            // It fails all that is in work: the end says it once.
            return;
        }
        LoggingEventBuilder event = RunEvents.LOG.atError().addKeyValue("step", step);
        key.forEach(event::addKeyValue);
        event.addKeyValue("why", Reason.of(why));
        // A full disk, a missing permission, a limit are told in the line; of a fault of the program one wants to know
        // where.
        if ((why instanceof RuntimeException || why instanceof Error) && !(why instanceof LockLostException)) {
            event.setCause(why);
        }
        event.log("step failed");
    }

    @Override
    public void end(String step) {
        Begun begun = steps.remove(step);
        if (begun != null) {
            RunEvents.LOG
                    // Mail about a run without work shall be short.
                    .atLevel(begun.total() > 0 ? Level.INFO : Level.DEBUG)
                    .addKeyValue("step", step)
                    .addKeyValue("done", begun.done().get())
                    .addKeyValue("of", begun.total())
                    .addKeyValue("seconds", seconds(begun))
                    .log("step done");
        }
        next.end(step);
    }

    private static double seconds(Begun begun) {
        return Duration.ofNanos(System.nanoTime() - begun.nanoTime()).toMillis() / 1000.0;
    }
}
