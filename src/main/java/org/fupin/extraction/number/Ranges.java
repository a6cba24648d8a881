package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;

/** Joins the two ends of a range: "5-10 million Yuan" is 5,000,000 to 10,000,000. Which words join them say the rows. */
final class Ranges {

    private static final String RANGE = "range";
    private static final String YES = "yes";
    private static final String NO = "no";
    /** Only with the next number: "one or two". */
    private static final String NEXT = "next";

    /** On which side of the level before lies the one that a change led to. */
    private static final String LEVEL = "level";

    private static final String ABOVE = "above";
    private static final String BELOW = "below";

    /** How many times a change the level must be that it led to, where nothing else tells them from the ends of a range. */
    private static final BigDecimal FAR_LEVEL = new BigDecimal(5);

    private Ranges() {}

    /** What the rows conclude. */
    static Keys keys(Keys others) {
        return others.with(RANGE, Set.of(YES, NO, NEXT)).with(LEVEL, Set.of(ABOVE, BELOW));
    }

    static void join(SentenceContext sentence, RuleTable.InSentence rules) {
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        Mention lower = null;
        for (Mention upper : sentence.mentions) {
            if (lower != null && areEnds(lower, upper) && isRange(rules, lower, upper)) {
                join(lower, upper);
            } else {
                kept.add(upper);
                lower = upper;
            }
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    private static void join(Mention lower, Mention upper) {
        lower.low = low(lower, upper);
        lower.high = upper.value;
        lower.value = null;
        lower.isRange = true;
        lower.unit = upper.unit == null ? lower.unit : upper.unit;
        lower.hasMagnitude = upper.hasMagnitude;
        lower.lastNumber = upper.lastNumber;
        lower.to = upper.to;
        lower.nounFrom = upper.nounFrom;
        lower.nounTo = upper.nounTo;
        lower.rules.addAll(upper.rules);
    }

    /** The value of the lower end, in the unit of the upper, whose magnitude it shares. */
    private static BigDecimal low(Mention lower, Mention upper) {
        BigDecimal low = lower.unit == null ? lower.value.multiply(upper.factor) : lower.value;
        boolean shares = !lower.hasMagnitude && lower.written.compareTo(upper.written) <= 0;
        return shares ? low.multiply(upper.magnitude) : low;
    }

    /** Two numbers with one word or sign between them, of one unit, the smaller one first. */
    private static boolean areEnds(Mention lower, Mention upper) {
        boolean numbers = lower.form == upper.form
                && (lower.form == Mention.Form.DIGITS || lower.form == Mention.Form.WORD)
                && !lower.isRange
                && upper.from == lower.to + 1;
        boolean currencyBefore = lower.from < lower.firstNumber && upper.unit == null;
        boolean sameUnit = lower.unit == null || lower.unit.equals(upper.unit) || currencyBefore;
        return numbers && sameUnit && low(lower, upper).compareTo(upper.value) < 0;
    }

    private static boolean isRange(RuleTable.InSentence rules, Mention lower, Mention upper) {
        if (isLevelOfChange(rules, lower, upper)) {
            return false;
        }
        Applied row = rules.first(lower, RANGE);
        if (row == null) {
            return false;
        }
        boolean next = upper.value.compareTo(lower.value.add(BigDecimal.ONE)) == 0;
        boolean range = row.value(RANGE).equals(YES) || row.value(RANGE).equals(NEXT) && next;
        if (range && row.to() > row.from() && row.from() < lower.from) {
            lower.lead = row.from(); // "between"
        }
        lower.rules.add(row.rule(), row.from(), row.to());
        return range;
    }

    /**
     * "grew by 200 mu to 1,400 mu", "up 300 yuan to 4,500 yuan": a change with a unit of its own, or one that is far smaller, and
     * the level that it led to; what would more than double by it is taken for a range.
     */
    static boolean isLevelOfChange(RuleTable.InSentence rules, Mention change, Mention level) {
        Applied row = rules.first(change, LEVEL);
        if (row == null) {
            return false;
        }
        boolean own = change.unit != null || change.hasMagnitude && level.hasMagnitude;
        boolean far = level.value.compareTo(low(change, level).multiply(FAR_LEVEL)) >= 0;
        boolean doubled = row.value(LEVEL).equals(ABOVE) && level.value.compareTo(change.value.add(change.value)) < 0;
        if ((own || far) && !doubled) {
            change.rules.add(row.rule(), row.from(), row.to());
            return true;
        }
        return false;
    }
}
