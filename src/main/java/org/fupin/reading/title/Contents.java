package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reading.title.Title.Strength;

/** Finds tables of contents, whose lines read as titles and begin nothing. */
public final class Contents {

    private static final Pattern HEADING =
            Pattern.compile("(?i)(?:table of )?contents|catalogue|index|\u76EE\u5F55|\u76EE\u9304|\u76EE\\s+\u5F55");

    /** A line of contents is shorter than this. */
    private static final int LONGEST_LINE = 160;

    private static final int MAX_LINES = 400;

    private Contents() {}

    /**
     * Marks the lines of tables of contents as the page's: from the heading to where a line comes again, or else to the last
     * title before the text.
     */
    public static void mark(String text, List<Span> paragraphs, boolean[] page, TitleFinder titles) {
        for (int i = 0; i < page.length; i++) {
            if (isHeading(text, paragraphs.get(i))) {
                int end = end(text, paragraphs, i + 1, titles);
                if (end > i + 1) {
                    for (int line = i; line < end; line++) {
                        page[line] = true;
                    }
                    i = end;
                }
            }
        }
    }

    private static boolean isHeading(String text, Span line) {
        return HEADING.matcher(text).region(line.begin(), line.end()).matches();
    }

    private static int end(String text, List<Span> paragraphs, int begin, TitleFinder titles) {
        List<Integer> starts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int at = begin;
        while (at < paragraphs.size() && at - begin < MAX_LINES && isLine(text, paragraphs.get(at))) {
            String entry = paragraphs.get(at).in(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
            if (seen.putIfAbsent(entry, at) != null && entry.length() > 8) {
                return at;
            }
            if (titles.at(text, paragraphs, at)
                    .filter(title -> title.strength() != Strength.BARE)
                    .isPresent()) {
                starts.add(at);
            }
            at++;
        }
        // No line came again: the last title begins the text, if there are some before it.
        return starts.size() > 1 ? starts.get(starts.size() - 1) : begin;
    }

    private static boolean isLine(String text, Span paragraph) {
        char last = text.charAt(paragraph.end() - 1);
        return paragraph.length() <= LONGEST_LINE
                && (".!?\u3002".indexOf(last) < 0 || paragraph.in(text).contains("..."));
    }
}
