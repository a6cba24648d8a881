package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Kind;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * Part over whole against the stated percentage: "accounting for 73% of the total".
 *
 * <p>The whole is the total of the part. Where the part leads to none, or its total does not fit, any comparable figure
 * stated shortly before may be the whole, but only an identity can come of that, never an error. Another section may state it
 * as well ({@link SharesElsewhere}).
 */
public final class ShareRule implements AuditRule.InArticle {

    /** How far back the whole of a share may stand, in sentences. */
    private static final int BACK = 3;

    /** A share that is known no better than this, in relation to itself, is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.03");

    /** The same where the part leads to another whole, or is of another kind. */
    private static final BigDecimal TELLING_BY_ITSELF = new BigDecimal("0.005");

    /** After the percentage: the whole is the one spoken of. */
    private static final BigDecimal FAR = BigDecimal.valueOf(3);

    private static final Pattern PLAIN_WHOLE = Pattern.compile(
            "^\\s*(of (the|its|their) (total|whole)( (amount|number|sum|figure))?|of (it|them|the"
                    + " above))?\\s*([,.;:)]|$|and\\b).*",
            Pattern.DOTALL);

    private static final int PHRASE = 40;

    /** Between a percentage and the figure that it is a percentage of. */
    private static final Pattern OF_THE =
            Pattern.compile("(?is)\\s*of\\s+(the|its|their|all|a)?\\s*(total|whole)?\\s*(of)?\\s*");

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        Map<Figure, Finding> failing = new LinkedHashMap<>();
        SiblingShares open = new SiblingShares(article);
        SharesElsewhere elsewhere = new SharesElsewhere(article);
        for (Figure share : article.all()) {
            boolean stated = share.is(Kind.SHARE) && share.isPercent() && !share.isStandard();
            Optional<Figure> part = article.described(share).filter(described -> !described.isPercent());
            if (stated && part.isPresent() && share.amount().value().signum() > 0) {
                Optional<Finding> finding =
                        share(article, part.get(), share).or(() -> elsewhere(article, elsewhere, part.get(), share));
                if (finding.filter(Finding::holds).isPresent()) {
                    findings.add(finding.get());
                    open.settled(finding.get(), share);
                } else {
                    finding.ifPresent(found -> failing.put(share, found));
                    open.add(part.get(), share);
                }
            }
        }
        for (SiblingShares.Share share : open.ofOneWhole()) {
            failing.put(share.share(), message(share));
        }
        findings.addAll(failing.values());
        return findings;
    }

    /** The whole of a share that leads to none is the one on which its siblings agree, or the total right before it. */
    private static Finding message(SiblingShares.Share share) {
        return Findings.warning(
                FindingRule.SHARE,
                List.of(share.whole(), share.part(), share.share()),
                Wording.stated(share.share()),
                computed(share.whole(), share.part(), share.share()),
                message(share.whole(), share.part(), share.share()) + " " + share.reason());
    }

    private Optional<Finding> share(ArticleFigures article, Figure part, Figure share) {
        Optional<Figure> named = named(article, part, share);
        if (named.isPresent()) {
            return ofNamed(named.get(), part, share);
        }
        Optional<Figure> linked = article.total(part)
                .filter(total ->
                        total.isComparableWith(part) && total.amount().value().signum() > 0);
        if (linked.isPresent() && Quotients.agree(share, percent(part, linked.get()), part, linked.get())) {
            return Optional.of(identity(linked.get(), part, share));
        }
        for (Figure whole : wholes(article, part)) {
            Amount percent = percent(part, whole);
            boolean likely = linked.isEmpty() && whole.isLike(part);
            BigDecimal telling = likely ? TELLING : TELLING_BY_ITSELF;
            if (share.amount().spread().compareTo(telling) <= 0 && percent.fit(share.amount()) == Fit.HOLDS) {
                return Optional.of(identity(whole, part, share));
            }
        }
        // what gives the percentage of a whole told before the one that the part leads to is hardly wrong
        boolean ofAnother = linked.isPresent()
                && wholes(article, part).stream()
                        .anyMatch(whole -> whole.precedes(linked.get())
                                && percent(part, whole).fit(share.amount()) == Fit.HOLDS);
        if (linked.isEmpty() || ofAnother || !Quotients.fails(share, percent(part, linked.get()))) {
            return Optional.empty();
        }
        return Optional.of(contradiction(article, linked.get(), part, share));
    }

    private static Optional<Finding> elsewhere(
            ArticleFigures article, SharesElsewhere elsewhere, Figure part, Figure share) {
        if (article.total(part).isPresent()) {
            return Optional.empty();
        }
        Optional<Figure> total = elsewhere.total(part, share);
        if (total.isPresent()) {
            return Optional.of(identity(total.get(), part, share));
        }
        Optional<Figure> whole = elsewhere.ofPlace(part, share);
        if (whole.isEmpty() || Quotients.agree(share, percent(part, whole.get()), part, whole.get())) {
            return whole.map(found -> identity(found, part, share));
        }
        return Quotients.fails(share, percent(part, whole.get()))
                ? Optional.of(contradiction(article, whole.get(), part, share))
                : Optional.empty();
    }

    /** The whole that follows the percentage: "accounting for 33.1% of the 2.064 billion yuan". */
    private static Optional<Figure> named(ArticleFigures article, Figure part, Figure share) {
        return article.inSentenceOf(share).stream()
                .filter(share::precedes)
                .findFirst()
                .filter(next -> next.isLevel()
                        && !next.isRange()
                        && !next.equals(part)
                        && next.isComparableWith(part)
                        && next.observation().per() == part.observation().per()
                        && next.amount().value().signum() > 0
                        && OF_THE.matcher(article.between(share, next)).matches());
    }

    private static Optional<Finding> ofNamed(Figure whole, Figure part, Figure share) {
        Amount percent = percent(part, whole);
        if (Quotients.agree(share, percent, part, whole)) {
            return Optional.of(identity(whole, part, share));
        }
        return Quotients.fails(share, percent) ? Optional.of(error(whole, part, share)) : Optional.empty();
    }

    /** Comparable levels before the part, the nearest first, that it can be a part of. */
    private static List<Figure> wholes(ArticleFigures article, Figure part) {
        return article.near(part, BACK).stream()
                .filter(other -> other.precedes(part)
                        && other.isLevel()
                        && !other.isStandard()
                        && other.isComparableWith(part)
                        && other.observation().per() == part.observation().per()
                        && other.amount().value().compareTo(part.amount().value()) > 0)
                .sorted(Comparator.comparingInt(Figure::begin).reversed())
                .toList();
    }

    private static Amount percent(Figure part, Figure whole) {
        return Quotients.percent(part.in(whole.unit()), whole.amount());
    }

    private static Finding identity(Figure whole, Figure part, Figure share) {
        return Findings.holds(
                FindingRule.SHARE,
                List.of(whole, part, share),
                Wording.stated(share),
                Wording.percentLike(share, percent(part, whole).value()),
                "%s of %s is stated as %s: %s."
                        .formatted(
                                Wording.described(part),
                                Wording.described(whole),
                                Wording.stated(share),
                                Wording.percentLike(share, percent(part, whole).value())));
    }

    private static Finding contradiction(ArticleFigures article, Figure whole, Figure part, Figure share) {
        boolean ofThisWhole = isNear(share, percent(part, whole))
                && part.inSentenceOf(share)
                && part.inSentenceOf(whole)
                && PLAIN_WHOLE
                        .matcher(article.after(share, PHRASE).toLowerCase(Locale.ROOT))
                        .matches();
        return ofThisWhole
                ? error(whole, part, share)
                : Findings.warning(
                        FindingRule.SHARE,
                        List.of(whole, part, share),
                        Wording.stated(share),
                        computed(whole, part, share),
                        message(whole, part, share) + " The percentage may refer to another whole.");
    }

    /** A percentage far from what the whole gives, and no slip of a digit away, is more likely one of another whole. */
    private static boolean isNear(Figure share, Amount percent) {
        BigDecimal stated = share.amount().value();
        BigDecimal computed = percent.value();
        return stated.multiply(FAR).compareTo(computed) >= 0
                && computed.multiply(FAR).compareTo(stated) >= 0;
    }

    private static Finding error(Figure whole, Figure part, Figure share) {
        return Findings.error(
                FindingRule.SHARE,
                List.of(whole, part, share),
                Wording.stated(share),
                computed(whole, part, share),
                message(whole, part, share));
    }

    private static String computed(Figure whole, Figure part, Figure share) {
        return Wording.percentLike(share, percent(part, whole).value());
    }

    private static String message(Figure whole, Figure part, Figure share) {
        return "%s of %s come to %s%s."
                .formatted(
                        Wording.described(part),
                        Wording.described(whole),
                        computed(whole, part, share),
                        Wording.against(false, Wording.stated(share)));
    }
}
