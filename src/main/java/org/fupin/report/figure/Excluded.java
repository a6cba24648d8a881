package org.fupin.report.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.Role;

/** What a sentence says that an amount does not comprise tells nothing of what the amount is, for whom it is or who gave it. */
final class Excluded {

    /** Where it ends outside brackets: at a mark, a number or the verb of the sentence. */
    private static final Pattern END =
            Pattern.compile("[,;:()\\d]|\\b(?:was|were|is|are|has|had|have|reached|totaled|totalled)\\b");

    private static final Pattern OPENER = Pattern.compile(HeadlineWords.load().all().stream()
            .filter(rule -> rule.role() == Role.EXCLUSION)
            .flatMap(rule -> rule.words().stream())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?i)(?<![\\p{L}-])(?:", ")")));

    private Excluded() {}

    /** The text with blanks for what it excludes, as long as it was; the words that exclude stay. */
    static String blanked(String text) {
        Matcher opener = OPENER.matcher(text);
        StringBuilder blanked = null;
        int from = 0;
        while (opener.find(from)) {
            blanked = blanked == null ? new StringBuilder(text) : blanked;
            int end = end(text, opener.start(), opener.end());
            for (int i = opener.end(); i < end; i++) {
                blanked.setCharAt(i, ' ');
            }
            from = Math.max(end, opener.end());
        }
        return blanked == null ? text : blanked.toString();
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
