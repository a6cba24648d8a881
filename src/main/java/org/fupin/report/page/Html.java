package org.fupin.report.page;

/** Escapes text for HTML, so that a parser gives back the same characters. */
final class Html {

    private Html() {}

    /** Fit for an element's content and for a value in double quotes. */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        append(html, text, 0, text.length());
        return html.toString();
    }

    /**
     * Appends a stretch of {@code text}. What no HTML document can hold, a NUL or half of a surrogate pair, becomes U+FFFD, so
     * that offsets stay as they are.
     */
    static void append(StringBuilder html, String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                // A parser would make a line feed of it.
                case '\r' -> html.append("&#13;");
                case '\0' -> html.append('\uFFFD');
                default -> html.append(isHalf(text, i) ? '\uFFFD' : c);
            }
        }
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
