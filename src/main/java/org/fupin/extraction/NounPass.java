package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.NounPhrases.Phrase;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/** Finds what a count counts: the noun phrase after it, behind an auxiliary, or before it. */
final class NounPass implements Pass {

    /** Most counts of a list that share a noun: bounds the work per figure. */
    private static final int LONGEST_LIST = 6;

    /** Longest name before a number that stands behind a colon or right behind it, in tokens. */
    private static final int FARTHEST_LABEL = 12;

    /** How far behind a count another may stand that counts the same and does not say it, in tokens. */
    private static final int FARTHEST_LISTED = 24;

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
        } else if (isBracketedNumber(tokens, at)) {
            at += 3; // "45 (7) wells": the noun stands behind the digits that nobody can explain
        }
        boolean more = sentence.cueAt(CueType.MORE_OF, at) && tokens.isWord(at + 1);
        Phrase others = more ? phrases.after(sentence, at + 1) : null;
        if (others != null && others.noun() != null) {
            set(mention, others, false, "noun-after"); // "21,500 further people"
            return;
        }
        Phrase measured = phrases.measured(sentence, mention);
        if (measured != null) {
            set(mention, measured, false, "noun-behind-size");
            Mention size = NounPhrases.sizeBehind(sentence, mention.to);
            size.sizeOf = mention;
            return;
        }
        if (ofTheNext(sentence, figures, index)
                || ofThem(sentence, figures, index)
                || ofTheWhole(sentence, figures, index)
                || sameAsBefore(sentence, figures, index)
                || isMoreOrFewer(sentence, figures, index)) {
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
                && YearParts.earlierBehind(sentence, mention) == null
                && !tokens.isNumber(at + 2);
        if (tokens.is(at, "of") && mention.hasMagnitude || ofThose) {
            at += ofThose ? 2 : 1; // "133,600 of the graduates"
        }
        boolean dated = YearParts.earlierBehind(sentence, mention) != null; // "against 61 two years earlier"
        Phrase after = dated ? null : phrases.after(sentence, at);
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
        if (after != null
                && (after.from() < sentence.gapEnd(figures, index) || isBracketedNumber(tokens, mention.to))) {
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
        boolean bare = after == null || after.noun() == null && !looksCounted(tokens, after);
        if (after == null && sharesSubject(sentence, figures, index)
                || after == null && isOfSubject(sentence, figures, index)
                || bare
                        && mention.noun == null
                        && (isLabelled(sentence, mention) || isNamedBefore(sentence, figures, index))
                || after == null && isMoreOfThem(sentence, figures, index)) {
            return;
        }
        if (Side.of(sentence, mention) == Side.BEFORE
                && (after == null || after.noun() == null && !looksCounted(tokens, after))) {
            int from = Math.max(sentence.gapStart(figures, index), mention.lead - 16);
            Phrase before = phrases.lastBefore(sentence, from, mention.lead);
            boolean relative = before != null
                    && tokens.is(before.to(), ",")
                    && (tokens.is(before.to() + 1, "which") || tokens.is(before.to() + 1, "who"))
                    && !crossesMark(sentence, before.to() + 1, mention.lead); // "the poor, who had numbered 940,000"
            if (before != null && (relative || !crossesMark(sentence, before.to(), mention.lead))) {
                Phrase head = headOf(sentence, from, before);
                Phrase subject = numberOf(sentence, from, mention.lead, head);
                set(mention, subject, true, "noun-before");
            }
        }
    }

    private static boolean isBracketedNumber(Tokens tokens, int at) {
        return tokens.is(at, "(") && tokens.isNumber(at + 1) && tokens.is(at + 2, ")");
    }

    /** "a reduction of 26,000 in poor people": the things that became fewer or more. */
    private @Nullable Phrase movedThings(SentenceContext sentence, Mention mention, int at) {
        Tokens tokens = sentence.tokens;
        boolean trend = tokens.is(mention.lead - 1, "of") && sentence.cueAt(CueType.TREND_NOUN, mention.lead - 2);
        if (!trend || !tokens.is(at, "in") && !tokens.is(at, "among")) {
            return null;
        }
        Phrase things = phrases.after(sentence, tokens.is(at + 1, "the") ? at + 2 : at + 1);
        boolean moved = things != null
                && things.noun() != null
                && (Lemma.isPlural(tokens.norm[things.head()]) || isHeads(things.noun()));
        return moved ? things : null;
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
        boolean yearly = mention.sharedPeriod != null && next.sharedPeriod != null;
        if (words == 0 && !yearly && !sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count)) {
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
        boolean byTo = tokens.is(at, "to")
                && index > 0
                && figures.get(index - 1).behindNoun() == at
                && tokens.is(figures.get(index - 1).lead - 1, "by")
                && !tokens.isWord(mention.to); // "fell by 62,000 to 410,000"
        upTo |= byTo;
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

    /**
     * "Of the 86 counties 58 are poor", "940 trainees, of whom 310 learned weaving": the things of the whole, unless other
     * people are told of ("45 were women").
     */
    private boolean ofTheWhole(SentenceContext sentence, List<Mention> figures, int index) {
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
    private static @Nullable Mention wholeOf(SentenceContext sentence, List<Mention> figures, int index) {
        Mention last = figures.get(index - 1);
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean comma = tokens.is(joint, ",");
        boolean listed = comma || sentence.cueAt(CueType.LIST_JOINER, joint) || tokens.is(joint, "while");
        if (last.ofWhole && last.isCount()) {
            return listed && joint - last.to <= FARTHEST_LISTED / 2 ? last.partOf : null;
        }
        if (endsBefore(sentence, CueType.PART, mention.lead)
                && (tokens.is(joint, "which") || tokens.is(joint, "whom") || tokens.is(joint, "them"))) {
            return mention.lead - last.to <= FARTHEST_LISTED / 2 ? large(figures, index) : null;
        }
        boolean opens = !last.nounBefore && opensWhole(sentence, last);
        int gap = joint + 1 - last.behindNoun();
        return opens && (gap == 0 || comma && gap <= FARTHEST_LISTED / 2) ? last : null;
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
                        || things.noun().unit().equals(whole.unit()) && isHeads(whole));
        boolean verb = sentence.cueAt(CueType.PLURAL_VERB, at) || at > mention.to;
        return verb ? !same || things.head() > at : things.noun() == null && !looksCounted(tokens, things);
    }

    /** "410,000 fewer and 14.9% down", "95,000 fewer than a year ago": of the level of a count before it. */
    private static boolean isMoreOrFewer(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int at = mention.to;
        if (!sentence.cueAt(CueType.MORE, at) && !sentence.cueAt(CueType.LESS, at)) {
            return false;
        }
        int behind = at + 1;
        Tokens tokens = sentence.tokens;
        boolean compared = tokens.is(behind, "than")
                || sentence.cueAt(CueType.LIST_JOINER, behind)
                || sentence.isClauseMark(behind)
                || behind >= tokens.count;
        boolean own = tokens.isWord(mention.lead - 1) && !sentence.cueAt(CueType.LIST_JOINER, mention.lead - 1);
        Mention level = compared && !own ? lastCounted(figures, index) : null;
        if (level == null || !level.isCount() || mention.lead - level.to > FARTHEST_LISTED) {
            return false;
        }
        mention.noun = level.noun;
        mention.sameAs = level;
        mention.rules.add("noun-as-before", level);
        return true;
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

    /** "Villages covered: 300", "wells, 45 in number": what the words before the mark name. */
    private boolean isLabelled(SentenceContext sentence, Mention mention) {
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
        if (things == null || tokens.is(mark, "(") && (things.to() != mark || !looksCounted(tokens, things))) {
            return false;
        }
        boolean counted = sentence.figureAt(things.from() - 1) != null
                || tokens.is(things.from() - 1, ")") && !isListCounter(sentence, things.from() - 1);
        if (counted || hasFigure(sentence, things.from(), mark)) {
            return false;
        }
        set(mention, numberOf(sentence, from, mark, headOf(sentence, from, things)), true, "noun-label");
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
    private boolean isNamedBefore(SentenceContext sentence, List<Mention> figures, int index) {
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
                || !looksCounted(tokens, things)
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
        set(mention, things, true, "noun-right-before");
        return true;
    }

    /** "Poor farmers received training: 540 of them ...": no number was told of them, so the people of the sentence. */
    private boolean isOfSubject(SentenceContext sentence, List<Mention> figures, int index) {
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
        Phrase first = firstNamed(sentence, mention);
        if (first == null) {
            return false;
        }
        set(mention, first, true, "noun-of-them");
        return true;
    }

    /** "1,937 of them had passed": of those that the sentence before counts. */
    private static boolean isOfThoseBefore(SentenceContext previous, Mention mention) {
        List<Mention> before = previous.lastFigures();
        Mention whole = lastCounted(before, before.size());
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

    /** The first people that the sentence names before the figure, else the first things; null if there are none. */
    private @Nullable Phrase firstNamed(SentenceContext sentence, Mention mention) {
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
            boolean things = phrase.noun() != null && looksCounted(tokens, phrase);
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

    private static boolean isMeasured(Mention mention) {
        if (mention.unit == null) {
            return false;
        }
        return switch (mention.unit.dimension()) {
            case MONEY, LENGTH, AREA, MASS, VOLUME -> true;
            default -> false;
        };
    }

    private boolean isHeads(Lexicon.Noun noun) {
        return noun.unit().equals(lexicon.person) || noun.unit().equals(lexicon.household);
    }

    /** "5,000 people and another 6,000 in 2014": more of what was counted before, in the sentence or the one before it. */
    private static boolean isMoreOfThem(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (!endsBefore(sentence, CueType.ADDITIONAL, mention.lead)) {
            return false;
        }
        Mention amount = index == 0 ? null : figures.get(index - 1);
        if (amount != null && amount.noun == null && isMeasured(amount)) {
            // "3 million yuan for roads and another 2 million for schools"
            mention.unit = amount.unit;
            mention.factor = amount.factor;
            mention.value = mention.value.multiply(amount.factor);
            mention.rules.add("unit-shared:" + amount.unit.code(), amount);
            return true;
        }
        Mention other = lastCounted(figures, index);
        if (other == null && sentence.previous != null) {
            List<Mention> before = sentence.previous.lastFigures();
            other = lastCounted(before, before.size());
        }
        return other != null && countsAsOther(sentence, mention, other, "noun-more-of-them");
    }

    /** "30 wells in 2011 and 45 in 2012": a number in a list that counts nothing else counts what the one before counts. */
    static boolean countsAsListed(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int before = mention.lead - 1;
        boolean dated = tokens.isNumber(before) && DigitString.isYear(tokens.norm[before]);
        boolean listed = dated
                || tokens.is(before, ",")
                || tokens.is(before, ";")
                || sentence.cueAt(CueType.LIST_JOINER, before)
                || sentence.cueAt(CueType.LISTED_BEFORE, before)
                || tokens.is(before, "to") && isMovedTo(sentence, before)
                || tokens.is(before, "the") && isEnvisaged(sentence, mention);
        Mention other = listed ? lastCounted(figures, index) : null;
        return other != null
                && mention.lead - other.to <= FARTHEST_LISTED
                && countsAsOther(sentence, mention, other, "noun-as-listed");
    }

    /** "shrank to 782,000": the same thing as before. */
    private static boolean isMovedTo(SentenceContext sentence, int to) {
        return sentence.cueAt(CueType.DOWN, to - 1)
                || sentence.cueAt(CueType.UP, to - 1)
                || sentence.cueAt(CueType.MOVED, to - 1);
    }

    /** "two thirds of the 350,000 envisaged", "more than the 800,000 planned". */
    private static boolean isEnvisaged(SentenceContext sentence, Mention mention) {
        return sentence.cueAt(CueType.COMPLETION, mention.to) && sentence.tokens.norm[mention.to].endsWith("ed");
    }

    private static boolean countsAsOther(SentenceContext sentence, Mention mention, Mention other, String rule) {
        mention.noun = other.noun;
        boolean here = other.sentence == sentence && other.to <= mention.lead;
        if (here && !sentence.hasCue(CueType.VERB, other.behindNoun(), mention.lead)) {
            mention.sameAs = other;
        }
        mention.rules.add(rule, other);
        return true;
    }

    private static @Nullable Mention lastCounted(List<Mention> figures, int index) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention other = figures.get(i);
            if (other.noun != null && (other.isCount() || other.unit.equals(other.noun.unit()))) {
                return other;
            }
        }
        return null;
    }

    private static boolean endsBefore(SentenceContext sentence, CueType type, int token) {
        for (int length = 1; length <= 3; length++) {
            PhraseIndex.Hit<Lexicon.Cue> hit = sentence.cueBeginningAt(type, token - length);
            if (hit != null && hit.end() == token) {
                return true;
            }
        }
        return false;
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
