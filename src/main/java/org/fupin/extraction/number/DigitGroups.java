package org.fupin.extraction.number;

import org.fupin.extraction.text.Tokens;

/**
 * Finds numbers whose thousands are parted by blanks of any kind, by the end of a line or by apostrophes: "24 600",
 * "1'250'000". The first group has one to three digits, all others exactly three.
 */
final class DigitGroups {

    /** Most groups behind the first: hundreds of trillions. What goes on for longer is a list of numbers. */
    private static final int MOST = 4;

    static final int GROUP = 3;

    private DigitGroups() {}

    /** The last token of the number that begins at the token, the token itself where it has no such groups. */
    static int last(Tokens tokens, int at) {
        String first = tokens.norm[at];
        if (first.length() > GROUP || first.charAt(0) == '0' || !isDigits(first, first.length())) {
            return at;
        }
        return tokens.is(at + 1, "'") ? apostrophes(tokens, at) : blanks(tokens, at);
    }

    private static int blanks(Tokens tokens, int at) {
        int last = at;
        while ((last == at || isWholeGroup(tokens, last)) && isGroup(tokens, last + 1) && isGap(tokens, last)) {
            last++;
            if (last - at > MOST) {
                return at;
            }
        }
        boolean list = tokens.isNumber(last + 1) && isGap(tokens, last);
        boolean compound = tokens.isGlued(last + 1)
                && (tokens.is(last + 1, "/") || tokens.is(last + 1, "-") && tokens.isWord(last + 2));
        return list || compound || tokens.is(last + 1, "%") ? at : last;
    }

    private static int apostrophes(Tokens tokens, int at) {
        int last = at;
        while (tokens.is(last + 1, "'")
                && tokens.isGlued(last + 1)
                && tokens.isGlued(last + 2)
                && isGroup(tokens, last + 2)
                && (last == at || isWholeGroup(tokens, last))
                && last - at < 2 * MOST) {
            last += 2;
        }
        boolean seconds = tokens.is(at - 1, "°") || tokens.is(last + 1, "\"") && tokens.isGlued(last + 1);
        return seconds ? at : last;
    }

    /** Three digits, with or without decimals behind a point or a comma. */
    private static boolean isGroup(Tokens tokens, int at) {
        if (!tokens.isNumber(at) || !isDigits(tokens.norm[at], GROUP)) {
            return false;
        }
        String digits = tokens.norm[at];
        return digits.length() == GROUP
                || digits.charAt(GROUP) == '.'
                || digits.charAt(GROUP) == ',' && digits.length() <= 2 * GROUP;
    }

    private static boolean isWholeGroup(Tokens tokens, int at) {
        return tokens.norm[at].length() == GROUP;
    }

    /** Whether the text begins with so many digits. */
    private static boolean isDigits(String text, int length) {
        int digits = 0;
        while (digits < Math.min(length, text.length()) && Tokens.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits == length;
    }

    /** Whether one blank, or the end of a line with the blanks around it, parts the token from the next. */
    private static boolean isGap(Tokens tokens, int at) {
        String gap = tokens.text.substring(tokens.end[at] - tokens.offset, tokens.begin[at + 1] - tokens.offset);
        boolean blank = gap.chars().allMatch(c -> Tokens.isSpace((char) c) && c != '\t');
        return blank && (gap.length() == 1 || gap.indexOf('\n') >= 0 || gap.indexOf('\r') >= 0);
    }
}
