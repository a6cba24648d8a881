package org.fupin.extraction;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;

/**
 * What identifies an item that its own noun phrase leaves bare: "households" are those covered by the projects named
 * before them, "funds" those of the section's heading.
 */
final class ItemContext {

    /** Longest heading that is added, in words. */
    private static final int LONGEST_HEADING = 8;

    /** Most words of the thing that governs, in words. */
    private static final int LONGEST_AGENT = 6;

    /** How far from its begin the subject of a sentence is looked for, in tokens. */
    private static final int LONGEST_SUBJECT = 24;

    /** Most counts of a list that share a verb: bounds the work per figure. */
    private static final int LONGEST_LIST = 12;

    private ItemContext() {}

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
    private static int firstOfList(SentenceContext sentence, List<Mention> figures, int at) {
        int index = at;
        while (index > 0
                && at - index < LONGEST_LIST
                && figures.get(index - 1).noun != null
                && KindPass.isListed(sentence, figures.get(index - 1), figures.get(index))) {
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

    /**
     * " (pilot reform of the Rain Plan)" for "launched the pilot reform of the Rain Plan in 13 counties": what was done
     * there or for them; empty if nothing stands before the count's preposition.
     */
    static String circumstance(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int first = firstOfList(sentence, figures, index);
        Mention mention = figures.get(first);
        int end = tokens.is(mention.lead - 1, "the") ? mention.lead - 2 : mention.lead - 1;
        boolean ofPlaces = tokens.is(end, "of")
                && mention.noun != null
                && mention.noun.measure().countsPlaces();
        if (end < 0 || !tokens.isWord(end) || !ofPlaces && !sentence.cueAt(CueType.PLACING, end)) {
            return "";
        }
        int floor = Math.max(sentence.clauseStart(mention.lead), sentence.gapStart(figures, first));
        if (end - 1 > floor && sentence.cueAt(CueType.VERB, end - 1) && isAuxiliary(tokens, end - 2)) {
            end -= 2; // "projects were launched in 165 villages"
            while (end > floor && isAuxiliary(tokens, end - 1)) {
                end--;
            }
        }
        int from = end;
        while (from > floor
                && end - from < LONGEST_HEADING
                && (tokens.isWord(from - 1) || tokens.is(from - 1, "-") || tokens.is(from - 1, "\""))
                && !(sentence.cueAt(CueType.VERB, from - 1) && isFinite(sentence, from - 1))) {
            from--;
        }
        while (from < end
                && (sentence.cueAt(CueType.FUNCTION, from) && !tokens.is(from, "per") || !tokens.isWord(from))) {
            from++;
        }
        return end - from >= 2 ? " (" + tokens.raw(from, end) + ")" : "";
    }

    /** A form that ends a noun phrase before it: "launched", "put"; "plan" and "training" can stand in one. */
    private static boolean isFinite(SentenceContext sentence, int verb) {
        return sentence.tokens.norm[verb].endsWith("ed") || sentence.cueAt(CueType.ITEM_PAST, verb);
    }

    /** "the annual training plan" that a completion is of; empty where it is only "the plan". */
    static String plan(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int from = mention.to;
        while (tokens.is(from, "of") || tokens.is(from, "the")) {
            from++;
        }
        int to = from;
        int words = 0;
        while (to < tokens.count
                && to - from < LONGEST_AGENT
                && tokens.isWord(to)
                && !sentence.cueAt(CueType.FUNCTION, to)) {
            boolean general = tokens.is(to, "annual")
                    || tokens.is(to, "planned")
                    || tokens.is(to, "scheduled")
                    || tokens.is(to, "target");
            words += general ? 0 : 1;
            to++;
            if (sentence.cueAt(CueType.COMPLETION, to - 1) && words >= 2) {
                return tokens.raw(from, to);
            }
        }
        return "";
    }

    private static boolean isAuxiliary(Tokens tokens, int at) {
        return tokens.is(at, "was")
                || tokens.is(at, "were")
                || tokens.is(at, "been")
                || tokens.is(at, "had")
                || tokens.is(at, "has");
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

    private static String firstWords(String text) {
        String[] words = text.split(" ");
        return words.length <= LONGEST_AGENT
                ? text
                : String.join(" ", List.of(words).subList(words.length - LONGEST_AGENT, words.length));
    }

    /** " (Entire Village Advancement)" where the heading names what is done, else empty. */
    static String heading(SentenceContext sentence, String item) {
        String heading = sentence.section.heading();
        if (!names(sentence.section.programme()) || heading.isEmpty()) {
            return "";
        }
        String plain = heading.replace("(", "").replace(")", "").strip();
        boolean said = false;
        for (String word : item.toLowerCase(Locale.ROOT).split(" ")) {
            said |= word.length() > 5
                    && !sentence.lexicon.is(word, CueType.HEADING_GENERAL)
                    && plain.toLowerCase(Locale.ROOT).contains(word);
        }
        if (said || plain.split(" ").length > LONGEST_HEADING) {
            return "";
        }
        return item.isEmpty() ? plain : " (" + plain + ")";
    }

    /** " with drinking water problem" for "solved the drinking water problem of 5,000 people", else empty. */
    static String problem(SentenceContext sentence, List<Mention> figures, int at) {
        Mention mention = figures.get(firstOfList(sentence, figures, at));
        Tokens tokens = sentence.tokens;
        int head = mention.lead - 2;
        boolean of = tokens.is(mention.lead - 1, "of") || tokens.is(mention.lead - 1, "for");
        if (!of || !sentence.cueAt(CueType.PROBLEM, head)) {
            return "";
        }
        int from = head;
        while (from > 0
                && head - from < LONGEST_AGENT
                && (tokens.isWord(from - 1) || tokens.is(from - 1, "-"))
                && !tokens.is(from - 1, "the")
                && !(sentence.cueAt(CueType.VERB, from - 1) && tokens.norm[from - 1].endsWith("ed"))
                && !tokens.is(from - 1, "solving")
                && !tokens.is(from - 1, "addressing")) {
            from--;
        }
        return " with " + tokens.raw(from, head + 1);
    }

    /** " of cooperation projects" for "cooperation projects with an agreed investment of X": what the amount is one of. */
    static String owner(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int at = mention.lead - 1;
        int floor = Math.max(sentence.clauseStart(mention.lead), mention.lead - 10);
        while (at > floor && !tokens.is(at, "with")) {
            at--;
        }
        if (at <= floor || !tokens.is(at, "with") || !tokens.is(mention.lead - 1, "of")) {
            return "";
        }
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention owner = figures.get(i);
            if (owner.noun != null && !owner.nounBefore && owner.to <= at && owner.nounTo >= at - 4) {
                return " of " + firstWords(tokens.raw(owner.nounFrom, owner.nounTo));
            }
        }
        int from = at;
        while (from > floor - 4
                && from > 0
                && tokens.isWord(from - 1)
                && !sentence.cueAt(CueType.FUNCTION, from - 1)
                && !sentence.cueAt(CueType.VERB, from - 1)) {
            from--;
        }
        return from < at ? " of " + tokens.raw(from, at) : "";
    }

    /** Whether sections of the programme are about one kind of work, so that their heading identifies what is counted. */
    private static boolean names(Programme programme) {
        return switch (programme) {
            case OVERVIEW, FUNDING, MANAGEMENT, PLANNING, PUBLICITY, OTHER -> false;
            default -> true;
        };
    }

    /** Whether an item says little more than its head: at most two words that count. */
    static boolean isBare(Mention mention) {
        int words = 0;
        StringTokenizer each = new StringTokenizer(mention.item.toLowerCase(Locale.ROOT), " ,()");
        while (each.hasMoreTokens()) {
            words += mention.sentence.lexicon.is(each.nextToken(), CueType.BARE) ? 0 : 1;
        }
        return words <= 1;
    }
}
