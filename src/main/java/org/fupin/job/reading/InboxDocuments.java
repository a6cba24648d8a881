package org.fupin.job.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.observation.document.SourceDocument;
import org.jspecify.annotations.Nullable;

/**
 * Documents of which the warehouse does not keep enough to read them again, as they lie in the inbox still. The inbox is looked
 * through once, and only if one is asked for.
 */
final class InboxDocuments {

    private final Path inbox;
    private final Intake intake;
    private final Map<String, Optional<SourceDocument>> read = new HashMap<>();
    private @Nullable Map<String, Incoming> found;

    InboxDocuments(Path inbox, Intake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    /** The document of this id, read from its file; empty if no file in the inbox has this content. */
    Optional<SourceDocument> find(String documentId) {
        return read.computeIfAbsent(documentId, id -> Optional.ofNullable(all().get(id))
                .map(intake::read)
                .filter(Accepted.class::isInstance)
                .map(outcome -> ((Accepted<SourceDocument>) outcome).value()));
    }

    private Map<String, Incoming> all() {
        Map<String, Incoming> all = found;
        if (all == null) {
            all = new HashMap<>();
            try {
                for (InboxFile file : InboxFiles.under(inbox)) {
                    for (Outcome<Incoming> outcome : intake.look(file)) {
                        if (outcome instanceof Accepted<Incoming> accepted) {
                            all.putIfAbsent(accepted.value().hash(), accepted.value());
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            found = all;
        }
        return all;
    }
}
