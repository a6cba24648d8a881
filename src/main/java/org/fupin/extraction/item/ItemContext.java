package org.fupin.extraction.item;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Programme;

/** What identifies an item that its own noun phrase leaves bare: what was done where it was counted, the problem it had, the section it stands in. */
final class ItemContext {

    /** Longest heading that is added, in words. */
    static final int LONGEST_HEADING = 8;

    private ItemContext() {}

    /**
     * " (pilot reform of the Rain Plan)" for "launched the pilot reform of the Rain Plan in 13 counties": what was done
     * there or for them; empty if nothing stands before the count's preposition.
     */
    static String circumstance(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int first = ItemAgents.firstOfList(sentence, figures, index);
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
                && to - from < ItemAgents.LONGEST_AGENT
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
        Mention mention = figures.get(ItemAgents.firstOfList(sentence, figures, at));
        Tokens tokens = sentence.tokens;
        int head = mention.lead - 2;
        boolean of = tokens.is(mention.lead - 1, "of") || tokens.is(mention.lead - 1, "for");
        if (!of || !sentence.cueAt(CueType.PROBLEM, head)) {
            return "";
        }
        int from = head;
        while (from > 0
                && head - from < ItemAgents.LONGEST_AGENT
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
        for (int i = index - 1; i >= Math.max(0, index - ItemAgents.LONGEST_LIST); i--) {
            Mention owner = figures.get(i);
            if (owner.noun != null && !owner.nounBefore && owner.to <= at && owner.nounTo >= at - 4) {
                return " of " + ItemAgents.firstWords(tokens.raw(owner.nounFrom, owner.nounTo));
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
        while (words <= 1 && each.hasMoreTokens()) {
            words += mention.sentence.lexicon.is(each.nextToken(), CueType.BARE) ? 0 : 1;
        }
        return words <= 1;
    }
}
