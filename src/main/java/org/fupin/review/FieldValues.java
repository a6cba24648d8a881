package org.fupin.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/** The fields of a figure as texts, in the forms of the records. */
final class FieldValues {

    private static final int LONGEST = 1000;

    private static final String DATE = "[1-9]\\d{3}(-\\d\\d(-\\d\\d)?)?";

    private final Units units;

    FieldValues(Units units) {
        this.units = units;
    }

    /**
     * A value of a field in the one form that the records have for it.
     *
     * @throws IllegalArgumentException if it is none; the message says what is expected
     */
    String normal(CorrectedField field, String value) {
        return switch (field) {
            case FIGURE -> Verdict.stated(value).code();
            case VALUE, LOW, HIGH -> value.isEmpty() ? "" : number(value);
            case UNIT -> units.unit(value).code();
            case QUALIFIER -> Coded.of(Qualifier.class, value).code();
            case KIND -> Coded.of(Kind.class, value).code();
            case DIRECTION -> code(optional(Direction.class, value));
            case MEASURE -> Coded.of(Measure.class, value).code();
            case ITEM, REGION -> text(value);
            case SOURCE -> code(optional(FundingSource.class, value));
            case PER -> code(optional(PerUnit.class, value));
            case STATUS -> Coded.of(Status.class, value).code();
            case PERIOD -> period(value);
            case PART_OF, ABOUT -> value.isEmpty() ? "" : offset(value);
        };
    }

    /**
     * A figure of these values; without rules, flags and doubt.
     *
     * @param values normal ones of all fields
     * @throws IllegalArgumentException if they do not fit together
     */
    Observation observation(Span span, String text, Map<CorrectedField, String> values) {
        return new Observation(
                span,
                text,
                quantity(values),
                Coded.of(Kind.class, get(values, CorrectedField.KIND)),
                optional(Direction.class, get(values, CorrectedField.DIRECTION)),
                Coded.of(Measure.class, get(values, CorrectedField.MEASURE)),
                optional(FundingSource.class, get(values, CorrectedField.SOURCE)),
                optional(PerUnit.class, get(values, CorrectedField.PER)),
                Coded.of(Status.class, get(values, CorrectedField.STATUS)),
                Coded.of(Qualifier.class, get(values, CorrectedField.QUALIFIER)),
                Period.parse(get(values, CorrectedField.PERIOD)),
                get(values, CorrectedField.REGION),
                get(values, CorrectedField.ITEM),
                begin(get(values, CorrectedField.PART_OF)),
                begin(get(values, CorrectedField.ABOUT)),
                List.of(),
                List.of(),
                List.of());
    }

    private Quantity quantity(Map<CorrectedField, String> values) {
        BigDecimal value = decimal(get(values, CorrectedField.VALUE));
        BigDecimal low = decimal(get(values, CorrectedField.LOW));
        BigDecimal high = decimal(get(values, CorrectedField.HIGH));
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low " + low + " is above high " + high);
        }
        if (value == null ? low == null || high == null : low != null || high != null) {
            throw new IllegalArgumentException("expected either value, or both low and high, and the others empty");
        }
        return new Quantity(value, low, high, units.unit(get(values, CorrectedField.UNIT)));
    }

    private static String get(Map<CorrectedField, String> values, CorrectedField field) {
        return values.getOrDefault(field, "");
    }

    private static @Nullable BigDecimal decimal(String value) {
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private static @Nullable Integer begin(String value) {
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    private static <E extends Enum<E> & Coded> @Nullable E optional(Class<E> type, String value) {
        return value.isEmpty() ? null : Coded.of(type, value);
    }

    private static String code(@Nullable Coded value) {
        return value == null ? "" : value.code();
    }

    private static String number(String value) {
        if (!value.matches("-?\\d{1,28}(\\.\\d{1,28})?")) {
            throw new IllegalArgumentException(
                    "not a number: '" + value + "', expected digits with a point, such as 1234.5");
        }
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private static String period(String value) {
        if (!value.matches(DATE + "(/" + DATE + ")?")) {
            throw new IllegalArgumentException(
                    "not a period: '" + value + "', expected 2012, 2012-07, 2012-07-31 or two of these with / between");
        }
        return Period.parse(value).iso();
    }

    private static String text(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    value.isEmpty() ? "expected a text" : "expected a text of at most " + LONGEST + " characters");
        }
        return value;
    }

    private static String offset(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "not the offset of a figure: '" + value + "', expected the number that its 'begin' is");
        }
        return Integer.toString(Integer.parseInt(value));
    }
}
