package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Quotients;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;

/**
 * Wholes that another section of the article states: the year's money of the payer for "44% of the total", the poor of the place
 * that the words name for "a quarter of the poor of North Hubei".
 */
final class SharesElsewhere {

    /** A share that is known no better than this, in relation to itself, is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.03");

    private static final Pattern OF_THE_TOTAL =
            Pattern.compile("(?i)^\\s*of (the|its) (total|whole)( (amount|sum|investment|funds))?\\s*([,.;:)]|$)");

    /** Behind the share: whom it is a share of, and where. */
    private static final Pattern POOR_OF_PLACE = Pattern.compile(
            "(?i)^\\s*of (?:the |all )?([a-z -]{0,40}\\b(?:poor|poverty|low-income|impoverished|poverty-stricken)\\b[a-z -]{0,40}?)"
                    + "\\s(?:of|in) (?:the )?([^,.;:()0-9]{3,60})");

    /** Words of places that name none. */
    private static final Set<String> KINDS = Set.of(
            "area",
            "areas",
            "part",
            "parts",
            "region",
            "regions",
            "province",
            "the",
            "and",
            "of",
            "in",
            "whole",
            "county",
            "city",
            "prefecture");

    private static final int BEHIND = 120;

    private final ArticleFigures article;

    SharesElsewhere(ArticleFigures article) {
        this.article = article;
    }

    /** The one amount of the payer, stated of the year as a whole, of which the part has the share. */
    Optional<Figure> total(Figure part, Figure share) {
        boolean ofTheTotal = part.observation().measure() == Measure.FUNDS
                && part.observation().source() != null
                && part.inSentenceOf(share)
                && isExact(part)
                && isExact(share)
                && share.amount().spread().compareTo(TELLING) <= 0
                && OF_THE_TOTAL.matcher(article.after(share, BEHIND)).find();
        if (!ofTheTotal) {
            return Optional.empty();
        }
        List<Figure> wholes = article.all().stream()
                .filter(whole -> isGeneral(whole)
                        && fits(whole, part)
                        && whole.isLike(part)
                        && whole.observation().source() == part.observation().source()
                        && whole.observation()
                                .period()
                                .equals(part.observation().period())
                        && percent(part, whole).fit(share.amount()) == Fit.HOLDS)
                .toList();
        return wholes.size() == 1 ? Optional.of(wholes.get(0)) : Optional.empty();
    }

    /** The one number of the poor of the place that the words behind the share name. */
    Optional<Figure> ofPlace(Figure part, Figure share) {
        Matcher behind = POOR_OF_PLACE.matcher(article.after(share, BEHIND));
        boolean poor = part.observation().measure() == Measure.POOR_POPULATION
                && part.inSentenceOf(share)
                && isExact(part)
                && isExact(share);
        if (!poor || !behind.find()) {
            return Optional.empty();
        }
        List<String> named = words(behind.group(2));
        List<Figure> wholes = article.all().stream()
                .filter(whole -> fits(whole, part)
                        && whole.isLike(part)
                        && !whole.inSentenceOf(part)
                        && isNamed(named, words(whole.observation().region())))
                .toList();
        return wholes.size() == 1 && !named.isEmpty() ? Optional.of(wholes.get(0)) : Optional.empty();
    }

    private static boolean isGeneral(Figure figure) {
        Programme programme = figure.section().programme();
        return programme == Programme.OVERVIEW || programme == Programme.FUNDING;
    }

    private static boolean fits(Figure whole, Figure part) {
        return whole.isLevel()
                && !whole.isStandard()
                && !whole.isRange()
                && isExact(whole)
                && !whole.equals(part)
                && whole.observation().status() == part.observation().status()
                && whole.amount().value().compareTo(part.amount().value()) > 0;
    }

    private static boolean isExact(Figure figure) {
        return figure.observation().qualifier() == Qualifier.EXACT;
    }

    private static Amount percent(Figure part, Figure whole) {
        return Quotients.percent(part.in(whole.unit()), whole.amount());
    }

    /** Whether both name one place: "North Hubei", "northern areas of Hubei". */
    private static boolean isNamed(List<String> named, List<String> place) {
        return place.size() == named.size()
                && place.stream().allMatch(word -> named.stream()
                        .anyMatch(other -> word.startsWith(other) || other.startsWith(word)));
    }

    private static List<String> words(String place) {
        List<String> words = new ArrayList<>();
        for (String word : place.toLowerCase(Locale.ROOT).split("[^a-z']+")) {
            if (word.length() > 2 && !KINDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
