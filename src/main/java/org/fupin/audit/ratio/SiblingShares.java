package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.QuotientSlip;
import org.fupin.audit.figure.Quotients;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;

/**
 * Shares whose part leads to no whole. Their whole is the one on which the other shares of the sentence agree, or, where the text
 * says "of the total", the one like figure of the sentence before, if the share misses it by little or by one slip of the pen.
 */
final class SiblingShares {

    /**
     * A share that its whole does not give.
     *
     * @param reason why this is taken for its whole, for people
     */
    record Share(Figure whole, Figure part, Figure share, String reason) {}

    private record Open(Figure part, Figure share) {}

    /** So many siblings must agree on a whole. */
    private static final int AGREEING = 2;

    /** Wholes of one sentence that are looked at. */
    private static final int MOST_WHOLES = 10;

    private static final BigDecimal NEAR = new BigDecimal("0.1");

    private static final int SLIP_DIGITS = 2;

    /** A share that is known no better than this, in relation to itself, is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.05");

    private static final int BEHIND = 40;

    private static final Pattern OF_THE_TOTAL = Pattern.compile(
            "(?is)^\\s*of (the|its|their) (total|whole)( (amount|number|sum|figure))?\\s*([,.;:)]|$|and\\b).*");

    private final ArticleFigures article;
    private final List<Open> open = new ArrayList<>();
    private final Map<Integer, Map<ObservationRef, Integer>> wholes = new HashMap<>();

    SiblingShares(ArticleFigures article) {
        this.article = article;
    }

    /** Takes note of what was found on a share: whole, part, percentage. */
    void settled(Finding finding, Figure share) {
        Map<ObservationRef, Integer> agreeing = wholes.computeIfAbsent(share.sentence(), key -> new LinkedHashMap<>());
        ObservationRef whole = finding.observations().get(0);
        if (finding.holds() && (agreeing.size() < MOST_WHOLES || agreeing.containsKey(whole))) {
            agreeing.merge(whole, 1, Integer::sum);
        }
    }

    void add(Figure part, Figure share) {
        open.add(new Open(part, share));
    }

    /** Those of the open shares that the whole does not give which must be theirs. */
    List<Share> ofOneWhole() {
        open.forEach(this::agree);
        List<Share> failing = new ArrayList<>();
        for (Open one : open) {
            ofSiblings(one).or(() -> ofSentenceBefore(one)).ifPresent(failing::add);
        }
        return failing;
    }

    /** Takes note of the wholes of the sentence, and of the one before, that give an open share though their measures differ. */
    private void agree(Open one) {
        Figure part = one.part();
        Map<ObservationRef, Integer> agreeing =
                wholes.computeIfAbsent(one.share().sentence(), key -> new LinkedHashMap<>());
        article.near(part, 1).stream()
                .filter(other -> other.precedes(part)
                        && other.paragraph() == part.paragraph()
                        && fits(other, part)
                        && other.amount().value().compareTo(part.amount().value()) > 0
                        && one.share().amount().spread().compareTo(TELLING) <= 0
                        && Quotients.agree(one.share(), percent(other, part), part, other))
                .map(Figure::ref)
                .filter(whole -> agreeing.size() < MOST_WHOLES || agreeing.containsKey(whole))
                .forEach(whole -> agreeing.merge(whole, 1, Integer::sum));
    }

    private Optional<Share> ofSiblings(Open one) {
        for (Map.Entry<ObservationRef, Integer> entry :
                wholes.getOrDefault(one.share().sentence(), Map.of()).entrySet()) {
            Optional<Figure> whole = article.at(entry.getKey().begin());
            if (entry.getValue() >= AGREEING
                    && whole.isPresent()
                    && fits(whole.get(), one.part())
                    && fails(whole.get(), one)) {
                return Optional.of(new Share(
                        whole.get(), one.part(), one.share(), "It is the whole of the other shares of the sentence."));
            }
        }
        return Optional.empty();
    }

    private Optional<Share> ofSentenceBefore(Open one) {
        Figure part = one.part();
        boolean total = part.inSentenceOf(one.share())
                && part.observation().partOf() == null
                && OF_THE_TOTAL.matcher(article.after(one.share(), BEHIND)).matches();
        if (!total) {
            return Optional.empty();
        }
        List<Figure> before = article.behind(part, 1).stream()
                .filter(other -> other.isLike(part) && fits(other, part))
                .toList();
        if (before.size() != 1 || before.get(0).paragraph() != part.paragraph()) {
            return Optional.empty();
        }
        Figure whole = before.get(0);
        return fails(whole, one) && (isNear(whole, one) || isSlip(whole, one))
                ? Optional.of(new Share(whole, part, one.share(), "The total is taken from the sentence before."))
                : Optional.empty();
    }

    private static boolean fits(Figure whole, Figure part) {
        return whole.isLevel()
                && !whole.isStandard()
                && !whole.isRange()
                && !part.isRange()
                && !whole.equals(part)
                && whole.isComparableWith(part)
                && whole.observation().per() == part.observation().per()
                && whole.amount().value().signum() > 0;
    }

    private static Amount percent(Figure whole, Figure part) {
        return Quotients.percent(part.in(whole.unit()), whole.amount());
    }

    private static boolean fails(Figure whole, Open one) {
        return Quotients.fails(one.share(), percent(whole, one.part()));
    }

    private static boolean isNear(Figure whole, Open one) {
        BigDecimal stated = one.share().amount().value();
        BigDecimal off = percent(whole, one.part()).value().subtract(stated).abs();
        return off.compareTo(stated.multiply(NEAR)) <= 0;
    }

    /** Whether a zero or two swapped digits in one of the three figures make the difference. */
    private static boolean isSlip(Figure whole, Open one) {
        return QuotientSlip.in(
                one.part().in(whole.unit()), whole.amount(), one.share().amount(), SLIP_DIGITS);
    }
}
