package org.fupin.extraction.noun;

import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.sentence.YearParts;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/** Finds what a count counts: the noun phrase after it, behind an auxiliary, or before it. */
public final class NounPass implements Pass {

    /** What a row concludes: that the number counts what was counted before it, or what the last number counts. */
    static final String COUNTED = "counted";

    private final RuleTable table;
    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final ListedNouns listedNouns;
    private final SubjectNouns subjectNouns;
    private final WholeNouns wholeNouns;

    public NounPass(Lexicon lexicon, NounPhrases phrases, RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(COUNTED, Set.of("before", "last")));
        this.lexicon = lexicon;
        this.phrases = phrases;
        listedNouns = new ListedNouns(phrases);
        subjectNouns = new SubjectNouns(lexicon, phrases);
        wholeNouns = new WholeNouns(phrases, subjectNouns);
    }

    @Override
    public String name() {
        return "nouns";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.isCount() && mention.noun == null && !ListedNouns.isMoneyToo(sentence, figures, i)) {
                find(sentence, figures, i, rules.first(mention));
            }
        }
    }

    private void find(SentenceContext sentence, List<Mention> figures, int index, @Nullable Applied applied) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
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
        if (wholeNouns.ofTheNext(sentence, figures, index)
                || WholeNouns.ofThem(sentence, figures, index)
                || wholeNouns.ofTheWhole(sentence, figures, index)
                || ListedNouns.sameAsBefore(figures, index, applied)
                || ListedNouns.isMoreOrFewer(sentence, figures, index)) {
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
        if (after != null && tokens.is(after.head(), "ones") && listedNouns.pronounOnes(figures, index, after)) {
            return;
        }
        Phrase shared = listedNouns.sharedNoun(sentence, figures, index, after, ListedNouns.LONGEST_LIST);
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
        if (after == null || after.noun() == null && !looksCounted(tokens, after)) {
            if (listedNouns.isElidedSubject(sentence, figures, index)) {
                return;
            }
        }
        boolean bare = after == null || after.noun() == null && !looksCounted(tokens, after);
        if (after == null && listedNouns.sharesSubject(sentence, figures, index)
                || after == null && wholeNouns.isOfSubject(sentence, figures, index)
                || bare
                        && mention.noun == null
                        && (subjectNouns.isLabelled(sentence, mention)
                                || subjectNouns.isNamedBefore(sentence, figures, index))
                || after == null && ListedNouns.isMoreOfThem(sentence, figures, index)) {
            return;
        }
        if (Side.of(sentence, mention) == Side.BEFORE
                && (after == null || after.noun() == null && !looksCounted(tokens, after))) {
            subjectNouns.find(sentence, figures, index);
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
                && (Lemma.isPlural(tokens.norm[things.head()]) || subjectNouns.isHeads(things.noun()));
        return moved ? things : null;
    }

    static boolean endsBefore(SentenceContext sentence, CueType type, int token) {
        for (int length = 1; length <= 3; length++) {
            PhraseIndex.Hit<Lexicon.Cue> hit = sentence.cueBeginningAt(type, token - length);
            if (hit != null && hit.end() == token) {
                return true;
            }
        }
        return false;
    }

    static boolean looksCounted(Tokens tokens, Phrase phrase) {
        return Lemma.isPlural(tokens.norm[phrase.head()]);
    }

    static void set(Mention mention, Phrase phrase, boolean before, String rule) {
        mention.nounFrom = phrase.from();
        mention.nounTo = phrase.to();
        mention.noun = phrase.noun();
        mention.nounBefore = before;
        mention.rules.add(rule, mention.nounFrom, mention.nounTo);
    }
}
