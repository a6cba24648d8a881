package org.fupin.job;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.fupin.intake.Incoming;
import org.fupin.intake.Incoming.Fingerprint;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A document that is to be taken in, as the context of a partition carries it. */
final class IncomingContext {

    private static final String FILE = "file";
    private static final String MEMBER = "member";
    private static final String NAME = "name";
    private static final String SHA256 = "sha256";
    private static final String SIZE = "size";
    private static final String FILE_SIZE = "file-size";
    private static final String MODIFIED = "modified";
    private static final String CHANGED = "changed";

    private IncomingContext() {}

    /** @param document that was seen */
    static ExecutionContext of(Incoming document) {
        Fingerprint known = Objects.requireNonNull(document.fingerprint(), document.name());
        ExecutionContext context = new ExecutionContext();
        // A URI: the bytes of a name that is no UTF-8 stand in it as they are.
        context.putString(FILE, document.file().toUri().toString());
        context.putString(NAME, document.name());
        if (document.member() != null) {
            context.putString(MEMBER, document.member());
        }
        context.putString(SHA256, known.sha256());
        context.putLong(SIZE, known.size());
        context.putLong(FILE_SIZE, known.fileSize());
        context.putLong(MODIFIED, known.modified());
        context.putLong(CHANGED, known.changed());
        return context;
    }

    /** Whether the context carries a document. */
    static boolean isIn(ExecutionContext context) {
        return context.containsKey(FILE);
    }

    /** @param context that carries a document */
    static Incoming read(ExecutionContext context) {
        return new Incoming(
                Path.of(URI.create(context.getString(FILE))),
                context.containsKey(MEMBER) ? context.getString(MEMBER) : null,
                context.getString(NAME),
                new Fingerprint(
                        context.getString(SHA256),
                        context.getLong(SIZE),
                        context.getLong(FILE_SIZE),
                        context.getLong(MODIFIED),
                        context.getLong(CHANGED)));
    }
}
