package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Measure;

/** Who did what with the things of an item: "households covered by projects", "relief funds allocated by the aiding units". */
final class ItemAgents {

    /** Most words of the thing that governs, in words. */
    static final int LONGEST_AGENT = 6;

    /** Longest subject, in words: cut shorter it would name others. */
    private static final int LONGEST_SUBJECT = 10;

    /** Most counts of a list that share a verb: bounds the work per figure. */
    static final int LONGEST_LIST = 12;

    private static final String GERUND = "ing";
    private static final String PAST = "ed";
    private static final String ADVERB = "ly";
    private static final String BY = " by ";
    private static final String IN = "in";

    private ItemAgents() {}

    /**
     * " covered by contiguous development projects", or empty: the verb before the count and what it is said of.
     *
     * @param away what belongs to the verb and stands behind the count: " out of poverty"; else empty
     */
    static String governed(SentenceContext sentence, List<Mention> figures, int at, String away) {
        int index = firstOfList(sentence, figures, at); // "covering 25 towns, 396 villages and 330,000 people"
        int verb = figures.get(index).lead - 1;
        while (verb >= 0
                && !sentence.cueAt(CueType.PLACING, verb) // "were held in 12 towns": it is not the towns that were held
                && (sentence.cueAt(CueType.FUNCTION, verb) || sentence.cueAt(CueType.SUM, verb))
                && !(sentence.cueAt(CueType.VERB, verb) && ItemPhrases.isPast(sentence, verb))) {
            verb--;
        }
        // "was expanded from 5,000 people to 9,000 people": the people were not expanded
        if (verb < 1 || !sentence.cueAt(CueType.VERB, verb) || sentence.cueAt(CueType.FROM, verb + 1)) {
            return "";
        }
        String word = sentence.tokens.norm[verb];
        boolean gerund = word.endsWith(GERUND);
        if (!gerund && !word.endsWith(PAST)) {
            return "";
        }
        String adverb = sentence.tokens.norm[verb - 1];
        return (adverb.endsWith(ADVERB) ? " " + adverb : "") + " " + (gerund ? participle(sentence, verb) : word)
                + (away.isEmpty()
                        ? by(gerund ? agentBefore(sentence, figures, index, verb) : subject(sentence, verb))
                        : away);
    }

    private static String by(String agent) {
        return agent.isEmpty() ? "" : BY + agent;
    }

    /** The first of the counts that are listed up to this one: the verb stands before it. */
    static int firstOfList(SentenceContext sentence, List<Mention> figures, int at) {
        int index = at;
        while (index > 0
                && at - index < LONGEST_LIST
                && figures.get(index - 1).noun != null
                && sentence.isListed(figures.get(index - 1), figures.get(index))) {
            index--;
        }
        return index;
    }

    /** The participle of a gerund or a past: "covering" is what others are "covered" by, who "gave" something, by them it is "given". */
    private static String participle(SentenceContext sentence, int gerund) {
        PhraseIndex.Hit<Lexicon.Cue> listed = sentence.cueBeginningAt(CueType.PARTICIPLE, gerund);
        String word = sentence.tokens.norm[gerund];
        if (listed != null) {
            return listed.value().value();
        }
        return word.endsWith(GERUND) ? word.substring(0, word.length() - GERUND.length()) + PAST : word;
    }

    /** What the clause before a gerund is about: the figure there, else the clause's subject. */
    private static String agentBefore(SentenceContext sentence, List<Mention> figures, int index, int verb) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention before = figures.get(i);
            if (before.noun != null && isAgent(before)) {
                return lastWords(sentence, before.nounFrom, before.nounTo);
            }
        }
        return subject(sentence, verb);
    }

    /**
     * "relief funds allocated by the aiding units" for "the aiding units allocated X of relief funds": what was done with
     * an amount that is named barely, and by whom; the item itself where no verb stands before the amount.
     */
    static String paid(SentenceContext sentence, Mention mention, String item) {
        Tokens tokens = sentence.tokens;
        boolean money = AmountItem.isMoney(mention);
        boolean works = mention.measure == Measure.AREA || mention.measure == Measure.LENGTH;
        if (!money && (!works || item.isEmpty())) {
            return item;
        }
        String general = AmountItem.general(mention);
        // "the state invested X": what tells that it is money is the verb itself
        boolean unnamed = item.isEmpty() || item.equals(general.strip());
        boolean named = mention.nounBefore && !(unnamed && ItemPhrases.isVerb(sentence, mention.nounFrom));
        int verb = named ? mention.nounFrom - 1 : mention.nounBefore ? mention.nounFrom : mention.lead - 1;
        int floor = ItemPhrases.clauseFrom(sentence, mention.lead, Math.max(0, verb - LONGEST_AGENT));
        while (verb > floor && tokens.isWord(verb) && !sentence.cueAt(CueType.VERB, verb)) {
            verb--;
        }
        if (verb < 0 || !ItemPhrases.isPast(sentence, verb) || item.contains(tokens.norm[verb])) {
            return item;
        }
        if (sentence.cueAt(CueType.TO, verb + 1)) {
            return item; // "decided to invest X": not the amount was decided
        }
        String paid = participle(sentence, verb) + particle(sentence, verb) + by(money ? subject(sentence, verb) : "");
        boolean use = !general.isEmpty() && item.startsWith(general); // "funds for the work"
        return use
                ? general + paid + " " + item.substring(general.length())
                : (item.isEmpty() ? general : item + " ") + paid;
    }

    /** " in" of "put in X", which governs nothing. */
    private static String particle(SentenceContext sentence, int verb) {
        return sentence.cueAt(CueType.PHRASAL_IN, verb) && sentence.tokens.is(verb + 1, IN) ? " " + IN : "";
    }

    /** What can cover or benefit people; places are where it happens, houses what they get. */
    private static boolean isAgent(Mention mention) {
        return switch (mention.noun.measure()) {
            case PROJECTS, ENTERPRISES, COOPERATIVES, ORGANISATIONS, COURSES -> true;
            default -> false;
        };
    }

    /** The subject of a verb where it has more words than one: "the province", "the government" identify nothing. */
    private static String subject(SentenceContext sentence, int verb) {
        Clause clause = sentence.structure().clauseAt(verb);
        if (clause == null || clause.isPassive() || clause.subjectTo() > verb) {
            return "";
        }
        int from = ItemPhrases.skipFunction(sentence, clause.subjectFrom(), clause.subjectTo());
        int to = clause.subjectTo();
        while (to > from && isAdverb(sentence, to - 1)) {
            to--; // "the province actively": how it did it
        }
        boolean named = to - from > 1 && to - from <= LONGEST_SUBJECT && !sentence.tokens.isNumber(from - 1);
        for (int i = from; i < to; i++) {
            named &= sentence.tokens.isWord(i);
        }
        return named ? sentence.tokens.raw(from, to) : "";
    }

    private static boolean isAdverb(SentenceContext sentence, int at) {
        String word = sentence.tokens.norm[at];
        return word.endsWith(ADVERB) && !sentence.tokens.isCapitalised(at)
                || sentence.cueAt(CueType.CLAUSE_SUBJECT, at);
    }

    private static String lastWords(SentenceContext sentence, int from, int to) {
        int first = Math.max(from, to - LONGEST_AGENT);
        return sentence.tokens.raw(ItemPhrases.skipFunction(sentence, first, to), to);
    }
}
