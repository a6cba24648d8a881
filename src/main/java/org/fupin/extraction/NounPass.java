package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.NounPhrases.Phrase;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/** Finds what a count counts: the noun phrase after it, behind an auxiliary, or before it. */
final class NounPass implements Pass {

    /** Most counts of a list that share a noun: bounds the work per figure. */
    private static final int LONGEST_LIST = 6;

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    NounPass(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    @Override
    public String name() {
        return "nouns";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (!mention.isCount() && !mention.isUnit("person-time") && !mention.isUnit("household-time")) {
                continue;
            }
            if (mention.isCount()) {
                find(sentence, figures, i);
            }
        }
    }

    private void find(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        if (mention.noun != null) {
            return;
        }
        int at = mention.to;
        PhraseIndex.Hit<Lexicon.Cue> qualifier = sentence.cueBeginningAt(CueType.QUALIFIER_AFTER, at);
        if (qualifier != null && mention.qualifier != Qualifier.EXACT) {
            at = qualifier.end(); // "70-plus enterprises"
        } else if (tokens.is(at, "-") && tokens.isGlued(at)) {
            PhraseIndex.Hit<Lexicon.Noun> hit = lexicon.nouns.longest(tokens, at + 1, Math.min(at + 3, tokens.count));
            if (hit != null) {
                // "a 10-member team" counts members
                set(mention, new Phrase(at + 1, hit.end() - 1, hit.end(), hit.value()), false, "noun-hyphenated");
                return;
            }
            at++;
        }
        if (ofTheNext(sentence, figures, index)
                || ofThem(sentence, figures, index)
                || sameAsBefore(sentence, figures, index)) {
            return;
        }
        if (tokens.is(at, "in") && tokens.is(at + 1, "the") && tokens.is(at + 2, "number") && tokens.is(at + 3, "of")) {
            Phrase changed = phrases.after(sentence, tokens.is(at + 4, "the") ? at + 5 : at + 4);
            if (changed != null && changed.noun() != null) {
                set(mention, changed, false, "noun-in-number-of"); // "a reduction of 26,000 in the number of ..."
                return;
            }
        }
        Phrase moved = movedThings(sentence, mention, at);
        if (moved != null) {
            set(mention, moved, false, "noun-in-change");
            return;
        }
        boolean ofThose = mention.flags.isEmpty()
                && tokens.is(at, "of")
                && (tokens.is(at + 1, "the") || tokens.is(at + 1, "these") || tokens.is(at + 1, "those"))
                && !tokens.isNumber(at + 2);
        if (tokens.is(at, "of") && mention.hasMagnitude || ofThose) {
            at += ofThose ? 2 : 1; // "133,600 of the graduates"
        }
        Phrase after = phrases.after(sentence, at);
        if (after != null && tokens.is(after.head(), "ones") && pronounOnes(figures, index, after)) {
            return;
        }
        Phrase shared = sharedNoun(sentence, figures, index, after, LONGEST_LIST);
        if (shared != null) {
            set(mention, shared, false, "noun-shared");
            return;
        }
        if (mention.hasSubject() && (after == null || after.noun() == null)) {
            Phrase subject = phrases.lastBefore(sentence, mention.subjectFrom, mention.subjectTo);
            if (subject != null && subject.noun() != null) {
                set(mention, subject, true, "noun-respectively");
                return;
            }
        }
        if (after != null && after.from() < sentence.gapEnd(figures, index)) {
            set(mention, after, false, "noun-after");
            if (after.noun() != null) {
                return;
            }
        }
        if (tokens.is(at, "were") || tokens.is(at, "was") || tokens.is(at, "are") || tokens.is(at, "is")) {
            int det = at + 1;
            while (tokens.is(det, "the") || tokens.is(det, "a") || tokens.is(det, "an")) {
                det++;
            }
            Phrase predicate = phrases.after(sentence, det);
            if (predicate != null && predicate.noun() != null) {
                set(mention, predicate, false, "noun-predicate");
                return;
            }
        }
        if (after == null && sharesSubject(sentence, figures, index)) {
            return;
        }
        if (Side.of(sentence, mention) == Side.BEFORE
                && (after == null || after.noun() == null && !looksCounted(tokens, after))) {
            int from = Math.max(sentence.gapStart(figures, index), mention.lead - 16);
            Phrase before = phrases.lastBefore(sentence, from, mention.lead);
            if (before != null && !crossesMark(sentence, before.to(), mention.lead)) {
                Phrase head = headOf(sentence, from, before);
                Phrase subject = numberOf(sentence, from, mention.lead, head);
                set(mention, subject, true, "noun-before");
            }
        }
    }

