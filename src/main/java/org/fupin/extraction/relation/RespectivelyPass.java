package org.fupin.extraction.relation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;

/**
 * Shares out what "respectively" pairs: "A and B invested X and Y respectively" gives the first figure the first subject,
 * "in 2010 and 2011, X and Y respectively" the first year. Later passes read payer, place, status and measure off the
 * subject that a figure has of its own.
 */
public final class RespectivelyPass implements Pass {

    /** Rule of a figure that has a subject of its own in a list. */
    private static final String SUBJECT = "subject-respectively";

    /** Most tokens between the word and the figures that it is said of, and most figures of a list. */
    private static final int NEAR = 6;

    /** Longest list of subjects, in tokens: bounds the work per word. */
    private static final int LONGEST = 60;

    @Override
    public String name() {
        return CueType.RESPECTIVELY.code();
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (Hit<Cue> cue : sentence.cues(CueType.RESPECTIVELY)) {
            share(sentence, figures, cue);
        }
        for (int first = 0; first < figures.size(); first = listEnd(sentence, figures, first) + 1) {
            shareYears(sentence, figures.subList(first, listEnd(sentence, figures, first) + 1));
        }
    }

    private static void share(SentenceContext sentence, List<Mention> figures, Hit<Cue> cue) {
        int first = Sorted.firstFrom(figures, figure -> figure.from, cue.end());
        int last = first - 1;
        boolean follows = first < figures.size()
                && figures.get(first).lead - cue.end() <= NEAR
                && sentence.clauseEnd(cue.end()) >= figures.get(first).lead;
        if (follows) {
            last = listEnd(sentence, figures, first);
        } else if (last >= 0 && cue.begin() - figures.get(last).to <= NEAR) {
            first = last;
            while (first > 0 && isList(sentence, figures.get(first - 1), figures.get(first))) {
                first--;
            }
        }
        List<Mention> list = figures.subList(Math.min(first, last + 1), last + 1);
        if (!isShared(sentence, list)) {
            return;
        }
        int floor = first == 0 ? 0 : figures.get(first - 1).to;
        int end = follows ? cue.begin() : verbBefore(sentence, list.get(0).lead, floor);
        Deque<int[]> subjects = subjects(sentence, Math.max(floor, end - LONGEST), end, list.size());
        List<Mention> years = years(sentence, list.get(0).lead, list.size());
        if (years.size() < list.size()) {
            years = yearsBehind(sentence, list);
        }
        for (Mention mention : list) {
            if (subjects.size() > 0) {
                mention.subjectFrom = subjects.getFirst()[0];
                mention.subjectTo = subjects.removeFirst()[1];
                mention.rules.add(SUBJECT, mention.subjectFrom, mention.subjectTo);
            }
        }
        date(list, years);
    }

    /** "The output in 2011 and 2012 was X and Y": as many like amounts as years before them, with no other list between. */
    private static void shareYears(SentenceContext sentence, List<Mention> list) {
        if (isShared(sentence, list) && list.get(0).sharedPeriod == null) {
            List<Mention> years = years(sentence, list.get(0).lead, list.size() + 1);
            boolean before = years.size() == list.size() && isNextList(sentence, years, list.get(0));
            date(list, before ? years : yearsBehind(sentence, list));
        }
    }

    private static void date(List<Mention> list, List<Mention> years) {
        for (int i = 0; i < list.size() && years.size() == list.size(); i++) {
            list.get(i).sharedPeriod = years.get(i).year();
        }
    }

    /** Whether neither another list nor another clause but the opening one stands between years and figures. */
    private static boolean isNextList(SentenceContext sentence, List<Mention> years, Mention first) {
        int from = years.get(0).from;
        int behind = years.get(years.size() - 1).to;
        if (!sentence.cueAt(CueType.TIME_BEFORE, from - 1)) {
            return false;
        }
        for (int i = Math.max(sentence.clauseStart(from - 1), from - LONGEST); i < first.lead; i++) {
            if ((i < from || i >= behind) && isSeparator(sentence, i) && (i != behind || !sentence.tokens.is(i, ","))) {
                return false;
            }
        }
        return first.lead - behind <= 2 * NEAR;
    }

