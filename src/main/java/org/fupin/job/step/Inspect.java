package org.fupin.job.step;

import java.io.IOException;
import org.fupin.intake.Conflicts;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.TooManyRejectionsException;
import org.fupin.job.run.Count;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RejectionLimit;
import org.fupin.warehouse.load.ArticleEdition;

/**
 * Reads the documents, without extracting their figures, to know before the first one is loaded which are rejected, and which
 * articles they hold. In the end it rejects those whose articles others have as well, as the job says, and ends the run if more
 * are rejected than its limit allows.
 */
public final class Inspect extends DocumentWork {

    private final Intake intake;
    private final JobDefinition job;

    public Inspect(Intake intake, Discovery discovery, FileSink sink, JobDefinition job) {
        super(discovery, sink, job.inbox());
        this.intake = intake;
        this.job = job;
    }

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public void work(Incoming document) {
        Outcome<SourceDocument> outcome = intake.read(document);
        if (outcome instanceof Accepted<SourceDocument> accepted) {
            SourceDocument read = accepted.value();
            discovery.inspected(document, ArticleEdition.of(read), job.scope().includesAnyOf(read));
        } else {
            turnAway(document, outcome);
        }
    }

    @Override
    public void end() throws TooManyRejectionsException, IOException {
        Conflicts.among(discovery.contenders(sink.loadedBefore()), job.limits().onConflict())
                .turnedAway()
                .forEach((hash, message) -> {
                    Incoming document = discovery.document(hash);
                    turnAway(document, Intake.rejected(document, RejectionReason.CONFLICT, message));
                });
        RejectionLimit limit = job.limits().maxRejected();
        long rejected = sink.counts().get(Count.REJECTED);
        long found = sink.counts().get(Count.FOUND);
        if (limit != null && limit.isExceededBy(rejected, found)) {
            sink.listRejected();
            throw new TooManyRejectionsException(rejected, found, limit);
        }
    }
}
