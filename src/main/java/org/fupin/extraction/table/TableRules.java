package org.fupin.extraction.table;

import java.math.BigDecimal;
import org.fupin.extraction.sentence.Mention;
import org.fupin.observation.Coded;
import org.fupin.observation.Unit;

/** The names of the rules for tables, as {@code rules/table.csv} explains them. */
final class TableRules {

    static final String PASS = "table";
    static final String PERIOD = "table-period";
    static final String PLANNED = "table-planned";
    static final String STANDARD = "table-standard";
    static final String PLACE = "table-place";
    static final String PART = "table-part";
    static final String ABOUT = "table-about";
    static final String UNREAD = "table-unread";
    static final String AVERAGE = "table-average";
    static final String TEXT = "table-text";
    static final String DATE = "table-date";
    static final String NUMBER = "table-number";
    static final String COUNTER = "table-counter";
    static final String COLUMN = "table-column";
    static final String LABEL = "table-label";

    /** Each with the code that it concludes behind it. */
    static final String UNIT = "table-unit:";

    static final String MEASURE = "table-measure:";
    static final String KIND = "table-kind:";
    static final String PAYER = "table-payer:";
    static final String PER = "table-per:";

    private TableRules() {}

    /** The rule with a code that it concludes. */
    static void add(Mention mention, String rule, Coded concluded) {
        mention.rules.add(rule + concluded.code());
    }

    static void unit(Mention mention, Unit unit) {
        mention.unit = unit;
        mention.rules.add(UNIT + unit.code());
    }

    /** Gives the figure a unit with what it multiplies the number by, unless the number has a magnitude of its own. */
    static void unit(Mention mention, Unit unit, BigDecimal factor) {
        unit(mention, unit);
        mention.factor = factor;
        if (!mention.hasMagnitude) {
            mention.value = mention.value == null ? null : mention.value.multiply(factor);
            mention.low = mention.low == null ? null : mention.low.multiply(factor);
            mention.high = mention.high == null ? null : mention.high.multiply(factor);
        }
    }
}
