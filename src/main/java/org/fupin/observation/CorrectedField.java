package org.fupin.observation;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a correction is about: a field as the records of observations name it, or the figure as a whole. */
public enum CorrectedField implements Coded {
    /** The figure as a whole: confirmed, none at all, or one that was left out. What was read is told by its amount. */
    FIGURE("figure", CorrectedField::amount),
    VALUE("value", observation -> plain(observation.quantity().value())),
    LOW("low", observation -> plain(observation.quantity().low())),
    HIGH("high", observation -> plain(observation.quantity().high())),
    UNIT("unit", observation -> observation.quantity().unit().code()),
    QUALIFIER("qualifier", observation -> code(observation.qualifier())),
    KIND("kind", observation -> code(observation.kind())),
    DIRECTION("direction", observation -> code(observation.direction())),
    MEASURE("measure", observation -> code(observation.measure())),
    ITEM("item", Observation::item),
    SOURCE("source", observation -> code(observation.source())),
    PER("per", observation -> code(observation.per())),
    STATUS("status", observation -> code(observation.status())),
    PERIOD("period", observation -> observation.period().iso()),
    REGION("region", Observation::region),
    PART_OF("part_of", observation -> offset(observation.partOf())),
    ABOUT("about", observation -> offset(observation.about()));

    private final String code;
    private final Function<Observation, String> text;

    CorrectedField(String code, Function<Observation, String> text) {
        this.code = code;
        this.text = text;
    }

    @Override
    public String code() {
        return code;
    }

    /** The field of a figure, as the records write it; empty for what is not stated. */
    public String of(Observation observation) {
        return text.apply(observation);
    }

    private static String amount(Observation observation) {
        String ends = observation.quantity().isRange()
                ? LOW.of(observation) + "/" + HIGH.of(observation)
                : VALUE.of(observation);
        return ends + " " + UNIT.of(observation);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String code(@Nullable Coded value) {
        return value == null ? "" : value.code();
    }

    private static String offset(@Nullable Integer begin) {
        return begin == null ? "" : begin.toString();
    }
}