    private static int listEnd(SentenceContext sentence, List<Mention> figures, int first) {
        int last = first;
        while (last + 1 < figures.size() && isList(sentence, figures.get(last), figures.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isList(SentenceContext sentence, Mention left, Mention right) {
        return Objects.equals(left.unit, right.unit) && sentence.isListed(left, right);
    }

    /** Not "respectively up 12% and 9%": those describe levels, subjects are the levels'. */
    private static boolean isShared(SentenceContext sentence, List<Mention> list) {
        if (list.size() < 2 || list.size() > NEAR) {
            return false;
        }
        int to = list.get(0).lead;
        int from = Math.max(0, to - NEAR / 2);
        return !sentence.hasCue(CueType.UP, from, to)
                && !sentence.hasCue(CueType.DOWN, from, to)
                && !sentence.hasCue(CueType.SHARE, from, to)
                && !sentence.hasCue(CueType.COMPLETION_VERB, from, to);
    }

    /** Where the subjects end that stand before the verb of a list: "A and B | were X and Y respectively". */
    private static int verbBefore(SentenceContext sentence, int lead, int floor) {
        for (int at = lead - 1; at >= Math.max(floor, lead - NEAR - 1); at--) {
            if (sentence.cueAt(CueType.VERB, at) || sentence.cueAt(CueType.LINKING_VERB, at)) {
                return at;
            }
        }
        return floor;
    }

    private static boolean isSeparator(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        return tokens.is(at, ",") || tokens.is(at, ";") || sentence.cueAt(CueType.CONJUNCTION, at);
    }

    /** The last noun phrases of a list, as many as wanted, or none if there are fewer. */
    private static Deque<int[]> subjects(SentenceContext sentence, int from, int to, int wanted) {
        Deque<int[]> subjects = new ArrayDeque<>();
        int end = to;
        for (int at = to - 1; at >= from - 1 && subjects.size() < wanted; at--) {
            if (at < from || isSeparator(sentence, at)) {
                int begin = at + 1;
                while (begin < end && sentence.cueAt(CueType.ARTICLE, begin)) {
                    begin++;
                }
                if (begin < end) {
                    subjects.addFirst(new int[] {begin, end});
                }
                if (sentence.tokens.is(at, ";")) {
                    break;
                }
                end = at;
            }
        }
        return subjects.size() == wanted ? subjects : new ArrayDeque<>();
    }

    /** The years that stand as a list right behind the figures, as many as there are figures, else none: "X and Y in 2010 and 2011". */
    private static List<Mention> yearsBehind(SentenceContext sentence, List<Mention> list) {
        int behind = list.get(list.size() - 1).behindNoun();
        Hit<Cue> preposition = sentence.cueBeginningAt(CueType.TIME_BEFORE, behind);
        if (preposition == null) {
            return List.of();
        }
        int first = Sorted.firstFrom(sentence.mentions, mention -> mention.from, preposition.end());
        int last = first + list.size();
        if (last > sentence.mentions.size() || sentence.mentions.get(first).from > preposition.end()) {
            return List.of();
        }
        List<Mention> years = years(sentence, sentence.mentions.get(last - 1).to, list.size() + 1);
        return years.size() == list.size() && years.get(0).from == preposition.end() ? years : List.of();
    }

    /** The years that stand as a list before the token, at most so many: "in 2010, 2011 and 2012". */
    private static List<Mention> years(SentenceContext sentence, int end, int most) {
        LinkedList<Mention> years = new LinkedList<>();
        int index = Sorted.firstFrom(sentence.mentions, mention -> mention.from, end) - 1;
        for (; index >= 0 && years.size() < most; index--) {
            Mention mention = sentence.mentions.get(index);
            if (mention.year() == null || years.size() > 0 && !sentence.isListed(mention, years.getFirst())) {
                break;
            }
            years.addFirst(mention);
        }
        return years;
    }
}
