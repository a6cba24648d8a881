package org.fupin.extraction.sentence;

import java.util.List;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a figure that names nothing of its own may go on about: "Banks lent 90 million yuan. Growers got 40 million
 * yuan". That is the level of its dimension that stands nearest before it in the paragraph, if it is not larger than
 * what is told there.
 */
public final class WentBefore {

    /** Most sentences back. */
    private static final int FARTHEST = 2;

    private WentBefore() {}

    /** The figure that it may go on about, null if there is none. */
    public static @Nullable Mention of(Mention mention) {
        List<Mention> figures = mention.sentence.mentions;
        Mention last = null;
        SentenceContext sentence = mention.sentence;
        int end = SentenceContext.firstFrom(figures, mention.from);
        for (int steps = 0; steps <= FARTHEST && sentence != null; steps++) {
            for (int i = end - 1; i >= Math.max(0, end - SentenceContext.FARTHEST); i--) {
                Mention other = figures.get(i);
                if (other.isLeftOut() || !other.isLevel() || other.measure == null || !isAlike(other, mention)) {
                    continue;
                }
                last = last == null ? other : last;
                if (other.measure != last.measure) {
                    return null;
                }
                if (isWithin(mention, other)) {
                    return last;
                }
            }
            sentence = sentence.previous;
            figures = sentence == null ? List.of() : sentence.lastFigures();
            end = figures.size();
        }
        return null;
    }

    /** What it may go on about measures, null if there is nothing. */
    static @Nullable Measure measure(Mention mention) {
        Mention before = of(mention);
        return before == null ? null : before.measure;
    }

    private static boolean isAlike(Mention other, Mention mention) {
        if (mention.unit == null || other.unit == null) {
            return false;
        }
        return mention.unit.dimension() == Dimension.MONEY
                ? mention.unit.equals(other.unit)
                : isOfPeople(mention) && isOfPeople(other);
    }

    private static boolean isOfPeople(Mention mention) {
        return mention.isUnit("person") || mention.isUnit("household");
    }

    private static boolean isWithin(Mention mention, Mention other) {
        return mention.value != null && other.value != null && mention.value.compareTo(other.value) <= 0;
    }
}
