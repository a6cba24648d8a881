package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * The years that a title names: of two years next to each other ("2011-2012", "2011 and 2012") the later one is reported on; a
 * longer period ("2011-2020") says nothing of the year, nor does the year that a plan is for.
 *
 * @param year the year reported on, 0 if the title does not say
 * @param from the first of several years, {@code year} where it is one
 * @param spans where they stand in the line
 */
public record TitleYears(int year, int from, List<Span> spans) {

    static final TitleYears NONE = new TitleYears(0, 0, List.of());

    private static final Pattern PERIOD = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)(?:\\s{0,2}[-\u2013\u2014~/]\\s{0,2}((?:19|20)\\d\\d|\\d\\d)|\\s{1,2}(?:to|and|&)\\s{1,2}((?:19|20)\\d\\d))?(?!\\d)");

    private static final Pattern WORD_BEFORE =
            Pattern.compile("(\\p{L}{1,20})(?:\\s{1,2}(?:for|in|of|to|on|the|year)){0,3}[\\s(]{0,3}$");

    private static final Pattern WORDS_AFTER =
            Pattern.compile("^['\u2019s\\s]{0,4}(\\p{L}{1,20}+)(?:\\s{1,2}(\\p{L}{1,20}+))?");

    public TitleYears {
        spans = List.copyOf(spans);
    }

    /** Whether the title names two years, of which the later one is taken. */
    public boolean isDouble() {
        return year != from;
    }

    static TitleYears in(String line, ReadingWords words) {
        List<Span> spans = new ArrayList<>();
        int year = 0;
        int from = 0;
        int planned = 0;
        Matcher matcher = PERIOD.matcher(line);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
            int first = Integer.parseInt(matcher.group(1));
            String end = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            int last = end == null
                    ? first
                    : Integer.parseInt(end.length() == 2 ? matcher.group(1).substring(0, 2) + end : end);
            if (last < first || last - first > 1) {
                continue;
            }
            if (isPlanned(line, matcher.start(), matcher.end(), words)) {
                planned = last;
            } else if (last > year) {
                year = last;
                from = first;
            }
        }
        return year == 0 && planned != 0 && spans.size() == 1
                ? new TitleYears(0, 0, spans)
                : new TitleYears(year, from, spans);
    }

    private static boolean isPlanned(String line, int begin, int end, ReadingWords words) {
        Matcher before = WORD_BEFORE.matcher(line.substring(Math.max(0, begin - 40), begin));
        if (before.find() && words.is(Part.TITLE_PLAN, before.group(1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        Matcher after = WORDS_AFTER.matcher(line.substring(end));
        if (!after.find()) {
            return false;
        }
        String one = after.group(1).toLowerCase(Locale.ROOT);
        String two = after.group(2) == null ? "" : after.group(2).toLowerCase(Locale.ROOT);
        return words.is(Part.TITLE_PLAN, one) || one.equals("work") && words.is(Part.TITLE_PLAN, two);
    }
}
