package org.fupin.report;

import java.util.List;
import java.util.Set;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Severity;

/**
 * The checks of a report.
 *
 * @param all errors first, then warnings, then what holds; each in the order of the text
 */
public record Checks(List<Check> all) {

    /** Rules that recompute a figure from others: what they find can hold. */
    private static final Set<FindingRule> ARITHMETIC = Set.of(
            FindingRule.SUM,
            FindingRule.SHARE,
            FindingRule.GROWTH,
            FindingRule.CHANGE,
            FindingRule.COMPLETION,
            FindingRule.AVERAGE);

    public Checks {
        all = List.copyOf(all);
    }

    /** What does not hold. */
    public List<Check> findings() {
        return all.stream().filter(check -> !check.holds()).toList();
    }

    public List<Check> holding() {
        return all.stream().filter(Check::holds).toList();
    }

    public int errors() {
        return count(Severity.ERROR);
    }

    public int warnings() {
        return count(Severity.WARNING);
    }

    /** How many stated relations were recomputed, whether they hold or not. */
    public int recomputed() {
        return (int) all.stream()
                .filter(check -> check.holds() || ARITHMETIC.contains(check.rule()))
                .count();
    }

    /** "38 of 41 stated relations between figures hold", or that there is none to check. */
    public String summary() {
        int recomputed = recomputed();
        if (recomputed == 0) {
            return "The source states no sums, shares or growth rates that could be recomputed";
        }
        int holding = holding().size();
        return holding + " of " + recomputed
                + (recomputed == 1 ? " stated relation between figures" : " stated relations between figures")
                + (holding == 1 ? " holds" : " hold");
    }

    private int count(Severity severity) {
        return (int) all.stream()
                .filter(check -> !check.holds() && check.severity() == severity)
                .count();
    }
}
