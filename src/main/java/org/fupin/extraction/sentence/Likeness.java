package org.fupin.extraction.sentence;

import java.math.BigDecimal;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** Which figures can be parts of which totals, by their units and by what they count. */
public final class Likeness {

    private Likeness() {}

    /** Whether one figure can be a part of the other: the same unit, and for counts the same things or none named. */
    public static boolean isComparable(Mention total, Mention part) {
        boolean counts = isCounted(total) && isCounted(part);
        boolean timesUnnamed = total.isUnit("person-time") && part.unit == null && part.noun == null;
        if (timesUnnamed) {
            return part.nounTo == part.nounFrom; // "146,800 person-times were for A, 52,300 for B"
        }
        if (!counts && (total.unit != null || part.unit != null)) {
            boolean people = isPeople(total) && isPeople(part);
            return total.unit != null && total.unit.equals(part.unit) || people;
        }
        boolean partUnnamed = part.noun == null && (part.nounTo == part.nounFrom || isVerb(part));
        if (part.noun == null || total.noun == null) {
            return partUnnamed || sameHead(total, part);
        }
        if (part.nounTo > part.nounFrom && part.sentence.tokens.is(part.nounTo - 1, "ones")) {
            return part.noun.equals(total.noun);
        }
        Measure things = total.noun.measure();
        boolean sameThings = part.noun.measure() == things && things != Measure.PROJECTS && things != Measure.OTHER;
        return sameThings
                || things == Measure.PROJECTS && part.noun.measure() == Measure.FACILITIES
                || sameHead(total, part)
                || isPeople(total) && isPeople(part)
                || isGeneric(part) && total.noun.unit().dimension() == Dimension.HOUSEHOLDS;
    }

    /** "45 newly set up", "1.8 million belong to": what stands behind the number is told of it and no thing. */
    private static boolean isVerb(Mention part) {
        SentenceContext sentence = part.sentence;
        int last = part.nounTo - 1;
        return !part.nounBefore
                && (sentence.cueAt(CueType.VERB, last)
                        || sentence.cueAt(CueType.PLURAL_VERB, last)
                        || sentence.cueAt(CueType.IRREGULAR_VERB, last)
                        || sentence.cueAt(CueType.IRREGULAR_PARTICIPLE, last));
    }

    /** Counts of things, before or after the measure gave them their unit. */
    public static boolean isCounted(Mention mention) {
        return mention.unit == null || mention.noun != null;
    }

    /** "objects of poverty reduction": persons or households, as what they are a part of. */
    public static boolean isGeneric(Mention mention) {
        return mention.sentence.hasCue(CueType.GENERIC, mention.nounFrom, mention.nounTo);
    }

    private static boolean isPeople(Mention mention) {
        return mention.isUnit("person-time")
                || mention.noun != null && mention.noun.unit().dimension() == Dimension.PEOPLE;
    }

    public static boolean sameHead(@Nullable Mention total, Mention part) {
        if (total == null || total.nounTo == total.nounFrom || part.nounTo == part.nounFrom) {
            return false;
        }
        String left = total.sentence.tokens.norm[total.nounTo - 1];
        String right = part.sentence.tokens.norm[part.nounTo - 1];
        return Lemma.of(left).equals(Lemma.of(right));
    }

    public static boolean isPerUnit(SentenceContext sentence, Mention mention) {
        return sentence.hasCue(CueType.PER, mention.to, Math.min(mention.to + 4, sentence.clauseEnd(mention.to)));
    }

    /** More than ten times its total: no slip of a digit makes a part of that. */
    public static boolean isFarLarger(Mention part, Mention total) {
        return part.value != null
                && total.value != null
                && part.value.compareTo(total.value.multiply(BigDecimal.TEN)) > 0;
    }
}
