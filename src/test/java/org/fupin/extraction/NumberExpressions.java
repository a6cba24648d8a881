package org.fupin.extraction;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes quantities in the ways that the reports do, together with what they mean. The same random source gives the
 * same expressions.
 */
final class NumberExpressions {

    /**
     * A quantity as written.
     *
     * @param value null for a range
     * @param low null unless a range
     * @param high null unless a range
     * @param unit code of the observation model
     */
    record Expression(
            String text,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String unit) {

        static Expression of(String text, BigDecimal value, String unit) {
            return new Expression(text, value, null, null, unit);
        }
    }

    /** One way to write quantities. */
    record Form(String name, Function<NumberExpressions, Expression> write) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final BigDecimal ONE = BigDecimal.ONE;

    private record Number(String text, BigDecimal value) {}

    /** A unit as written, and how many of the unit of the model it is. */
    private record Written(String text, String unit, BigDecimal factor) {}

    private record Scale(String text, BigDecimal factor) {}

    private static final List<Scale> WESTERN = List.of(
            new Scale("thousand", new BigDecimal("1000")),
            new Scale("million", new BigDecimal("1000000")),
            new Scale("billion", new BigDecimal("1000000000")));

    private static final List<Scale> CHINESE =
            List.of(new Scale("wan", new BigDecimal("10000")), new Scale("yi", new BigDecimal("100000000")));

    private static final List<Scale> TRANSLATED = List.of(
            new Scale("ten thousand", new BigDecimal("10000")),
            new Scale("hundred million", new BigDecimal("100000000")));

    private static final List<Written> UNITS = List.of(
            new Written("yuan", "CNY", ONE),
            new Written("Yuan", "CNY", ONE),
            new Written("US dollars", "USD", ONE),
            new Written("Hong Kong dollars", "HKD", ONE),
            new Written("euros", "EUR", ONE),
            new Written("mu", "mu", ONE),
            new Written("hectares", "ha", ONE),
            new Written("square meters", "m2", ONE),
            new Written("square kilometers", "km2", ONE),
            new Written("kilometers", "km", ONE),
            new Written("km", "km", ONE),
            new Written("meters", "m", ONE),
            new Written("tons", "t", ONE),
            new Written("kilograms", "kg", ONE),
            new Written("kg", "kg", ONE),
            new Written("cubic meters", "m3", ONE),
            new Written("kWh", "kWh", ONE),
            new Written("kilowatts", "kW", ONE),
            new Written("hours", "hour", ONE));

    private static final List<Written> CONVERTED = List.of(
            new Written("jin", "kg", new BigDecimal("0.5")),
            new Written("dan", "kg", new BigDecimal("50")),
            new Written("hectoliters", "m3", new BigDecimal("0.1")));

    private static final List<Written> HYPHEN_UNITS = List.of(
            new Written("mu", "mu", ONE),
            new Written("hectare", "ha", ONE),
            new Written("square meter", "m2", ONE),
            new Written("kilometer", "km", ONE),
            new Written("meter", "m", ONE),
            new Written("ton", "t", ONE),
            new Written("kilowatt", "kW", ONE));

    private static final List<Written> BEFORE = List.of(
            new Written("RMB ", "CNY", ONE),
            new Written("RMB", "CNY", ONE),
            new Written("¥", "CNY", ONE),
            new Written("US$", "USD", ONE),
            new Written("US$ ", "USD", ONE),
            new Written("$", "USD", ONE),
            new Written("USD ", "USD", ONE),
            new Written("HK$", "HKD", ONE),
            new Written("€", "EUR", ONE));

    private static final List<Number> FRACTIONS = List.of(
            new Number("half", new BigDecimal("50")),
            new Number("one third", new BigDecimal("33.33")),
            new Number("two thirds", new BigDecimal("66.67")),
            new Number("two-thirds", new BigDecimal("66.67")),
            new Number("one quarter", new BigDecimal("25")),
            new Number("three quarters", new BigDecimal("75")),
            new Number("three-quarters", new BigDecimal("75")),
            new Number("one fourth", new BigDecimal("25")),
            new Number("two fifths", new BigDecimal("40")),
            new Number("one fifth", new BigDecimal("20")),
            new Number("one tenth", new BigDecimal("10")));

