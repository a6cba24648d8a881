package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/** Households and their people side by side ("1,109 households and 4,547 people"): no fewer people than households. */
public final class HouseholdSizeRule implements AuditRule.InArticle {

    private static final Pattern JOINED = Pattern.compile(
            "(?s)^\\s*(?:[a-z-]+\\s+){0,3}(?:households?|families)\\s*(?:\\(|,|and|with|of|or|involving|including|,\\s*and)\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** Larger families than this on average exist nowhere in China. */
    private static final BigDecimal LARGEST = new BigDecimal(9);

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        for (int i = 0; i + 1 < all.size(); i++) {
            Figure households = all.get(i);
            Figure people = all.get(i + 1);
            if (areJoined(article, households, people)) {
                check(households, people, findings);
            }
        }
        return findings;
    }

    private static boolean areJoined(ArticleFigures article, Figure households, Figure people) {
        return households.unit().is("household")
                && people.unit().is("person")
                && people.unit().dimension() == Dimension.PEOPLE
                && households.isLevel()
                && people.isLevel()
                && households.inSentenceOf(people)
                && households.observation().qualifier() == Qualifier.EXACT
                && people.observation().qualifier() == Qualifier.EXACT
                && households.amount().value().signum() > 0
                && JOINED.matcher(article.between(households, people)).matches();
    }

    private static void check(Figure households, Figure people, List<Finding> findings) {
        Amount size = people.amount().dividedBy(households.amount());
        boolean fewer = households.amount().strict().isAbove(people.amount().strict());
        boolean many = size.strict().low().compareTo(LARGEST) > 0;
        if (!fewer && !many) {
            return;
        }
        List<Figure> figures = List.of(households, people);
        String stated = Wording.stated(households) + ", " + Wording.stated(people);
        String average = size.value().setScale(1, RoundingMode.HALF_UP).toPlainString();
        findings.add(
                fewer
                        ? Findings.error(
                                FindingRule.PLAUSIBILITY,
                                figures,
                                stated,
                                "no fewer people than households",
                                "%s are stated to be %s: fewer people than households."
                                        .formatted(Wording.described(households), Wording.stated(people)))
                        : Findings.warning(
                                FindingRule.PLAUSIBILITY,
                                figures,
                                stated,
                                "at most " + LARGEST + " people to a household",
                                "%s are stated to be %s, that is %s people to a household."
                                        .formatted(Wording.described(households), Wording.stated(people), average)));
    }
}
