package org.fupin.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Observation;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;

/**
 * What the relations that hold say of a figure in question: of two values for one thing which one they go by, and whether the
 * reading of a malformed number is the one with which they hold.
 */
final class BorneOut {

    private final FiguresOf figures;
    private final Map<ObservationRef, FindingRule> holding = new HashMap<>();

    BorneOut(FiguresOf figures, List<Finding> findings) {
        this.figures = figures;
        for (Finding finding : findings) {
            if (finding.holds()) {
                finding.observations().forEach(ref -> holding.putIfAbsent(ref, finding.rule()));
            }
        }
    }

    Finding tell(Finding finding) {
        List<Figure> named = figures.of(finding);
        boolean twoValues = finding.rule() == FindingRule.CONTRADICTION && named.size() == 2;
        boolean repaired = finding.rule() == FindingRule.MALFORMED
                && named.size() == 1
                && named.get(0).observation().flags().contains(Observation.REPAIRED);
        if (!twoValues && !repaired) {
            return finding;
        }
        List<Figure> borne = new ArrayList<>(named);
        borne.removeIf(figure -> !holding.containsKey(figure.ref()));
        if (borne.size() != 1) {
            return finding;
        }
        String relation = "a stated "
                + Objects.requireNonNull(holding.get(borne.get(0).ref())).code();
        return finding.saying(
                repaired
                        ? " With this reading %s holds.".formatted(relation)
                        : " With %s %s holds.".formatted(Wording.stated(borne.get(0)), relation));
    }
}
