package org.fupin.audit;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Observation;

/** Numbers that are none as they stand: those that the extraction flagged as repaired. */
final class MalformedRule implements AuditRule.InArticle {

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (figure.observation().flags().contains(Observation.REPAIRED)) {
                String read = read(figure);
                findings.add(Findings.warning(
                        FindingRule.MALFORMED,
                        List.of(figure),
                        Wording.stated(figure),
                        read,
                        "\"%s\" (%s) is not a well-formed number; it was read as %s."
                                .formatted(
                                        figure.observation().text(),
                                        figure.observation().item(),
                                        read)));
            }
        }
        return findings;
    }

    private static String read(Figure figure) {
        if (figure.observation().quantity().isRange()) {
            return Wording.plain(figure.observation().quantity().low()) + " to "
                    + Wording.plain(figure.observation().quantity().high());
        }
        return Wording.plain(figure.amount().value());
    }
}
