package org.fupin.reading.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a text from its bytes and decodes it: byte order mark, then zero bytes (UTF-32 and UTF-16
 * without a mark),
 * then UTF-8 if every byte fits, then what an HTML page declares, then GB18030 or a Western code page by how the bytes
 * above 127 stand together.
 *
 * <p>A byte order mark stays in the text of a UTF-8 file, whose offsets count every character of the file; it is dropped
 * from UTF-16 and GB18030, which are never addressed as UTF-8.
 */
public final class TextDecoder {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** How far an HTML page's declaration of its charset is looked for: the HTML standard says 1024 bytes. */
    private static final int DECLARATION_WITHIN = 4096;

    /** What mails say of texts in any encoding. */
    private static final Set<String> UNSURE =
            Set.of("us-ascii", "ascii", "unknown-8bit", "x-unknown", "default", "binary");

    public DecodedText decode(byte[] bytes) throws UnreadableDocumentException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return withoutMark(strictly(bytes, GB18030));
        }
        Charset wide = utf32(bytes);
        if (wide != null) {
            return utf32(bytes, wide);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        Charset zeros = utf16ByZeros(bytes);
        if (zeros != null) {
            return utf16(bytes, zeros);
        }
        int nul = indexOfZero(bytes);
        if (nul >= 0) {
            throw new UnreadableDocumentException(
                    RejectionReason.BINARY, "not a text file: a NUL byte at byte " + nul + at(line(bytes, nul)));
        }
        Optional<DecodedText> utf8 = attempt(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        Charset declared = declared(bytes);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8) && holdsAscii(declared)) {
            Optional<DecodedText> text = attempt(bytes, declared);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return byShape(bytes);
    }

    /**
     * Decodes what is said to be in an encoding, as a part of a mail is; if it is not, or it is only said that it is text,
     * as {@link #decode(byte[])} does.
     *
     * @param stated its name, as mails have it; null for none
     */
    public DecodedText decode(byte[] bytes, @Nullable String stated) throws UnreadableDocumentException {
        String name = stated == null ? "" : stated.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !UNSURE.contains(name)) {
            try {
                // Mails say the smaller encoding and use the larger one that it is a part of.
                Charset charset = name.matches("(x-)?gb.*|cp936")
                        ? GB18030
                        : name.equals("iso-8859-1") ? WINDOWS_1252 : Charset.forName(name);
                Optional<DecodedText> text = attempt(bytes, charset);
                if (text.isPresent()) {
                    return withoutMark(text.get());
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return withoutMark(decode(bytes));
            }
        }
        return withoutMark(decode(bytes));
    }

    /** None of the certain signs is there: judge by how bytes above 127 stand together. */
    private DecodedText byShape(byte[] bytes) throws UnreadableDocumentException {
        int good = utf8Sequences(bytes);
        int bad = firstError(bytes, StandardCharsets.UTF_8);
        int doubles = 0;
        int singles = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                if (i + 1 < bytes.length && (bytes[i] & 0xFF) >= 0xA1 && (bytes[i + 1] & 0xFF) >= 0xA1) {
                    doubles++;
                    i++;
                } else {
                    singles++;
                }
            }
        }
        if (good > 2 * (doubles + singles) / 3) {
            // Nearly all of it is UTF-8: a damaged file, not another encoding.
            throw undecodable(bytes, bad, StandardCharsets.UTF_8);
        }
        CharsetMatch guess = new CharsetDetector().setText(bytes).detect();
        boolean chinese =
                doubles > singles || (guess != null && guess.getName().startsWith("GB") && guess.getConfidence() > 50);
        Optional<DecodedText> text = chinese ? attempt(bytes, GB18030) : attempt(bytes, WINDOWS_1252);
        if (!chinese || text.isEmpty() || has(text.get(), '\uE000', '\uF8FF')) {
            // Brackets and quotation marks of Big5 are characters of nobody in GB18030, and letters of no word in
            // others.
            text = attempt(bytes, BIG5)
                    .filter(big5 -> has(big5, '\u3001', '\u303F') && !has(big5, '\uE000', '\uF8FF'))
                    .or(() -> attempt(bytes, chinese ? GB18030 : WINDOWS_1252));
        }
        if (text.isPresent() && TextCheck.firstControl(text.get().text()) < 0) {
            return text.get();
        }
        throw undecodable(bytes, bad, chinese ? GB18030 : StandardCharsets.UTF_8);
    }

    private static boolean has(DecodedText decoded, char from, char to) {
        return decoded.text().chars().anyMatch(c -> c >= from && c <= to);
    }

    private static UnreadableDocumentException undecodable(byte[] bytes, int utf8Error, Charset likely) {
        int offset = Math.max(0, likely.equals(StandardCharsets.UTF_8) ? utf8Error : firstError(bytes, likely));
        return new UnreadableDocumentException(
                RejectionReason.UNDECODABLE,
                "cannot be decoded: the byte 0x%02X at byte %d%s is not valid %s, and no other known encoding fits"
                        .formatted(bytes[offset] & 0xFF, offset, at(line(bytes, offset)), likely.name()));
    }

    private static DecodedText utf16(byte[] bytes, Charset charset) throws UnreadableDocumentException {
        if (bytes.length % 2 != 0) {
            throw new UnreadableDocumentException(
                    RejectionReason.UNDECODABLE,
                    "cannot be decoded: " + charset.name() + " with an odd number of bytes (" + bytes.length
                            + "), so that it is cut off or damaged");
        }
        return withoutMark(strictly(bytes, charset));
    }

    private static DecodedText utf32(byte[] bytes, Charset charset) throws UnreadableDocumentException {
        if (bytes.length % 4 != 0) {
            throw new UnreadableDocumentException(
                    RejectionReason.UNDECODABLE,
                    "cannot be decoded: " + charset.name() + " with " + bytes.length
                            + " bytes, no multiple of four, so that it is cut off or damaged");
        }
        return withoutMark(strictly(bytes, charset));
    }

    private static DecodedText strictly(byte[] bytes, Charset charset) throws UnreadableDocumentException {
        Optional<DecodedText> text = attempt(bytes, charset);
        if (text.isEmpty()) {
            int offset = Math.max(0, firstError(bytes, charset));
            throw new UnreadableDocumentException(
                    RejectionReason.UNDECODABLE,
                    "cannot be decoded: it is marked as %s, but the byte 0x%02X at byte %d%s does not belong there"
                            .formatted(charset.name(), bytes[offset] & 0xFF, offset, at(line(bytes, offset))));
        }
        return text.get();
    }

    private static DecodedText withoutMark(DecodedText decoded) {
        return decoded.text().startsWith("\uFEFF")
                ? new DecodedText(decoded.text().substring(1), decoded.charset())
                : decoded;
    }

    private static Optional<DecodedText> attempt(byte[] bytes, Charset charset) {
        try {
            return Optional.of(new DecodedText(
                    strict(charset).decode(ByteBuffer.wrap(bytes)).toString(), charset.name()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Offset of the first byte that {@code charset} cannot decode, -1 if there is none. */
    private static int firstError(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** How many well-formed UTF-8 sequences of several bytes there are. */
    private static int utf8Sequences(byte[] bytes) {
        int count = 0;
        int i = 0;
        while (i < bytes.length) {
            int lead = bytes[i] & 0xFF;
            int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
            int next = 1;
            while (next < length && i + next < bytes.length && (bytes[i + next] & 0xC0) == 0x80) {
                next++;
            }
            if (length > 1 && next == length) {
                count++;
                i += length;
            } else {
                i++;
            }
        }
        return count;
    }

    /** By its mark, or by the three zeros in every four bytes of English text. */
    private static @Nullable Charset utf32(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        int[] zeros = new int[4];
        int sample = Math.min(bytes.length, 65_536) / 4 * 4;
        for (int i = 0; i < sample; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        int quarter = sample / 4;
        if (quarter < 2 || zeros[0] > 0 && zeros[3] > 0) {
            return null;
        }
        if (zeros[3] == quarter && zeros[2] == quarter && zeros[1] > quarter / 3) {
            return UTF_32LE;
        }
        return zeros[0] == quarter && zeros[1] == quarter && zeros[2] > quarter / 3 ? UTF_32BE : null;
    }

    /** English text in UTF-16 has a zero in every other byte. */
    private static @Nullable Charset utf16ByZeros(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int sample = Math.min(bytes.length, 65_536);
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = sample / 2;
        if (odd > half / 3 && even < odd / 20 + 1) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > half / 3 && odd < even / 20 + 1) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** The charset that an HTML page or an XML declaration names near its beginning. */
    private static @Nullable Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int begin = head.indexOf("charset=");
        int skip = "charset=".length();
        if (begin < 0 && head.startsWith("<?xml")) {
            begin = head.indexOf("encoding=");
            skip = "encoding=".length();
        }
        if (begin < 0 || head.indexOf('<') < 0) {
            return null;
        }
        int i = begin + skip;
        while (i < head.length() && (head.charAt(i) == '"' || head.charAt(i) == '\'' || head.charAt(i) == ' ')) {
            i++;
        }
        int end = i;
        while (end < head.length()
                && (Character.isLetterOrDigit(head.charAt(end)) || "-_:.".indexOf(head.charAt(end)) >= 0)) {
            end++;
        }
        try {
            Charset charset = Charset.forName(head.substring(i, end));
            // Pages that say GB2312 use its supersets all the time.
            if (charset.name().startsWith("GB")) {
                return GB18030;
            }
            // As browsers do: who says Latin-1 or ASCII and has bytes above 127 means what Windows makes of them.
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return latin ? WINDOWS_1252 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Whether ASCII is the same in it: else the declaration could not have been read, and is wrong. */
    private static boolean holdsAscii(Charset charset) {
        return charset.canEncode() && Arrays.equals("<a".getBytes(charset), new byte[] {'<', 'a'});
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String at(int line) {
        return " (line " + line + ")";
    }
}
