package org.fupin.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.fupin.observation.Digits;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.Quantity;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/** Writes amounts for people: "about 2.352 billion Yuan", "up 15.1%", "5 million to 10 million Yuan", "62,100 mu". */
public final class FigureText {

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    /** As many decimals as sources state. */
    private static final int DECIMALS = 6;

    private FigureText() {}

    /** The amount with qualifier, direction, unit and what it is per. */
    public static String of(Observation observation) {
        String text = undirected(observation);
        Direction direction = observation.direction();
        if (direction == null) {
            return text;
        }
        return switch (direction) {
            case UP, DOWN -> direction.code() + " " + text;
            case ABOVE, BELOW -> text + " " + direction.code();
        };
    }

    /** As {@link #of(Observation)}, without the direction. */
    public static String undirected(Observation observation) {
        StringBuilder text = new StringBuilder();
        switch (observation.qualifier()) {
            case EXACT -> {}
            case ABOUT -> text.append("about ");
            case OVER -> text.append("over ");
            case UNDER -> text.append("under ");
        }
        text.append(of(observation.quantity()));
        // "Per capita GDP" says so itself; where it does not, the total was meant.
        if (observation.per() != null && observation.measure() != Measure.ECONOMY) {
            text.append(' ').append(observation.per().phrase());
        }
        return text.toString();
    }

    public static String of(Quantity quantity) {
        if (quantity.isRange()) {
            return number(quantity.low(), quantity.unit()) + " to " + withUnit(quantity.high(), quantity.unit());
        }
        return withUnit(quantity.value(), quantity.unit());
    }

    /** An amount in its unit: "1.117 billion Yuan", "15.1%", "3,277". */
    public static String withUnit(@Nullable BigDecimal amount, Unit unit) {
        String number = number(amount, unit);
        if (unit.is("percent")) {
            return number + "%";
        }
        if (unit.is("ratio")) {
            return number + ":1";
        }
        return unit.label().isEmpty() ? number : number + " " + unit.label();
    }

    /** An amount as a sentence says it: "more than 1.5 million people", "2.064 billion yuan". */
    public static String prose(String amount) {
        return amount.replaceAll("\\bpersons\\b", "people")
                .replaceAll("\\bYuan\\b", "yuan")
                .replaceFirst("^over ", "more than ");
    }

    /** A label within a sentence: "money of governments". */
    public static String lower(String label) {
        return label.isEmpty() ? "" : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** A phrase as a sentence begins with it. */
    public static String capital(String phrase) {
        return phrase.isEmpty() ? "" : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    /** When something was, as a sentence says it: "in 2012", "at the end of 2012", "in July 2012", "from 2008 to 2010". */
    public static String when(Period period) {
        LocalDate end = period.end();
        String month = end.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + end.getYear();
        return switch (period.type()) {
            case YEAR -> "in " + period.iso();
            case MONTH -> "in " + month;
            case DAY ->
                end.getDayOfYear() == end.lengthOfYear()
                        ? "at the end of " + end.getYear()
                        : "on " + end.getDayOfMonth() + " " + month;
            case INTERVAL -> "from " + period.iso().replace("/", " to ");
        };
    }

    /** Money in Yuan, scaled to billion or million: what a chart's label or a sentence shows. */
    public static String yuan(BigDecimal amount) {
        return scaled(amount) + " Yuan";
    }

    /** An amount as a chart shows it, in four digits without its unit: "1.117 billion". */
    public static String charted(BigDecimal amount) {
        return scaled(amount.round(FOUR_DIGITS));
    }

    /** Digits grouped by thousands, at most six decimals, no trailing zeros. */
    public static String grouped(BigDecimal amount) {
        return Digits.grouped(amount, 0, DECIMALS);
    }

    private static String number(@Nullable BigDecimal amount, Unit unit) {
        if (amount == null) {
            return "";
        }
        boolean large = unit.dimension() == Dimension.MONEY
                || unit.dimension() == Dimension.PEOPLE
                || unit.dimension() == Dimension.HOUSEHOLDS;
        return large ? scaled(amount) : grouped(amount);
    }

    private static String scaled(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(BILLION) >= 0) {
            return grouped(amount.divide(BILLION, DECIMALS, RoundingMode.HALF_UP)) + " billion";
        }
        if (size.compareTo(MILLION) >= 0) {
            return grouped(amount.divide(MILLION, DECIMALS, RoundingMode.HALF_UP)) + " million";
        }
        return grouped(amount);
    }
}
