package org.fupin.job.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Tells whoever watches how works go, and keeps what they failed of. Safe for use by several threads. */
final class Telling {

    private final StepProgress progress;
    private final List<StepFailure> failures = new ArrayList<>();

    Telling(StepProgress progress) {
        this.progress = progress;
    }

    /** By step and key. */
    synchronized List<StepFailure> failures() {
        return failures.stream()
                .sorted(Comparator.comparing(StepFailure::step).thenComparing(StepFailure::key))
                .toList();
    }

    void begin(Work<?> work, int keys) {
        if (work.isShown()) {
            progress.begin(work.name(), keys);
        }
    }

    <K> void done(Work<K> work, K key) {
        if (work.isShown()) {
            progress.done(work.name(), work.label(key));
        }
    }

    void end(Work<?> work) {
        if (work.isShown()) {
            progress.end(work.name());
        }
    }

    /** Whether the work on a key was done; not if it was stopped. */
    <K> boolean isDone(Work<K> work, K key) throws Exception {
        try {
            call(work, work.describe(key), () -> {
                work.work(key);
                return true;
            });
        } catch (StoppedException e) {
            return false;
        }
        done(work, key);
        return true;
    }

    /** Does something for a work; if that fails, it is told and kept. */
    <T> T call(Work<?> work, Map<String, ?> key, Callable<T> what) throws Exception {
        try {
            return what.call();
        } catch (StoppedException e) {
            throw e;
        } catch (Exception | Error e) {
            failed(work, key, e);
            throw e;
        }
    }

    /** Tells and keeps a failure. */
    void failed(Work<?> work, Map<String, ?> key, Throwable why) {
        synchronized (this) {
            failures.add(new StepFailure(work.name(), Work.label(key), why));
        }
        progress.failed(work.name(), key, why);
    }
}
