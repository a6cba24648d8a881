package org.fupin.audit.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * An amount that one section gives as the governments' and another, on the very programme, divides among them and others: "88.3
 * million yuan of financial funds for relocation", but "88.3 million yuan, of which 51 million was financial funds".
 */
public final class PayerRule implements AuditRule.InArticle {

    private static final Set<FundingSource> GOVERNMENT =
            EnumSet.of(FundingSource.FISCAL, FundingSource.CENTRAL, FundingSource.PROVINCIAL, FundingSource.LOCAL);

    /** Amounts of fewer digits are the same by chance. */
    private static final int DIGITS = 3;

    /** No amount is told so often. */
    private static final int MOST = 20;

    private static final int BEHIND = 60;

    /** So many letters of a word of the heading name its programme. */
    private static final int STEM = 6;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        Map<BigDecimal, List<Figure>> paid = new HashMap<>();
        for (Figure figure : article.all()) {
            if (isTold(figure) && GOVERNMENT.contains(figure.observation().source())) {
                List<Figure> same =
                        paid.computeIfAbsent(figure.amount().value().stripTrailingZeros(), key -> new ArrayList<>());
                if (same.size() < MOST) {
                    same.add(figure);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Figure total : article.all()) {
            List<Figure> same = paid.getOrDefault(total.amount().value().stripTrailingZeros(), List.of());
            if (isTold(total) && !same.isEmpty()) {
                check(article, total, same).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean isTold(Figure figure) {
        return figure.isLevel()
                && figure.unit().is("CNY")
                && figure.observation().per() == null
                && figure.observation().qualifier() == Qualifier.EXACT
                && !figure.isRange()
                && figure.amount().value().stripTrailingZeros().precision() >= DIGITS;
    }

    private static Optional<Finding> check(ArticleFigures article, Figure total, List<Figure> same) {
        List<Figure> parts = article.partsOf(total).stream()
                .filter(part -> part.isLevel() && part.isComparableWith(total))
                .toList();
        Optional<Figure> own = parts.stream()
                .filter(part -> GOVERNMENT.contains(part.observation().source())
                        && part.amount().strict().high() != null
                        && total.amount().strict().isAbove(part.amount().strict()))
                .findFirst();
        boolean others = parts.stream()
                .anyMatch(part -> part.observation().source() != null
                        && !GOVERNMENT.contains(part.observation().source()));
        if (own.isEmpty() || !others || GOVERNMENT.contains(total.observation().source())) {
            return Optional.empty();
        }
        return same.stream()
                .filter(figure -> figure.sectionRank() != total.sectionRank()
                        && names(article.after(figure, BEHIND), total.section().heading()))
                .findFirst()
                .map(figure -> finding(figure, total, own.get()));
    }

    /** Whether a telling word of the heading stands in the text. */
    private static boolean names(String text, String heading) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : heading.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            boolean telling = word.length() > STEM && !word.startsWith("povert") && !word.startsWith("allevia");
            if (telling && lower.contains(word.substring(0, STEM))) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Figure paid, Figure total, Figure own) {
        return Findings.warning(
                FindingRule.CONTRADICTION,
                List.of(paid, total, own),
                Wording.stated(paid),
                Wording.stated(own),
                "%s is stated under \"%s\" as the governments' money, but under \"%s\" the same amount is the total of several payers, of which the governments gave %s."
                        .formatted(
                                Wording.described(paid),
                                paid.section().heading().strip(),
                                total.section().heading().strip(),
                                Wording.stated(own)));
    }
}
