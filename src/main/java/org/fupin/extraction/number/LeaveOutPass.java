package org.fupin.extraction.number;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.PluralNouns;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Coded;
import org.fupin.observation.LeftOutReason;

/**
 * Leaves out numbers that state no figure, each for the reason that the first row of its file that applies concludes. A row
 * that concludes {@code left_out=none} keeps the number: an exception to the rows below it.
 */
public final class LeaveOutPass implements Pass {

    static final String LEFT_OUT = "left_out";

    private static final String NONE = "none";

    private final String name;
    private final RuleTable table;

    public LeaveOutPass(String name, RuleTable.Compiler rules) {
        this.name = name;
        table = rules.table(name, keys());
    }

    /** What the rows conclude. */
    static Keys keys() {
        Set<String> reasons = new TreeSet<>(Set.of(NONE));
        Arrays.stream(LeftOutReason.values()).map(Coded::code).forEach(reasons::add);
        return Keys.NONE.with(LEFT_OUT, reasons);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(SentenceContext sentence) {
        sentence.supply(PluralNouns.CLASS, () -> PluralNouns.in(sentence));
        RuleTable.InSentence rules = table.in(sentence);
        Mention before = null;
        for (Mention mention : sentence.mentions) {
            mention.before = before;
            before = mention;
            Applied applied = mention.isLeftOut() ? null : rules.first(mention);
            if (applied != null) {
                conclude(mention, applied);
            }
        }
    }

    static void conclude(Mention mention, Applied applied) {
        String reason = applied.value(LEFT_OUT);
        mention.leftOut = reason.equals(NONE) ? null : Coded.of(LeftOutReason.class, reason);
        mention.rules.add(applied.rule(), applied.from(), applied.to());
    }
}
