package org.fupin.intake;

import java.nio.charset.StandardCharsets;

/**
 * Text from outside, such as the name of a file, as it is shown to people: on one line, and nothing in it that is not
 * seen. What is stored stays as it came.
 */
public final class OneLine {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private OneLine() {}

    /**
     * The text with control characters, line separators, halves of surrogate pairs and the invisible characters that
     * turn the direction of writing written as the bytes of their UTF-8, {@code %0A}; as links are, so that a name in a
     * log can neither forge another line nor pretend to be another name. The joiner of emoji stays.
     */
    public static String of(String text) {
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

    /** {@code %0A} for a line feed. */
    static String escaped(byte b) {
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
