package org.fupin.extraction.noun;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What a number counts that names nothing of its own and stands beside other numbers: what the one before or behind it counts. */
final class AlikeNouns {

    /** Most counts of a list that share a noun: bounds the work per figure. */
    static final int LONGEST_LIST = 12;

    /** Most words between two counts of which the first has only modifiers. */
    private static final int LONGEST_MODIFIER = 2;

    private final NounPhrases phrases;

    AlikeNouns(NounPhrases phrases) {
        this.phrases = phrases;
    }

    /** "from 1,200 to 1,436", "a target of 1.1 million": the same things once more. */
    static boolean again(List<Mention> figures, int index, Applied row) {
        Mention other = lastCounted(figures, index);
        if (other == null) {
            return false;
        }
        take(figures.get(index), other, row.rule());
        figures.get(index).sameAs = other;
        return true;
    }

    /** "6,468 projects, including 414 new ones": a word stands for the things. */
    static boolean kind(List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        Mention other = lastCounted(figures, index);
        if (other != null) {
            NounPass.set(mention, new Phrase(mention.to, row.end() - 1, row.end(), other.noun), false, row.rule());
        }
        return other != null;
    }

    /** "30 wells in 2011 and 45 in 2012": things like those before, here or in the sentence before. */
    static boolean alike(SentenceContext sentence, List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        Mention other = lastCounted(figures, index);
        if (other != null) {
            take(mention, other, row.rule());
            boolean told = sentence.hasCue(CueType.VERB, other.behindNoun(), mention.lead);
            mention.sameAs = told ? null : other;
        } else if (sentence.previous != null) {
            List<Mention> before = sentence.previous.lastFigures();
            other = lastCounted(before, before.size());
            if (other != null) {
                take(mention, other, row.rule());
            }
        }
        return other != null;
    }

    private static void take(Mention mention, Mention other, String rule) {
        mention.noun = other.noun;
        mention.rules.add(rule, other);
    }

    static @Nullable Mention lastCounted(List<Mention> figures, int index) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention other = figures.get(i);
            if (other.noun != null) {
                return other;
            }
        }
        return null;
    }

    /** "86 million yuan was donated (12 million by firms)": money, too. */
    static boolean unit(List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        Mention amount = index == 0 ? null : figures.get(index - 1);
        if (amount == null || amount.unit == null || mention.value == null) {
            return false;
        }
        mention.unit = amount.unit;
        mention.factor = amount.factor;
        mention.value = mention.value.multiply(amount.factor);
        mention.rules.add(row.rule(), amount);
        return true;
    }

    /** "11 municipal, 29 county and 35 provincial organs": modifiers, and the noun only behind the last number. */
    @Nullable
    Phrase shared(SentenceContext sentence, List<Mention> figures, int index, @Nullable Phrase own) {
        boolean ownCounts = !NounPass.isUnknown(own) && !sentence.cueAt(CueType.LEVEL_NOUN, own.head());
        for (int i = index; !ownCounts && i < Math.min(figures.size() - 1, index + LONGEST_LIST); i++) {
            if (!goesOn(sentence, figures.get(i), figures.get(i + 1))) {
                return null;
            }
            Phrase behind = phrases.after(sentence, figures.get(i + 1).to);
            if (!NounPass.isUnknown(behind) && NounPass.looksCounted(sentence.tokens, behind)) {
                return behind;
            }
        }
        return null;
    }

    /** Whether between two counts stand modifiers at most; nothing only in lists of years or with "respectively". */
    private static boolean goesOn(SentenceContext sentence, Mention left, Mention right) {
        Tokens tokens = sentence.tokens;
        int joint = right.lead - 1;
        int words = joint - left.to;
        boolean joined = tokens.is(joint, ",") || sentence.cueAt(CueType.CONJUNCTION, joint);
        boolean several = left.form == Mention.Form.DIGITS && !BigDecimal.ONE.equals(left.value);
        if (!joined || !several || !right.isCount() || words < 0 || words > LONGEST_MODIFIER) {
            return false;
        }
        for (int i = left.to; i < joint; i++) {
            if (tokens.isPlural(i) || sentence.cueAt(CueType.FUNCTION, i)) {
                return false;
            }
        }
        return words > 0
                || left.sharedPeriod != null && right.sharedPeriod != null
                || sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count);
    }
}
