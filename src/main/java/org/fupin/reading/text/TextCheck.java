package org.fupin.reading.text;

import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;

/** Tells decoded text from bytes that merely happen to decode. */
public final class TextCheck {

    /** A stray control character is a slip of an editor; one in this many characters is no text. */
    private static final int ONE_IN = 200;

    private TextCheck() {}

    /**
     * Rejects what is empty or no text.
     *
     * @param text the decoded file
     */
    public static void check(String text) throws UnreadableDocumentException {
        if (text.codePoints().allMatch(Paragraphs::isBlank)) {
            throw new UnreadableDocumentException(
                    RejectionReason.EMPTY, "the file contains only white space (" + text.length() + " characters)");
        }
        int control = firstControl(text);
        if (control >= 0) {
            long count = text.chars().filter(c -> isControl((char) c)).count();
            if (count * ONE_IN > text.length()) {
                throw new UnreadableDocumentException(
                        RejectionReason.BINARY,
                        "not a text file: %d control characters, the first, 0x%02X, at character %d (line %d)"
                                .formatted(count, (int) text.charAt(control), control, line(text, control)));
            }
        }
    }

    /** Offset of the first control character that no text file has, -1 if there is none. */
    static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\u000B' && c != '\u001A')
                || (c >= '\u007F' && c <= '\u009F' && c != '\u0085');
    }

    /** 1-based number of the line that {@code offset} stands in. */
    public static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
