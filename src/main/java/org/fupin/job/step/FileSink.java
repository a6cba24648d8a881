package org.fupin.job.step;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.warehouse.load.ArticleEdition;

/**
 * Where the steps put the files of an inbox: a run into the warehouse, a dry run into its plan. Counts what becomes of them. Safe
 * for use by several threads.
 */
public abstract class FileSink {

    /**
     * A document that is to be taken in.
     *
     * @param took how long it took to read it
     */
    public record Taken(Incoming document, ExtractedDocument extracted, Duration took) {}

    private final Counts counts;

    public FileSink(Counts counts) {
        this.counts = counts;
    }

    final Counts counts() {
        return counts;
    }

    /** Whether the content of a file was held before; then the file is done. */
    final boolean isKnown(Incoming document) {
        boolean known = holds(document);
        counts.add(Count.KNOWN, known ? 1 : 0);
        return known;
    }

    /** Done with a file whose content another file has just brought. */
    final void same(Incoming duplicate) {
        counts.add(Count.KNOWN, 1);
        noteSame(duplicate);
    }

    /** Done with a file of which nothing is taken. */
    final void turnAway(String name, Outcome<?> outcome) {
        if (outcome instanceof Rejected<?> rejected) {
            counts.add(Count.REJECTED, 1);
            reject(rejected.rejection());
        } else if (outcome instanceof Left<?> left) {
            counts.add(Count.LEFT, 1);
            leave(left.file());
        } else {
            counts.add(Count.OUT_OF_SCOPE, 1);
            passOver(name);
        }
    }

    /** What an earlier attempt of the run has loaded, by the documents' SHA-256. */
    protected abstract Map<String, List<ArticleEdition>> loadedBefore();

    /** Takes documents in, all or none. */
    protected abstract void load(List<Taken> documents);

    /** Writes down which files are rejected. */
    protected abstract void listRejected() throws IOException;

    protected abstract boolean holds(Incoming document);

    protected abstract void noteSame(Incoming duplicate);

    protected abstract void reject(Rejection rejection);

    protected abstract void leave(LeftFile file);

    /** None of its articles is in the scope. */
    protected abstract void passOver(String name);
}
