package org.fupin.publish.notice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;
import org.fupin.observation.Unit;
import org.fupin.reference.ChineseNames;
import org.fupin.report.figure.FigureText;

/** Writes amounts in Chinese: "约 23.52 亿元", "增长 15.1%", "500 万元至 1000 万元", "6.21 万亩". */
final class ChineseAmounts {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    /** As many decimals as sources state. */
    private static final int DECIMALS = 8;

    private final ChineseNames names;

    ChineseAmounts(ChineseNames names) {
        this.names = names;
    }

    /** The amount with qualifier, direction, unit and what it is per. */
    String of(Observation observation) {
        String text = undirected(observation);
        if (observation.direction() == null) {
            return text;
        }
        boolean percent = observation.kind() == Kind.GROWTH;
        return switch (observation.direction()) {
            case UP -> (percent ? "增长 " : "增加 ") + text;
            case DOWN -> (percent ? "下降 " : "减少 ") + text;
            case ABOVE -> "高出 " + text;
            case BELOW -> "低 " + text;
        };
    }

    /** As {@link #of(Observation)}, without the direction. */
    String undirected(Observation observation) {
        String qualifier =
                switch (observation.qualifier()) {
                    case EXACT -> "";
                    case ABOUT -> "约 ";
                    case OVER -> "超过 ";
                    case UNDER -> "不足 ";
                };
        String per = observation.per() == null
                ? ""
                : "/" + names.of("per", observation.per().code());
        return qualifier + of(observation.quantity()) + per;
    }

    private String of(Quantity quantity) {
        return quantity.isRange()
                ? withUnit(quantity.low(), quantity.unit()) + "至 " + withUnit(quantity.high(), quantity.unit())
                : withUnit(quantity.value(), quantity.unit());
    }

    String withUnit(BigDecimal amount, Unit unit) {
        String name = names.of("unit", unit.code());
        if (unit.is("percent") || unit.is("ratio")) {
            return FigureText.grouped(amount) + name;
        }
        BigDecimal size = amount.abs();
        if (size.compareTo(HUNDRED_MILLION) >= 0) {
            return scaled(amount, HUNDRED_MILLION) + " 亿" + name;
        }
        if (size.compareTo(TEN_THOUSAND) >= 0) {
            return scaled(amount, TEN_THOUSAND) + " 万" + name;
        }
        return amount.stripTrailingZeros().toPlainString() + " " + name;
    }

    private static String scaled(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
