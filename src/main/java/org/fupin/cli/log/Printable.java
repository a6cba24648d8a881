package org.fupin.cli.log;

/**
 * Text of others, such as the name of a file, made fit for a line of a log or a terminal: it cannot end the line, move
 * the cursor or turn the direction of what follows.
 */
public final class Printable {

    private Printable() {}

    /**
     * Control and format characters, line and paragraph separators and halves of characters as {@code \n}, {@code \t}
     * or {@code \}{@code u202e}; the rest as it is.
     */
    public static String of(String text) {
        return text.codePoints().anyMatch(Printable::isHarmful) ? escaped(text, false) : text;
    }

    /** In double quotes, with those inside, and backslashes, behind a backslash: where it ends can be told for sure. */
    public static String quoted(String text) {
        return '"' + escaped(text, true) + '"';
    }

    private static String escaped(String text, boolean quoted) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (quoted && (c == '"' || c == '\\')) {
                escaped.append('\\').appendCodePoint(c);
            } else if (!isHarmful(c)) {
                escaped.appendCodePoint(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\r') {
                escaped.append("\\r");
            } else if (c == '\t') {
                escaped.append("\\t");
            } else {
                for (char unit : Character.toChars(c)) {
                    escaped.append("\\u").append(String.format("%04x", (int) unit));
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
