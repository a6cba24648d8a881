package org.fupin.reading.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;

/**
 * The entries of a ZIP file in memory, by its central directory. An entry never yields more bytes than the directory says
 * it has, so that the sizes there bound what expanding takes: no bomb needs to go off to be noticed.
 */
public final class ZipContainer {

    private static final byte[] DIRECTORY_HEADER = {'P', 'K', 1, 2};

    /** Archives in an archive may bring directories of their own, which are seen before they are told apart. */
    private static final int DIRECTORIES = 10;

    /** The first day that the format can tell, in any time zone: written for want of a time. */
    private static final Instant NO_TIME = Instant.parse("1980-01-02T12:00:00Z");

    private final ZipFile file;
    private final ReadingLimits limits;
    private final List<ZipArchiveEntry> entries;

    private ZipContainer(ZipFile file, ReadingLimits limits) {
        this.file = file;
        this.limits = limits;
        this.entries = Collections.list(file.getEntries());
    }

    /** Whether the content begins as a ZIP file does, an empty one or one of several volumes included. */
    static boolean is(byte[] content) {
        return content.length >= 4
                && content[0] == 'P'
                && content[1] == 'K'
                && (content[2] == 3 && content[3] == 4
                        || content[2] == 5 && content[3] == 6
                        || content[2] == 7 && content[3] == 8);
    }

    /**
     * Reads the directory.
     *
     * @throws UnreadableDocumentException if there is none, or it has far too many entries
     */
    public static ZipContainer of(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        long headers = count(content, DIRECTORY_HEADER);
        if (headers > (long) limits.maxMembers() * DIRECTORIES) {
            throw ReadingLimits.tooLarge(
                    "it lists %,d members, far more than the %,d that an archive may have",
                    headers, limits.maxMembers());
        }
        try {
            return new ZipContainer(
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                            .setCharset(StandardCharsets.ISO_8859_1)
                            .setUseUnicodeExtraFields(true)
                            .setIgnoreLocalFileHeader(true)
                            .get(),
                    limits);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocumentException(
                    RejectionReason.DAMAGED,
                    "a ZIP file of " + content.length
                            + " bytes that is cut off or damaged: its directory, at its end, cannot be read",
                    e);
        }
    }

    public List<ZipArchiveEntry> entries() {
        return entries;
    }

    /** When an entry was last changed; empty where the archive does not tell. */
    public static Optional<Instant> changed(ZipArchiveEntry entry) {
        FileTime time = entry.getLastModifiedTime();
        return Optional.ofNullable(time).map(FileTime::toInstant).filter(instant -> instant.isAfter(NO_TIME));
    }

    /** What the entries expand to at most, directories and links included. */
    public long expandedBytes() {
        long sum = 0;
        for (ZipArchiveEntry entry : entries) {
            sum += Math.max(0, Math.min(entry.getSize(), Long.MAX_VALUE / (entries.size() + 1L)));
        }
        return sum;
    }

    /**
     * The content of an entry.
     *
     * @throws UnreadableDocumentException if it is too large, encrypted or damaged
     */
    public byte[] read(ZipArchiveEntry entry) throws UnreadableDocumentException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableDocumentException(
                    RejectionReason.ENCRYPTED, "it is encrypted and needs a password: pack it again without one");
        }
        limits.checkFile(entry.getSize());
        limits.checkExpansion(entry.getCompressedSize(), entry.getSize());
        if (!isReadable(entry)) {
            throw new UnreadableDocumentException(
                    RejectionReason.BINARY,
                    "it is compressed by the method " + name(entry)
                            + ", which is not read here: pack it again as a plain ZIP file");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(entry.getSize(), 1 << 16));
        try (InputStream in = file.getInputStream(entry)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > entry.getSize()) {
                    throw damaged("it expands to more than the " + entry.getSize() + " bytes that its archive states");
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            throw damaged("it cannot be expanded from byte " + out.size() + " on: " + e.getMessage());
        }
        byte[] content = out.toByteArray();
        if (content.length != entry.getSize()) {
            throw damaged("it has " + content.length + " of the " + entry.getSize() + " bytes that its archive states");
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (checksum.getValue() != entry.getCrc()) {
            throw damaged("its checksum is not the one that its archive states");
        }
        return content;
    }

    private static boolean isReadable(ZipArchiveEntry entry) {
        int method = entry.getMethod();
        return method == ZipEntry.STORED
                || method == ZipEntry.DEFLATED
                || method == ZipMethod.ENHANCED_DEFLATED.getCode()
                || method == ZipMethod.BZIP2.getCode();
    }

    private static String name(ZipArchiveEntry entry) {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        return method == null ? String.valueOf(entry.getMethod()) : method.name();
    }

    private static UnreadableDocumentException damaged(String message) {
        return new UnreadableDocumentException(RejectionReason.DAMAGED, message);
    }

    private static long count(byte[] content, byte[] signature) {
        long count = 0;
        for (int i = 0; i + signature.length <= content.length; i++) {
            if (content[i] == signature[0]
                    && content[i + 1] == signature[1]
                    && content[i + 2] == signature[2]
                    && content[i + 3] == signature[3]) {
                count++;
            }
        }
        return count;
    }
}