    private static final List<String> BELOW_TWENTY = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    static final List<Form> FORMS = List.of(
            new Form("digits and unit", e -> e.measured(e.plainDigits(), e.unit())),
            new Form("thousands separators and unit", e -> e.measured(e.grouped(), e.unit())),
            new Form("decimals and unit", e -> e.measured(e.decimal(), e.unit())),
            new Form("million and billion", e -> e.measured(e.scaled(WESTERN), e.unit())),
            new Form("hyphen before the unit", e -> e.measured("-", e.plainDigits(), e.hyphenUnit())),
            new Form("glued unit", e -> e.measured("", e.plainDigits(), e.unit())),
            new Form("unit that is converted", e -> e.measured(e.grouped(), e.pick(CONVERTED))),
            new Form("wan and yi", e -> e.measured(e.scaled(CHINESE), e.unit())),
            new Form("ten thousand and hundred million", e -> e.measured(e.scaled(TRANSLATED), e.unit())),
            new Form("number words", e -> e.measured(e.words(2, 100), e.unit())),
            new Form("number words of hundreds", e -> e.measured(e.words(100, 1_000), e.unit())),
            new Form("number words of thousands", e -> e.measured(e.words(1_000, 1_000_000), e.unit())),
            new Form("number words of millions", e -> e.measured(e.words(1_000_000, 1_000_000_000), e.unit())),
            new Form("number words and million", e -> e.measured(e.wordsScaled(), e.unit())),
            new Form(
                    "currency before digits",
                    e -> e.before(e.pick(List.of(e.plainDigits(), e.grouped(), e.decimal())))),
            new Form("currency before million", e -> e.before(e.scaled(WESTERN))),
            new Form("percent in digits", e -> e.percent(e.percentage())),
            new Form("percent in words", e -> e.percentWord(e.words(2, 100))),
            new Form("percentage points", e -> e.measured(e.percentage(), new Written("percentage points", "pp", ONE))),
            new Form("fraction in words", NumberExpressions::fraction),
            new Form("range of digits", e -> e.range(e.unit())),
            new Form("range of a unit that is converted", e -> e.range(e.pick(CONVERTED))),
            new Form("range that begins like a year", e -> e.range(1_990 + e.random.nextInt(40), e.unit())),
            new Form("range that shares its magnitude", e -> e.sharedRange(e.unit())),
            new Form("range of full amounts", e -> e.fullRange(e.unit())),
            new Form("range of percentages", NumberExpressions::percentRange),
            new Form("range of number words", e -> e.wordRange(e.unit())),
            new Form("currency before a range", NumberExpressions::rangeBefore));

    private final RandomGenerator random;

    NumberExpressions(RandomGenerator random) {
        this.random = random;
    }

    private Expression measured(Number number, Written unit) {
        return measured(" ", number, unit);
    }

    private Expression measured(String between, Number number, Written unit) {
        return Expression.of(
                number.text() + between + unit.text(), number.value().multiply(unit.factor()), unit.unit());
    }

    private Expression before(Number number) {
        Written currency = pick(BEFORE);
        return Expression.of(currency.text() + number.text(), number.value(), currency.unit());
    }

    private Expression percent(Number number) {
        return Expression.of(
                number.text() + pick(List.of("%", " percent", " per cent", " %")), number.value(), "percent");
    }

    private Expression percentWord(Number number) {
        return Expression.of(number.text() + pick(List.of(" percent", " per cent")), number.value(), "percent");
    }

    private Expression fraction() {
        Number fraction = pick(FRACTIONS);
        return Expression.of(fraction.text(), fraction.value(), "percent");
    }

    private Expression range(Written unit) {
        int low = 1 + random.nextInt(5_000);
        return range(low >= 1_900 && low < 2_100 ? low + 200 : low, unit);
    }

    private Expression range(int low, Written unit) {
        int high = low + 200 + random.nextInt(5_000);
        return new Expression(
                low + between() + high + " " + unit.text(),
                null,
                unit.factor().multiply(BigDecimal.valueOf(low)),
                unit.factor().multiply(BigDecimal.valueOf(high)),
                unit.unit());
    }

    private Expression sharedRange(Written unit) {
        BigDecimal low = BigDecimal.valueOf(1 + random.nextInt(400), random.nextInt(3));
        BigDecimal high = low.add(BigDecimal.valueOf(1 + random.nextInt(400), random.nextInt(3)));
        Scale scale = pick(WESTERN);
        BigDecimal factor = scale.factor().multiply(unit.factor());
        return new Expression(
                low.toPlainString() + between() + high.toPlainString() + " " + scale.text() + " " + unit.text(),
                null,
                low.multiply(factor),
                high.multiply(factor),
                unit.unit());
    }

