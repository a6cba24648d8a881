package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Tokens;

/** Words the item of a count: the noun with the modifiers and complements that identify it. */
final class CountedItem {

    private CountedItem() {}

    static String counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int end = sentence.gapEnd(figures, index);
        if (mention.nounTo == mention.nounFrom) {
            String own = ItemPhrases.after(sentence, mention.to, end);
            return AmountItem.named(mention, own);
        }
        Tokens tokens = sentence.tokens;
        if (mention.nounBefore) {
            int from = ItemPhrases.leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
            int verb = Math.max(mention.lead - 1, mention.nounTo); // none stands between in "bridges 67"
            int until = Math.min(verb, Math.max(mention.nounTo, from + ItemPhrases.LONGEST));
            return tokens.raw(from, ItemPhrases.trimRight(sentence, from, until));
        }
        int to = behindKinds(sentence, listOfNouns(sentence, mention.nounTo, end), end);
        int complement = ItemPhrases.complement(sentence, to, Math.min(end, mention.nounFrom + ItemPhrases.LONGEST));
        if (tokens.is(to, "with") && tokens.is(complement, "of")) {
            complement = to; // "projects with an investment of X": that is told of the next figure
        }
        if (complement == to && to - mention.nounFrom <= 3) {
            int verb = predicate(sentence, to, Math.min(end, mention.nounFrom + ItemPhrases.LONGEST));
            int until = verb == to
                    ? to
                    : ItemPhrases.trimRight(
                            sentence,
                            verb,
                            Math.min(Math.min(end, sentence.clauseEnd(verb)), mention.nounFrom + ItemPhrases.LONGEST));
            if (until > verb) {
                return tokens.raw(mention.nounFrom, to) + " " + tokens.raw(verb, until);
            }
        }
        boolean purpose = complement > to && tokens.is(to, "to"); // "driving 2,200 farmers to earn more"
        if ((complement == to || purpose) && to - mention.nounFrom <= 2) {
            String governed = ItemAgents.governed(sentence, figures, index);
            String goal = purpose ? " " + tokens.raw(to, complement) : "";
            return tokens.raw(mention.nounFrom, to) + governed + goal;
        }
        boolean quotedFirst =
                tokens.is(mention.to, "\"") && sentence.quoted[mention.to] && mention.nounFrom > mention.to;
        return tokens.raw(quotedFirst ? mention.to : mention.nounFrom, complement);
    }

    /** "wells, reservoirs and water cellars": one count of several things. */
    private static int listOfNouns(SentenceContext sentence, int from, int end) {
        Tokens tokens = sentence.tokens;
        int at = from;
        int last = from;
        while (at < Math.min(end, from + 8)) {
            boolean joins = tokens.is(at, ",") || tokens.is(at, "and");
            if (joins) {
                int word = at + 1;
                while (word < end
                        && tokens.isWord(word)
                        && !sentence.cueAt(CueType.FUNCTION, word)
                        && !sentence.cueAt(CueType.VERB, word)) {
                    word++;
                }
                boolean plural = word > at + 1 && word < tokens.count && Lemma.isPlural(tokens.norm[word - 1]);
                if (!plural) {
                    break;
                }
                last = tokens.is(at, "and") ? word : last;
                if (tokens.is(at, "and")) {
                    return word;
                }
                at = word;
            } else {
                break;
            }
        }
        return last;
    }

    /** "key counties (cities, districts)": the kinds in brackets belong to the noun. */
    private static int behindKinds(SentenceContext sentence, int at, int end) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(at, "(")) {
            return at;
        }
        for (int i = at + 1; i < Math.min(end, at + ItemPhrases.LONGEST); i++) {
            if (tokens.is(i, ")")) {
                return i + 1;
            }
            if (!tokens.isWord(i) && !tokens.is(i, ",")) {
                return at;
            }
        }
        return at;
    }

    /** Where a predicate behind a bare noun begins: "people [were] trained for X"; {@code from} if there is none. */
    private static int predicate(SentenceContext sentence, int from, int limit) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (tokens.is(at, "were")
                || tokens.is(at, "was")
                || tokens.is(at, "who")
                || tokens.is(at, "that")
                || tokens.is(at, "had")
                || tokens.is(at, "have")
                || tokens.is(at, "been")) {
            at++;
        }
        boolean verb =
                at < limit && tokens.isWord(at) && (sentence.cueAt(CueType.VERB, at) || tokens.norm[at].endsWith("ed"));
        return verb && !tellsAmount(sentence, at) ? at : from;
    }

    /** "the 12 counties reached X", "grew by X": told of another figure. */
    private static boolean tellsAmount(SentenceContext sentence, int verb) {
        Tokens tokens = sentence.tokens;
        boolean reachesThing = tokens.is(verb, "reached") && tokens.is(verb + 1, "the");
        return sentence.cueAt(CueType.ITEM_VERB, verb) && !reachesThing
                || tokens.isNumber(verb + 1)
                || tokens.is(verb + 1, "by") && tokens.isNumber(verb + 2);
    }

    /** "farmer trainings for 50,000 person-times": what stands before; else what is behind. */
    static String timesCounted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        String before = ItemPhrases.before(sentence, mention.lead, sentence.gapStart(figures, index), true);
        return before.isEmpty() ? ItemPhrases.after(sentence, mention.nounTo, sentence.gapEnd(figures, index)) : before;
    }
}
