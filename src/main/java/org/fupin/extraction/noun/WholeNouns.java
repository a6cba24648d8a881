package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What a number counts that counts some of a whole: "65 of them", "ten of the 50 counties", "of the 86 counties 58 are poor". */
final class WholeNouns {

    private final NounPhrases phrases;
    private final SubjectNouns subjectNouns;

    WholeNouns(NounPhrases phrases, SubjectNouns subjectNouns) {
        this.phrases = phrases;
        this.subjectNouns = subjectNouns;
    }

    /** "ten of the 50 key counties", "27 out of 30 villages": the things that the number behind it counts. */
    boolean ofTheNext(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        boolean outOf = tokens.is(mention.to, "out") && tokens.is(mention.to + 1, "of");
        int behind = outOf ? mention.to + 2 : mention.to + 1;
        boolean the = tokens.is(behind, "the") || tokens.is(behind, "all");
        boolean of = outOf || tokens.is(mention.to, "of") && the;
        int whole = the ? behind + 1 : behind;
        if (!of || index + 1 == figures.size() || figures.get(index + 1).from != whole) {
            return false;
        }
        Mention next = figures.get(index + 1);
        Phrase counted = phrases.after(sentence, next.to);
        if (outOf && (counted == null || counted.noun() == null)) {
            // "of the wells 45 out of 60 were repaired"
            counted = phrases.lastBefore(
                    sentence, Math.max(sentence.gapStart(figures, index), mention.lead - 16), mention.lead);
            if (counted != null && counted.noun() != null) {
                NounPass.set(next, counted, true, "noun-before");
            }
        }
        if (counted == null || counted.noun() == null) {
            return false;
        }
        NounPass.set(mention, counted, counted.to() <= mention.lead, "noun-of-the-next");
        mention.partOf = next;
        return true;
    }

    /** "65 of them": the same things as counted before, and a part of them. */
    static boolean ofThem(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int of = behindList(tokens, figures, index);
        if (index == 0
                || !tokens.is(of, "of")
                || !tokens.is(of + 1, "them")
                        && !tokens.is(of + 1, "which")
                        && !tokens.is(of + 1, "whom")
                        && !tokens.is(of + 1, "these")) {
            return false;
        }
        Mention total = figures.get(index - 1);
        if (total.partOf != null && behindList(tokens, figures, index - 1) == of) {
            total = total.partOf;
            mention.noun = total.noun;
            mention.partOf = total;
            mention.rules.add("of-them", total);
            return true;
        }
        for (int i = index - 1; i >= Math.max(0, index - ListedNouns.LONGEST_LIST); i--) {
            Mention before = figures.get(i);
            boolean larger =
                    before.value == null || mention.value == null || before.value.compareTo(mention.value) >= 0;
            if (before.noun != null && larger) {
                total = before;
                break;
            }
        }
        if (total.noun == null) {
            return false;
        }
        mention.noun = total.noun;
        mention.partOf = total;
        mention.rules.add("of-them", total);
        return true;
    }

    /** Behind the last of the numbers that are listed from this one on: "1,260, 940 and 715 | of them". */
    private static int behindList(Tokens tokens, List<Mention> figures, int index) {
        int at = index;
        while (at + 1 < figures.size() && at - index < ListedNouns.LONGEST_LIST) {
            int joint = figures.get(at).to;
            boolean joined = tokens.is(joint, ",") || tokens.is(joint, "and");
            if (!joined
                    || figures.get(at + 1).lead != joint + 1
                    || !figures.get(at + 1).isCount()) {
                break;
            }
            at++;
        }
        return figures.get(at).to;
    }

    /**
     * "Of the 86 counties 58 are poor", "940 trainees, of whom 310 learned weaving": the things of the whole, unless other
     * people are told of ("45 were women").
     */
    boolean ofTheWhole(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention last = index == 0 ? null : figures.get(index - 1);
        Mention whole = last == null ? null : wholeOf(sentence, figures, index);
        if (whole == null || whole.noun == null || !namesNoThings(sentence, mention, whole.noun)) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        int verb = mention.to;
        if (tokens.is(verb, "were") || tokens.is(verb, "was") || tokens.is(verb, "are") || tokens.is(verb, "is")) {
            Phrase predicate = phrases.after(sentence, verb + 1);
            boolean sameKind = predicate != null
                    && predicate.noun() != null
                    && predicate.noun().unit().equals(whole.noun.unit());
            if (sameKind) {
                return false;
            }
        }
        mention.noun = whole.noun;
        mention.partOf = whole;
        mention.ofWhole = true;
        mention.rules.add("noun-of-the-whole", whole);
        return true;
    }

