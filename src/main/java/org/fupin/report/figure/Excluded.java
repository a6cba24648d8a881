package org.fupin.report.figure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Span;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.Role;
import org.jspecify.annotations.Nullable;

/** What a sentence says that an amount does not comprise tells nothing of what the amount is, for whom it is or who gave it. */
public final class Excluded {

    /** Where it ends outside brackets: at a mark, a number or the verb of the sentence. */
    private static final Pattern END =
            Pattern.compile("[,;:()\\d]|\\b(?:was|were|is|are|has|had|have|reached|totaled|totalled)\\b");

    private static final Pattern BRACKETS = Pattern.compile("[^(),;:]*\\(([^()]+)\\)");

    private static final List<String> OPENERS = HeadlineWords.load().all().stream()
            .filter(rule -> rule.role() == Role.EXCLUSION)
            .flatMap(rule -> rule.words().stream())
            .toList();

    /** Most characters of a text begin none of them. */
    private static final String FIRST_LETTERS = OPENERS.stream()
            .map(words -> words.substring(0, 1))
            .distinct()
            .map(letter -> letter + letter.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());

    private Excluded() {}

    /**
     * What brackets behind a figure say that it does not comprise, as the source has it: "Not including loans"; empty if they do
     * not, or if a comma or another figure stands before them.
     */
    public static String behind(Figure figure, FigureIndex index) {
        SourceSentence sentence = figure.sentence();
        if (sentence == null) {
            return "";
        }
        int end = figure.observation().span().end() - sentence.span().begin();
        Figure next = index.figures().size() > figure.number() ? index.figures().get(figure.number()) : null;
        int to = next != null && next.sentence() == sentence
                ? next.observation().span().begin() - sentence.span().begin()
                : sentence.text().length();
        Matcher brackets = BRACKETS.matcher(sentence.text().substring(Math.min(end, to), to));
        if (!brackets.lookingAt()) {
            return "";
        }
        String said = brackets.group(1).strip();
        Span opener = opener(said, 0);
        return opener == null || opener.begin() > 0
                ? ""
                : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** The text with blanks for what it excludes, as long as it was; the words that exclude stay. */
    static String blanked(String text) {
        StringBuilder blanked = null;
        Span opener = opener(text, 0);
        while (opener != null) {
            blanked = blanked == null ? new StringBuilder(text) : blanked;
            int end = end(text, opener.begin(), opener.end());
            for (int i = opener.end(); i < end; i++) {
                blanked.setCharAt(i, ' ');
            }
            opener = opener(text, Math.max(end, opener.end()));
        }
        return blanked == null ? text : blanked.toString();
    }

    /** The first words that exclude, from a place on; null if there are none. */
    private static @Nullable Span opener(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (FIRST_LETTERS.indexOf(text.charAt(at)) < 0
                    || at > 0 && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
                continue;
            }
            for (String words : OPENERS) {
                if (text.regionMatches(true, at, words, 0, words.length())) {
                    return new Span(at, at + words.length());
                }
            }
        }
        return null;
    }

    private static int end(String text, int opener, int from) {
        int close = text.indexOf(')', opener);
        int open = text.indexOf('(', opener);
        if (close >= 0 && (open < 0 || open > close)) {
            return close;
        }
        Matcher end = END.matcher(text);
        return end.find(from) ? end.start() : text.length();
    }
}
