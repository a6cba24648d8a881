package org.fupin.audit.rule;

import java.util.ArrayList;
import java.util.List;
import org.fupin.audit.figure.Figure;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;

/** Makes findings out of figures. */
public final class Findings {

    private Findings() {}

    public static Finding holds(
            FindingRule rule, List<Figure> figures, String stated, String expected, String message) {
        // A finding has a severity even where nothing is wrong; the lesser one.
        return of(rule, Severity.WARNING, true, figures, stated, expected, message);
    }

    public static Finding error(
            FindingRule rule, List<Figure> figures, String stated, String expected, String message) {
        return of(rule, Severity.ERROR, false, figures, stated, expected, message);
    }

    public static Finding warning(
            FindingRule rule, List<Figure> figures, String stated, String expected, String message) {
        return of(rule, Severity.WARNING, false, figures, stated, expected, message);
    }

    private static Finding of(
            FindingRule rule,
            Severity severity,
            boolean holds,
            List<Figure> figures,
            String stated,
            String expected,
            String message) {
        return new Finding(
                rule, severity, holds, figures.stream().map(Figure::ref).toList(), stated, expected, message);
    }

    /** {@code first} and then {@code others}. */
    public static List<Figure> listOf(Figure first, List<Figure> others) {
        List<Figure> figures = new ArrayList<>(others.size() + 1);
        figures.add(first);
        figures.addAll(others);
        return figures;
    }
}
