package org.fupin.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Builds ZIP files in memory. */
public final class Zips {

    private final SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static Zips with(String name, String content) {
        return new Zips().and(name, content);
    }

    static Zips with(String name, byte[] content) {
        return new Zips().and(name, content);
    }

    public Zips and(String name, String content) {
        return and(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Zips and(String name, byte[] content) {
        return and(new ZipArchiveEntry(name), content);
    }

    public Zips and(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A symbolic link, as Unix archivers write it. */
    Zips andLink(String name, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(0120777);
        return and(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    /** An entry that is not compressed. */
    Zips andStored(String name, byte[] content) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        return and(entry, content);
    }

    public byte[] bytes() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(bytes.array(), (int) bytes.size());
    }

    /** The archive with all names in an encoding that it does not state, as old archivers on Windows write them. */
    static byte[] withNamesIn(String charset, String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setEncoding(charset);
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putArchiveEntry(new ZipArchiveEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Sets bytes in the entry's record in the directory at the end of the archive.
     *
     * @param field offset within the record: 8 for the flags, 10 for the method, 16 checksum, 20 compressed size, 24 size
     */
    static byte[] patched(byte[] archive, String name, int field, int... values) {
        byte[] copy = archive.clone();
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + 46 + key.length <= copy.length; i++) {
            boolean record = copy[i] == 'P' && copy[i + 1] == 'K' && copy[i + 2] == 1 && copy[i + 3] == 2;
            if (record && Arrays.equals(copy, i + 46, i + 46 + key.length, key, 0, key.length)) {
                for (int k = 0; k < values.length; k++) {
                    copy[i + field + k] = (byte) values[k];
                }
                return copy;
            }
        }
        throw new IllegalArgumentException("no entry " + name);
    }
}
