package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** What a number counts that is named before it: by a label, or by the subject of its verb. */
final class SubjectNouns {

    /** How far before a number what it counts may be named, in tokens. */
    private static final int FARTHEST = 16;

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    SubjectNouns(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    /** "Villages covered: 300": what the words before a place name last, else what the sentence names first. */
    @Nullable
    Phrase ahead(SentenceContext sentence, int to) {
        int from = Math.max(sentence.clauseStart(to - 1), to - FARTHEST);
        Phrase last = phrases.lastBefore(sentence, from, to);
        return last != null ? last : first(sentence, to);
    }

    /** "the number of pilot villages reached 1,161": what the subject of the verb names, else the noun nearest to the number. */
    boolean isFound(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int from = Math.max(sentence.gapStart(figures, index), mention.lead - FARTHEST);
        Phrase nearest = phrases.lastBefore(sentence, from, mention.lead);
        // "the poor, who had numbered 940,000": the comma only opens the relative clause
        boolean relative = nearest != null && sentence.cueAt(CueType.RELATIVE, nearest.to() + 1);
        if (nearest == null || crossesMark(sentence, nearest.to() + (relative ? 1 : 0), mention.lead)) {
            return false;
        }
        Phrase head = head(sentence, nearest);
        NounPass.set(mention, head, true, head == nearest ? "noun-before" : "noun-subject");
        return true;
    }

    /** "the poor population of the 120 villages was cut to 51,200": the noun nearest to the number only tells whose or where. */
    private Phrase head(SentenceContext sentence, Phrase nearest) {
        int from = Math.max(sentence.clauseStart(nearest.from()), nearest.from() - FARTHEST);
        Phrase head = nearest;
        while (true) {
            int joint = head.from() - 1;
            while (joint > from && (sentence.cueAt(CueType.ARTICLE, joint) || sentence.tokens.isNumber(joint))) {
                joint--;
            }
            Phrase before = sentence.cueAt(CueType.FUNCTION, joint) ? phrases.lastBefore(sentence, from, joint) : null;
            if (before == null || isParted(sentence, before.to(), joint + 1)) {
                return head;
            }
            head = before;
        }
    }

    private static boolean isParted(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean parts = sentence.cueAt(CueType.LIST_JOINER, i) || sentence.cueAt(CueType.VERB, i);
            if (parts || !sentence.tokens.isWord(i)) {
                return true;
            }
        }
        return false;
    }

    /** The first people that a sentence names up to a place, else the first things; null if there are none. */
    @Nullable
    Phrase first(SentenceContext sentence, int to) {
        Phrase first = null;
        for (int at = 0; at < Math.min(to, 2 * NounPhrases.LONGEST); at++) {
            boolean word = sentence.tokens.isWord(at) && !sentence.cueAt(CueType.FUNCTION, at);
            Phrase phrase = word ? phrases.after(sentence, at) : null;
            if (phrase == null || phrase.to() > to) {
                continue;
            }
            boolean known = phrase.noun() != null;
            if (known && isHeads(phrase.noun())) {
                return phrase;
            }
            first = first == null && known ? phrase : first;
            at = Math.max(at, phrase.to() - 1);
        }
        return first;
    }

    boolean isHeads(Lexicon.Noun noun) {
        return noun.unit().equals(lexicon.person) || noun.unit().equals(lexicon.household);
    }

    /** Whether a mark parts two places, other than one of a list of years. */
    private static boolean crossesMark(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean listed = sentence.tokens.isNumber(i - 1) && sentence.tokens.isNumber(i + 1);
            if (sentence.isClauseMark(i) && !listed) {
                return true;
            }
        }
        return false;
    }
}
