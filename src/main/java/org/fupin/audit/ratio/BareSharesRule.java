package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Interval;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ListCues;

/**
 * Shares of one whole without their amounts: "of which 45% was used for A, 32% for B and 33% for C". They may not exceed 100
 * percent; of people and things, which may be of two kinds at once, only where the last is the rest.
 */
public final class BareSharesRule implements AuditRule.InArticle {

    private static final Pattern REST = Pattern.compile("(?i)\\b(others?|rest|remaining|remainder)\\b");

    /** Right before the last share. */
    private static final Pattern REST_NEXT =
            Pattern.compile("(?i)\\b(the|a)\\s+(rest|remaining|remainder|other)(\\s+of)?(\\s+about)?\\s*[,(]?\\s*$");

    private static final int FEWEST_WITH_REST = 3;

    /** Shares that make less were hardly meant to be all. */
    private static final BigDecimal LEAST = new BigDecimal(50);

    private static final Pattern NEW_LIST = Pattern.compile("[.:]\\s");

    /** Right behind a share: "41% of them". */
    private static final Pattern OWN_WHOLE =
            Pattern.compile("(?i)^\\s*of (them|these|those|whom|which|the total|it)\\b");

    private static final int LONGEST_GAP = 160;
    private static final int AFTER = 60;

    private final ListCues cues;

    public BareSharesRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        int from = 0;
        while (from < all.size()) {
            int to = from;
            while (to < all.size()
                    && isBare(article, all.get(to))
                    && (to == from || isNext(article, all.get(to - 1), all.get(to)))) {
                to++;
            }
            if (to - from > 1 && from > 0) {
                List<Figure> shares = all.subList(from, to);
                Figure whole = all.get(from - 1);
                check(article, whole, shares)
                        .or(() -> withRest(article, whole, shares))
                        .ifPresent(findings::add);
            }
            from = Math.max(to, from + 1);
        }
        return findings;
    }

    /** A share that leads to no part, but to the whole or nowhere. */
    private static boolean isBare(ArticleFigures article, Figure share) {
        return share.is(Kind.SHARE)
                && share.isPercent()
                && !share.isStandard()
                && share.observation().qualifier() == Qualifier.EXACT
                && article.described(share)
                        .filter(level -> level.observation().partOf() != null)
                        .isEmpty();
    }

    private boolean isNext(ArticleFigures article, Figure one, Figure next) {
        String between = article.between(one, next);
        return one.inSentenceOf(next)
                && between.length() <= LONGEST_GAP
                && !NEW_LIST.matcher(between).find()
                && cues.lastJoin(OWN_WHOLE.matcher(between).replaceFirst("")).isEmpty();
    }

    private Optional<Finding> check(ArticleFigures article, Figure whole, List<Figure> shares) {
        boolean joined = whole.isLevel()
                && !whole.isPercent()
                && whole.inSentenceOf(shares.get(0))
                && cues.lastJoin(article.between(whole, shares.get(0))).isPresent();
        Amount sum = sum(shares);
        boolean over = sum.strict().isAbove(Interval.point(Quotients.HUNDRED));
        boolean rest = REST.matcher(article.after(shares.get(shares.size() - 1), AFTER))
                .find();
        if (!joined || !over || !(isAdditive(whole) || rest)) {
            return Optional.empty();
        }
        String computed = Wording.percentLike(shares.get(0), sum.value());
        return Optional.of(Findings.warning(
                FindingRule.SHARE,
                Findings.listOf(whole, shares),
                Wording.listed(shares, " + "),
                "100%",
                "The %s of %s add up to %s, not to 100%%."
                        .formatted(Wording.counted(shares.size(), "share"), Wording.described(whole), computed)));
    }

    /**
     * "41% of them went to A, 33% to B and the remaining 19% to C": with the rest the list is complete, whichever way its shares
     * miss 100 percent, where it begins its sentence or follows the words that join it to its whole.
     */
    private Optional<Finding> withRest(ArticleFigures article, Figure whole, List<Figure> shares) {
        Figure first = shares.get(0);
        Figure last = shares.get(shares.size() - 1);
        boolean rest = REST_NEXT
                .matcher(article.between(shares.get(shares.size() - 2), last))
                .find();
        boolean begins = !whole.inSentenceOf(first)
                || whole.isLevel()
                        && !whole.isPercent()
                        && cues.lastJoin(article.between(whole, first)).isPresent();
        boolean ends = sum(shares).strict().isAbove(Interval.point(Quotients.HUNDRED))
                && REST.matcher(article.after(last, AFTER)).find();
        if (!rest && !ends || !begins || shares.size() < FEWEST_WITH_REST || makeAll(shares)) {
            return Optional.empty();
        }
        boolean known = whole.isLevel()
                && !whole.isPercent()
                && whole.sectionRank() == first.sectionRank()
                && whole.paragraph() == first.paragraph();
        Amount sum = sum(shares);
        return Optional.of(Findings.warning(
                FindingRule.SHARE,
                known ? Findings.listOf(whole, shares) : shares,
                Wording.listed(shares, " + "),
                "100%",
                "The %s, the last of which is called the rest, add up to %s, not to 100%%."
                        .formatted(
                                Wording.counted(shares.size(), "share"),
                                Wording.percentLike(shares.get(0), sum.value()))));
    }

    /** Whether the shares, or the last of them behind those of something else, are 100 percent. */
    private static boolean makeAll(List<Figure> shares) {
        for (int from = 0; from + 1 < shares.size(); from++) {
            if (sum(shares.subList(from, shares.size())).fit(Amount.exact(Quotients.HUNDRED)) != Fit.FAILS) {
                return true;
            }
        }
        return sum(shares).value().compareTo(LEAST) < 0;
    }

    private static Amount sum(List<Figure> shares) {
        return shares.stream().map(Figure::amount).reduce(Amount.ZERO, Amount::plus);
    }

    private static boolean isAdditive(Figure whole) {
        return switch (whole.unit().dimension()) {
            case COUNT, PEOPLE, HOUSEHOLDS -> false;
            default -> true;
        };
    }
}
