package org.fupin.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fupin.reading.ReportArchive;
import org.fupin.settings.OnConflict;
import org.jspecify.annotations.Nullable;

/**
 * A document that is to be taken in: a file, or a member of an archive. It fits into the context of a partition.
 *
 * @param file to open: absolute, without links in it
 * @param member its path within the archive that the file is; null for a file that is itself the document
 * @param name its path as people know it, and what it is called in all records: {@code folder/report.txt}, {@code
 *     folder/reports.zip!/report.txt}
 * @param fingerprint what it was like when it was found; null if it may be anything
 */
public record Incoming(
        Path file,
        @Nullable String member,
        String name,
        @Nullable Fingerprint fingerprint) {

    /**
     * @param sha256 of the document
     * @param size of the document, in bytes
     * @param fileSize of the file, which is larger or smaller than its members
     * @param modified when the file was last changed, in milliseconds since 1970
     * @param changed when the document was: of a member, as its archive has it
     */
    public record Fingerprint(String sha256, long size, long fileSize, long modified, long changed) {}

    static final Comparator<Incoming> BY_NAME = Comparator.comparing(Incoming::name);

    /** The document that a path names, be it in an archive: {@code reports.zip!/2012/report.txt}. */
    public static Incoming at(Path path) {
        String text = path.toString();
        if (!Files.exists(path)) {
            for (int end = text.indexOf(ReportArchive.SEPARATOR);
                    end > 0;
                    end = text.indexOf(ReportArchive.SEPARATOR, end + 1)) {
                Path archive = Path.of(text.substring(0, end));
                if (Files.isRegularFile(archive)) {
                    String member = text.substring(end + ReportArchive.SEPARATOR.length());
                    return new Incoming(archive, member, InboxFiles.name(path), null);
                }
            }
        }
        return new Incoming(path, null, InboxFiles.name(path), null);
    }

    /** SHA-256 of a document that was seen. */
    public String hash() {
        return Objects.requireNonNull(fingerprint, name).sha256();
    }

    /** When a document that was seen was last changed. */
    public long changed() {
        return Objects.requireNonNull(fingerprint, name).changed();
    }

    /** The first of documents with the same content, changed when the last of them was. */
    public static Incoming first(List<Incoming> duplicates) {
        Incoming first = duplicates.get(0);
        long last = duplicates.stream().mapToLong(Incoming::changed).max().orElseThrow();
        Fingerprint as = Objects.requireNonNull(first.fingerprint(), first.name());
        return new Incoming(
                first.file(),
                first.member(),
                first.name(),
                new Fingerprint(as.sha256(), as.size(), as.fileSize(), as.modified(), last));
    }

    /**
     * When a document that was seen was last changed, if that decides between it and others; else null, so that what becomes
     * of documents hangs on nothing but their names and contents.
     */
    @Nullable
    public Long changed(OnConflict onConflict) {
        return onConflict == OnConflict.NEWEST ? changed() : null;
    }
}
