package org.fupin.job;

import java.io.IOException;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunScope;

/** Takes documents in: reads them, extracts their figures and hands them over, or notes why not. */
final class Extract extends DocumentWork {

    static final String NAME = "extract";

    private final Intake intake;
    private final RunScope scope;
    private final Progress progress;

    Extract(Intake intake, Discovery discovery, FileSink sink, JobDefinition job, Progress progress) {
        super(discovery, sink, job.inbox());
        this.intake = intake;
        this.scope = job.scope();
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void work(Incoming document) {
        long begun = System.nanoTime();
        Outcome<ExtractedDocument> outcome = intake.extract(document, scope::includesAnyOf);
        if (outcome instanceof Accepted<ExtractedDocument> accepted) {
            accepted.value().document().warnings().forEach(warning -> progress.warned(document.name(), warning));
            sink.load(document, accepted.value(), begun);
            discovery.settle(document).forEach(sink::same);
        } else {
            turnAway(document, outcome);
        }
    }

    @Override
    public void end() throws IOException {
        sink.listRejected();
    }
}
