package org.fupin.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * How the arithmetic of a check is done again from the figures, so that a reader can see and a workbook can compute it.
 *
 * @param operation what is computed
 * @param operands of the operation, in its order
 * @param against the figure that states the result; null where the rule itself does (shares make 100)
 * @param stated the stated result in its base unit
 * @param recomputed what the operands make
 */
public record Recomputation(
        Operation operation,
        List<Figure> operands,
        @Nullable Figure against,
        BigDecimal stated,
        BigDecimal recomputed) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is computed of the operands a, b, ... */
    public enum Operation {
        /** a + b + ... */
        SUM,
        /** b / a × 100: the part b of the whole a, the result b of the plan a. */
        PERCENT,
        /** b / a × 100 - 100: by how much the result b exceeds the plan a. */
        PERCENT_OVER,
        /** a / (a - b) × 100: the result a, which is b above the plan. */
        PERCENT_ABOVE,
        /** a / (a + b) × 100: the result a, which is b below the plan. */
        PERCENT_BELOW,
        /** |a - b| / b × 100: from the base b to the level a. */
        GROWTH,
        /** b / (a - b) × 100: the level a after an increase by b. */
        GROWTH_BY_INCREASE,
        /** b / (a + b) × 100: the level a after a decrease by b. */
        GROWTH_BY_DECREASE,
        /** |a - b|. */
        DIFFERENCE,
        /** a / b: the total a over the count b. */
        QUOTIENT
    }

    public Recomputation {
        operands = List.copyOf(operands);
    }

    /** Stated less recomputed. */
    public BigDecimal difference() {
        return stated.subtract(recomputed);
    }

    /**
     * How {@code finding} is recomputed from {@code figures}, those of the finding in its order; null where its figures do
     * not make a computation, as with a malformed number or a contradiction.
     */
    static @Nullable Recomputation of(Finding finding, List<Figure> figures) {
        if (figures.size() != finding.observations().size()
                || figures.stream().anyMatch(figure -> value(figure) == null)) {
            return null;
        }
        return switch (finding.rule()) {
            case SUM -> sum(figures);
            case SHARE, COMPLETION -> percent(figures, finding.rule());
            case GROWTH -> growth(figures);
            case CHANGE -> change(figures);
            case AVERAGE -> average(figures);
            case PLAUSIBILITY, MALFORMED, CONTRADICTION -> null;
        };
    }

    private static @Nullable Recomputation sum(List<Figure> figures) {
        if (figures.size() < 2 || !oneUnit(figures)) {
            return null;
        }
        return make(Operation.SUM, figures.subList(1, figures.size()), figures.get(0));
    }

    private static @Nullable Recomputation percent(List<Figure> figures, FindingRule rule) {
        // A registration rate is a level in percent, and yet a share of what is registered.
        List<Figure> percents = figures.stream()
                .filter(figure -> figure.observation().quantity().unit().is("percent"))
                .toList();
        List<Figure> levels = with(figures, Kind.LEVEL, Kind.CHANGE, Kind.GAP).stream()
                .filter(figure -> !percents.contains(figure))
                .toList();
        if (percents.size() > 1) {
            return new Recomputation(Operation.SUM, percents, null, HUNDRED, total(percents));
        }
        if (percents.size() != 1 || levels.size() != 2 || !oneUnit(levels)) {
            return null;
        }
        Figure stated = percents.get(0);
        Figure second = levels.get(1);
        if (rule == FindingRule.COMPLETION && second.observation().kind() == Kind.GAP) {
            return second.observation().direction() == Direction.BELOW
                    ? make(Operation.PERCENT_BELOW, levels, stated)
                    : nearer(Operation.PERCENT_ABOVE, Operation.GROWTH_BY_INCREASE, levels, stated);
        }
        return rule == FindingRule.COMPLETION
                ? nearer(Operation.PERCENT, Operation.PERCENT_OVER, levels, stated)
                : make(Operation.PERCENT, levels, stated);
    }

    /** "Exceeding the plan by 6 percent" states 6, "106 percent of the plan" states 106: whichever the operands make. */
    private static @Nullable Recomputation nearer(
            Operation whole, Operation excess, List<Figure> operands, Figure stated) {
        Recomputation a = make(whole, operands, stated);
        Recomputation b = make(excess, operands, stated);
        return a != null
                        && b != null
                        && b.difference().abs().compareTo(a.difference().abs()) < 0
                ? b
                : a;
    }

    private static @Nullable Recomputation growth(List<Figure> figures) {
        List<Figure> rates = with(figures, Kind.GROWTH);
        List<Figure> levels = with(figures, Kind.LEVEL);
        List<Figure> changes = with(figures, Kind.CHANGE);
        if (rates.size() != 1 || levels.isEmpty()) {
            return null;
        }
        Figure rate = rates.get(0);
        if (levels.size() == 2 && oneUnit(levels)) {
            return make(Operation.GROWTH, levels, rate);
        }
        if (levels.size() == 1 && changes.size() == 1 && oneUnit(List.of(levels.get(0), changes.get(0)))) {
            boolean down = changes.get(0).observation().direction() == Direction.DOWN;
            return make(
                    down ? Operation.GROWTH_BY_DECREASE : Operation.GROWTH_BY_INCREASE,
                    List.of(levels.get(0), changes.get(0)),
                    rate);
        }
        return null;
    }

    private static @Nullable Recomputation change(List<Figure> figures) {
        List<Figure> changes = with(figures, Kind.CHANGE, Kind.GAP);
        List<Figure> levels = with(figures, Kind.LEVEL);
        if (levels.isEmpty()) {
            return sum(figures);
        }
        if (changes.size() != 1
                || levels.size() != 2
                || !oneUnit(levels)
                || dimension(changes.get(0)) != dimension(levels.get(0))) {
            return null;
        }
        return make(Operation.DIFFERENCE, levels, changes.get(0));
    }

    private static @Nullable Recomputation average(List<Figure> figures) {
        List<Figure> averages = figures.stream()
                .filter(figure -> figure.observation().per() != null)
                .toList();
        List<Figure> others = figures.stream()
                .filter(figure -> figure.observation().per() == null)
                .toList();
        if (averages.isEmpty() && figures.size() == 3) {
            // Without a word for what it is per, the order of the finding tells: total, count, average.
            return make(Operation.QUOTIENT, figures.subList(0, 2), figures.get(2));
        }
        if (averages.size() != 1 || others.size() != 2) {
            return null;
        }
        Dimension dimension = dimension(averages.get(0));
        boolean first = dimension(others.get(0)) == dimension;
        if (first == (dimension(others.get(1)) == dimension)) {
            return null;
        }
        return make(Operation.QUOTIENT, first ? others : List.of(others.get(1), others.get(0)), averages.get(0));
    }

    private static @Nullable Recomputation make(Operation operation, List<Figure> operands, Figure against) {
        BigDecimal result = compute(operation, operands);
        return result == null ? null : new Recomputation(operation, operands, against, value(against), result);
    }

    private static @Nullable BigDecimal compute(Operation operation, List<Figure> operands) {
        BigDecimal a = value(operands.get(0));
        BigDecimal b = operands.size() > 1 ? value(operands.get(1)) : BigDecimal.ZERO;
        return switch (operation) {
            case SUM -> total(operands);
            case PERCENT -> percent(b, a);
            case PERCENT_OVER -> {
                BigDecimal percent = percent(b, a);
                yield percent == null ? null : percent.subtract(HUNDRED);
            }
            case PERCENT_ABOVE -> percent(a, a.subtract(b));
            case PERCENT_BELOW -> percent(a, a.add(b));
            case GROWTH -> percent(a.subtract(b).abs(), b);
            case GROWTH_BY_INCREASE -> percent(b, a.subtract(b));
            case GROWTH_BY_DECREASE -> percent(b, a.add(b));
            case DIFFERENCE -> a.subtract(b).abs();
            case QUOTIENT -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL64);
        };
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }

    private static List<Figure> with(List<Figure> figures, Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return figures.stream()
                .filter(figure -> wanted.contains(figure.observation().kind()))
                .toList();
    }

    private static boolean oneUnit(List<Figure> figures) {
        String base = figures.get(0).observation().quantity().unit().base();
        return figures.stream()
                .allMatch(
                        figure -> figure.observation().quantity().unit().base().equals(base));
    }

    private static BigDecimal total(List<Figure> figures) {
        return figures.stream().map(Recomputation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Dimension dimension(Figure figure) {
        return figure.observation().quantity().unit().dimension();
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