    private Expression fullRange(Written unit) {
        Number low = scaled(List.of(WESTERN.get(0)));
        Number high = scaled(List.of(WESTERN.get(1), WESTERN.get(2)));
        while (high.value().compareTo(low.value()) <= 0) {
            high = scaled(List.of(WESTERN.get(2)));
        }
        String text = random.nextBoolean()
                ? low.text() + " to " + high.text()
                : low.text() + " " + unit.text() + " to " + high.text();
        return new Expression(
                text + " " + unit.text(),
                null,
                low.value().multiply(unit.factor()),
                high.value().multiply(unit.factor()),
                unit.unit());
    }

    private Expression percentRange() {
        BigDecimal low = BigDecimal.valueOf(1 + random.nextInt(400), 1);
        BigDecimal high = low.add(BigDecimal.valueOf(1 + random.nextInt(400), 1));
        String first = random.nextBoolean() ? "%" : "";
        return new Expression(low + first + between() + high + "%", null, low, high, "percent");
    }

    private Expression wordRange(Written unit) {
        int low = 2 + random.nextInt(8);
        int high = low + 1 + random.nextInt(9);
        return new Expression(
                inWords(low, true) + " to " + inWords(high, true) + " " + unit.text(),
                null,
                unit.factor().multiply(BigDecimal.valueOf(low)),
                unit.factor().multiply(BigDecimal.valueOf(high)),
                unit.unit());
    }

    private Expression rangeBefore() {
        Written currency = pick(BEFORE);
        Expression range = sharedRange(new Written("", currency.unit(), ONE));
        return new Expression(currency.text() + range.text().strip(), null, range.low(), range.high(), currency.unit());
    }

    private String between() {
        return pick(List.of("-", " to ", "~", "–", "—", " - "));
    }

    private Written unit() {
        return pick(UNITS);
    }

    private Written hyphenUnit() {
        return pick(HYPHEN_UNITS);
    }

    private Number plainDigits() {
        int value = 1 + random.nextInt(pick(List.of(9, 99, 999, 9_999, 999_999, 99_999_999)));
        return new Number(Integer.toString(value), BigDecimal.valueOf(value));
    }

    private Number grouped() {
        long value = 1_000 + random.nextLong(pick(List.of(9_000L, 999_000L, 999_999_000L)));
        String text = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return new Number(text, BigDecimal.valueOf(value));
    }

    private Number decimal() {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(999_999), 1 + random.nextInt(2));
        String text = random.nextBoolean() && value.compareTo(new BigDecimal("1000")) >= 0
                ? new DecimalFormat("#,##0.0#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value)
                : value.toPlainString();
        return new Number(text, value);
    }

    private Number scaled(List<Scale> scales) {
        Scale scale = pick(scales);
        int decimals = random.nextInt(4);
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(9_999), decimals);
        return new Number(value.toPlainString() + " " + scale.text(), value.multiply(scale.factor()));
    }

    private Number percentage() {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(15_000), random.nextInt(3))
                .min(new BigDecimal("150"));
        return new Number(value.toPlainString(), value);
    }

    private Number words(int from, int to) {
        int value = from + random.nextInt(to - from);
        if (random.nextInt(3) == 0) {
            // round numbers are what is mostly written in words
            int step = (int) Math.pow(10, Math.max(0, (int) Math.log10(value) - 1));
            value -= value % step;
        }
        return new Number(inWords(value, random.nextBoolean()), BigDecimal.valueOf(value));
    }

    private Number wordsScaled() {
        int value = 2 + random.nextInt(98);
        Scale scale = pick(WESTERN);
        return new Number(
                inWords(value, true) + " " + scale.text(), scale.factor().multiply(BigDecimal.valueOf(value)));
    }

    /** English cardinals: "two hundred and forty-five thousand". */
    static String inWords(long value, boolean and) {
        if (value < 20) {
            return BELOW_TWENTY.get((int) value);
        }
        if (value < 100) {
            String tens = TENS.get((int) value / 10);
            return value % 10 == 0 ? tens : tens + "-" + BELOW_TWENTY.get((int) value % 10);
        }
        if (value < 1_000) {
            String rest = value % 100 == 0 ? "" : (and ? " and " : " ") + inWords(value % 100, and);
            return BELOW_TWENTY.get((int) value / 100) + " hundred" + rest;
        }
        long step = value < 1_000_000 ? 1_000 : 1_000_000;
        long rest = value % step;
        String link = rest > 0 && rest < 100 && and ? " and " : " ";
        return inWords(value / step, and)
                + (step == 1_000 ? " thousand" : " million")
                + (rest == 0 ? "" : link + inWords(rest, and));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
