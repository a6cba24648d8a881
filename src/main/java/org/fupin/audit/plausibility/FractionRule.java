package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;

/** People or households counted by fractions: "the 1.36 residents" have lost their million. */
public final class FractionRule implements AuditRule.InArticle {

    /** How far from the figure words that tell an average may stand, in characters, where the full number stands before. */
    private static final int BEFORE = 12;

    private static final int BEHIND = 40;

    /** The same where it does not: mostly its whole sentence. */
    private static final int AROUND = 200;

    /** The full number stands in one of so many sentences before. */
    private static final int BACK = 3;

    private final AuditWords words;

    public FractionRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            Optional<Figure> whole = isBroken(figure) ? whole(article, figure) : Optional.empty();
            boolean each = whole.isPresent()
                    ? isForEach(article, figure, BEFORE, BEHIND)
                    : isForEach(article, figure, AROUND, AROUND);
            if (isBroken(figure) && !each) {
                findings.add(finding(figure, whole));
            }
        }
        return findings;
    }

    private static boolean isBroken(Figure figure) {
        boolean heads = figure.unit().is("person") || figure.unit().is("household");
        return heads
                && figure.isLevel()
                && !figure.isRange()
                && figure.observation().per() == null
                && figure.amount().value().stripTrailingZeros().scale() > 0;
    }

    private boolean isForEach(ArticleFigures article, Figure figure, int before, int behind) {
        return words.isIn(Use.EACH, article.before(figure, before) + " " + article.after(figure, behind));
    }

    /** The number shortly before that has the same digits, and its magnitude. */
    private static Optional<Figure> whole(ArticleFigures article, Figure figure) {
        return article.near(figure, BACK).stream()
                .filter(other -> other.unit().equals(figure.unit())
                        && !other.equals(figure)
                        && isSameInDigits(
                                other.amount().value(), figure.amount().value()))
                .findFirst();
    }

    private static Finding finding(Figure figure, Optional<Figure> whole) {
        return Findings.warning(
                FindingRule.MALFORMED,
                List.of(figure),
                Wording.stated(figure),
                whole.map(Wording::stated).orElse("a whole number"),
                "%s cannot be counted in fractions: a word such as \"million\" is probably missing%s."
                        .formatted(
                                Wording.described(figure),
                                whole.map(other -> ", as %s stands shortly before".formatted(Wording.stated(other)))
                                        .orElse("")));
    }

    private static boolean isSameInDigits(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) > 0
                && one.stripTrailingZeros()
                        .unscaledValue()
                        .equals(other.stripTrailingZeros().unscaledValue());
    }
}
