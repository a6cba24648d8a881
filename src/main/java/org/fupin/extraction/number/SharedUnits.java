package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.observation.Dimension;

/** Gives numbers the unit of another that they are listed or compared with. Which words do so say the rows. */
final class SharedUnits {

    /** As the number behind it: in its unit, or also in its magnitude. */
    private static final String AS_NEXT = "as_next";

    private static final String UNIT = "unit";
    private static final String ALL = "all";

    /** As the level that it led to: also in its magnitude, where the two are near each other. */
    private static final String AS_LEVEL = "as_level";

    /** In the unit of the amount before it. */
    private static final String AS_BEFORE = "as_before";

    /**
     * How far apart the two ends of "from 2 to 2.6 billion" can be that the first shares the magnitude of the second: what
     * grows or shrinks by more has a magnitude of its own.
     */
    private static final BigDecimal FARTHEST_LEVELS = new BigDecimal(100);

    private SharedUnits() {}

    /** What the rows conclude. */
    static Keys keys(Keys others) {
        return others.with(AS_NEXT, Set.of(UNIT, ALL)).withFlag(AS_LEVEL).withFlag(AS_BEFORE);
    }

    static void share(List<Mention> mentions, RuleTable.InSentence rules) {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            ofNext(mentions.get(i), mentions.get(i + 1), rules);
        }
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention next = mentions.get(i + 1);
            ofLevel(mentions.get(i), isYear(next) && i + 2 < mentions.size() ? mentions.get(i + 2) : next, rules);
        }
        for (int i = 1; i < mentions.size(); i++) {
            Mention before = mentions.get(i - 1);
            ofBefore(isYear(before) && i > 1 ? mentions.get(i - 2) : before, mentions.get(i), rules);
        }
    }

    /** "6.9 and 6.2 percentage points", "1.5 billion and 300 million yuan". */
    private static void ofNext(Mention left, Mention right, RuleTable.InSentence rules) {
        Applied row = right.from == left.to + 1 && isUnitless(left) ? rules.first(left, AS_NEXT) : null;
        if (row != null) {
            share(left, right, row.value(AS_NEXT).equals(ALL));
            left.rules.add(row.rule(), right);
        }
    }

    /** "grew from 2 to 2.6 billion yuan", "from 2 million in 2010 to 3 million yuan". */
    private static void ofLevel(Mention first, Mention second, RuleTable.InSentence rules) {
        boolean possible = isUnitless(first)
                && (second.unit != null || second.hasMagnitude)
                && !second.isRange
                && second.form == Mention.Form.DIGITS
                && (second.unit == null || second.unit.dimension() != Dimension.TIME);
        Applied row = possible ? rules.first(first, AS_LEVEL) : null;
        if (row == null && (!possible || !Ranges.isLevelOfChange(rules, first, second))) {
            return;
        }
        BigDecimal scaled = first.value.multiply(second.magnitude).multiply(second.factor);
        boolean near = scaled.compareTo(second.value.multiply(FARTHEST_LEVELS)) <= 0
                && scaled.multiply(FARTHEST_LEVELS).compareTo(second.value) >= 0;
        share(first, second, near);
        if (row != null) {
            first.rules.add(row.rule(), second);
        }
    }

    /** "US$12 million and 20 million from other sources", "14 million yuan in 2010 and 16 million in 2011". */
    private static void ofBefore(Mention amount, Mention next, RuleTable.InSentence rules) {
        Applied row = amount.unit != null && isUnitless(next) ? rules.first(next, AS_BEFORE) : null;
        if (row != null) {
            MeasuredUnits.set(next, amount.unit, next.hasMagnitude ? BigDecimal.ONE : amount.factor);
            next.rules.add(row.rule(), amount);
        }
    }

    private static void share(Mention bare, Mention full, boolean magnitude) {
        if (magnitude && full.hasMagnitude && !bare.hasMagnitude) {
            bare.magnitude = full.magnitude;
            bare.value = bare.value.multiply(full.magnitude);
            bare.hasMagnitude = true;
        }
        if (full.unit != null) {
            MeasuredUnits.set(bare, full.unit, full.factor);
            bare.rules.add("unit-shared:" + full.unit.code(), full);
        }
    }

    /** A number in digits without a unit, and no year. */
    private static boolean isUnitless(Mention mention) {
        return mention.unit == null
                && mention.form == Mention.Form.DIGITS
                && !mention.isRange
                && !mention.isLeftOut()
                && !isYear(mention);
    }

    private static boolean isYear(Mention mention) {
        return NumberShape.isYear(mention.sentence.tokens, mention);
    }
}
