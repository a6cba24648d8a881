package org.fupin.report;

import java.util.List;
import org.fupin.observation.finding.Severity;

/**
 * The checks of a report.
 *
 * @param all errors first, then warnings, then what holds; each in the order of the text
 */
public record Checks(List<Check> all) {

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
                .filter(check -> check.holds() || check.rule().isArithmetic())
                .count();
    }

    /** "38 of 41 relations between figures that were recomputed hold", or that none was. */
    public String summary() {
        int recomputed = recomputed();
        if (recomputed == 0) {
            return "No sum, share or growth rate was recomputed";
        }
        int holding = holding().size();
        return recomputed == 1
                ? "The one relation between figures that was recomputed " + (holding == 1 ? "holds" : "does not hold")
                : holding + " of " + recomputed + " relations between figures that were recomputed "
                        + (holding == 1 ? "holds" : "hold");
    }

    /** "2 errors and 1 warning", or that nothing was found. */
    public String tally() {
        int errors = errors();
        int warnings = warnings();
        if (errors + warnings == 0) {
            return "no error and no warning";
        }
        String counted = errors == 0 ? "" : errors == 1 ? "1 error" : errors + " errors";
        String and = errors == 0 || warnings == 0 ? "" : " and ";
        return counted + and + (warnings == 0 ? "" : warnings == 1 ? "1 warning" : warnings + " warnings");
    }

    private int count(Severity severity) {
        return (int) all.stream()
                .filter(check -> !check.holds() && check.severity() == severity)
                .count();
    }
}
