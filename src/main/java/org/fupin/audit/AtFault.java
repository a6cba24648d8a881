package org.fupin.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.FigureSlip;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;

/**
 * Which figure of a relation that fails is at fault: the only one of which one slip of a typist makes the difference, where
 * another relation confirms one of the others. A part that lost a digit is no reason to doubt its total if that is the sum of
 * central and local money as well.
 */
final class AtFault {

    private final FiguresOf figures;
    private final Map<ObservationRef, List<Finding>> holding = new HashMap<>();

    AtFault(FiguresOf figures, List<Finding> findings) {
        this.figures = figures;
        for (Finding finding : findings) {
            if (finding.holds() && finding.rule().isArithmetic()) {
                finding.observations().forEach(ref -> holding.computeIfAbsent(ref, key -> new ArrayList<>())
                        .add(finding));
            }
        }
    }

    Finding tell(Finding finding) {
        if (finding.holds() || !finding.rule().isArithmetic()) {
            return finding;
        }
        List<Figure> involved = figures.of(finding);
        if (involved.size() != finding.observations().size()) {
            return finding;
        }
        List<Figure> slips = involved.stream()
                .filter(figure -> isSlip(finding, involved, figure))
                .toList();
        if (slips.size() != 1 || holding.containsKey(slips.get(0).ref())) {
            return finding;
        }
        Figure slip = slips.get(0);
        List<Figure> confirmed = involved.stream()
                .filter(figure -> !figure.equals(slip) && isConfirmed(finding, figure))
                .toList();
        List<ObservationRef> others = new ArrayList<>(finding.observations());
        others.remove(slip.ref());
        boolean told = finding.borneOut().containsAll(others);
        return confirmed.isEmpty() || told
                ? finding
                : finding.bearingOut(others)
                        .saying(" Another relation confirms %s, so that %s is to be checked first."
                                .formatted(Wording.listed(confirmed, " and "), Wording.stated(slip)));
    }

    private static boolean isSlip(Finding finding, List<Figure> involved, Figure figure) {
        boolean inItsUnit = finding.rule() != FindingRule.SUM
                || figure.unit().equals(involved.get(0).unit());
        return inItsUnit
                && Implied.of(finding, involved, figure)
                        .flatMap(meant -> FigureSlip.of(figure, meant, FigureSlip.DIGITS_OF_SWAP, true))
                        .isPresent();
    }

    /** Whether a relation that holds has nothing but this figure in common with the one that fails. */
    private boolean isConfirmed(Finding failing, Figure figure) {
        return holding.getOrDefault(figure.ref(), List.of()).stream().anyMatch(other -> {
            Set<ObservationRef> common = new HashSet<>(other.observations());
            common.retainAll(failing.observations());
            return common.size() == 1;
        });
    }
}
