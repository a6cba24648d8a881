package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Parthood;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ListCues;

/**
 * Two complete breakdowns of one amount that count different numbers of the same things: loans "by trade: 120 million for 30
 * projects and 180 million for 42", "by size: 90 million for 25 projects and 210 million for 28".
 */
public final class BreakdownCountsRule implements AuditRule.InArticle {

    /** So far behind a part the number of things that it is for may stand. */
    private static final int BEHIND = 60;

    private static final int FEWEST_PARTS = 4;

    private final LinkedLists lists;

    public BreakdownCountsRule(ListCues cues) {
        lists = new LinkedLists(cues);
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure total : article.all()) {
            List<Figure> parts = article.partsOf(total).stream()
                    .filter(part -> Parthood.canBePart(part, total))
                    .toList();
            if (parts.size() >= FEWEST_PARTS && Parthood.canBeTotal(total)) {
                check(article, total, parts).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure total, List<Figure> parts) {
        List<List<Figure>> counts = new ArrayList<>();
        for (PartList list : lists.addingUp(article, total, parts)) {
            List<Figure> counted = counts(article, list);
            if (!counted.isEmpty()) {
                counts.add(counted);
            }
        }
        if (counts.size() < 2) {
            return Optional.empty();
        }
        List<Figure> one = counts.get(0);
        List<Figure> other = counts.get(1);
        boolean same = one.get(0).isLike(other.get(0));
        return same && sum(one).compareTo(sum(other)) != 0 ? Optional.of(finding(total, one, other)) : Optional.empty();
    }

    /** The number of things behind each part, of one measure; empty if one has none. */
    private static List<Figure> counts(ArticleFigures article, PartList list) {
        List<Figure> counts = new ArrayList<>();
        for (Figure part : list.parts()) {
            Optional<Figure> count = article.inSentenceOf(part).stream()
                    .filter(part::precedes)
                    .findFirst()
                    .filter(next -> next.begin() - part.end() <= BEHIND
                            && next.isLevel()
                            && next.unit().dimension() == Dimension.COUNT
                            && next.observation().qualifier() == Qualifier.EXACT
                            && next.observation().per() == null
                            && (counts.isEmpty() || next.isLike(counts.get(0))));
            if (count.isEmpty()) {
                return List.of();
            }
            counts.add(count.get());
        }
        return counts;
    }

    private static BigDecimal sum(List<Figure> figures) {
        return figures.stream().map(figure -> figure.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Finding finding(Figure total, List<Figure> one, List<Figure> other) {
        List<Figure> figures = new ArrayList<>(one);
        figures.addAll(other);
        return Findings.warning(
                FindingRule.CONTRADICTION,
                figures,
                Wording.plain(sum(one)),
                Wording.plain(sum(other)),
                "Two breakdowns of %s are for different numbers of the same things: %s (%s in all) and %s (%s in all)."
                        .formatted(
                                Wording.described(total),
                                Wording.listed(one, " + "),
                                Wording.plain(sum(one)),
                                Wording.listed(other, " + "),
                                Wording.plain(sum(other))));
    }
}
