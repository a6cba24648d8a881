package org.fupin.extraction.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Period;

/**
 * Shares out what "respectively" pairs: "A and B invested X and Y respectively" gives the first figure the first subject,
 * "in 2010 and 2011, X and Y respectively" the first year. Later passes read payer, place, status and measure off the
 * subject that a figure has of its own.
 */
public final class RespectivelyPass implements Pass {

    /** Rule of a figure that has a subject of its own in a list. */
    static final String SUBJECT = "subject:respectively";

    /** Most tokens between the word and the figures that it is said of. */
    private static final int NEAR = 6;

    /** Longest list of subjects, in tokens: bounds the work per word. */
    private static final int LONGEST = 60;

    @Override
    public String name() {
        return "respectively";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        Hit<Cue> cue = sentence.firstCue(CueType.RESPECTIVELY, 0, sentence.tokens.count);
        while (cue != null) {
            share(sentence, figures, cue);
            cue = sentence.firstCue(CueType.RESPECTIVELY, cue.end(), sentence.tokens.count);
        }
        shareYears(sentence, figures);
    }

    /** "The output in 2011 and 2012 was X and Y": as many like amounts as years before them, with no other list between. */
    private static void shareYears(SentenceContext sentence, List<Mention> figures) {
        for (int first = 0; first + 1 < figures.size(); first++) {
            int last = listEnd(sentence, figures, first);
            int listed = last - first + 1;
            Mention mention = figures.get(first);
            if (listed < 2 || listed > NEAR || mention.sharedPeriod != null || isChange(sentence, mention)) {
                first = last;
                continue;
            }
            List<Mention> years = yearMentions(sentence, mention.lead, listed + 1);
            if (years.size() == listed && isNextList(sentence, years, mention)) {
                for (int i = 0; i < listed; i++) {
                    figures.get(first + i).sharedPeriod = Period.ofYear(yearOf(sentence, years.get(i)));
                }
            }
            first = last;
        }
    }

    /** Whether neither another list nor another clause but the opening one stands between years and figures. */
    private static boolean isNextList(SentenceContext sentence, List<Mention> years, Mention first) {
        Tokens tokens = sentence.tokens;
        int behind = years.get(years.size() - 1).to;
        int before = years.get(0).from - 1;
        if (!tokens.is(before, "in") && !tokens.is(before, "for") && !tokens.is(before, "years")) {
            return false;
        }
        int start = Math.max(sentence.clauseStart(before), before - LONGEST);
        for (int i = start; i < first.lead; i++) {
            boolean inYears = i >= years.get(0).from && i < behind;
            boolean parts = tokens.is(i, "and") || tokens.is(i, ";") || tokens.is(i, ",") && i != behind;
            if (!inYears && parts) {
                return false;
            }
        }
        return first.lead - behind <= 2 * NEAR;
    }

    private static void share(SentenceContext sentence, List<Mention> figures, Hit<Cue> cue) {
        int behind = Sorted.firstFrom(figures, figure -> figure.from, cue.end());
        int first = behind;
        int last = listEnd(sentence, figures, first);
        boolean follows = behind < figures.size()
                && figures.get(behind).lead - cue.end() <= NEAR
                && sentence.clauseEnd(cue.end()) >= figures.get(behind).lead;
        if (!follows) {
            last = behind - 1;
            if (last < 0 || cue.begin() - figures.get(last).to > NEAR) {
                return;
            }
            first = last;
            while (first > 0 && isList(sentence, figures.get(first - 1), figures.get(first))) {
                first--;
            }
        }
        int listed = last - first + 1;
        if (listed < 2 || listed > NEAR || isChange(sentence, figures.get(first))) {
            return;
        }
        int floor = first == 0 ? 0 : figures.get(first - 1).to;
        int end = follows ? cue.begin() : verbBefore(sentence, figures.get(first), floor);
        List<int[]> subjects = subjects(sentence, Math.max(floor, end - LONGEST), end, listed);
        for (int i = 0; i < subjects.size(); i++) {
            Mention mention = figures.get(first + i);
            mention.subjectFrom = subjects.get(i)[0];
            mention.subjectTo = subjects.get(i)[1];
            mention.rules.add(SUBJECT, mention.subjectFrom, mention.subjectTo);
        }
        List<Integer> years = years(sentence, figures.get(first).lead, listed);
        for (int i = 0; i < years.size(); i++) {
            figures.get(first + i).sharedPeriod = Period.ofYear(years.get(i));
        }
    }

