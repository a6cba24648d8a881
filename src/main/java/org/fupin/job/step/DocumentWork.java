package org.fupin.job.step;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Incoming.Fingerprint;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.batch.PartitionedWork;

/** Work on new documents, one of each content. What becomes of one becomes of those with the same content. */
abstract class DocumentWork implements PartitionedWork<Incoming> {

    final Discovery discovery;
    final FileSink sink;
    private final Path inbox;

    DocumentWork(Discovery discovery, FileSink sink, Path inbox) {
        this.inbox = inbox;
        this.discovery = discovery;
        this.sink = sink;
    }

    @Override
    public final List<Incoming> keys() {
        return discovery.documents();
    }

    @Override
    public final Map<String, ?> describe(Incoming document) {
        return Map.of("path", document.name());
    }

    /** Nothing is taken of a document. */
    final void turnAway(Incoming document, Outcome<?> outcome) {
        sink.turnAway(document.name(), outcome);
        turnDuplicatesAway(document, outcome);
    }

    private void turnDuplicatesAway(Incoming document, Outcome<?> outcome) {
        for (Incoming duplicate : discovery.settle(document)) {
            sink.turnAway(duplicate.name(), asOf(duplicate, outcome));
        }
    }

    /**
     * Notes what became of a document elsewhere.
     *
     * @param turnedAway empty if it was taken in
     */
    public final void settled(Incoming document, Optional<Outcome<?>> turnedAway) {
        if (turnedAway.isPresent()) {
            turnDuplicatesAway(document, turnedAway.get());
        } else {
            discovery.settle(document).forEach(sink::same);
        }
    }

    private static Outcome<?> asOf(Incoming duplicate, Outcome<?> outcome) {
        if (outcome instanceof Rejected<?> rejected) {
            Rejection same = rejected.rejection();
            return new Rejected<>(
                    new Rejection(duplicate.name(), same.reason(), same.message(), same.size(), same.sha256()));
        } else if (outcome instanceof Left<?>) {
            return new Left<>(new LeftFile(duplicate.name(), LeftFile.Why.DUPLICATE));
        }
        return outcome;
    }

    /** Of the inbox; ends in a slash. */
    private String inboxUri() {
        String uri;
        try {
            uri = inbox.toRealPath().toUri().toString();
        } catch (IOException e) {
            uri = inbox.toUri().toString();
        }
        return uri.endsWith("/") ? uri : uri + "/";
    }

    /** From the inbox, which may be elsewhere on another machine. Its URI: the bytes of a name that is no UTF-8 stand in it as they are. */
    private String located(Path file) {
        String uri = file.toUri().toString();
        String from = inboxUri();
        return uri.startsWith(from) ? uri.substring(from.length()) : uri;
    }

    private Path file(String located) {
        // No part of a path is empty, so none from the inbox begins like this.
        return Path.of(URI.create(located.startsWith("file:///") ? located : inboxUri() + located));
    }

    /** @param document that was seen */
    @Override
    public final Map<String, ?> write(Incoming document) {
        Fingerprint known = Objects.requireNonNull(document.fingerprint(), document.name());
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("file", located(document.file()));
        written.put("name", document.name());
        if (document.member() != null) {
            written.put("member", document.member());
        }
        written.put("sha256", known.sha256());
        written.put("size", known.size());
        written.put("file-size", known.fileSize());
        written.put("modified", known.modified());
        written.put("changed", known.changed());
        return written;
    }

    @Override
    public final Incoming read(Map<String, ?> written) {
        return new Incoming(
                file((String) written.get("file")),
                (String) written.get("member"),
                (String) written.get("name"),
                new Fingerprint(
                        (String) written.get("sha256"),
                        (Long) written.get("size"),
                        (Long) written.get("file-size"),
                        (Long) written.get("modified"),
                        (Long) written.get("changed")));
    }
}
