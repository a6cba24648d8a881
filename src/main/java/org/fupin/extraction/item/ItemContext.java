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
    private static final int LONGEST_HEADING = 8;

    /** Shortest word by which a heading and an item are about the same, in letters. */
    private static final int TELLING = 6;

    private ItemContext() {}

    /**
     * " (pilot reform of the Rain Plan)" for "launched the pilot reform of the Rain Plan in 13 counties": what was done
     * there or for them; empty if nothing stands before the count's preposition.
     */
    static String circumstance(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int first = ItemAgents.firstOfList(sentence, figures, index);
        Mention mention = figures.get(first);
        int end = sentence.cueAt(CueType.ARTICLE, mention.lead - 1) ? mention.lead - 2 : mention.lead - 1;
        boolean ofPlaces = sentence.cueAt(CueType.WHOLE_OPENER, end)
                && mention.noun != null
                && mention.noun.measure().countsPlaces();
        if (!ofPlaces && !sentence.cueAt(CueType.PLACING, end)) {
            return "";
        }
        int floor = Math.max(sentence.clauseStart(mention.lead), sentence.gapStart(figures, first));
        int verb = end - 1;
        while (verb > floor && sentence.cueAt(CueType.AUXILIARY, verb - 1)) {
            verb--; // "projects were launched in 165 villages"
        }
        end = verb < end - 1 ? verb : end;
        int from = end;
        while (from > floor
                && end - from < LONGEST_HEADING
                && !ItemPhrases.isPast(sentence, from - 1)
                && isPart(tokens, from - 1)) {
            from--;
        }
        from = ItemPhrases.skipFunction(sentence, behindVerb(sentence, from, end), end);
        return end - from >= 2 ? " (" + tokens.raw(from, end) + ")" : "";
    }

    /** Behind the infinitive in "officials to carry out field work" or "carry out field work": the work is what was done there. */
    private static int behindVerb(SentenceContext sentence, int from, int end) {
        int behind = from;
        for (int i = from; i < end - 1; i++) {
            boolean opens = i == from || sentence.cueAt(CueType.TO, i - 1);
            if (opens && isInfinitive(sentence, i)) {
                behind = sentence.cueAt(CueType.PARTICLE, i + 1) ? i + 2 : i + 1;
            }
        }
        return behind;
    }

    private static boolean isInfinitive(SentenceContext sentence, int at) {
        String word = sentence.tokens.norm[at];
        return (sentence.cueAt(CueType.VERB, at) || sentence.cueAt(CueType.ARTICLE, at + 1))
                && !ItemPhrases.isPast(sentence, at)
                && !word.endsWith("ing")
                && !sentence.cueAt(CueType.COMPLEMENT, at + 1);
    }

    private static boolean isPart(Tokens tokens, int at) {
        return tokens.isWord(at) || tokens.is(at, "-") || tokens.is(at, "\"");
    }

    /** " (Entire Village Advancement)" where the heading names what is done, else empty. */
    static String heading(SentenceContext sentence, String item) {
        if (item.isEmpty() || !names(sentence.section.programme())) {
            return "";
        }
        String heading =
                sentence.section.heading().replace("(", "").replace(")", "").strip();
        if (heading.split(" ").length > LONGEST_HEADING) {
            return "";
        }
        String small = heading.toLowerCase(Locale.ROOT);
        for (String word : item.toLowerCase(Locale.ROOT).split(" ")) {
            boolean said = word.length() >= TELLING
                    && !sentence.lexicon.is(word, CueType.HEADING_GENERAL)
                    && small.contains(word);
            if (said) {
                return "";
            }
        }
        return " (" + heading + ")";
    }

    /** Whether a programme or heading identifies what is counted. */
    private static boolean names(Programme programme) {
        return switch (programme) {
            case OVERVIEW, FUNDING, MANAGEMENT, PLANNING, PUBLICITY, OTHER -> false;
            default -> true;
        };
    }

    /** " with drinking water problem" for "solved the drinking water problem of 5,000 people", else empty. */
    static String problem(SentenceContext sentence, List<Mention> figures, int at) {
        Mention mention = figures.get(ItemAgents.firstOfList(sentence, figures, at));
        int head = mention.lead - 2;
        if (!sentence.cueAt(CueType.FUNCTION, head + 1) || !sentence.cueAt(CueType.PROBLEM, head)) {
            return "";
        }
        int from = head;
        while (from > 0
                && head - from < ItemAgents.LONGEST_AGENT
                && isPart(sentence.tokens, from - 1)
                && !sentence.cueAt(CueType.ARTICLE, from - 1)
                && !sentence.cueAt(CueType.VERB, from - 1)) {
            from--;
        }
        return " with " + sentence.tokens.raw(from, head + 1);
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
