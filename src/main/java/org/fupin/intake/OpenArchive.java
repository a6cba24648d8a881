package org.fupin.intake;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.fupin.reading.ReportArchive;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * The archive that was opened last, so that an archive of thousands of members is not opened thousands of times: its
 * members come one after another. The memory is given back when it is needed. Safe for use by several threads.
 */
final class OpenArchive {

    /** A file as it was when it was read; who keeps to what was seen checks the member's hash all the same. */
    record Key(Path file, long size, long modified) {}

    private record Held(Key key, ReportArchive archive) {}

    private SoftReference<@Nullable Held> last = new SoftReference<>(null);

    /**
     * A member of the archive, if it is the one held.
     *
     * @throws NoSuchElementException if the archive has no such member
     */
    synchronized Optional<byte[]> member(Key key, String path) throws UnreadableDocumentException {
        Held held = last.get();
        return held != null && held.key().equals(key)
                ? Optional.of(held.archive().member(path))
                : Optional.empty();
    }

    /** A member of an archive that is held from now on; else like {@link #member(Key, String)}. */
    synchronized byte[] member(Key key, ReportArchive archive, String path) throws UnreadableDocumentException {
        last = new SoftReference<>(new Held(key, archive));
        return archive.member(path);
    }
}
