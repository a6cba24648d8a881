package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;

/** Finds the parts of one sentence that add up to a total before or behind them, without words that open them. */
final class Sums {

    /** Fewest digits of a sum that no word tells. */
    private static final int DIGITS = 4;

    private final SentenceContext sentence;
    private final List<Mention> figures;

    Sums(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.figures = figures;
    }

    /**
     * Figures of one sentence that visibly add up to the one before them are its parts, as are those before a sum: "A paid 83
     * million yuan and B 29 million yuan, totalling 112 million yuan".
     */
    void link() {
        for (int i = 0; i < figures.size(); i++) {
            Mention total = figures.get(i);
            if (!Breakdowns.isTotal(total)) {
                continue;
            }
            if (isSum(total) || isExact(total)) {
                sum(i, -1);
            }
            if (!isEarlier(i)) {
                sum(i, 1);
            }
        }
    }

    /** "totalling 93", "93 in total": what it says it is the sum of stands before it. */
    private boolean isSum(Mention total) {
        int behind = total.behindNoun();
        return sentence.hasCue(CueType.SUM_BEHIND, Math.max(0, total.lead - 3), total.from)
                || sentence.hasCue(CueType.SUM_BEHIND, behind, behind + 2);
    }

    /** A number of several digits that is just the sum of those before it is no chance. */
    private static boolean isExact(Mention total) {
        return total.value.stripTrailingZeros().precision() >= DIGITS;
    }

    /** Collects parts on one side of a total, up to those that make it up. */
    private void sum(int index, int step) {
        Mention total = figures.get(index);
        List<Mention> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int steps = 1; steps < SentenceContext.FARTHEST; steps++) {
            int at = index + steps * step;
            if (at < 0 || at >= figures.size() || step > 0 && sum.compareTo(total.value) > 0) {
                return; // what comes behind makes it no smaller
            }
            Mention part = figures.get(at);
            if (!Breakdowns.isTotal(part) || part.partOf != null || !canAddUp(total, part)) {
                continue;
            }
            if (step < 0 && (part.isBase || sentence.cueAt(CueType.FROM, part.lead - 1))) {
                return; // "from 1,250 ... 250 more ... 1,500": a state before is no part
            }
            parts.add(part);
            sum = sum.add(part.value);
            boolean rounded = step < 0 && isSum(total);
            boolean isWhole = rounded ? Breakdowns.addUp(parts, total) : sum.compareTo(total.value) == 0;
            if (parts.size() > 1 && isWhole) {
                if (step < 0 ? isSum(total) || !isItem(total, parts) : isJoined(total, parts)) {
                    parts.forEach(found -> Breakdowns.become(found, total, Breakdowns.ADDS_UP));
                }
                return;
            }
        }
    }

    /**
     * Whether list, clause or subject join the parts to the total. "A put in 240,000 yuan; B put in 120,000 yuan and paid
     * 120,000 yuan" adds up by chance: others did other things.
     */
    private boolean isJoined(Mention total, List<Mention> parts) {
        Clause ofTotal = sentence.structure().clauseAt(total.lead);
        if (ofTotal == null || isAnnounced(total)) {
            return true;
        }
        if (isSibling(total, parts)) {
            return false;
        }
        for (Mention part : parts) {
            Clause clause = sentence.structure().clauseAt(part.lead);
            boolean other = clause != null
                    && clause.hasPredicate()
                    && clause.hasSubject()
                    && !clause.isRelative()
                    && clause.subjectFrom() != ofTotal.subjectFrom()
                    && !clause.isInSubject(part.lead);
            if (other) {
                return false;
            }
        }
        return true;
    }

    /** "450 yuan was used for A, 350 yuan for B and 100 yuan for C": the first is told like the others. */
    private boolean isSibling(Mention total, List<Mention> parts) {
        int at = parts.get(0).to;
        if (!sentence.cueAt(CueType.GOVERNOR, at)) {
            return false;
        }
        String preposition = sentence.tokens.norm[at];
        boolean like = sentence.cueAt(CueType.AUXILIARY, total.behindNoun())
                && parts.stream().allMatch(part -> sentence.tokens.is(part.to, preposition));
        for (int i = total.to; like && i < parts.get(0).lead && !sentence.tokens.is(i, ":"); i++) {
            if (sentence.tokens.is(i, preposition)) {
                return true;
            }
        }
        return false;
    }

    /** "1,200 yuan on tea, 300 yuan on rice and 1,500 yuan on oil": the last of a list is no sum of the others. */
    private boolean isItem(Mention total, List<Mention> parts) {
        return sentence.cueAt(CueType.GOVERNOR, total.to)
                && parts.stream().allMatch(part -> sentence.tokens.is(part.to, sentence.tokens.norm[total.to]));
    }

    /** "a total of 240,000 yuan": a sum is told. */
    private boolean isAnnounced(Mention total) {
        return sentence.hasCue(CueType.SUM, Math.max(0, total.lead - 3), total.lead);
    }

    /** "fell from 8 million to 7 million, and 1 million ...": what there was before is no total of what is left and went. */
    private boolean isEarlier(int index) {
        Mention first = figures.get(index);
        if (index + 1 == figures.size() || !sentence.cueAt(CueType.FROM, first.lead - 1)) {
            return false;
        }
        Mention second = figures.get(index + 1);
        return first.isLike(second) && sentence.cueAt(CueType.TO, second.lead - 1);
    }

    /** What adds up to the digit may be named otherwise than the total. */
    private static boolean canAddUp(Mention total, Mention part) {
        return Likeness.isComparable(total, part) || total.unit == null && part.unit == null && total.noun == null;
    }
}
