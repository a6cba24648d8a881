package org.fupin.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.fupin.job.batch.BatchEnd;
import org.fupin.job.batch.StepFailure;
import org.fupin.job.batch.StepProgress;
import org.fupin.job.batch.StoppedException;
import org.fupin.job.batch.Work;

/** Does the steps of a run that has nothing new to do: one after the other, and without a record of each that says so. */
final class DirectSteps {

    private final BooleanSupplier stop;
    private final StepProgress progress;

    DirectSteps(BooleanSupplier stop, StepProgress progress) {
        this.stop = stop;
        this.progress = progress;
    }

    /** Until one fails or the run shall stop. */
    BatchEnd run(List<? extends Work<?>> works) {
        Set<String> completed = new HashSet<>();
        List<StepFailure> failures = new ArrayList<>();
        boolean stopped = false;
        for (Work<?> work : works) {
            stopped = !isDone(work, failures);
            if (stopped || !failures.isEmpty()) {
                break;
            }
            completed.add(work.name());
        }
        return new BatchEnd(stopped && failures.isEmpty(), failures, completed);
    }

    private <K> boolean isDone(Work<K> work, List<StepFailure> failures) {
        Map<String, ?> described = Map.of();
        try {
            Collection<K> keys = work.keys();
            if (work.isShown()) {
                progress.begin(work.name(), keys.size());
            }
            for (K key : keys) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                described = work.describe(key);
                work.work(key);
                if (work.isShown()) {
                    progress.done(work.name(), work.label(key));
                }
            }
            described = Map.of();
            work.end();
            return !stop.getAsBoolean();
        } catch (StoppedException e) {
            return false;
        } catch (Exception | Error e) {
            failures.add(new StepFailure(work.name(), Work.label(described), e));
            progress.failed(work.name(), described, e);
            return false;
        } finally {
            if (work.isShown()) {
                progress.end(work.name());
            }
        }
    }
}
