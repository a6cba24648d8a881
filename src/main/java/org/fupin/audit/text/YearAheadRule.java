package org.fupin.audit.text;

import java.util.ArrayList;
import java.util.List;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Period;
import org.fupin.observation.Status;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * What is told as done in the whole of the year after the report's: either it is planned, or the report's year was meant. A
 * report that came out late may tell of a month or a day of it.
 */
public final class YearAheadRule implements AuditRule.InArticle {

    /** The sentence names the year itself within so many characters before the figure. */
    private static final int BEFORE = 160;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        int next = article.article().year() + 1;
        List<Finding> findings = new ArrayList<>();
        int told = -1;
        for (Figure figure : article.all()) {
            if (figure.sentence() >= 0 && figure.sentence() != told && isDoneIn(article, figure, next)) {
                told = figure.sentence();
                findings.add(finding(article, figure, next));
            }
        }
        return findings;
    }

    private static boolean isDoneIn(ArticleFigures article, Figure figure, int year) {
        return figure.observation().status() == Status.ACTUAL
                && figure.observation().period().equals(Period.ofYear(year))
                && article.before(figure, BEFORE).contains(String.valueOf(year));
    }

    private static Finding finding(ArticleFigures article, Figure figure, int year) {
        List<Figure> figures = article.inSentenceOf(figure).stream()
                .filter(other -> isDoneIn(article, other, year))
                .toList();
        return Findings.warning(
                FindingRule.PLAUSIBILITY,
                figures,
                String.valueOf(year),
                String.valueOf(year - 1),
                "%s: told as done in %d, in a report on %d. Either it was planned, or another year is meant."
                        .formatted(Wording.described(figure), year, year - 1));
    }
}
