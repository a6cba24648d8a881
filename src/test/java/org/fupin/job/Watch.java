package org.fupin.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;

/** Keeps what it heard of a run. */
final class Watch implements Progress {

    /** Each step with how much it has to do, such as "extract 2", in the order in which they began. */
    final List<String> begun = new ArrayList<>();

    /** How much each step had to do, at last. */
    final Map<String, Integer> totals = new HashMap<>();

    final Set<String> rejected = ConcurrentHashMap.newKeySet();
    final Set<String> left = ConcurrentHashMap.newKeySet();
    private final Map<String, Runnable> actions = new HashMap<>();

    /** What happens when a step begins, after its work was shared out. */
    void at(String step, Runnable action) {
        actions.put(step, action);
    }

    @Override
    public void begin(String step, int total) {
        begun.add(step + " " + total);
        totals.put(step, total);
        actions.getOrDefault(step, () -> {}).run();
    }

    @Override
    public void done(String step, String what) {}

    @Override
    public void rejected(Rejection rejection) {
        rejected.add(rejection.file());
    }

    @Override
    public void left(LeftFile file) {
        left.add(file.file());
    }

    @Override
    public void end(String step) {}
}
