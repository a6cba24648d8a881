package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
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
        int end = sentence.gapEnd(figures, index);
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
            int verb = predicate(sentence, to, limit);
            int until = ItemPhrases.trimRight(sentence, verb, Math.min(limit, sentence.clauseEnd(verb)));
            return until > verb && verb > to - 1 && ItemPhrases.isVerb(sentence, verb)
                    ? tokens.raw(from, to) + " " + tokens.raw(verb, until)
                    : tokens.raw(from, to) + ItemAgents.governed(sentence, figures, index);
        }
        return tokens.raw(from, complement);
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
        String before = ItemPhrases.before(sentence, mention.lead, sentence.gapStart(figures, index), true);
        return before.isEmpty() ? ItemPhrases.after(sentence, mention.nounTo, sentence.gapEnd(figures, index)) : before;
    }
}
