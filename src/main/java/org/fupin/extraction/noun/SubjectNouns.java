package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What a number counts that is named before it: by a label, right before it, or by the subject of its verb. */
final class SubjectNouns {

    /** Longest name before a number that stands behind a colon or right behind it, in tokens. */
    static final int FARTHEST_LABEL = 12;

    /** How far before a number what its verb is said of may stand, in tokens. */
    private static final int FARTHEST_SUBJECT = 16;

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    SubjectNouns(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    /** "Villages covered: 300", "wells, 45 in number": what the words before the mark name. */
    boolean isLabelled(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int mark = mention.lead - 1;
        boolean label = tokens.is(mark, ":") || tokens.is(mark, "(") || tokens.is(mark, "-") && !tokens.isGlued(mark);
        boolean inNumber = tokens.is(mark, ",") && sentence.cueAt(CueType.IN_ALL, mention.to);
        if (mark < 1 || !label && !inNumber) {
            return false;
        }
        if (tokens.is(mark, "(") && !tokens.is(mention.to, ")")) {
            return false; // "villages (300 in the north)" is told of a part
        }
        int from = Math.max(sentence.clauseStart(mark), mark - FARTHEST_LABEL);
        Phrase things = phrases.lastBefore(sentence, from, mark);
        if (things == null && inNumber) {
            things = firstNamed(sentence, mention); // "lectures on A, B and C, 43 in number"
        }
        if (things == null || tokens.is(mark, "(") && (things.to() != mark || !NounPass.looksCounted(tokens, things))) {
            return false;
        }
        boolean counted = sentence.figureAt(things.from() - 1) != null
                || tokens.is(things.from() - 1, ")") && !isListCounter(sentence, things.from() - 1);
        if (counted || hasFigure(sentence, things.from(), mark)) {
            return false;
        }
        NounPass.set(mention, numberOf(sentence, from, mark, headOf(sentence, from, things)), true, "noun-label");
        return true;
    }

    /** "1) Houses built: 300", "(2) Houses built: 300": the bracket closes what numbers the line. */
    private static boolean isListCounter(SentenceContext sentence, int bracket) {
        boolean opens = bracket == 1 || bracket == 2 && sentence.tokens.is(0, "(");
        return opens && sentence.tokens.isNumber(bracket - 1);
    }

    private static boolean hasFigure(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.figureAt(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** "Wells numbered 1,450 and bridges 67": a noun of its own right before the number, the verb is said once or not at all. */
    boolean isNamedBefore(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int end = mention.lead;
        if (!tokens.isWord(end - 1)
                || !Lemma.isPlural(tokens.norm[end - 1])
                || sentence.cueAt(CueType.FUNCTION, end - 1)) {
            return false;
        }
        Phrase things =
                phrases.lastBefore(sentence, Math.max(sentence.gapStart(figures, index), end - FARTHEST_LABEL), end);
        if (things == null
                || things.to() != end
                || !NounPass.looksCounted(tokens, things)
                || tokens.isWord(mention.to)
                        && !tokens.is(mention.to, "and")
                        && !sentence.cueAt(CueType.IN_ALL, mention.to)
                        && !sentence.cueAt(CueType.PLACING, mention.to)) {
            return false;
        }
        int before = things.from() - 1;
        if (tokens.is(before, "the") || tokens.is(before, "of") || tokens.is(before, "that")) {
            before -= tokens.is(before - 1, "that") || tokens.is(before - 1, "of") ? 2 : 1;
        }
        boolean opens = before < 0 || sentence.isClauseMark(before);
        boolean goesOn = tokens.is(before, "and") && index > 0 && figures.get(index - 1).nounBefore;
        if (!opens && !goesOn) {
            return false;
        }
        NounPass.set(mention, things, true, "noun-right-before");
        return true;
    }

    /** The first people that the sentence names before the figure, else the first things; null if there are none. */
    @Nullable
    Phrase firstNamed(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int limit = Math.min(mention.lead, NounPhrases.LONGEST * 2);
        Phrase first = null;
        for (int at = 0; at < limit; at++) {
            if (sentence.cueAt(CueType.FUNCTION, at) || !tokens.isWord(at)) {
                continue;
            }
            Phrase phrase = phrases.after(sentence, at);
            if (phrase == null || phrase.to() > mention.lead) {
                continue;
            }
            boolean things = phrase.noun() != null && NounPass.looksCounted(tokens, phrase);
            boolean people = things && isHeads(phrase.noun());
            if (people || things && first == null) {
                first = phrase;
            }
            if (people) {
                break;
            }
            at = Math.max(at, phrase.to() - 1);
        }
        return first;
    }

    boolean isHeads(Lexicon.Noun noun) {
        return noun.unit().equals(lexicon.person) || noun.unit().equals(lexicon.household);
    }

    /** "the number of pilot villages reached 1,161": what the subject of the verb names, else the noun nearest to the number. */
    void find(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int from = Math.max(sentence.gapStart(figures, index), mention.lead - FARTHEST_SUBJECT);
        Phrase before = phrases.lastBefore(sentence, from, mention.lead);
        boolean relative = before != null
                && tokens.is(before.to(), ",")
                && (tokens.is(before.to() + 1, "which") || tokens.is(before.to() + 1, "who"))
                && !crossesMark(sentence, before.to() + 1, mention.lead); // "the poor, who had numbered 940,000"
        Phrase nearest =
                before != null && (relative || !crossesMark(sentence, before.to(), mention.lead)) ? before : null;
        Phrase subject = relative ? null : ofClause(sentence, mention, nearest);
        if (subject != null) {
            NounPass.set(mention, subject, true, "noun-subject");
        } else if (nearest != null) {
            Phrase head = headOf(sentence, from, nearest);
            NounPass.set(mention, numberOf(sentence, from, mention.lead, head), true, "noun-before");
        }
    }

    /**
     * "the poor population of the 120 villages was cut to 51,200": the head of the subject, where the noun nearest to the
     * number only tells whose or where; null if it does not.
     */
    private @Nullable Phrase ofClause(SentenceContext sentence, Mention mention, @Nullable Phrase nearest) {
        Clause clause = sentence.outline().clauseAt(mention.lead);
        boolean object = clause != null && clause.hasPredicate() && mention.lead >= clause.verbTo();
        if (!object || !clause.hasSubject() || crossesMark(sentence, clause.verbTo(), mention.lead)) {
            return null;
        }
        if (nearest == null || nearest.from() < clause.subjectFrom() || nearest.to() > clause.subjectTo()) {
            return null;
        }
        Phrase head = firstKnown(sentence, clause.subjectFrom(), nearest.from());
        return head != null && leadsOn(sentence, head.to()) ? head : null;
    }

    private static boolean leadsOn(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.FUNCTION, at) && !sentence.cueAt(CueType.LIST_JOINER, at);
    }

    private @Nullable Phrase firstKnown(SentenceContext sentence, int from, int to) {
        for (int at = from; at < Math.min(to, from + FARTHEST_SUBJECT); at++) {
            if (!sentence.tokens.isWord(at) || sentence.cueAt(CueType.FUNCTION, at)) {
                continue;
            }
            Phrase phrase = phrases.after(sentence, at);
            if (phrase != null && phrase.to() <= to) {
                if (phrase.noun() != null) {
                    return phrase;
                }
                at = Math.max(at, phrase.to() - 1);
            }
        }
        return null;
    }

    /** "the number of pilot villages ... reached 1,161": what follows "number of" is counted. */
    Phrase numberOf(SentenceContext sentence, int from, int to, Phrase nearest) {
        Tokens tokens = sentence.tokens;
        for (int i = from; i < to - 1; i++) {
            if (tokens.is(i, "number") && tokens.is(i + 1, "of")) {
                int start = i + 2;
                while (tokens.is(start, "the")) {
                    start++;
                }
                Phrase counted = phrases.after(sentence, start);
                if (counted != null && counted.noun() != null) {
                    return counted;
                }
            }
        }
        return nearest;
    }

    /** "the population of the county": what has or belongs to the things nearest to the number. */
    Phrase headOf(SentenceContext sentence, int from, Phrase nearest) {
        Tokens tokens = sentence.tokens;
        int of = tokens.is(nearest.from() - 1, "the") ? nearest.from() - 2 : nearest.from() - 1;
        if (!tokens.is(of, "of") || of <= from) {
            return nearest;
        }
        Phrase head = phrases.lastBefore(sentence, from, of);
        boolean people = head != null
                && head.to() == of
                && head.noun() != null
                && head.noun().unit().equals(lexicon.person);
        return people ? head : nearest;
    }

    static boolean crossesMark(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean listed =
                    sentence.tokens.isNumber(i - 1) && sentence.tokens.isNumber(i + 1); // "2010, 2011 and 2012"
            if (sentence.isClauseMark(i) && !listed) {
                return true;
            }
        }
        return false;
    }
}
