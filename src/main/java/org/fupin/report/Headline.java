package org.fupin.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A headline indicator of a province and year.
 *
 * @param indicator what it is
 * @param figure null where the sources state none
 * @param change the growth, or else the absolute change, that the source states of the figure; null if none
 * @param flags the figure's; {@link Flag#PROVISIONAL} in a first vintage; {@link Flag#NOT_AVAILABLE} without a figure
 * @param note what a reader must know of how it was chosen: another date, a part of the total, one of several; empty if
 *     nothing
 * @param earlier one for each earlier year that is held, ascending
 */
public record Headline(
        Indicator indicator,
        @Nullable Figure figure,
        @Nullable Figure change,
        List<Flag> flags,
        String note,
        List<Earlier> earlier) {

    /**
     * The same indicator in an earlier year.
     *
     * @param figure as that year's report states it, numbered as there; null where it states none
     */
    public record Earlier(int year, @Nullable Figure figure) {}

    public Headline {
        flags = List.copyOf(flags);
        earlier = List.copyOf(earlier);
    }

    public boolean isAvailable() {
        return figure != null;
    }

    /** The value in the base unit: negative for a growth that is a decline, positive for all else; null if none. */
    public @Nullable BigDecimal value() {
        return value(indicator, figure);
    }

    /** The value of {@code earlier} as {@link #value()} gives this year's. */
    public @Nullable BigDecimal value(Earlier year) {
        return value(indicator, year.figure());
    }

    /** The amount for people, such as "about 2.352 billion Yuan"; empty if there is none. */
    public String text() {
        if (figure == null) {
            return "";
        }
        // A decrease of the poor population is here the number of people lifted out of poverty: no direction.
        return indicator == Indicator.INCOME_GROWTH ? figure.text() : FigureText.undirected(figure.observation());
    }

    private static @Nullable BigDecimal value(Indicator indicator, @Nullable Figure figure) {
        if (figure == null) {
            return null;
        }
        return indicator == Indicator.INCOME_GROWTH
                ? figure.signedBaseValue()
                : figure.observation().quantity().baseValue();
    }
}
