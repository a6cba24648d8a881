package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.jspecify.annotations.Nullable;

/** Which amounts are parts of others: as the sentence says so, or because they were found to add up to them. */
final class Parts {

    /** So many digits make the chance small that two amounts add up to a third. */
    private static final int TELLING_DIGITS = 3;

    private final FigureIndex index;

    /** The amounts of payers by value: of a list of thousands each would have to be looked at for each. */
    private final Map<BigDecimal, List<Figure>> payers;

    Parts(FigureIndex index) {
        this.index = index;
        this.payers = index.figures().stream()
                .filter(Parts::isPayers)
                .collect(Collectors.groupingBy(
                        figure -> Objects.requireNonNull(value(figure)).stripTrailingZeros()));
    }

    /** Whether {@code part} is said to be part of {@code whole}, directly or through other totals. */
    boolean isWithin(Figure part, Figure whole) {
        Figure total = index.figure(part, part.observation().partOf());
        for (int depth = 0; total != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            if (total == whole) {
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    /** As {@link #isWithin}, or one of the amounts listed for {@code whole}, whether they make it up or not, or a part of one of these. */
    boolean isOf(Figure part, Figure whole) {
        return isWithin(part, whole)
                || index.listed(whole).stream().anyMatch(addend -> addend == part || isWithin(part, addend));
    }

    /**
     * Whether {@code total} is exactly what {@code part} and one amount of another payer make: it tells both again, as
     * sections on all programmes do of what others tell singly.
     */
    boolean isSumOfPayers(Figure total, Figure part) {
        BigDecimal sum = value(total);
        BigDecimal own = value(part);
        // Ranges have no value that could be added.
        if (sum == null || own == null || sum.stripTrailingZeros().precision() < TELLING_DIGITS) {
            return false;
        }
        return payers.getOrDefault(sum.subtract(own).stripTrailingZeros(), List.of()).stream()
                .anyMatch(other ->
                        other.observation().source() != part.observation().source()
                                && other.observation()
                                        .period()
                                        .equals(total.observation().period())
                                && other.article().equals(total.article()));
    }

    private static boolean isPayers(Figure figure) {
        return figure.observation().source() != null
                && figure.observation().measure() == Measure.FUNDS
                && figure.observation().kind() == Kind.LEVEL
                && figure.observation().quantity().unit().is("CNY")
                && value(figure) != null;
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
