package org.fupin.audit.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.StatedPrecision;
import org.fupin.observation.Observation;
import org.jspecify.annotations.Nullable;

/** Words for figures in messages: stated ones as they stand, computed ones in the same style. */
public final class Wording {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[0-9,]*[0-9])?(?:\\.[0-9]+)?");
    private static final Pattern MAGNITUDE =
            Pattern.compile("(trillion|billion|million|thousand|hundred)", Pattern.CASE_INSENSITIVE);

    /** Smaller magnitudes are written out in computed numbers. */
    private static final BigDecimal LEAST_WORD = BigDecimal.TEN.pow(6);

    private static final String UNIT_OF_TABLE = "table-unit:";

    private static final int ITEM_LENGTH = 110;

    /** An item that is told apart by the heading of its section in brackets. */
    private static final Pattern HEADING = Pattern.compile("([^()]*\\S) \\(([^()]*)\\)");

    private Wording() {}

    /**
     * The figure as it stands, with the unit where the text has none in its span: "5,400 households"; one whose unit the header
     * of a table gives in that unit.
     */
    public static String stated(Figure figure) {
        Observation observation = figure.observation();
        String text = observation.text().strip().replaceAll("\\s+", " ");
        String unit = countWord(figure);
        if (isScaledByHeader(observation)) {
            return join(plain(figure.amount().value()), figure.isPercent() ? "%" : unit, unitLabel(figure));
        }
        return unit.isEmpty() || text.toLowerCase(Locale.ROOT).contains(unit.substring(0, unit.length() - 1))
                ? text
                : text + " " + unit;
    }

    /** Whether the header of a table gives the number its unit and magnitude: alone it says another amount than is meant. */
    private static boolean isScaledByHeader(Observation observation) {
        return !observation.quantity().isRange()
                && observation.rules().stream().anyMatch(rule -> rule.startsWith(UNIT_OF_TABLE));
    }

    /** The figure as it stands and what it measures: "11.19 billion yuan (village-level investment)". */
    public static String described(Figure figure) {
        return described(figure, true);
    }

    /** As {@link #described} where {@link #place} follows: the heading of the figure's own section is not said twice. */
    public static String describedInPlace(Figure figure) {
        return described(figure, false);
    }

    private static String described(Figure figure, boolean ownHeading) {
        String item = figure.observation().item().strip().replaceAll("\\s+", " ");
        if (item.length() > ITEM_LENGTH) {
            item = item.substring(0, item.lastIndexOf(' ', ITEM_LENGTH)).strip() + "\u2026";
        }
        Matcher heading = HEADING.matcher(item);
        String name = heading.matches() ? heading.group(1) : item;
        String counted = countWord(figure);
        if (name.equalsIgnoreCase(counted) || name.equalsIgnoreCase("persons") && counted.equals("people")) {
            // "45,700 people (Relocation)", not "45,700 people (people, Relocation)"
            name = "";
        }
        String where = heading.matches() ? heading.group(2) : "";
        if (!ownHeading && where.equalsIgnoreCase(figure.section().heading().strip())) {
            where = "";
        }
        String both = name + (name.isEmpty() || where.isEmpty() ? "" : ", ") + where;
        return both.isEmpty() ? stated(figure) : stated(figure) + " (" + both + ")";
    }

    /**
     * A computed value in the style of {@code model}: its magnitude and unit words, as many decimals as the value needs. In full,
     * with the unit's name, where the model's notation is no word that can be counted with ("18.5 k").
     */
    public static String like(Figure model, BigDecimal value) {
        String text = stated(model);
        Matcher number = NUMBER.matcher(text);
        if (!number.find() || isAbbreviated(model, number.group(), text.substring(number.end()))) {
            return join(plain(value), model.isPercent() ? "%" : countWord(model), unitLabel(model));
        }
        String before = text.substring(0, number.start());
        String after = text.substring(number.end());
        Matcher magnitude = MAGNITUDE.matcher(after);
        if (!magnitude.find()) {
            boolean grouped = number.group().contains(",");
            return before + (grouped ? plain(value) : value.stripTrailingZeros().toPlainString()) + tidy(after);
        }
        String word = magnitude.group().toLowerCase(Locale.ROOT);
        if (factor(word).compareTo(LEAST_WORD) < 0) {
            // "12,350,260 people", not "12350.26 thousand people"
            return before + plain(value) + tidy(after.substring(magnitude.end()));
        }
        while (value.compareTo(factor(word)) < 0 && lower(word) != null) {
            word = lower(word);
        }
        if (value.signum() > 0 && value.compareTo(factor(word)) < 0) {
            return before + plain(value) + tidy(after.substring(magnitude.end()));
        }
        String mantissa = value.divide(factor(word), 8, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return before + mantissa + " " + word + tidy(after.substring(magnitude.end()));
    }

    /** Whether a number means another amount than it says, by something else than the word of its magnitude: "5 mn", "5\u4E07". */
    private static boolean isAbbreviated(Figure model, String number, String after) {
        return !MAGNITUDE.matcher(after).find()
                && new BigDecimal(number.replace(",", ""))
                                .compareTo(model.amount().value())
                        != 0;
    }

    /** A computed percentage, to one decimal more than {@code model} states. */
    public static String percentLike(Figure model, BigDecimal percent) {
        BigDecimal stated = model.amount().value().stripTrailingZeros();
        int decimals = Math.max(1, Math.max(0, stated.scale()) + 1);
        return percent.setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** How a message goes on from what follows to what is stated: ", as stated: 12%", "; 13% is stated". */
    public static String against(boolean holds, String stated) {
        return (holds ? ", as stated: %s" : "; %s is stated").formatted(stated);
    }

    /**
     * The same where what holds may do so only because the figures are rounded: ", within rounding as stated: 12%".
     *
     * @param stated the figure that is compared
     * @param computed what the others make, in its unit
     */
    public static String against(boolean holds, Figure stated, BigDecimal computed) {
        BigDecimal value = stated.amount().value();
        boolean same = computed.subtract(value).abs().compareTo(step(stated)) < 0;
        return holds && !same
                ? ", within rounding as stated: %s".formatted(stated(stated))
                : against(holds, stated(stated));
    }

    private static BigDecimal step(Figure figure) {
        BigDecimal step = StatedPrecision.of(
                        figure.observation().text(), figure.amount().value(), figure.unit())
                .step();
        return step.signum() == 0 ? BigDecimal.ONE : step;
    }

    /** "are" for people and things that are counted, "is" for one of them and for amounts. */
    public static String be(Figure figure) {
        boolean one = figure.amount().value().compareTo(BigDecimal.ONE) == 0;
        return switch (figure.unit().dimension()) {
            case PEOPLE, HOUSEHOLDS, COUNT -> one ? "is" : "are";
            default -> "is";
        };
    }

    /** Where a figure stands: "under "Relocation"". */
    public static String place(Figure figure) {
        String heading = figure.section().heading().strip();
        return heading.isEmpty() ? "at the beginning" : "under \"" + heading + "\"";
    }

    /** "two parts", "one part", "14 parts". */
    public static String counted(int count, String noun) {
        return words(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** "two", "14". */
    public static String words(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    /** A computed quotient in the style of {@code model}, to one digit more than it states. */
    public static String quotientLike(Figure model, BigDecimal value) {
        BigDecimal place = step(model).movePointLeft(1);
        return like(model, value.divide(place, 0, RoundingMode.HALF_UP).multiply(place));
    }

    /** Stated figures one after another: "3,300 + 1,600 + 400 households". */
    public static String listed(List<Figure> figures, String joint) {
        StringBuilder list = new StringBuilder();
        for (Figure figure : figures) {
            list.append(list.isEmpty() ? "" : joint).append(stated(figure));
        }
        return list.toString();
    }

    private static String countWord(Figure figure) {
        return switch (figure.unit().dimension()) {
            case PEOPLE -> figure.unit().is("person") ? "people" : figure.unit().label();
            case HOUSEHOLDS -> figure.unit().label();
            default -> "";
        };
    }

    private static String unitLabel(Figure figure) {
        return switch (figure.unit().dimension()) {
            case PEOPLE, HOUSEHOLDS, PERCENT, COUNT -> "";
            default -> figure.unit().label();
        };
    }

    private static String join(String... words) {
        return String.join(" ", List.of(words)).strip().replaceAll("\\s+", " ").replace(" %", "%");
    }

    private static String tidy(String unit) {
        return unit.isEmpty() || unit.startsWith(" ") || unit.startsWith("%") ? unit : " " + unit;
    }

    /** A sentence that goes on behind a colon. */
    public static String uncapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** With thousands commas and no more than four decimals. */
    public static String plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(Math.min(4, Math.max(0, value.scale())), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    private static BigDecimal factor(String word) {
        return BigDecimal.TEN.pow(
                switch (word) {
                    case "trillion" -> 12;
                    case "billion" -> 9;
                    case "million" -> 6;
                    case "thousand" -> 3;
                    case "hundred" -> 2;
                    default -> throw new IllegalArgumentException(word);
                });
    }

    private static @Nullable String lower(String word) {
        return switch (word) {
            case "trillion" -> "billion";
            case "billion" -> "million";
            default -> null;
        };
    }
}
