package org.fupin.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.DoubtReasons.DoubtReason;

/**
 * A finding that rests on a figure whose reading is in doubt is a warning at most, and says so. Only doubt of a field that the
 * rule goes by counts: a share of two amounts is wrong whoever paid them.
 */
final class DoubtfulReadings {

    /** The fields that no arithmetic does without. */
    private static final Set<String> NUMBER = Set.of("value", "unit", "kind");

    /** Which more the rules go by. */
    private static final Map<FindingRule, Set<String>> MORE = Map.of(
            FindingRule.SUM, Set.of("measure"),
            FindingRule.COMPLETION, Set.of("status"),
            FindingRule.PLAUSIBILITY, Set.of("measure", "region"),
            FindingRule.CONTRADICTION, Set.of("measure", "status", "period", "region", "source"));

    /** That a relation fails is what a finding says itself: no reason of its own to doubt the reading. */
    private static final String RELATION = "relation_fails";

    /**
     * Of what was done with people it is in doubt to which measure they belong, not how many they are; what contradicts one
     * another is told by the same name or in the same words.
     */
    private static final Set<String> WHICH_PEOPLE = Set.of("people_alone", "programme_differs");

    /** What a share is one of is no question where the finding names it. */
    private static final String NO_WHOLE = "no_whole";

    private final DoubtReasons reasons;

    DoubtfulReadings(DoubtReasons reasons) {
        this.reasons = reasons;
    }

    Finding tell(Finding finding, List<Figure> figures) {
        // a malformed number is told as such, whatever is counted by it
        if (finding.holds() || finding.rule() == FindingRule.MALFORMED) {
            return finding;
        }
        for (Figure figure : figures) {
            List<String> codes = figure.observation().doubt().stream()
                    .filter(code -> !code.equals(RELATION)
                            && !(code.equals(NO_WHOLE) && figures.size() > 1)
                            && concerns(finding.rule(), code))
                    .toList();
            if (!codes.isEmpty()) {
                String doubt = " The program is not certain that it read %s rightly: %s"
                        .formatted(
                                Wording.stated(figure),
                                Wording.uncapitalised(reasons.sentences(codes).get(0)));
                return finding.of(Severity.WARNING).saying(doubt);
            }
        }
        return finding;
    }

    /** Whether the doubt is of a field that the rule goes by; one that this version does not know always is. */
    private boolean concerns(FindingRule rule, String code) {
        if (WHICH_PEOPLE.contains(code)) {
            return false;
        }
        return reasons.find(code)
                .map(DoubtReason::field)
                .filter(field -> !NUMBER.contains(field)
                        && !MORE.getOrDefault(rule, Set.of()).contains(field))
                .isEmpty();
    }
}
