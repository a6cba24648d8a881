package org.fupin.audit;

import java.util.List;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Severity;
import org.fupin.reference.DoubtReasons;

/** A finding that rests on a figure whose reading is in doubt is a warning at most, and says so. */
final class DoubtfulReadings {

    /** That a relation fails is what a finding says itself: no reason of its own to doubt the reading. */
    private static final String RELATION = "relation_fails";

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
                    .filter(code -> !code.equals(RELATION))
                    .toList();
            if (!codes.isEmpty()) {
                String doubt = " The reading of %s is in doubt: %s"
                        .formatted(
                                Wording.stated(figure), reasons.sentences(codes).get(0));
                return new Finding(
                        finding.rule(),
                        Severity.WARNING,
                        false,
                        finding.observations(),
                        finding.stated(),
                        finding.expected(),
                        finding.message() + doubt);
            }
        }
        return finding;
    }
}
