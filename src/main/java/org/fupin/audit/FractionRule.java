package org.fupin.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;

/** People or households counted by fractions: "the 1.36 residents" have lost their million. */
final class FractionRule implements AuditRule.InArticle {

    private static final int BEFORE = 12;
    private static final int BEHIND = 40;

    /** The full number stands in one of so many sentences before. */
    private static final int BACK = 3;

    private final AuditWords words;

    FractionRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (isBroken(figure) && !isForEach(article, figure)) {
                findings.add(finding(article, figure));
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

    private boolean isForEach(ArticleFigures article, Figure figure) {
        return words.isIn(Use.EACH, article.before(figure, BEFORE) + " " + article.after(figure, BEHIND));
    }

    private static Finding finding(ArticleFigures article, Figure figure) {
        Optional<Figure> whole = article.near(figure, BACK).stream()
                .filter(other -> other.unit().equals(figure.unit())
                        && !other.equals(figure)
                        && isSameInDigits(
                                other.amount().value(), figure.amount().value()))
                .findFirst();
        return Findings.warning(
                FindingRule.MALFORMED,
                List.of(figure),
                Wording.stated(figure),
                whole.map(Wording::stated).orElse("a whole number"),
                "%s cannot be counted in fractions: the magnitude is probably lost%s."
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
