package org.fupin.observation;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * Text from outside, such as the name of a file, as people see it: {@link #line} on a screen and in messages, {@link #plain}
 * on paper. What is stored stays as it came.
 */
public final class Printable {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /**
     * The text with control characters, line separators, halves of surrogate pairs and the invisible characters that
     * turn the direction of writing written as the bytes of their UTF-8, {@code %0A}; as links are, so that a name in a
     * log can neither forge another line nor pretend to be another name. The joiner of emoji stays.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isSeen(c)) {
                line.appendCodePoint(c);
            } else {
                for (byte b : bytes(c)) {
                    line.append(escaped(b));
                }
            }
        });
        return line.toString();
    }

    /**
     * The text as it is printed on paper: blanks and control characters as single blanks, without what has no shape of its
     * own, such as joiners, marks of direction and soft hyphens.
     *
     * @param canShow whether there is a glyph for a code point
     * @param missing stands for each character without one
     */
    public static String plain(String text, IntPredicate canShow, char missing) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                blank = true;
            } else if (Character.getType(c) != Character.FORMAT) {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                if (canShow.test(c)) {
                    line.appendCodePoint(c);
                } else {
                    line.append(missing);
                }
            }
        }
        return line.toString();
    }

    /** {@code %0A} for a line feed. */
    public static String escaped(byte b) {
        return "%%%02X".formatted(b & 0xFF);
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    /** A surrogate alone has no UTF-8; it is written as the three bytes that it would take. */
    private static byte[] bytes(int c) {
        return Character.getType(c) == Character.SURROGATE
                ? new byte[] {(byte) (0xE0 | c >> 12), (byte) (0x80 | c >> 6 & 0x3F), (byte) (0x80 | c & 0x3F)}
                : Character.toString(c).getBytes(StandardCharsets.UTF_8);
    }
}
