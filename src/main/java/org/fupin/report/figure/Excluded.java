package org.fupin.report.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.Role;
import org.jspecify.annotations.Nullable;

/** What a sentence says that an amount does not comprise tells nothing of what the amount is, for whom it is or who gave it. */
final class Excluded {

    /** Where it ends outside brackets: at a mark, a number or the verb of the sentence. */
    private static final Pattern END =
            Pattern.compile("[,;:()\\d]|\\b(?:was|were|is|are|has|had|have|reached|totaled|totalled)\\b");

    private static final List<String> OPENERS = HeadlineWords.load().all().stream()
            .filter(rule -> rule.role() == Role.EXCLUSION)
            .flatMap(rule -> rule.words().stream())
            .toList();

    private Excluded() {}

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
            if (at > 0 && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
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
