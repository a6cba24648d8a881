package org.fupin.reading.limits;

import java.util.Locale;

/**
 * How much of a file is read at most, so that no file, by mistake or by design, takes the memory or the time of the
 * others. What is over a limit is rejected as {@link RejectionReason#TOO_LARGE} or {@link
 * RejectionReason#NESTED}, never cut off.
 *
 * @param maxFileBytes bytes of a file, or of a member of an archive when expanded; at least 1
 * @param maxExpandedBytes bytes that all members of an archive come to when expanded, those of archives in it included;
 *     also what the parts of a DOCX or the streams of a PDF come to; at least {@code maxFileBytes}
 * @param maxRatio how many times its size a member, a part or a stream of over a mebibyte may expand to; at least 1
 * @param maxMembers members of an archive, those of archives in it included; at least 1
 * @param maxNesting archives within one another, the outermost being the first; at least 1
 * @param maxCharacters UTF-16 code units of a document's text; at least 1
 * @param maxPages pages of a PDF; at least 1
 */
public record ReadingLimits(
        long maxFileBytes,
        long maxExpandedBytes,
        int maxRatio,
        int maxMembers,
        int maxNesting,
        int maxCharacters,
        int maxPages) {

    private static final long MEBIBYTE = 1L << 20;

    /** Nothing of this size is a bomb, however small it was before. */
    private static final long HARMLESS = MEBIBYTE;

    public ReadingLimits {
        atLeast("maxFileBytes", maxFileBytes, 1);
        if (maxFileBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("maxFileBytes is more than an array holds: " + maxFileBytes);
        }
        atLeast("maxExpandedBytes", maxExpandedBytes, maxFileBytes);
        atLeast("maxRatio", maxRatio, 1);
        atLeast("maxMembers", maxMembers, 1);
        atLeast("maxNesting", maxNesting, 1);
        atLeast("maxCharacters", maxCharacters, 1);
        atLeast("maxPages", maxPages, 1);
    }

    /**
     * 64 MiB a file, 256 MiB expanded, 200 times expanded, 10,000 members, 3 archives deep, 10 million characters, 2,000
     * pages: ten times what a compilation of all provinces' reports has, in the most wasteful format.
     */
    public static ReadingLimits defaults() {
        return new ReadingLimits(64 * MEBIBYTE, 256 * MEBIBYTE, 200, 10_000, 3, 10_000_000, 2_000);
    }

    public void checkFile(long bytes) throws UnreadableDocumentException {
        if (bytes > maxFileBytes) {
            throw tooLarge("it has %,d bytes, more than the %,d that a file may have", bytes, maxFileBytes);
        }
    }

    public void checkExpansion(long compressed, long expanded) throws UnreadableDocumentException {
        if (expanded > HARMLESS && expanded / Math.max(1, compressed) >= maxRatio) {
            throw tooLarge(
                    "it expands from %,d bytes to %,d or more, over %d times its size, as no report does",
                    compressed, expanded, maxRatio);
        }
    }

    public void checkExpanded(long bytes) throws UnreadableDocumentException {
        if (bytes > maxExpandedBytes) {
            throw tooLarge(
                    "its parts expand to %,d bytes or more, over the %,d that they may come to",
                    bytes, maxExpandedBytes);
        }
    }

    public void checkCharacters(long characters) throws UnreadableDocumentException {
        if (characters > maxCharacters) {
            throw tooLarge(
                    "it has a text of %,d characters or more, over the %,d that a document may have",
                    characters, maxCharacters);
        }
    }

    public void checkPages(long pages) throws UnreadableDocumentException {
        if (pages > maxPages) {
            throw tooLarge("it has %,d pages or more, over the %,d that a document may have", pages, maxPages);
        }
    }

    public static UnreadableDocumentException tooLarge(String message, Object... values) {
        return new UnreadableDocumentException(RejectionReason.TOO_LARGE, String.format(Locale.ROOT, message, values));
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is less than " + least + ": " + value);
        }
    }
}
