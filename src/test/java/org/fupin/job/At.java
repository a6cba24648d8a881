package org.fupin.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;

/** Does something when a step has done its n-th thing, such as "extract 2". */
final class At implements Progress {

    private final String point;
    private final Runnable what;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    At(String point, Runnable what) {
        this.point = point;
        this.what = what;
    }

    @Override
    public void begin(String step, int total) {}

    @Override
    public void done(String step, String name) {
        if (point.equals(step + " " + done.merge(step, 1, Integer::sum))) {
            what.run();
        }
    }

    @Override
    public void rejected(Rejection rejection) {}

    @Override
    public void end(String step) {}
}
