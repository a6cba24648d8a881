package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Parthood;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Qualifier;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;
import org.fupin.reference.ListClaim;
import org.fupin.reference.ListCues;

/**
 * Lists to whose total no figure leads, and that do not add up to it: only where the words or the places leave no doubt that they
 * should, and the total is missed by little or by one slip of the pen.
 */
final class NearbyLists {

    /** What is further off is a total of something else. */
    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** The same where the text says that the list is all there is. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Behind a total that follows its parts. */
    private static final Pattern IN_TOTAL =
            Pattern.compile("(?i),?\\s*(in total|in all|altogether|all together|all told|taken together)\\b");

    /** The same where the text says that it is the total of what was just told. */
    private static final BigDecimal NEAR_IF_SAID = new BigDecimal("0.2");

    private static final int MOST_PARTS = 20;
    private static final int FEWEST_ANNOUNCED = 4;

    private static final int AROUND = 120;

    private static final Pattern REST = Pattern.compile("\\b(others?|rest|remaining|remainder)\\b");

    /** Between a total and the list that says it again. */
    private static final Pattern SAID_AGAIN = Pattern.compile("[^.;:()0-9]{0,90}[:(]");

    private static final int AGAIN = 400;

    /** "1.4 billion yuan was invested. Of the investment, A was ..., B ... and C ...". */
    private static final Pattern OF_THE = Pattern.compile("(?i)(of|among) (the|this|these|them|it)\\b");

    private final ListCues cues;
    private final AuditWords words;

    NearbyLists(ListCues cues, AuditWords words) {
        this.cues = cues;
        this.words = words;
    }

    /** The list that was meant to add up to {@code total} and does not. */
    Optional<PartList> missing(ArticleFigures article, Figure total) {
        if (total.sentence() < 0
                || total.observation().partOf() != null
                || total.observation().qualifier() != Qualifier.EXACT) {
            return Optional.empty();
        }
        return announced(article, total)
                .filter(list -> isNear(list) || ListSlip.in(list).isPresent())
                .or(() -> before(article, total))
                .filter(list -> isNear(list, NEAR_IF_SAID) || ListSlip.in(list).isPresent())
                .or(() -> toldOff(article, total))
                .or(() -> saidAgain(article, total)
                        .or(() -> inNext(article, total))
                        .filter(list -> isNear(list) || ListSlip.in(list, 2).isPresent()))
                .filter(list -> list.sum().fit(total.amount()) == Fit.FAILS);
    }

    private static boolean isNear(PartList list) {
        return isNear(list, NEAR);
    }

    private static boolean isNear(PartList list, BigDecimal near) {
        BigDecimal total = list.total().amount().value();
        return list.sum().value().subtract(total).abs().compareTo(total.multiply(near)) <= 0;
    }

    private Optional<PartList> list(ArticleFigures article, Figure total, List<Figure> parts) {
        boolean whole = parts.size() > 1
                && parts.size() <= MOST_PARTS
                && parts.stream().allMatch(part -> part.observation().qualifier() == Qualifier.EXACT);
        return whole ? Optional.of(PartList.of(article, total, parts, cues)) : Optional.empty();
    }

    /** "2,423 measures, including 450 wells, 136 roads, 814 terraces and 447 others": a long list right behind its total. */
    private Optional<PartList> announced(ArticleFigures article, Figure total) {
        List<Figure> parts = new ArrayList<>();
        for (Figure next : article.inSentenceOf(total)) {
            if (total.precedes(next) && Parthood.canJoin(next, total, article)) {
                parts.add(next);
            } else if (total.precedes(next)) {
                break;
            }
        }
        if (parts.size() < FEWEST_ANNOUNCED) {
            return Optional.empty();
        }
        return list(article, total, parts).filter(list -> list.claim() != null && list.closed());
    }

    /** "1.9 billion yuan (1.4 billion of the centre, 0.3 of the province and 0.2 of the towns)", or the same behind a colon. */
    private Optional<PartList> saidAgain(ArticleFigures article, Figure total) {
        Matcher matcher = SAID_AGAIN.matcher(article.after(total, AGAIN));
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int from = total.end() + matcher.end();
        int to = matcher.group().endsWith("(")
                ? article.after(total, AGAIN).indexOf(')', matcher.end()) + total.end()
                : total.end() + AGAIN;
        List<Figure> parts = article.inSentenceOf(total).stream()
                .filter(other -> other.begin() >= from
                        && other.begin() < to
                        && Parthood.canJoin(other, total, article)
                        && other.isLevel())
                .toList();
        return list(article, total, parts).filter(PartList::closed);
    }

