package org.fupin.job.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Does the steps of a run that has nothing new to do: one after the other, and without a record of each that says so. */
public final class DirectSteps {

    private final BooleanSupplier stop;
    private final Telling telling;

    public DirectSteps(BooleanSupplier stop, StepProgress progress) {
        this.stop = stop;
        this.telling = new Telling(progress);
    }

    /** Until one fails or the run shall stop. */
    public BatchEnd run(List<? extends Work<?>> works) {
        Set<String> completed = new HashSet<>();
        boolean done = true;
        for (Work<?> work : works) {
            done = isDone(work);
            if (!done) {
                break;
            }
            completed.add(work.name());
        }
        List<StepFailure> failures = telling.failures();
        return new BatchEnd(!done && failures.isEmpty(), failures, completed);
    }

    private <K> boolean isDone(Work<K> work) {
        try {
            Collection<K> keys = telling.call(work, Map.of(), work::keys);
            telling.begin(work, keys.size());
            for (K key : keys) {
                if (stop.getAsBoolean() || !telling.isDone(work, key)) {
                    return false;
                }
            }
            telling.call(work, Map.of(), () -> {
                work.end();
                return true;
            });
            return !stop.getAsBoolean();
        } catch (Exception | Error e) {
            // It was told, or the run shall stop.
            return false;
        } finally {
            telling.end(work);
        }
    }
}
