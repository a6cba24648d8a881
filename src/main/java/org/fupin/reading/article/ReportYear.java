package org.fupin.reading.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.document.Sentence;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.jspecify.annotations.Nullable;

/**
 * The year that an article reports on: the one that most of its sentences speak of. "In 2012" at the beginning of a
 * sentence weighs most, but "in the year under report, 2012" decides; years of plan periods (2011-2020), in quoted or bracketed
 * titles of documents, years that something is planned for ("by 2020", "the plan for 2013") and dates that stand alone do not
 * count. Where nothing else does, the years of plans do, then the date of issue.
 */
final class ReportYear {

    private static final int AT_BEGINNING = 4;
    private static final int WITHIN = 1;
    private static final int UNDER_REPORT = 40;

    /** Words before a year that something is compared with: "more than in 2009", "up 5% over 2009". */
    private static final List<String> BASES =
            List.of("than in", "than", "over", "that of", "level of", "that in", "against", "compared with");

    /** Words behind a year that tell of what is to come. */
    private static final List<String> FUTURE = List.of(
            " will ",
            " plans to ",
            " plan to ",
            " intends ",
            " is to ",
            " are to ",
            " wants to ",
            " aims ",
            " strives ",
            " shall ",
            " is planned ",
            " are planned ",
            " is expected ",
            " are expected ",
            " foresees ",
            " foresee ",
            " envisages ");

    /** "the work plan for 2013", "targets of 2013": what is before the year makes it one to come. */
    private static final Pattern PLANNED_FOR = Pattern.compile(
            "\\b(?:plans?|planned|arrangements?|arranged|targets?|goals?|tasks?|budgets?|budgeted|outlook|priorities|preparations?|scheduled|expected"
                    + "|ideas|proposals?)\\s{1,2}(?:for|of|in|to)\\s{1,2}(?:the\\s{1,2}year\\s{1,2})?(?:of\\s{1,2})?$");

    private static final Pattern UNDER_REPORT_BEFORE = Pattern.compile(
            "\\b(?:under (?:report|review)|reported on|report(?:ing)? (?:year|period)|year (?:of|covered by) (?:this|the) report)[,:(\\s]{0,4}(?:(?:of|is|was|i\\.e\\.|namely)[,\\s]{0,3})?$");

    /** A date, after the name of a place or an office: a line under a title. */
    private static final Pattern DATE_LINE = Pattern.compile(
            "^(?:(?:[A-Z][\\p{L}']{0,24}+|on|of|the|dated?|issued|published|released)[\\s,.:(]{1,3}){0,8}"
                    + "\\(?(?:(?<month>[A-Z][a-z]{2,8})\\.?\\s{1,2}(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2})?(?:of\\s{1,2})?(?<year>(?:19|20)\\d\\d)"
                    + "|\\d{1,2}(?:st|nd|rd|th)?\\s{1,2}(?:of\\s{1,2})?(?<month2>[A-Z][a-z]{2,8}),?\\s{1,2}(?<year2>(?:19|20)\\d\\d)"
                    + "|(?<year3>(?:19|20)\\d\\d)[-/.](?<month3>\\d{1,2})(?:[-/.]\\d{1,2})?)\\)?\\.?$"
                    + "|^\\(?(?<year4>(?:19|20)\\d\\d)\\)?\\.?$");

    private static final Pattern LAST_YEAR = Pattern.compile("\\b(?:last|past|previous|preceding) year\\b");

    private static final Pattern THIS_YEAR = Pattern.compile("\\bthis year\\b");

    /** A report that is issued in the first months of a year is on the one before. */
    private static final int LATE_MONTHS = 4;

    private static final int LONGEST_DATE_LINE = 90;

    private static final int UNKNOWN = -2;

    private static final int EARLIEST = 1980;
    private static final int LATEST = 2099;

    private final ReadingWords words;

    ReportYear(ReadingWords words) {
        this.words = words;
    }

    /**
     * The year of an article.
     *
     * @param year 0 if nothing tells it
     * @param basis what it rests on where it is no sentence about it: "a date", "a plan"; else empty
     */
    record Told(int year, String basis) {}

    /** The year, 0 if no sentence speaks of one. Of two that are spoken of as often, the later one. */
    int of(Iterable<Sentence> sentences) {
        return told(sentences, List.of(), List.of()).year();
    }

