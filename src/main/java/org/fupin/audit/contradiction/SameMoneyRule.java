package org.fupin.audit.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;
import org.fupin.reference.ItemWords;

/**
 * One amount for one purpose that is told twice, and each time is said to reach another number of households or people: "274
 * million yuan for the new houses, covering 1,318 households", "274 million yuan of funds for new houses ..., covering 2,400
 * households".
 */
public final class SameMoneyRule implements AuditRule.InArticle {

    /** Amounts of fewer digits are the same by chance. */
    private static final int DIGITS = 3;

    /** No amount is told so often. */
    private static final int MOST = 20;

    /** How far around an amount the words of its purpose stand, in characters. */
    private static final int PURPOSE = 70;

    /** So many telling words of it stand at both: a verb alone may be the same. */
    private static final int COMMON = 2;

    /** "1,318 households and 5,060 people". */
    private static final Pattern JOINS =
            Pattern.compile("(?i)\\s*(\\w+\\s+){0,3}(and|,|\\(|with|or)\\s*(\\w+\\s+){0,2}");

    /** A cue ends right before the number of those whom the amount reaches. */
    private static final int CUE = 20;

    private final ItemWords words;
    private final AuditWords cues;

    public SameMoneyRule(ItemWords words, AuditWords cues) {
        this.words = words;
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        Map<BigDecimal, List<Figure>> told = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Figure amount : article.all()) {
            if (!isTold(amount)) {
                continue;
            }
            List<Figure> same =
                    told.computeIfAbsent(amount.amount().value().stripTrailingZeros(), key -> new ArrayList<>());
            for (Figure before : same) {
                check(article, before, amount, findings);
            }
            if (same.size() < MOST) {
                same.add(amount);
            }
        }
        return findings;
    }

    private static boolean isTold(Figure figure) {
        return figure.isLevel()
                && figure.unit().dimension() == Dimension.MONEY
                && figure.observation().per() == null
                && figure.observation().qualifier() == Qualifier.EXACT
                && !figure.isRange()
                && figure.sentence() >= 0
                && figure.amount().value().stripTrailingZeros().precision() >= DIGITS;
    }

    private void check(ArticleFigures article, Figure one, Figure other, List<Finding> findings) {
        boolean comparable = one.unit().equals(other.unit())
                && !one.inSentenceOf(other)
                && one.observation().status() == other.observation().status()
                && one.observation().measure() == other.observation().measure()
                && one.observation().region().equals(other.observation().region())
                && one.section().programme() == other.section().programme()
                && isOfOnePurpose(article, one, other);
        if (!comparable) {
            return;
        }
        List<Figure> first = reached(article, one);
        List<Figure> second = reached(article, other);
        boolean differ = first.stream().anyMatch(count -> second.stream()
                .anyMatch(again ->
                        again.unit().equals(count.unit()) && count.amount().fit(again.amount()) == Fit.FAILS));
        if (differ) {
            findings.add(finding(one, first, other, second));
        }
    }

    private boolean isOfOnePurpose(ArticleFigures article, Figure one, Figure other) {
        Set<String> common = new HashSet<>(purpose(article, one));
        common.retainAll(purpose(article, other));
        return common.size() >= COMMON;
    }

    private Set<String> purpose(ArticleFigures article, Figure amount) {
        String behind = article.after(amount, PURPOSE).split("[0-9,;:(]", 2)[0];
        return words.telling(amount.observation().item() + " " + behind);
    }

    /** Households and people whom the sentence says the amount to reach: behind the cue, and joined to one another. */
    private List<Figure> reached(ArticleFigures article, Figure amount) {
        List<Figure> reached = new ArrayList<>();
        for (Figure figure : article.inSentenceOf(amount)) {
            boolean heads = amount.precedes(figure)
                    && figure.isLevel()
                    && !figure.isRange()
                    && figure.observation().per() == null
                    && figure.observation().qualifier() == Qualifier.EXACT
                    && (figure.unit().dimension() == Dimension.HOUSEHOLDS
                            || figure.unit().dimension() == Dimension.PEOPLE);
            if (!heads) {
                continue;
            }
            boolean joins = !reached.isEmpty()
                    && JOINS.matcher(article.between(reached.get(reached.size() - 1), figure))
                            .matches();
            if (joins || reached.isEmpty() && cues.ends(Use.REACH, article.before(figure, CUE))) {
                reached.add(figure);
            }
        }
        return reached;
    }

    private static Finding finding(Figure one, List<Figure> first, Figure other, List<Figure> second) {
        List<Figure> figures = new ArrayList<>(Findings.listOf(one, first));
        figures.addAll(Findings.listOf(other, second));
        String reached = Wording.listed(first, " and ");
        String again = Wording.listed(second, " and ");
        return Findings.warning(
                FindingRule.CONTRADICTION,
                figures,
                reached,
                again,
                "%s is told twice: %s it reaches %s, but %s %s."
                        .formatted(
                                Wording.describedInPlace(one),
                                Wording.place(one),
                                reached,
                                one.sectionRank() == other.sectionRank() ? "further on" : Wording.place(other),
                                again));
    }
}
