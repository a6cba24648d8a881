package org.fupin.reading.html;

/** Goes through the text of a style sheet from one character that counts to the next: strings and escapes are passed over. */
final class CssScan {

    /** What stands in brackets is short, but for addresses that are pictures themselves. */
    private static final int MAX_BRACKET = 250;

    private final String css;
    /** From here on no address in brackets comes to its end. */
    private int unclosedFrom = Integer.MAX_VALUE;

    CssScan(String css) {
        this.css = css;
    }

    /** Where the character behind the one at {@code i} stands; behind the string or the bracket that begins at {@code i}. */
    int next(int i) {
        if (i >= css.length()) {
            return i + 1;
        }
        return switch (css.charAt(i)) {
            case '\\' -> i + 2 > css.length() ? css.length() : i + 2;
            case '"', '\'' -> behindString(i);
            case '(' -> behind(i, ')');
            case '[' -> behind(i, ']');
            default -> i + 1;
        };
    }

    /** Behind the brace that closes the one at {@code open}; the end if none does. */
    int behindBlock(int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i = next(i)) {
            char c = css.charAt(i);
            depth += c == '{' ? 1 : 0;
            if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return css.length();
    }

    private int behindString(int open) {
        char quote = css.charAt(open);
        for (int i = open + 1; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == quote || c == '\n') {
                return i + 1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return css.length();
    }

    /** A bracket that nothing closes is one character: what stands behind it counts. */
    private int behind(int open, char close) {
        if (css.startsWith("url", open - 3)) {
            int end = open < unclosedFrom ? css.indexOf(close, open) : -1;
            unclosedFrom = end < 0 ? Math.min(unclosedFrom, open) : unclosedFrom;
            return end < 0 ? open + 1 : end + 1;
        }
        char opened = css.charAt(open);
        int depth = 0;
        int end = Math.min(css.length(), open + MAX_BRACKET);
        for (int i = open; i < end; i++) {
            char c = css.charAt(i);
            if (c == opened) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            } else if (c == '{' || c == '}') {
                return open + 1;
            }
        }
        return open + 1;
    }
}
