package org.fupin.job.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fupin.job.batch.ElsewhereException;
import org.fupin.job.batch.PartitionedWork;
import org.fupin.job.batch.SharedWork;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Progress;

/** A step whose keys workers work on: here what they found out is counted and told. */
abstract class SharedStep<K> implements SharedWork<K> {

    private final PartitionedWork<K> work;
    final ActiveRun run;
    private final Progress progress;

    /** @param work is done elsewhere; here it only knows its keys, and how to end */
    SharedStep(PartitionedWork<K> work, ActiveRun run, Progress progress) {
        this.work = work;
        this.run = run;
        this.progress = progress;
    }

    @Override
    public final String name() {
        return work.name();
    }

    @Override
    public Collection<K> keys() throws Exception {
        return work.keys();
    }

    @Override
    public final Map<String, ?> describe(K key) {
        return work.describe(key);
    }

    @Override
    public final Map<String, ?> write(K key) {
        return work.write(key);
    }

    @Override
    public final K read(Map<String, ?> written) {
        return work.read(written);
    }

    @Override
    public final void work(K key) throws Exception {
        work.work(key);
    }

    @Override
    public void end() throws Exception {
        work.end();
    }

    @Override
    public final List<Failed> heard(List<K> keys, String written) {
        PartitionReport report = PartitionReport.read(written);
        report.counts().forEach(run.counts()::add);
        report.warned().forEach(one -> progress.warned(one.file(), one.warning()));
        report.rejected().forEach(progress::rejected);
        report.left().forEach(file -> {
            run.leave(file);
            progress.left(file);
        });
        report.made()
                .forEach(one ->
                        progress.report(one.path(), one.bytes(), one.changed(), Duration.ofMillis(one.millis())));
        List<Failed> failures = new ArrayList<>();
        report.failed().forEach(one -> failures.add(new Failed(one.key(), new ElsewhereException(one.why()))));
        for (K key : keys) {
            String missing = conclude(key, report);
            if (!missing.isEmpty()) {
                failures.add(new Failed(describe(key), new ElsewhereException(missing)));
            }
        }
        report.done().forEach(what -> progress.done(name(), what));
        return failures;
    }

    /**
     * Does what remains to be done of a key.
     *
     * @return what shows that the worker does not have the folders of the run; else empty
     */
    abstract String conclude(K key, PartitionReport report);
}
