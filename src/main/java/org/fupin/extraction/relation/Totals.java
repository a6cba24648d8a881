package org.fupin.extraction.relation;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.kind.StatusPass;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/** Looks for the total that a part can be of, among the figures before it. */
final class Totals {

    private Totals() {}

    /** The last figures of the sentence before. */
    static List<Mention> before(SentenceContext sentence) {
        return sentence.previous == null ? List.of() : sentence.previous.lastFigures();
    }

    /**
     * The last level before the opener that the part can be a part of; one that counts the same things, where it stands in
     * one list with that ("500 houses, 300 pens and 60 pools, including 120 houses").
     */
    static @Nullable Mention opened(
            SentenceContext sentence, List<Mention> figures, int last, Mention part, Hit<Cue> opener) {
        Mention near = null;
        for (int i = last; i >= Math.max(0, last - SentenceContext.FARTHEST); i--) {
            Mention total = figures.get(i);
            if (near != null && !sentence.isListed(total, figures.get(i + 1))) {
                return near;
            }
            if (!total.isLevel() || !Likeness.isComparable(total, part)) {
                continue;
            }
            if (near == null && total.to == opener.begin() && total.partOf != null) {
                return total.partOf; // "512 of whom were A and 1,634 B": parts of the same
            }
            Mention beside = isSmaller(total, part) && i > 0 ? figures.get(i - 1) : null;
            if (beside != null
                    && beside.isLevel()
                    && !isSmaller(beside, part)
                    && Likeness.isComparable(beside, part)
                    && sentence.isListed(beside, total)) {
                continue; // "600 people and 120 households (including 300 settlers)": of the people
            }
            boolean outside = sentence.depth[total.from] > sentence.depth[opener.begin()];
            if (!outside
                    && Likeness.isPerUnit(sentence, total) == Likeness.isPerUnit(sentence, part)
                    && !Likeness.isFarLarger(part, total)) {
                if (total.unit != null || Likeness.sameHead(total, part)) {
                    return total;
                }
                near = near == null ? total : near;
            }
        }
        return near;
    }

    /** The last of the figures that can be the total of the part: what was done has parts, not its plan. */
    static @Nullable Mention last(List<Mention> figures, Mention part) {
        for (int i = figures.size() - 1; i >= 0; i--) {
            Mention total = figures.get(i);
            if (total.isLevel()
                    && !total.isBase
                    && !isSmaller(total, part)
                    && !StatusPass.isTargetOf(total.sentence, total.lead)
                    && Likeness.isComparable(total, part)
                    && !Likeness.isPerUnit(total.sentence, total)) {
                return total;
            }
        }
        return null;
    }

    private static boolean isSmaller(Mention total, Mention part) {
        return part.value != null && total.value != null && total.value.compareTo(part.value) < 0;
    }

    /** The total of the part before in a list, null where it is too small for both: "500 yuan, 350 of it ...; 400 yuan". */
    static @Nullable Mention goesOn(Mention before, Mention part) {
        Mention total = before.partOf;
        boolean known = total != null && total.value != null && before.value != null && part.value != null;
        return known && before.value.add(part.value).compareTo(total.value) <= 0 ? total : null;
    }

    /** The total that the rest and what was told before it make up; else, of a rest that comes first, the last one before. */
    static @Nullable Mention ofRest(SentenceContext sentence, List<Mention> near, Mention part) {
        if (near.isEmpty() || !Breakdowns.isTotal(part)) {
            return last(before(sentence), part);
        }
        List<Mention> parts = new ArrayList<>(List.of(part));
        for (int i = near.size() - 1; i >= 0; i--) {
            Mention other = near.get(i);
            if (Breakdowns.isTotal(other) && Likeness.isComparable(part, other)) {
                if (parts.size() > 1 && Breakdowns.addUp(parts, other)) {
                    return other;
                }
                parts.add(other);
            }
        }
        return parts.size() == 1 ? null : Breakdowns.sumOf(parts, before(sentence));
    }
}
