package org.fupin.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.title.StatedFacts;
import org.jspecify.annotations.Nullable;

/**
 * Documents that were read to look at them, for those who extract their figures next: as many as there is room for, which is all
 * of a month's, and few of thousands. Safe for use by several threads.
 */
final class ReadDocuments {

    /** In characters of text; in memory a document takes two to six bytes for each. */
    private static final int ROOM = 1 << 22;

    /** @param stated of the document when it was read */
    record Read(SourceDocument document, StatedFacts stated) {}

    private final Map<Incoming, Read> kept = new ConcurrentHashMap<>();
    private final AtomicInteger room = new AtomicInteger(ROOM);

    void keep(Incoming incoming, Read read) {
        int size = read.document().text().length();
        if (room.addAndGet(-size) < 0 || kept.putIfAbsent(incoming, read) != null) {
            room.addAndGet(size);
        }
    }

    /** Gives a document up; null if it was not kept. Whether it still is as it was is for the caller to see. */
    @Nullable
    Read take(Incoming incoming) {
        Read read = kept.remove(incoming);
        if (read != null) {
            room.addAndGet(read.document().text().length());
        }
        return read;
    }
}
