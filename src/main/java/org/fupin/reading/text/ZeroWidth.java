package org.fupin.reading.text;

/** Characters that a reader does not see and that part no word: "45", a soft hyphen and "0" are 450. */
public final class ZeroWidth {

    private ZeroWidth() {}

    /** Soft hyphens, joiners, zero-width spaces, byte order marks and the marks of the direction of writing. */
    public static boolean is(char c) {
        return c == '\u00AD'
                || c == '\u180E'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2064'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\uFEFF';
    }

    /** The text without them; the same object if it has none. */
    public static String removed(String text) {
        if (text.chars().noneMatch(c -> is((char) c))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!is(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
