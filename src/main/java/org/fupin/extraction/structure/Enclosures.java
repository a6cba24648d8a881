package org.fupin.extraction.structure;

import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Which tokens quotation marks and parentheses enclose. */
final class Enclosures {

    private Enclosures() {}

    /** Whether a token stands between quotation marks, or is one of them. */
    static boolean[] quoted(Tokens tokens) {
        boolean[] inside = new boolean[tokens.count];
        int open = -1;
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.is(i, "\"")) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                for (int k = open; k <= i; k++) {
                    inside[k] = true;
                }
                open = -1;
            }
        }
        return inside;
    }

    /** How many parentheses enclose a token; those themselves are enclosed by their own. */
    static int[] depth(Tokens tokens) {
        int[] depths = new int[tokens.count];
        int depth = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, "(")) {
                depth++;
            }
            depths[i] = depth;
            if (tokens.is(i, ")") && depth > 0) {
                depth--;
            }
        }
        return depths;
    }

    private static boolean isAnyEnclosed(int[] depth) {
        for (int level : depth) {
            if (level > 0) {
                return true;
            }
        }
        return false;
    }

    /** For each token the last before it that fewer parentheses enclose, -1 if none does. */
    static int[] openings(int[] depth) {
        int[] open = new int[depth.length];
        for (int i = 0; i < depth.length; i++) {
            int at = i - 1;
            while (at >= 0 && depth[at] >= depth[i]) {
                at = open[at];
            }
            open[i] = at;
        }
        return open;
    }

    /**
     * For each token the first behind it that fewer parentheses enclose, the number of tokens if none does; null where there are
     * no parentheses.
     */
    static int @Nullable [] closings(int[] depth) {
        if (!isAnyEnclosed(depth)) {
            return null;
        }
        int[] close = new int[depth.length];
        for (int i = depth.length - 1; i >= 0; i--) {
            int at = i + 1;
            while (at < depth.length && depth[at] >= depth[i]) {
                at = close[at];
            }
            close[i] = at;
        }
        return close;
    }
}