    /** "a reduction of 26,000 in poor people": the things that became fewer or more. */
    private @Nullable Phrase movedThings(SentenceContext sentence, Mention mention, int at) {
        Tokens tokens = sentence.tokens;
        boolean trend = tokens.is(mention.lead - 1, "of") && sentence.cueAt(CueType.TREND_NOUN, mention.lead - 2);
        if (!trend || !tokens.is(at, "in") && !tokens.is(at, "among")) {
            return null;
        }
        Phrase things = phrases.after(sentence, tokens.is(at + 1, "the") ? at + 2 : at + 1);
        return things != null && things.noun() != null && Lemma.isPlural(tokens.norm[things.head()]) ? things : null;
    }

    /** "6,468 projects, including 414 new ones": the things counted before. */
    private boolean pronounOnes(List<Mention> figures, int index, Phrase ones) {
        if (index == 0 || figures.get(index - 1).noun == null) {
            return false;
        }
        set(
                figures.get(index),
                new Phrase(ones.from(), ones.head(), ones.to(), figures.get(index - 1).noun),
                false,
                "noun-ones");
        return true;
    }

    /** "11 municipal, 29 county and 35 provincial organs": modifiers, and the noun only behind the last number. */
    private @Nullable Phrase sharedNoun(
            SentenceContext sentence, List<Mention> figures, int index, @Nullable Phrase own, int most) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (most == 0 || index + 1 >= figures.size() || mention.form != Mention.Form.DIGITS || mention.isRange) {
            return null;
        }
        Mention next = figures.get(index + 1);
        int and = next.lead - 1;
        boolean joined = tokens.is(and, "and") || tokens.is(and, ",");
        int words = and - mention.to;
        if (!joined || !next.isCount() || words < 0 || words > 2 || BigDecimal.ONE.equals(mention.value)) {
            return null;
        }
        if (words == 0 && !sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count)) {
            return null; // "60 and 85 villages respectively"
        }
        for (int i = mention.to; i < and; i++) {
            if (!tokens.isWord(i)
                    || Lemma.isPlural(tokens.norm[i])
                    || sentence.cueAt(CueType.FUNCTION, i)
                    || sentence.cueAt(CueType.VERB, i)) {
                return null;
            }
        }
        Phrase behind = sharedNoun(sentence, figures, index + 1, null, most - 1);
        if (behind == null) {
            behind = phrases.after(sentence, next.to);
        }
        boolean plural = behind != null && behind.noun() != null && Lemma.isPlural(tokens.norm[behind.head()]);
        boolean ownCounts = own != null && own.noun() != null && !sentence.cueAt(CueType.LEVEL_NOUN, own.head());
        return plural && !ownCounts ? behind : null;
    }

    /** "from 1,200 at the end of 2011 to 1,436", "a target of 1.1 million", "40 in each base": what was counted before. */
    private static boolean sameAsBefore(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int at = mention.lead - 1;
        boolean goal = tokens.is(at, "of") && sentence.cueAt(CueType.COMPLETION, at - 1)
                || tokens.is(at, "planned") && !tokens.isWord(mention.to);
        boolean upTo = tokens.is(at, "to") && index > 0 && Side.isFrom(sentence, figures.get(index - 1).lead - 1);
        boolean perEach =
                tokens.is(mention.to, "per") || tokens.is(mention.to, "in") && tokens.is(mention.to + 1, "each");
        boolean from = index > 0
                && tokens.is(at, "from")
                && figures.get(index - 1).to == at
                && tokens.is(figures.get(index - 1).lead - 1, "to"); // "to 600 from 450"
        boolean result = tokens.is(at, "and")
                && (tokens.is(mention.to, "were") || tokens.is(mention.to, "was"))
                && (sentence.cueAt(CueType.VERB, mention.to + 1) || sentence.cueAt(CueType.VERB, mention.to + 2))
                && index > 0
                && !sentence.hasCue(CueType.PART, 0, mention.lead);
        if (!goal && !upTo && !perEach && !from && !result) {
            return false;
        }
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention other = figures.get(i);
            if (other.noun != null && other.isCount() && (!upTo || i == index - 1)) {
                mention.noun = other.noun;
                mention.sameAs = other;
                mention.rules.add("noun-as-before", other);
                return true;
            }
        }
        return false;
    }

    /** "ten of the 50 key counties", "27 out of 30 villages": the things that the number behind it counts. */
    private boolean ofTheNext(SentenceContext sentence, List<Mention> figures, int index) {
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
                set(next, counted, true, "noun-before");
            }
        }
        if (counted == null || counted.noun() == null) {
            return false;
        }
        set(mention, counted, counted.to() <= mention.lead, "noun-of-the-next");
        mention.partOf = next;
        return true;
    }

    /** "65 of them": the same things as counted before, and a part of them. */
    private static boolean ofThem(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (index == 0
                || !tokens.is(mention.to, "of")
                || !tokens.is(mention.to + 1, "them")
                        && !tokens.is(mention.to + 1, "which")
                        && !tokens.is(mention.to + 1, "whom")
                        && !tokens.is(mention.to + 1, "these")) {
            return false;
        }
        Mention total = figures.get(index - 1);
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
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

    /** "the number of pilot villages ... reached 1,161": what follows "number of" is counted. */
    private Phrase numberOf(SentenceContext sentence, int from, int to, Phrase nearest) {
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

    /** "the population was 1.2 million, 1.1 million and 0.9 million respectively": the subject of the first of a list. */
    private boolean sharesSubject(SentenceContext sentence, List<Mention> figures, int index) {
        if (index == 0) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        Mention left = figures.get(index - 1);
        boolean listed = mention.lead == left.to + 1 && (tokens.is(left.to, ",") || tokens.is(left.to, "and"));
        if (!listed
                || !left.isCount()
                || !left.nounBefore
                || left.noun == null
                || !sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count)) {
            return false;
        }
        set(mention, new Phrase(left.nounFrom, left.nounTo - 1, left.nounTo, left.noun), true, "noun-of-the-list");
        return true;
    }

    /** "the population of the county": what has or belongs to the things nearest to the number. */
    private Phrase headOf(SentenceContext sentence, int from, Phrase nearest) {
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

    private static boolean crossesMark(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean listed =
                    sentence.tokens.isNumber(i - 1) && sentence.tokens.isNumber(i + 1); // "2010, 2011 and 2012"
            if (sentence.isClauseMark(i) && !listed) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksCounted(Tokens tokens, Phrase phrase) {
        return Lemma.isPlural(tokens.norm[phrase.head()]);
    }

    private void set(Mention mention, Phrase phrase, boolean before, String rule) {
        mention.nounFrom = phrase.from();
        mention.nounTo = phrase.to();
        mention.noun = phrase.noun();
        mention.nounBefore = before;
        mention.rules.add(rule, mention.nounFrom, mention.nounTo);
    }

    /** Leaves out a count of nothing, after the links have had their say. */
    static void leaveOutBare(Mention mention) {
        mention.leaveOut(LeftOutReason.OTHER, "counts-nothing");
    }
}
