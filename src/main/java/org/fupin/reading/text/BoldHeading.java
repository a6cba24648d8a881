package org.fupin.reading.text;

/** Bold words at the beginning of a block are a heading where they are short and a sentence begins behind them. */
public final class BoldHeading {

    /** How much behind bold words is looked at, in characters. */
    public static final int BEHIND = 40;

    private static final int MAX_LENGTH = 130;

    private BoldHeading() {}

    /** Whether bold words may be a heading, by themselves. */
    public static boolean mayBe(String bold) {
        String words = bold.strip();
        return !words.isEmpty() && words.length() <= MAX_LENGTH && !words.endsWith(".") && !words.endsWith(",");
    }

    /** Whether {@code after}, the text behind bold words, is none or begins a sentence. */
    public static boolean isFollowedBySentence(String after) {
        String text = after.replace('\u00A0', ' ').strip();
        return text.isEmpty()
                || Character.isUpperCase(text.charAt(0))
                || Character.isDigit(text.charAt(0))
                || text.charAt(0) == '\u201C';
    }
}
