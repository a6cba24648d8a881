package org.fupin.reading.text;

/** What the break between two lines of text means where nothing but the words is known. */
public final class LineBreak {

    /** A line shorter than this was not broken because it was full. */
    private static final int FULL = 45;

    /** Digits of a group of thousands. */
    private static final int GROUP = 3;

    private static final String AND = " and";

    private LineBreak() {}

    /** Whether the sentence that {@code line} breaks off in goes on in {@code next}. */
    public static boolean isInSentence(CharSequence line, CharSequence next) {
        if (line.length() == 0 || endsSentence(line)) {
            return false;
        }
        return Character.isLowerCase(next.charAt(0))
                || ",\u3001\uFF0C&".indexOf(line.charAt(line.length() - 1)) >= 0
                || line.length() >= FULL && Character.isLetterOrDigit(next.charAt(0));
    }

    /**
     * Whether the break stands within a number, or between a number and what it counts: "6 300" before "000 yuan",
     * "7.5 million" before "yuan". What stands before has words of a sentence, so that "Table 1" and "wells 45" end where
     * they do.
     *
     * @param line the line, or the part of the paragraph that ends with it
     */
    public static boolean isInFigure(CharSequence line, CharSequence next) {
        if (line.length() == 0 || next.length() == 0) {
            return false;
        }
        boolean zeros = next.length() > GROUP && next.charAt(0) == '0' && next.charAt(1) != '.';
        if (!zeros && !hasSmallWord(line)) {
            return false;
        }
        int end = line.length();
        boolean comma = line.charAt(end - 1) == ',';
        int last = end - (comma ? 2 : 1);
        boolean behindDigit = last >= 0 && isDigit(line.charAt(last));
        if (behindDigit && isDigit(next.charAt(0))) {
            return isGroups(line, last, zeros) && isGroup(next);
        }
        return (behindDigit || isBehindNumber(line)) && Character.isLowerCase(next.charAt(0)) && !isLabelled(next);
    }

    /** One to three digits at the end, alone only before zeros: no year, no page. */
    private static boolean isGroups(CharSequence line, int last, boolean alone) {
        int from = last;
        while (from > 0 && last - from < GROUP && isDigit(line.charAt(from - 1))) {
            from--;
        }
        if (last - from >= GROUP || from == 0) {
            return alone && from == 0 && last < GROUP;
        }
        return ".-/".indexOf(line.charAt(from - 1)) < 0;
    }

    /** Three digits, behind them a blank or more of the number. */
    private static boolean isGroup(CharSequence next) {
        if (next.length() <= GROUP || !isDigit(next.charAt(1)) || !isDigit(next.charAt(2))) {
            return false;
        }
        char behind = next.charAt(GROUP);
        boolean decimals = behind == '.' || behind == ',';
        return decimals
                ? next.length() > GROUP + 1 && isDigit(next.charAt(GROUP + 1))
                : Paragraphs.isBlank(behind)
                        && next.length() > GROUP + 1
                        && Character.isLetterOrDigit(next.charAt(GROUP + 1));
    }

    /** Whether the last word is a small one behind a number: "7.5 million". */
    private static boolean isBehindNumber(CharSequence line) {
        int at = line.length();
        while (at > 0 && Character.isLowerCase(line.charAt(at - 1))) {
            at--;
        }
        return at > 1 && at < line.length() && Paragraphs.isBlank(line.charAt(at - 1)) && isDigit(line.charAt(at - 2));
    }

    /** Whether the clause goes on behind the break: behind a comma or "and", with a small letter. */
    static boolean isInClause(CharSequence line, CharSequence next) {
        int end = line.length();
        boolean comma = end > 0 && line.charAt(end - 1) == ',';
        boolean and = end > AND.length() && AND.contentEquals(line.subSequence(end - AND.length(), end));
        return (comma || and) && next.length() > 0 && Character.isLowerCase(next.charAt(0)) && !isLabelled(next);
    }

    /** "wells: 45": a line of a list. */
    private static boolean isLabelled(CharSequence next) {
        for (int i = 0; i < Math.min(next.length(), FULL); i++) {
            if (next.charAt(i) == ':' || next.charAt(i) == ')' && i < GROUP) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSmallWord(CharSequence line) {
        int from = Math.max(1, line.length() - 2 * FULL);
        for (int i = from; i < line.length(); i++) {
            if (Character.isLowerCase(line.charAt(i)) && Paragraphs.isBlank(line.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a line ends as sentences do, a quotation mark or bracket behind the stop included. */
    public static boolean endsSentence(CharSequence line) {
        int end = line.length() - 1;
        while (end > 0 && "\"'\u201D\u2019)]\uFF09\u3011".indexOf(line.charAt(end)) >= 0) {
            end--;
        }
        return ".!?:;\u3002\uFF1A\uFF1B".indexOf(line.charAt(end)) >= 0;
    }

    /** Whether two lines become one with a blank between: not if both sides are Chinese, or behind the dash of a range. */
    public static boolean needsBlank(CharSequence line, CharSequence next) {
        char last = line.charAt(line.length() - 1);
        char first = next.charAt(0);
        boolean chinese = Character.isIdeographic(last) && Character.isIdeographic(first);
        boolean range = (last == '-' || last == '\u2013') && Character.isLetterOrDigit(first);
        return !chinese && !range;
    }
}
