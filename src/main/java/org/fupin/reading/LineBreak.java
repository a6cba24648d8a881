package org.fupin.reading;

/** What the break between two lines of text means where nothing but the words is known. */
final class LineBreak {

    /** A line shorter than this was not broken because it was full. */
    private static final int FULL = 45;

    private LineBreak() {}

    /** Whether the sentence that {@code line} breaks off in goes on in {@code next}. */
    static boolean isInSentence(CharSequence line, CharSequence next) {
        if (line.length() == 0 || endsSentence(line)) {
            return false;
        }
        return Character.isLowerCase(next.charAt(0))
                || ",\u3001\uFF0C&".indexOf(line.charAt(line.length() - 1)) >= 0
                || line.length() >= FULL && Character.isLetterOrDigit(next.charAt(0));
    }

    /** Whether a line ends as sentences do, a quotation mark or bracket behind the stop included. */
    static boolean endsSentence(CharSequence line) {
        int end = line.length() - 1;
        while (end > 0 && "\"'\u201D\u2019)]\uFF09\u3011".indexOf(line.charAt(end)) >= 0) {
            end--;
        }
        return ".!?:;\u3002\uFF1A\uFF1B".indexOf(line.charAt(end)) >= 0;
    }

    /** Whether two lines become one with a blank between: not if both sides are Chinese, or behind the dash of a range. */
    static boolean needsBlank(CharSequence line, CharSequence next) {
        char last = line.charAt(line.length() - 1);
        char first = next.charAt(0);
        boolean chinese = Character.isIdeographic(last) && Character.isIdeographic(first);
        boolean range = (last == '-' || last == '\u2013') && Character.isLetterOrDigit(first);
        return !chinese && !range;
    }
}
