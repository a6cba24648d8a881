package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Parthood;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.AuditWords;
import org.fupin.reference.ListCues;

/**
 * Parts against their total.
 *
 * <p>The parts of a total are those that lead to it ({@link LinkedLists}). Only where no list of them adds up, the lists are
 * judged one by one ({@link ListJudge}). Figures that lead nowhere can make up a total as well ({@link UnlinkedLists}); that
 * is an identity, and where their places leave no doubt and they nearly make it up, worth a look ({@link NearbyLists}).
 */
public final class SumRule implements AuditRule.InArticle {

    /** Figures that belong to a total by their places only are further off for other reasons. */
    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** Two totals side by side stand no further apart than this, in characters. */
    private static final int BESIDE = 400;

    private final LinkedLists linked;
    private final UnlinkedLists unlinked;
    private final NearbyLists nearby;
    private final ListJudge judge;

    public SumRule(ListCues cues, AuditWords words) {
        linked = new LinkedLists(cues);
        unlinked = new UnlinkedLists(cues);
        nearby = new NearbyLists(cues, words);
        judge = new ListJudge(linked);
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<PartList> addingUp = new ArrayList<>();
        List<Figure> open = new ArrayList<>();
        for (Figure total : article.all()) {
            if (!Parthood.canBeTotal(total) || total.isReadByParts()) {
                continue;
            }
            List<Figure> parts = article.partsOf(total).stream()
                    .filter(part -> Parthood.canBePart(part, total))
                    .toList();
            if (parts.isEmpty()) {
                unlinked.of(article, total).ifPresentOrElse(addingUp::add, () -> open.add(total));
            } else {
                addingUp.addAll(check(article, total, linked.withoutStrays(article, total, parts), findings));
            }
        }
        NavigableMap<Integer, PartList> byTotal = new TreeMap<>();
        for (PartList list : addingUp) {
            findings.add(SumFindings.identity(list));
            byTotal.putIfAbsent(list.total().begin(), list);
        }
        for (Figure total : open) {
            byTotal.subMap(total.begin() - BESIDE, total.begin() + BESIDE).values().stream()
                    .flatMap(list -> unlinked.beside(article, total, list).stream())
                    .flatMap(list -> byPlace(list).stream())
                    .findFirst()
                    .or(() -> unlinked.takenUp(article, total).flatMap(SumRule::byPayer))
                    .or(() -> nearby.missing(article, total).map(list -> SumFindings.warning(list, list.sum())))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Reports what does not add up; returns the lists that do. */
    private List<PartList> check(ArticleFigures article, Figure total, List<Figure> parts, List<Finding> findings) {
        List<PartList> good = linked.addingUp(article, total, parts);
        // A second breakdown beside one that adds up need not be complete, but cannot exceed the total.
        List<Finding> judged = new ArrayList<>();
        Set<Figure> settled = new HashSet<>();
        good.forEach(list -> settled.addAll(list.figures()));
        for (PartList list : linked.apart(article, total, parts)) {
            boolean left = list.parts().stream().noneMatch(settled::contains);
            if (good.isEmpty() || left && list.exceeds()) {
                judge.judge(article, list).ifPresent(judged::add);
            }
        }
        if (good.isEmpty() && judged.isEmpty()) {
            linked.extendedBySlip(article, total, parts)
                    .ifPresent(list -> judged.add(SumFindings.warning(list, list.sum())));
        }
        findings.addAll(judged);
        return good;
    }

    private static Optional<Finding> byPlace(PartList list) {
        if (list.reconcilesByItself()) {
            return Optional.of(SumFindings.identity(list));
        }
        Amount sum = list.sum();
        BigDecimal total = list.total().amount().value();
        boolean near = sum.value().subtract(total).abs().compareTo(total.multiply(NEAR)) <= 0;
        return near && sum.fit(list.total().amount()) != Fit.HOLDS
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
    }

    private static Optional<Finding> byPayer(PartList list) {
        if (list.reconcilesByItself()) {
            return Optional.of(SumFindings.identity(list));
        }
        Amount sum = list.sum();
        BigDecimal total = list.total().amount().value();
        boolean near = sum.value().subtract(total).abs().compareTo(total.multiply(NEAR)) <= 0;
        boolean meant = list.closed() && (near || ListSlip.in(list).isPresent());
        return (list.exceeds() || meant) && sum.fit(list.total().amount()) == Fit.FAILS
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
    }
}
