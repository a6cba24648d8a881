package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.Objects;
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

    Parts(FigureIndex index) {
        this.index = index;
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
        BigDecimal rest = sum.subtract(own);
        return index.figures().stream()
                .anyMatch(other -> isPayers(other, total)
                        && other.observation().source() != part.observation().source()
                        && rest.compareTo(Objects.requireNonNull(value(other))) == 0);
    }

    private static boolean isPayers(Figure figure, Figure total) {
        return figure.observation().source() != null
                && figure.observation().measure() == Measure.FUNDS
                && figure.observation().kind() == Kind.LEVEL
                && figure.observation().quantity().unit().is("CNY")
                && figure.observation().period().equals(total.observation().period())
                && figure.article().equals(total.article())
                && value(figure) != null;
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
