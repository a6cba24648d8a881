package org.fupin.extraction.table;

import java.math.BigDecimal;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.observation.Dimension;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The unit of figures.
 *
 * @param unit null where only a magnitude is said: "(million)"
 * @param noun what is counted, where the unit is said by its noun
 */
record Scale(
        @Nullable Unit unit,
        BigDecimal factor,
        @Nullable PerUnit per,
        @Nullable Noun noun) {

    static Scale of(Unit unit, @Nullable Noun noun) {
        return new Scale(unit, BigDecimal.ONE, null, noun);
    }

    boolean is(Dimension dimension) {
        return unit != null && unit.dimension() == dimension;
    }

    boolean isMoney() {
        return is(Dimension.MONEY);
    }

    /** Whether it is one of things or people. */
    boolean counts() {
        return is(Dimension.COUNT) || is(Dimension.PEOPLE) || is(Dimension.HOUSEHOLDS);
    }

    /** Whether a unit that a label says can be that of what the label, or the other one, names. */
    boolean suits(Measured topic) {
        if (!topic.isTold() || unit == null || is(Dimension.PERCENT)) {
            return true;
        }
        return topic.money() != null ? isMoney() : !isMoney() || !topic.plural();
    }

    /** Whether a unit that is said of the whole table can: one of money for money, else one in which the things are counted. */
    boolean suitsAmongOthers(Measured topic) {
        if (!topic.isTold()) {
            return true;
        }
        if (topic.money() != null || isMoney()) {
            return isMoney() && (topic.money() != null || topic.noun() != null && !topic.plural());
        }
        if (unit == null || topic.noun() == null) {
            return unit == null ? topic.noun() != null : is(Dimension.PERCENT);
        }
        Dimension counted = topic.noun().unit().dimension();
        return is(counted) || counted == Dimension.COUNT && !counts() && !is(Dimension.PERCENT);
    }

    /** With the unit of what the topic counts, where it is a magnitude alone; null where that counts nothing. */
    @Nullable
    Scale of(Measured topic) {
        if (unit != null) {
            return this;
        }
        return topic.noun() == null ? null : new Scale(topic.noun().unit(), factor, per, topic.noun());
    }
}
