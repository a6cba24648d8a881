package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Measure;

/** Who did what with the things of an item: "households covered by projects", "relief funds allocated by the aiding units". */
final class ItemAgents {

    /** Most words of the thing that governs, in words. */
    static final int LONGEST_AGENT = 6;

    /** How far from its begin the subject of a sentence is looked for, in tokens. */
    static final int LONGEST_SUBJECT = 24;

    /** Most counts of a list that share a verb: bounds the work per figure. */
    static final int LONGEST_LIST = 12;

    private ItemAgents() {}

    /** " covered by contiguous development projects", or empty: the verb before the count and what it is said of. */
    static String governed(SentenceContext sentence, List<Mention> figures, int at) {
        int index = firstOfList(sentence, figures, at); // "covering 25 towns, 396 villages and 330,000 people"
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int verb = mention.lead - 1;
        while (verb >= 0 && (tokens.is(verb, "of") || tokens.is(verb, "total") || tokens.is(verb, "a"))) {
            verb--;
        }
        if (verb < 1 || !tokens.isWord(verb) || !sentence.cueAt(CueType.VERB, verb)) {
            return "";
        }
        String word = tokens.norm[verb];
        boolean gerund = word.endsWith("ing");
        if (!gerund && !word.endsWith("ed")) {
            return "";
        }
        String participle = gerund ? participle(sentence, verb) : word;
        String adverb = tokens.norm[verb - 1].endsWith("ly") ? tokens.norm[verb - 1] + " " : "";
        String agent = gerund ? agentBefore(sentence, figures, index, verb) : subject(sentence, figures, index, verb);
        return " " + adverb + participle + (agent.isEmpty() ? "" : " by " + agent);
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

    /** The participle of a gerund: "covering" is what others are "covered" by. */
    private static String participle(SentenceContext sentence, int gerund) {
        PhraseIndex.Hit<Lexicon.Cue> listed = sentence.cueBeginningAt(CueType.PARTICIPLE, gerund);
        String word = sentence.tokens.norm[gerund];
        return listed == null
                ? word.substring(0, word.length() - 3) + "ed"
                : listed.value().value();
    }

    /** What the clause before a gerund is about: the figure there, else the clause's subject. */
    private static String agentBefore(SentenceContext sentence, List<Mention> figures, int index, int verb) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention before = figures.get(i);
            if (before.isLevel() && before.noun != null && !before.nounBefore && before.to < verb && isAgent(before)) {
                return firstWords(sentence.tokens.raw(before.nounFrom, before.nounTo));
            }
        }
        return subject(sentence, figures, index, verb);
    }

    /**
     * "relief funds allocated by the aiding units" for "the aiding units allocated X of relief funds": what was done with
     * an amount that is named barely, and by whom; the item itself where no verb stands before the amount.
     */
    static String paid(SentenceContext sentence, List<Mention> figures, int index, String item) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        boolean money = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        boolean works = mention.measure == Measure.AREA
                || mention.measure == Measure.LENGTH
                || mention.measure == Measure.OUTPUT;
        if (!money && (!works || item.isEmpty())) {
            return item;
        }
        int verb = mention.nounBefore && mention.nounTo <= mention.lead ? mention.nounFrom - 1 : mention.lead - 1;
        int floor = Math.max(0, verb - LONGEST_AGENT);
        while (verb > floor
                && tokens.isWord(verb)
                && !sentence.cueAt(CueType.VERB, verb)
                && !(tokens.is(verb, "in") && tokens.is(verb - 1, "put"))) {
            verb--;
        }
        boolean putIn = tokens.is(verb, "in") && tokens.is(verb - 1, "put");
        verb = putIn ? verb - 1 : verb;
        if (verb < 0 || !tokens.isWord(verb) || !sentence.cueAt(CueType.VERB, verb)) {
            return item;
        }
        String word = tokens.norm[verb];
        boolean modal = tokens.is(verb - 1, "should") || tokens.is(verb - 1, "must") || tokens.is(verb - 1, "will");
        boolean participle = word.endsWith("ed") || putIn || word.equals("spent") || modal;
        if (!participle) {
            return item;
        }
        if (modal && !putIn && !word.endsWith("ed")) {
            word = word.endsWith("e") ? word + "d" : word + "ed";
        }
        boolean adverb = tokens.isWord(verb - 1) && tokens.norm[verb - 1].endsWith("ly");
        String agent = money ? subject(sentence, figures, index, adverb ? verb - 1 : verb) : "";
        if (money && agent.isEmpty()) {
            agent = subjectOfSentence(sentence, verb);
        }
        String paid = (adverb ? tokens.norm[verb - 1] + " " : "")
                + (putIn ? "put in" : word)
                + (agent.isEmpty() ? "" : " by " + agent);
        String head = item.isEmpty() ? mention.measure == Measure.LOANS ? "loans" : "funds" : item;
        String general = head.startsWith("funds") || head.startsWith("loans") ? head.substring(0, 5) : "";
        boolean purpose = head.startsWith("funds to ") || head.startsWith("funds for ");
        return purpose ? general + " " + paid + head.substring(5) : head + " " + paid;
    }

    /** "The aiding units sent 14 cadres and put in X": the noun phrase before the first verb of the sentence. */
    private static String subjectOfSentence(SentenceContext sentence, int before) {
        Tokens tokens = sentence.tokens;
        int limit = Math.min(before, LONGEST_SUBJECT);
        for (int verb = 1; verb < limit; verb++) {
            boolean finite =
                    tokens.isWord(verb) && sentence.cueAt(CueType.VERB, verb) && tokens.norm[verb].endsWith("ed")
                            || tokens.is(verb, "sent");
            if (!finite) {
                continue;
            }
            int from = sentence.clauseStart(verb);
            while (from < verb && (sentence.cueAt(CueType.FUNCTION, from) || !tokens.isWord(from))) {
                from++;
            }
            int end = verb;
            while (end > from && (sentence.cueAt(CueType.FUNCTION, end - 1) || tokens.norm[end - 1].endsWith("ly"))) {
                end--;
            }
            boolean named = end - from >= 2 && end - from <= LONGEST_AGENT;
            return named ? tokens.raw(from, end) : "";
        }
        return "";
    }

    /** What can cover or benefit people; places are where it happens, houses what they get. */
    private static boolean isAgent(Mention mention) {
        return switch (mention.noun.measure()) {
            case PROJECTS, ENTERPRISES, COOPERATIVES, ORGANISATIONS, COURSES -> true;
            default -> false;
        };
    }

    private static String subject(SentenceContext sentence, List<Mention> figures, int index, int verb) {
        Tokens tokens = sentence.tokens;
        int from = Math.max(sentence.clauseStart(verb - 1), sentence.gapStart(figures, index));
        int start = verb;
        while (start > from
                && tokens.isWord(start - 1)
                && verb - start < LONGEST_AGENT
                && !tokens.is(start - 1, "we")
                && !tokens.is(start - 1, "and")
                && !tokens.is(start - 1, "it")
                && !tokens.is(start - 1, "they")
                && !(sentence.cueAt(CueType.VERB, start - 1) && tokens.norm[start - 1].endsWith("ed"))) {
            start--;
        }
        while (start < verb && sentence.cueAt(CueType.FUNCTION, start)) {
            start++;
        }
        int end = verb;
        while (end > start && (sentence.cueAt(CueType.FUNCTION, end - 1) || tokens.norm[end - 1].endsWith("ly"))) {
            end--;
        }
        String agent = tokens.raw(start, end);
        // "the province", "the government" identify nothing
        return agent.indexOf(' ') < 0 ? "" : agent;
    }

    static String firstWords(String text) {
        String[] words = text.split(" ");
        return words.length <= LONGEST_AGENT
                ? text
                : String.join(" ", List.of(words).subList(words.length - LONGEST_AGENT, words.length));
    }
}