    private static int listEnd(SentenceContext sentence, List<Mention> figures, int first) {
        int last = first;
        while (last + 1 < figures.size() && isList(sentence, figures.get(last), figures.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isList(SentenceContext sentence, Mention left, Mention right) {
        boolean same = left.unit == null ? right.unit == null : left.unit.equals(right.unit);
        return same && sentence.isListed(left, right);
    }

    /** "respectively up 12% and 9%", "an increase of 400 and 520 yuan": those describe levels, subjects are the levels'. */
    private static boolean isChange(SentenceContext sentence, Mention first) {
        int from = Math.max(0, first.lead - 3);
        return sentence.tokens.is(first.lead - 1, "by")
                || sentence.hasCue(CueType.UP, from, first.lead)
                || sentence.hasCue(CueType.DOWN, from, first.lead)
                || sentence.hasCue(CueType.SHARE, from, first.lead)
                || sentence.hasCue(CueType.COMPLETION_VERB, from, first.lead);
    }

    /** Where the subjects end that stand before the verb of a list: "A and B | were X and Y respectively". */
    private static int verbBefore(SentenceContext sentence, Mention first, int floor) {
        int at = first.lead - 1;
        while (at > floor && first.lead - at <= NEAR && !sentence.cueAt(CueType.VERB, at) && !isLink(sentence, at)) {
            at--;
        }
        return sentence.cueAt(CueType.VERB, at) || isLink(sentence, at) ? at : floor;
    }

    private static boolean isLink(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.LINKING_VERB, at);
    }

    /** The last noun phrases of a list, as many as wanted, or none if there are fewer. */
    private static List<int[]> subjects(SentenceContext sentence, int from, int to, int wanted) {
        Tokens tokens = sentence.tokens;
        Deque<int[]> subjects = new ArrayDeque<>();
        int end = to;
        for (int at = to - 1; at >= from && subjects.size() < wanted; at--) {
            boolean separator = tokens.is(at, ",") || tokens.is(at, "and") || tokens.is(at, ";");
            if (separator || at == from) {
                int begin = separator ? at + 1 : at;
                while (begin < end && (tokens.is(begin, "the") || tokens.is(begin, "and"))) {
                    begin++;
                }
                if (begin < end) {
                    subjects.addFirst(new int[] {begin, end});
                }
                end = at;
                if (tokens.is(at, ";")) {
                    break;
                }
            }
        }
        return subjects.size() == wanted ? List.copyOf(subjects) : List.of();
    }

    /** The years of a list before the figures, as many as wanted, or none: "in 2010, 2011 and 2012". */
    private static List<Integer> years(SentenceContext sentence, int end, int wanted) {
        List<Mention> years = yearMentions(sentence, end, wanted);
        return years.size() == wanted
                ? years.stream().map(year -> yearOf(sentence, year)).toList()
                : List.of();
    }

    private static int yearOf(SentenceContext sentence, Mention year) {
        return Integer.parseInt(sentence.tokens.norm[year.firstNumber]);
    }

    /** The years that stand as a list before the token, at most so many. */
    private static List<Mention> yearMentions(SentenceContext sentence, int end, int most) {
        int index = Sorted.firstFrom(sentence.mentions, mention -> mention.from, end) - 1;
        List<Mention> years = new ArrayList<>();
        Mention next = null;
        for (int i = index; i >= Math.max(0, index - 2 * NEAR) && years.size() < most; i--) {
            Mention mention = sentence.mentions.get(i);
            boolean year = mention.leftOut == LeftOutReason.DATE
                    && !mention.isRange
                    && DigitString.isYear(sentence.tokens.norm[mention.firstNumber]);
            if (!year || next != null && !sentence.isListed(mention, next)) {
                break;
            }
            years.add(0, mention);
            next = mention;
        }
        return years;
    }
}
