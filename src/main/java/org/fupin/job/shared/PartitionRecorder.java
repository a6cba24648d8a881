package org.fupin.job.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.job.run.Progress;
import org.fupin.job.shared.PartitionReport.Failed;
import org.fupin.job.shared.PartitionReport.Made;
import org.fupin.job.shared.PartitionReport.Warned;
import org.fupin.observation.document.Warning;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.LockLostException;
import org.fupin.store.Reason;

/** Writes down what is heard of the work on a partition. */
public final class PartitionRecorder implements Progress {

    private final List<Warned> warned = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<LeftFile> left = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private boolean hopeless;

    @Override
    public void begin(String step, int total) {}

    @Override
    public void end(String step) {}

    @Override
    public synchronized void done(String step, String what) {
        done.add(what);
    }

    @Override
    public synchronized void failed(String step, Map<String, ?> key, Throwable why) {
        failed.add(new Failed(new LinkedHashMap<>(key), Reason.of(why)));
        hopeless |= why instanceof LockLostException || DatabaseFailure.isOf(why);
    }

    /** Whether the rest of the partition would fail as well: it is another's, or the database is away. */
    public synchronized boolean isHopeless() {
        return hopeless;
    }

    @Override
    public synchronized void rejected(Rejection rejection) {
        rejected.add(rejection);
    }

    @Override
    public synchronized void warned(String file, Warning warning) {
        warned.add(new Warned(file, warning));
    }

    @Override
    public synchronized void left(LeftFile file) {
        left.add(file);
    }

    @Override
    public synchronized void passedOver(String file) {
        passedOver.add(file);
    }

    @Override
    public synchronized void report(String path, long bytes, boolean changed, Duration took) {
        made.add(new Made(path, bytes, changed, took.toMillis()));
    }

    public synchronized PartitionReport report(String worker, Counts counts) {
        Map<Count, Long> counted = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            if (counts.get(count) != 0) {
                counted.put(count, counts.get(count));
            }
        }
        return new PartitionReport(worker, counted, warned, rejected, left, passedOver, made, done, failed);
    }
}