    /** "The centre issued A and the province B. A total of C was thus issued by the central and provincial governments." */
    private Optional<PartList> before(ArticleFigures article, Figure total) {
        List<Figure> parts = neighbours(article, total, article.behind(total, 1));
        boolean first = article.inSentenceOf(total).stream()
                .filter(other -> other.isComparableWith(total))
                .findFirst()
                .filter(total::equals)
                .isPresent();
        if (parts.size() < 2 || !first || parts.stream().anyMatch(part -> isLarger(part, total))) {
            return Optional.empty();
        }
        String around = article.before(total, AROUND) + " " + article.after(total, AROUND);
        boolean told = words.isIn(Use.TOGETHER, around.replaceAll("[,\\s]+", " "));
        return told || isOfAllPayers(total, parts) ? list(article, total, parts) : Optional.empty();
    }

    /**
     * "It was divided into three parts: A of the centre, B of the province and C of the towns, D in total": nothing else is told,
     * so that a total that is missed by more than little is missed as well.
     */
    private Optional<PartList> toldOff(ArticleFigures article, Figure total) {
        if (!IN_TOTAL.matcher(article.after(total, AROUND)).lookingAt()) {
            return Optional.empty();
        }
        List<Figure> before = article.inSentenceOf(total).stream()
                .filter(other -> other.precedes(total) && other.isComparableWith(total))
                .toList();
        List<Figure> parts = before.stream()
                .filter(other -> Parthood.canContinue(other, total, article))
                .toList();
        if (parts.size() < 2 || parts.size() != before.size()) {
            return Optional.empty();
        }
        boolean whole = cues.lastJoin(article.before(parts.get(0), AROUND))
                .filter(cue -> cue.claim() == ListClaim.WHOLE)
                .isPresent();
        return list(article, total, parts)
                .filter(PartList::closed)
                .filter(list -> whole
                        ? isNear(list, HALF)
                        : isNear(list) || ListSlip.in(list).isPresent());
    }

    private static boolean isLarger(Figure part, Figure total) {
        return part.in(total.unit()).value().compareTo(total.amount().value()) >= 0;
    }

    /** The governments' money after that of the centre and of the province. */
    private static boolean isOfAllPayers(Figure total, List<Figure> parts) {
        Set<FundingSource> payers = EnumSet.noneOf(FundingSource.class);
        for (Figure part : parts) {
            FundingSource payer = part.observation().source();
            boolean governments =
                    payer == FundingSource.CENTRAL || payer == FundingSource.PROVINCIAL || payer == FundingSource.LOCAL;
            if (!governments || !payers.add(payer)) {
                return false;
            }
        }
        return total.observation().source() == FundingSource.FISCAL && payers.size() > 1;
    }

    /** "covering 22,500 people. One kind covered A people, a second B people, and other kinds C people." */
    private Optional<PartList> inNext(ArticleFigures article, Figure total) {
        List<Figure> parts = neighbours(article, total, article.ahead(total, 1));
        boolean only =
                article.inSentenceOf(total).stream().noneMatch(other -> total.precedes(other) && other.isLike(total));
        if (parts.size() < 2 || !only || parts.stream().anyMatch(part -> !part.isLike(total))) {
            return Optional.empty();
        }
        Figure last = parts.get(parts.size() - 1);
        String before = article.between(parts.get(parts.size() - 2), last);
        boolean rest = REST.matcher(before.toLowerCase(Locale.ROOT)).find();
        boolean taken = OF_THE.matcher(article.before(parts.get(0), AROUND)).lookingAt();
        return rest || taken ? list(article, total, parts).filter(list -> rest || list.closed()) : Optional.empty();
    }

    /** The like figures of a neighbouring sentence. */
    private static List<Figure> neighbours(ArticleFigures article, Figure total, List<Figure> sentence) {
        return sentence.stream()
                .filter(other -> Parthood.canContinue(other, total, article))
                .toList();
    }
}
