package org.fupin.job.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.intake.Incoming;
import org.fupin.intake.LeftFile;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.OutputRun;
import org.fupin.report.Publisher;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.jspecify.annotations.Nullable;

/** A run at work: what was asked for, and what it counted so far. Safe for use by several threads. */
public final class ActiveRun implements OutputRun {

    /** Of very many files that were left, so many are named. */
    private static final int MOST = 40;

    private final RunRequest request;
    private final long runId;
    private final String owner;
    private final String maker;
    private final Counts counts = new Counts();
    private final List<LeftFile> left = new ArrayList<>();
    private List<MissingSummary> missing = List.of();

    /**
     * @param runId of the warehouse's row
     * @param owner token of the run's lock, which each change confirms
     */
    public ActiveRun(RunRequest request, long runId, String owner) {
        this(request, runId, owner, "");
    }

    /** For a worker. @param maker tells the files that it makes from those of other workers, as long as they are on their way */
    public ActiveRun(RunRequest request, long runId, String owner, String maker) {
        this.maker = maker;
        this.request = request;
        this.runId = runId;
        this.owner = owner;
    }

    public RunRequest request() {
        return request;
    }

    public String job() {
        return request.job().name();
    }

    public YearMonth period() {
        return request.period();
    }

    @Override
    public long runId() {
        return runId;
    }

    @Override
    public Path out() {
        return request.job().out();
    }

    @Override
    public boolean force() {
        return request.force();
    }

    @Override
    public RunScope scope() {
        return request.job().scope();
    }

    @Override
    public Publisher publisher() {
        return request.job().publisher();
    }

    @Override
    public String maker() {
        return maker;
    }

    @Override
    public String owner() {
        return owner;
    }

    /** When a document was last changed, where the run goes by it; else null. */
    @Nullable
    public Long changed(Incoming document) {
        return document.changed(request.job().limits().onConflict());
    }

    /** As they lie in their folder now; null if the job has none. */
    @Nullable
    public CorrectionsFolder corrections() throws IOException {
        CorrectionsFolder folder = request.job().corrections();
        return folder == null ? null : CorrectionsFolder.read(folder.path());
    }

    public Counts counts() {
        return counts;
    }

    /**
     * Counts a report; one whose content is not new counts only where all are made again.
     *
     * @param changed 1 if its content is new, else 0
     */
    public void countReport(int changed) {
        counts.add(Count.WRITTEN, changed);
        if (force()) {
            counts.add(Count.UNCHANGED, 1 - changed);
        }
    }

    public synchronized void lack(List<MissingSummary> summaries) {
        missing = List.copyOf(summaries);
    }

    /** The years of its scope that have no summary. */
    public synchronized List<MissingSummary> missing() {
        return missing;
    }

    public synchronized void leave(LeftFile file) {
        left.add(file);
    }

    /** The files that were left for the next run, by name, of very many the first. */
    public synchronized List<LeftFile> left() {
        return left.stream()
                .sorted(Comparator.comparing(LeftFile::file))
                .limit(MOST)
                .toList();
    }
}
