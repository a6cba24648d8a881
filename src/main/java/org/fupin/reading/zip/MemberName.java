package org.fupin.reading.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

/** The names of an archive's entries as paths for people: decoded, without anything that leads out of the archive. */
public final class MemberName {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset CP437 = Charset.forName("IBM437");

    private MemberName() {}

    /**
     * The path: its folders and the name, with {@code /} between. A name of {@code ..} or {@code .}, a drive and a slash
     * at the beginning are dropped; characters that show as nothing or turn the line around, and the {@code !} at the end
     * of a folder's name, which would read as an archive's, are written as {@code %0A}.
     *
     * @return empty if nothing is left
     */
    public static String of(ZipArchiveEntry entry) {
        return of(decoded(entry));
    }

    /** The path that a name is, as {@link #of(ZipArchiveEntry)} makes it. */
    public static String of(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("[/\\\\]")) {
            boolean drive = parts.isEmpty() && part.length() == 2 && part.charAt(1) == ':';
            if (!part.isBlank() && !part.equals(".") && !part.equals("..") && !drive) {
                parts.add(visible(part));
            }
        }
        return String.join("/", parts).replace("!/", "%21/");
    }

    /** Whether a part of the path is hidden, as by a leading dot, or is what macOS adds to its archives. */
    public static boolean isHidden(String path) {
        for (String part : path.split("/")) {
            if (part.startsWith(".") || part.equals("__MACOSX") || part.equalsIgnoreCase("Thumbs.db")) {
                return true;
            }
        }
        return false;
    }

    /** As the entry says, if it does, else as {@link #decoded(byte[])}. */
    private static String decoded(ZipArchiveEntry entry) {
        if (entry.getNameSource() != NameSource.NAME
                || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        return decoded(entry.getRawName());
    }

    /** UTF-8 if it is that, else what Windows writes in China, else what DOS wrote. */
    public static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, isChinese(raw) ? GB18030 : CP437);
        }
    }

    /** Chinese characters in common use are pairs of bytes from 0xA1 on; letters with accents are below that. */
    private static boolean isChinese(byte[] raw) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] < 0) {
                if (i + 1 < raw.length && (raw[i] & 0xFF) >= 0xA1 && (raw[i + 1] & 0xFF) >= 0xA1) {
                    pairs++;
                    i++;
                } else {
                    others++;
                }
            }
        }
        return pairs > others;
    }

    private static String visible(String part) {
        StringBuilder out = new StringBuilder(part.length());
        part.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> escape(c, out);
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static void escape(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format("%02X", b & 0xFF));
        }
    }
}
