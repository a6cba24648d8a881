package org.fupin.extraction.structure;

import java.math.BigDecimal;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/** A number of a sentence with its unit and what it counts: all that the structure needs to know of it. */
public interface Figure {

    /** First token of the words that belong to it: a qualifier, or the number. */
    int lead();

    /** Token behind the quantity: number, magnitude and unit. */
    int to();

    /** Token behind the quantity and the noun phrase that it counts, where that follows. */
    int behindNoun();

    /** The unit, null for a count of things. */
    @Nullable
    public Unit unit();

    /** The value in the unit, null for a range. */
    @Nullable
    BigDecimal value();

    /** Whether it is told in percent. */
    default boolean isRelative() {
        return unit() != null && unit().is("percent");
    }

    /** Whether it counts things, people or households. */
    default boolean isCounted() {
        Unit unit = unit();
        if (unit == null) {
            return true;
        }
        return switch (unit.dimension()) {
            case COUNT, PEOPLE, HOUSEHOLDS -> true;
            default -> false;
        };
    }

    /** Whether two figures are told in the same unit, or both count things. */
    public default boolean isLike(Figure other) {
        return unit() == null ? other.unit() == null : unit().equals(other.unit());
    }
}
