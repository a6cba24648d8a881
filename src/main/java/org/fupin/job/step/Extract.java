package org.fupin.job.step;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Incoming.Fingerprint;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.job.batch.ChunkedWork;
import org.fupin.job.run.Progress;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunScope;

/** Takes documents in: reads them, extracts their figures and hands them over, or notes why not. */
public final class Extract extends DocumentWork implements ChunkedWork<Incoming, Extract.Seen> {

    /**
     * What came of reading a document.
     *
     * @param took how long it took
     */
    record Seen(Incoming document, Outcome<ExtractedDocument> outcome, Duration took) {}

    public static final String NAME = "extract";

    private final Intake intake;
    private final RunScope scope;
    private final Progress progress;

    public Extract(Intake intake, Discovery discovery, FileSink sink, JobDefinition job, Progress progress) {
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
    public Seen prepare(Incoming document) {
        long begun = System.nanoTime();
        Outcome<ExtractedDocument> outcome = intake.extract(document, scope::includesAnyOf);
        return new Seen(document, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public long weight(Seen seen) {
        Fingerprint known = Objects.requireNonNull(
                seen.document().fingerprint(), seen.document().name());
        return known.size();
    }

    @Override
    public void putDown(List<Seen> documents) {
        List<FileSink.Taken> taken = new ArrayList<>();
        for (Seen seen : documents) {
            if (seen.outcome() instanceof Accepted<ExtractedDocument> accepted) {
                taken.add(new FileSink.Taken(seen.document(), accepted.value(), seen.took()));
            }
        }
        if (!taken.isEmpty()) {
            sink.load(taken);
        }
    }

    @Override
    public void conclude(Seen seen) {
        Incoming document = seen.document();
        if (seen.outcome() instanceof Accepted<ExtractedDocument> accepted) {
            accepted.value().document().warnings().forEach(warning -> progress.warned(document.name(), warning));
            discovery.settle(document).forEach(sink::same);
        } else {
            turnAway(document, seen.outcome());
        }
    }

    @Override
    public void end() throws IOException {
        sink.listRejected();
    }
}