    /**
     * The year, and what it rests on.
     *
     * @param sentences of what the report is about
     * @param plans sentences of sections about what is to come
     * @param around lines of the page around the text, which may have a date
     */
    Told told(Iterable<Sentence> sentences, Iterable<Sentence> plans, Iterable<String> around) {
        Map<Integer, Integer> votes = new TreeMap<>();
        Map<Integer, Integer> future = new TreeMap<>();
        List<Matcher> dates = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher date = date(sentence.text());
            if (date != null) {
                dates.add(date);
            } else {
                vote(sentence.text(), votes, future);
            }
        }
        for (Sentence sentence : plans) {
            vote(sentence.text(), future, future);
        }
        for (String line : around) {
            Matcher date = date(line);
            if (date != null) {
                dates.add(date);
            }
        }
        if (!votes.isEmpty()) {
            return new Told(most(votes), "");
        }
        if (!future.isEmpty()) {
            return new Told(most(future), "what is planned");
        }
        return dates.isEmpty()
                ? new Told(0, "")
                : issued(dates.get(0), speakOf(sentences, LAST_YEAR), speakOf(sentences, THIS_YEAR));
    }

    /** A line that is a date; null for any other. */
    private static @Nullable Matcher date(String line) {
        if (line.length() > LONGEST_DATE_LINE || line.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        Matcher date = DATE_LINE.matcher(line);
        return date.matches() ? date : null;
    }

    /** Whether a sentence that is no date has the words. */
    private static boolean speakOf(Iterable<Sentence> sentences, Pattern words) {
        for (Sentence sentence : sentences) {
            if (words.matcher(sentence.text().toLowerCase(Locale.ROOT)).find() && date(sentence.text()) == null) {
                return true;
            }
        }
        return false;
    }

    private static Told issued(Matcher date, boolean last, boolean current) {
        String year = firstOf(date, "year", "year2", "year3", "year4");
        String month = firstOf(date, "month", "month2", "month3");
        int issued = Integer.parseInt(year);
        boolean early = !month.isEmpty() && monthOf(month) > 0 && monthOf(month) < LATE_MONTHS;
        boolean before = last && !current || early && !current;
        return new Told(
                before ? issued - 1 : issued, "the date \"" + date.group().strip() + "\"");
    }

    /** 1 for January; 0 for no month. */
    private static int monthOf(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return Integer.parseInt(name);
        }
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
                        .indexOf(start)
                + 1;
    }

    private static String firstOf(Matcher matcher, String... groups) {
        for (String group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static int most(Map<Integer, Integer> votes) {
        int best = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            if (vote.getValue() >= most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    private void vote(String text, Map<Integer, Integer> votes, Map<Integer, Integer> future) {
        int quotes = 0;
        int brackets = 0;
        boolean straight = false;
        int lastFuture = UNKNOWN; // looked up once, not again behind each year
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u201C', '\u300A' -> quotes++;
                case '\u201D', '\u300B' -> quotes = Math.max(0, quotes - 1);
                case '"' -> straight = !straight;
                case '(', '[', '\uFF08' -> brackets++;
                case ')', ']', '\uFF09' -> brackets = Math.max(0, brackets - 1);
                default -> {}
            }
            if (!Character.isDigit(c) || i > 0 && isNumeric(text.charAt(i - 1))) {
                continue;
            }
            int end = i;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            boolean underReport = quotes == 0
                    && end - i == 4
                    && UNDER_REPORT_BEFORE.matcher(before(text, i)).find();
            if (end - i == 4 && quotes == 0 && !straight && brackets == 0 || underReport) {
                int year = Integer.parseInt(text.substring(i, end));
                if (year >= EARLIEST && year <= LATEST) {
                    int weight = underReport ? UNDER_REPORT : weight(text, i, end);
                    if (weight > 0) {
                        lastFuture = lastFuture == UNKNOWN ? lastFuture(text) : lastFuture;
                        int told = isBase(text, i) ? year + 1 : year; // most are compared with the year before
                        boolean toCome = !underReport
                                && (lastFuture >= end
                                        || PLANNED_FOR.matcher(before(text, i)).find());
                        (toCome ? future : votes).merge(told, weight, Integer::sum);
                    }
                }
            }
            i = end - 1;
        }
    }

    private static int lastFuture(String text) {
        int last = -1;
        for (String words : FUTURE) {
            last = Math.max(last, text.lastIndexOf(words));
        }
        return last;
    }

    private static boolean isNumeric(char c) {
        return Character.isDigit(c) || c == '.' || c == ',' || c == '-' || c == '\u2013' || c == '$';
    }

    private int weight(String text, int begin, int end) {
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean digitNext = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        // "2011-2015", "2011.5", "2011,000": a plan period or another number.
        if (digitNext && "-\u2013\u2014~.,".indexOf(after) >= 0 || after == '%') {
            return 0;
        }
        if (words.is(Part.COUNTED, wordAfter(text, end))) {
            return 0;
        }
        String before =
                text.substring(Math.max(0, begin - 10), begin).stripTrailing().toLowerCase(Locale.ROOT);
        if (before.endsWith("by") || before.endsWith("before") || before.endsWith("until")) {
            return 0;
        }
        if (before.endsWith("since") || before.endsWith("from") || before.endsWith("between")) {
            return 0;
        }
        boolean first = begin <= 3 && (begin == 0 || before.endsWith("in"));
        return first ? AT_BEGINNING : WITHIN;
    }

    private static String before(String text, int begin) {
        return text.substring(Math.max(0, begin - 48), begin).toLowerCase(Locale.ROOT);
    }

    private static boolean isBase(String text, int begin) {
        String before =
                text.substring(Math.max(0, begin - 10), begin).stripTrailing().toLowerCase(Locale.ROOT);
        return BASES.stream().anyMatch(before::endsWith);
    }

    private static String wordAfter(String text, int end) {
        int from = end;
        while (from < text.length() && Paragraphs.isBlank(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
