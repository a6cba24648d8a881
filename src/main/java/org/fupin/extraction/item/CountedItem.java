package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;

/** Words the item of a count: the noun with the modifiers and complements that identify it. */
final class CountedItem {

    /** A noun phrase of no more words says little: what is done with its things completes it. */
    private static final int SHORT = 3;

    private CountedItem() {}

    static String counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int end = ItemPhrases.clauseTo(sentence, mention.to - 1, sentence.gapEnd(figures, index));
        int from = mention.nounFrom;
        int to = mention.nounTo;
        if (to == from) {
            return AmountItem.named(mention, ItemPhrases.after(sentence, mention.to, end));
        }
        if (mention.nounBefore) {
            from = ItemPhrases.leftOf(sentence, from, sentence.clauseStart(from));
            int verb = Math.max(mention.lead - 1, to); // none stands between in "bridges 67"
            int until = Math.min(verb, Math.max(to, from + ItemPhrases.LONGEST));
            return tokens.raw(from, ItemPhrases.trimRight(sentence, from, until));
        }
        int limit = Math.min(end, from + ItemPhrases.LONGEST);
        to = behindList(sentence, to, limit);
        int complement = ItemPhrases.complement(sentence, to, limit);
        if (complement == to && to - from <= SHORT) {
            String told = told(sentence, mention, to, limit);
            String away = away(sentence, to, limit);
            return tokens.raw(from, to) + (told.isEmpty() ? ItemAgents.governed(sentence, figures, index, away) : told);
        }
        return tokens.raw(from, complement);
    }

    /** " were trained in the towns" without the auxiliary: what is told of the things counted, empty where nothing is. */
    private static String told(SentenceContext sentence, Mention mention, int to, int limit) {
        int verb = predicate(sentence, to, limit);
        Clause clause = sentence.structure().clauseAt(verb);
        int clauseTo = clause == null || clause.to() <= verb ? limit : Math.min(limit, clause.to());
        int until = ItemPhrases.trimRight(sentence, verb, Math.min(clauseTo, sentence.clauseEnd(verb)));
        // "people opened" of "people opened (or moved) shops" tells nothing, and "work of 30 people was done" tells of
        // work
        boolean cut =
                verb == to && until == verb + 1 && clause != null && clause.verbFrom() == verb && !clause.isPassive();
        boolean ofAnother =
                sentence.cueAt(CueType.OF, mention.lead - 1) && !sentence.cueAt(CueType.SUM, mention.lead - 2);
        return until > verb
                        && verb > to - 1
                        && ItemPhrases.isVerb(sentence, verb)
                        && !isPlain(sentence, verb)
                        && !cut
                        && !ofAnother
                ? " " + sentence.tokens.raw(verb, until)
                : "";
    }

    /** "helped 40 villages achieve the goal": what they were helped to do, not what was done with them. */
    private static boolean isPlain(SentenceContext sentence, int verb) {
        return !ItemPhrases.isPast(sentence, verb)
                && !sentence.tokens.norm[verb].endsWith("ed")
                && !sentence.cueAt(CueType.IRREGULAR_VERB, verb)
                && sentence.cueAt(CueType.ARTICLE, verb + 1);
    }

    /** " out of poverty" behind the things of a verb, else empty. */
    private static String away(SentenceContext sentence, int to, int limit) {
        int end = to;
        while (sentence.cueAt(CueType.PARTICLE, to) && end < limit && sentence.tokens.isWord(end) && end - to < SHORT) {
            end++;
        }
        return end - to == SHORT && sentence.cueAt(CueType.OF, to + 1) ? " " + sentence.tokens.raw(to, end) : "";
    }

    /** "wells, reservoirs and water cellars": one count of several things. */
    private static int behindList(SentenceContext sentence, int from, int limit) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (tokens.is(at, ",") || sentence.cueAt(CueType.CONJUNCTION, at)) {
            int to = at + 1;
            while (to < limit
                    && tokens.isWord(to)
                    && !sentence.cueAt(CueType.FUNCTION, to)
                    && !sentence.cueAt(CueType.VERB, to)) {
                to++;
            }
            if (to == at + 1 || !tokens.isPlural(to - 1)) {
                return from;
            }
            if (sentence.cueAt(CueType.CONJUNCTION, at)) {
                return to;
            }
            at = to;
        }
        return from;
    }

    /** Where a predicate behind a bare noun begins: "people [were] trained for X"; the end where it tells of another figure. */
    private static int predicate(SentenceContext sentence, int from, int limit) {
        int at = from;
        while (at < limit && (sentence.cueAt(CueType.AUXILIARY, at) || sentence.cueAt(CueType.RELATIVE, at))) {
            at++;
        }
        return sentence.cueAt(CueType.ITEM_VERB, at) || sentence.tokens.isNumber(at + 1) ? limit : at;
    }

    /** "farmer trainings for 50,000 person-times": what stands before; else what is behind. */
    static String timesCounted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int floor = ItemPhrases.clauseFrom(sentence, mention.lead, sentence.gapStart(figures, index));
        String before = ItemPhrases.before(sentence, mention.lead, floor, true);
        return before.isEmpty() ? ItemPhrases.after(sentence, mention.nounTo, sentence.gapEnd(figures, index)) : before;
    }
}
