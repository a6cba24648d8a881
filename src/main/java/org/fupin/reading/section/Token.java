package org.fupin.reading.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.observation.Span;
import org.fupin.reading.text.Paragraphs;

/**
 * A word of a paragraph's beginning, with the marks that stick to it.
 *
 * @param gap what stands before it
 * @param core without quotes, brackets and punctuation at its ends, in lower case
 * @param coreBegin where the core begins in the text
 */
record Token(Span span, Gap gap, String core, int coreBegin) {

    /** What stands between a word and the one before. */
    enum Gap {
        /** Nothing: the last word of a heading grew together with the first of the sentence. */
        GLUE,
        SPACE,
        /** Two or more blanks, or no-break ones. */
        WIDE
    }

    /** The first words within {@code within}, at most {@code limit}; words that grew together are parted. */
    static List<Token> first(String text, Span within, int limit) {
        List<Token> tokens = new ArrayList<>();
        int i = within.begin();
        while (i < within.end() && tokens.size() < limit) {
            int blank = i;
            boolean noBreak = false;
            while (i < within.end() && Paragraphs.isBlank(text.charAt(i))) {
                noBreak |= text.charAt(i) == '\u00A0' || text.charAt(i) == '\u3000';
                i++;
            }
            Gap gap = i - blank > 1 || noBreak ? Gap.WIDE : Gap.SPACE;
            int begin = i;
            while (i < within.end() && !Paragraphs.isBlank(text.charAt(i))) {
                if (i > begin && isGlue(text, begin, i)) {
                    tokens.add(token(text, begin, i, gap));
                    gap = Gap.GLUE;
                    begin = i;
                }
                i++;
            }
            if (i > begin) {
                tokens.add(token(text, begin, i, gap));
            }
        }
        return tokens;
    }

    /** Whether a new word begins at {@code i} although no blank stands before it. */
    private static boolean isGlue(String text, int begin, int i) {
        char before = text.charAt(i - 1);
        char c = text.charAt(i);
        boolean wordBefore = Character.isLowerCase(before) && i - begin >= 3
                || (before == '"' || before == '\u201D' || before == ')') && i - begin >= 3;
        if (!wordBefore) {
            return false;
        }
        if (Character.isUpperCase(c)) {
            // "GreenTech" has no second word that a sentence can begin with; that is for the caller to judge.
            return before != '"' || i - begin >= 4;
        }
        return (Character.isDigit(c) || c == '\u201C') && Character.isLowerCase(before);
    }

    private static Token token(String text, int begin, int end, Gap gap) {
        int from = begin;
        int to = end;
        while (from < to
                && !Character.isLetterOrDigit(text.charAt(from))
                && "$\u00A5\uFFE5&".indexOf(text.charAt(from)) < 0) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1)) && text.charAt(to - 1) != '&') {
            to--;
        }
        String core = text.substring(from, to).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (core.endsWith("'s")) {
            core = core.substring(0, core.length() - 2);
        }
        return new Token(new Span(begin, end), gap, core, from);
    }

    boolean isCapital(String text) {
        return !core.isEmpty() && Character.isUpperCase(text.charAt(coreBegin));
    }

    boolean isNumber(String text) {
        return !core.isEmpty()
                && (Character.isDigit(text.charAt(coreBegin)) || "$\u00A5\uFFE5".indexOf(text.charAt(coreBegin)) >= 0);
    }

    boolean isLower(String text) {
        return !core.isEmpty() && Character.isLowerCase(text.charAt(coreBegin));
    }

    /** Whether an opening quote or bracket stands at its beginning. */
    boolean opensQuote(String text) {
        char c = text.charAt(span.begin());
        return c == '"' || c == '\u201C' || c == '\u2018' || c == '\u300A' || c == '\u300C';
    }

    /** The mark at its end, or a blank if it ends with a letter or digit. */
    char mark(String text) {
        char c = text.charAt(span.end() - 1);
        return Character.isLetterOrDigit(c) ? ' ' : c;
    }
}
