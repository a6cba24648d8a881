package org.fupin.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fupin.intake.Discovery;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.job.batch.Work;
import org.fupin.job.run.Count;

/**
 * Lists the inbox, opens its archives, and leaves for the next steps the documents that the warehouse does not hold. What can be
 * seen to be wrong from outside is rejected here: links that lead out, pipes, giants, broken archives.
 */
public final class Discover implements Work<InboxFile> {

    public static final String NAME = "discover";

    private final Path inbox;
    private final Intake intake;
    private final Discovery discovery;
    private final FileSink sink;
    private final KnownFiles known;

    /** @param known what is known of the inbox already */
    public Discover(Path inbox, Intake intake, Discovery discovery, FileSink sink, KnownFiles known) {
        this.known = known;
        this.inbox = inbox;
        this.intake = intake;
        this.discovery = discovery;
        this.sink = sink;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<InboxFile> keys() throws IOException {
        return InboxFiles.under(inbox);
    }

    @Override
    public Map<String, ?> describe(InboxFile file) {
        return Map.of("path", file.name());
    }

    @Override
    public void work(InboxFile file) {
        List<Incoming> held = known.of(file);
        if (!held.isEmpty()) {
            sink.counts().add(Count.FOUND, held.size()).add(Count.KNOWN, held.size());
            held.forEach(document -> discovery.found(document, true));
            return;
        }
        for (Outcome<Incoming> outcome : intake.look(file)) {
            sink.counts().add(Count.FOUND, 1);
            if (outcome instanceof Accepted<Incoming> accepted) {
                discovery.found(accepted.value(), sink.isKnown(accepted.value()));
            } else {
                sink.turnAway(file.name(), outcome);
            }
        }
    }
}