    /** The whole that a figure without things of its own is told of, by the figure before it; null if it is of none. */
    static @Nullable Mention wholeOf(SentenceContext sentence, List<Mention> figures, int index) {
        Mention last = figures.get(index - 1);
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean comma = tokens.is(joint, ",");
        boolean listed = comma || sentence.cueAt(CueType.LIST_JOINER, joint) || tokens.is(joint, "while");
        if (last.ofWhole && last.isCount()) {
            return listed && joint - last.to <= ListedNouns.FARTHEST_LISTED / 2 ? last.partOf : null;
        }
        if (NounPass.endsBefore(sentence, CueType.PART, mention.lead)
                && (tokens.is(joint, "which") || tokens.is(joint, "whom") || tokens.is(joint, "them"))) {
            return mention.lead - last.to <= ListedNouns.FARTHEST_LISTED / 2 ? large(figures, index) : null;
        }
        boolean opens = !last.nounBefore && opensWhole(sentence, last);
        int gap = joint + 1 - last.behindNoun();
        return opens && (gap == 0 || comma && gap <= ListedNouns.FARTHEST_LISTED / 2) ? last : null;
    }

    /**
     * "chose 900 graduates for five counties, of which 310 are women": the last figure before it that it can be a part of,
     * the last of all where none is as large.
     */
    private static Mention large(List<Mention> figures, int index) {
        Mention part = figures.get(index);
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention whole = figures.get(i);
            boolean counted = whole.noun != null && whole.isCount() && whole.value != null && !whole.isLeftOut();
            if (counted && part.value != null && whole.value.compareTo(part.value) >= 0) {
                return whole;
            }
        }
        return figures.get(index - 1);
    }

    /** Whether behind a number stands what its things do ("12 lie on the border", "17 now grow tea"), not what they are. */
    private boolean namesNoThings(SentenceContext sentence, Mention mention, Lexicon.Noun whole) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        while (sentence.cueAt(CueType.VERB_ADVERB, at)) {
            at++;
        }
        Phrase things = phrases.after(sentence, at);
        if (things == null) {
            return at > mention.to
                    || !tokens.isWord(at)
                    || sentence.cueAt(CueType.FINITE, at)
                    || sentence.cueAt(CueType.VERB, at)
                    || sentence.cueAt(CueType.PLURAL_VERB, at);
        }
        boolean same = things.noun() != null
                && (things.noun().measure() == whole.measure()
                        || things.noun().unit().equals(whole.unit()) && subjectNouns.isHeads(whole));
        boolean verb = sentence.cueAt(CueType.PLURAL_VERB, at) || at > mention.to;
        return verb ? !same || things.head() > at : things.noun() == null && !NounPass.looksCounted(tokens, things);
    }

    /** "Of the 86 counties", "Out of 300 households": the clause of the figure opens so. */
    private static boolean opensWhole(SentenceContext sentence, Mention whole) {
        Tokens tokens = sentence.tokens;
        int at = whole.lead - 1;
        if (tokens.is(at, "the") || tokens.is(at, "these") || tokens.is(at, "all")) {
            at--;
        }
        if (tokens.is(at, "of") && tokens.is(at - 1, "out")) {
            at--;
        }
        boolean of = tokens.is(at, "of") || tokens.is(at, "among") || tokens.is(at, "out");
        int start = sentence.clauseStart(whole.lead);
        boolean joined = at - 1 >= start
                && (sentence.cueAt(CueType.LIST_JOINER, at - 1) || sentence.cueAt(CueType.LISTED_BEFORE, at - 1));
        return of && (at == start || joined);
    }

    /** "Poor farmers received training: 540 of them ...": no number was told of them, so the people of the sentence. */
    boolean isOfSubject(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        boolean them = tokens.is(mention.to, "of")
                && (tokens.is(mention.to + 1, "them") || tokens.is(mention.to + 1, "these"));
        if (!them || index > 0 && figures.get(index - 1).noun != null) {
            return false;
        }
        if (sentence.previous != null && isOfThoseBefore(sentence.previous, mention)) {
            return true;
        }
        Phrase first = subjectNouns.firstNamed(sentence, mention);
        if (first == null) {
            return false;
        }
        NounPass.set(mention, first, true, "noun-of-them");
        return true;
    }

    /** "1,937 of them had passed": of those that the sentence before counts. */
    private static boolean isOfThoseBefore(SentenceContext previous, Mention mention) {
        List<Mention> before = previous.lastFigures();
        Mention whole = ListedNouns.lastCounted(before, before.size());
        boolean larger = whole != null
                && whole.value != null
                && mention.value != null
                && whole.value.compareTo(mention.value) >= 0;
        if (larger) {
            mention.noun = whole.noun;
            mention.partOf = whole;
            mention.rules.add("of-them", whole);
        }
        return larger;
    }
}
