package org.fupin.audit.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.DigitSlip;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.ItemWords;
import org.jspecify.annotations.Nullable;

/**
 * One amount of one payer, or one large number of people or things, that two sections state with two digits swapped. Their names
 * need not be the same, but have most of their words in common; three such amounts are no slip.
 */
public final class SwappedDigitsRule implements AuditRule.InArticle {

    private static final int DIGITS = 3;

    /** What no payer tells apart is the same by chance more easily. */
    private static final int DIGITS_OF_COUNT = 4;

    private static final Pattern FUNDS = Pattern.compile("(?i)\\bpoverty\\b.*\\bfunds?\\b");

    /** So many telling words two names have in common at least, and this share of the shorter one's. */
    private static final int COMMON = 2;

    private static final double MOST = 0.6;

    /** Amounts that can be one another's slip: the same digits of the same size by the same payer. */
    private record Key(
            Measure measure, String unit, @Nullable FundingSource source, String period, String digits, int size) {}

    private final ItemWords words;

    public SwappedDigitsRule(ItemWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        Map<Key, List<Figure>> amounts = new LinkedHashMap<>();
        for (Figure figure : article.all()) {
            if (stands(article, figure)) {
                List<Figure> same = amounts.computeIfAbsent(key(figure), key -> new ArrayList<>());
                boolean known = same.stream()
                        .anyMatch(other ->
                                other.amount().value().compareTo(figure.amount().value()) == 0);
                if (!known && same.size() <= 2) {
                    same.add(figure);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Figure> same : amounts.values()) {
            if (same.size() == 2 && isOne(same.get(0), same.get(1))) {
                findings.add(Restated.contradiction(same.get(0), same.get(1), ": two digits are swapped."));
            }
        }
        return findings;
    }

    private static boolean stands(ArticleFigures article, Figure figure) {
        Observation observation = figure.observation();
        boolean ofPayer = figure.unit().dimension() == Dimension.MONEY && observation.source() != null;
        return figure.isLevel()
                && !figure.isPercent()
                && observation.status() == Status.ACTUAL
                && observation.qualifier() == Qualifier.EXACT
                && !figure.isRange()
                && observation.partOf() == null
                && observation.per() == null
                && observation.region().equals(article.article().region())
                && digits(figure).length() >= (ofPayer ? DIGITS : DIGITS_OF_COUNT);
    }

    private static String digits(Figure figure) {
        return figure.amount().value().stripTrailingZeros().unscaledValue().toString();
    }

    private static Key key(Figure figure) {
        BigDecimal value = figure.amount().value();
        int[] sorted = digits(figure).chars().sorted().toArray();
        return new Key(
                figure.observation().measure(),
                figure.unit().code(),
                figure.observation().source(),
                String.valueOf(figure.observation().period().end()),
                new String(sorted, 0, sorted.length),
                value.precision() - value.scale());
    }

    private boolean isOne(Figure one, Figure other) {
        Set<String> first = words.telling(one.observation().item());
        Set<String> second = words.telling(other.observation().item());
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        boolean plain = first.isEmpty() && second.isEmpty() && isOfFunds(one) && isOfFunds(other);
        boolean alike = common.size() >= COMMON && common.size() >= MOST * Math.min(first.size(), second.size());
        return one.sectionRank() != other.sectionRank()
                && (plain || alike)
                && DigitSlip.between(one.amount().value(), other.amount().value(), DIGITS);
    }

    /** A name that says no more than that these are the payer's anti-poverty funds. */
    private static boolean isOfFunds(Figure figure) {
        return FUNDS.matcher(figure.observation().item()).find();
    }
}
