package org.fupin.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.observation.Dimension;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Qualifier;
import org.fupin.reference.ListClaim;
import org.fupin.reference.ListCues;

/**
 * Parts against their total.
 *
 * <p>The parts of a total are those that lead to it. They may be several breakdowns of the same total, a part may be broken
 * down itself, and a list may go on in the sentences after: so the sum is looked for among all parts, the parts under one
 * "of which", any run of neighbours, and the parts with the like figures that follow. Only where none of these gives the
 * total, the lists are judged one by one: parts that exceed the total are wrong in any case, parts that fall short of it are
 * wrong only where the list claims to be complete ({@link PartList#claimsAll}) or misses the total by a slip of the pen.
 */
final class SumRule implements AuditRule.InArticle {

    /** An identity whose figures are known no better than this share of the total proves nothing. */
    private static final BigDecimal TELLING = new BigDecimal("0.05");

    /** The same where no link but only the arithmetic says that the figures belong together. */
    private static final BigDecimal TELLING_UNLINKED = new BigDecimal("0.01");

    /** A complete list of money that reaches less than this share of its total is probably not one. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** A selection that comes this near to the total was probably meant to be the whole. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");

    /** Parts that may overlap exceed their total by more than this without a mistake. */
    private static final BigDecimal OVERLAP = new BigDecimal("0.1");

    private static final Pattern COORDINATED = Pattern.compile("(?is)\\s*(\\w+\\s+){0,4}(and|or|of|,)\\s*");

    private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");
    private static final int SLIP_DIGITS = 4;
    private static final int LONGEST_EXTENSION = 6;

    /** No one writes longer lists; beyond, only the sum of all is looked at, so that time stays in bounds. */
    private static final int LONGEST_LIST = 60;

    private static final int SENTENCES_ON = 2;

    private static final Pattern REACHED = Pattern.compile(
            "(?i)\\b(total|totall?ed|totall?ing|altogether|in all|combined|reached|amounted to|sum)\\b");
    private static final int REACHED_BEFORE = 60;
    private static final int PARENTHESES = 600;

    private final ListCues cues;

    SumRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<PartList> known = new ArrayList<>();
        List<PartList> found = new ArrayList<>();
        List<Figure> open = new ArrayList<>();
        for (Figure total : article.all()) {
            if (!canBeTotal(total)) {
                continue;
            }
            List<Figure> parts = article.partsOf(total).stream()
                    .filter(part -> canBePart(part, total))
                    .toList();
            if (!parts.isEmpty()) {
                known.addAll(linked(article, total, withoutStrays(article, total, parts), findings));
                continue;
            }
            Optional<PartList> list = inParentheses(article, total).or(() -> unlinked(article, total));
            list.ifPresentOrElse(found::add, () -> open.add(total));
        }
        known.addAll(found);
        found.forEach(list -> findings.add(identity(list)));
        for (Figure total : open) {
            known.stream()
                    .flatMap(list -> beside(article, total, list).stream())
                    .findFirst()
                    .or(() -> takenUp(article, total))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean canBeTotal(Figure figure) {
        return figure.isLevel()
                && !figure.isStandard()
                && !figure.isPercent()
                && isTotalAmount(figure)
                && figure.amount().value().signum() > 0;
    }

    /** Amounts per head or village do not add up; amounts per year do. */
    private static boolean isTotalAmount(Figure figure) {
        PerUnit per = figure.observation().per();
        return per == null || per == PerUnit.YEAR;
    }

    private static boolean canBePart(Figure part, Figure total) {
        return part.isLevel()
                && !part.isStandard()
                && part.isComparableWith(total)
                && part.observation().per() == total.observation().per();
    }

    // --- parts that lead to the total ---

    /**
     * The parts without those that alone exceed the total, where the others make it up: these lead to it by mistake, as what
     * follows a closed list often does.
     */
    private List<Figure> withoutStrays(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> fitting = parts.stream()
                .filter(part ->
                        !part.in(total.unit()).loose().isAbove(total.amount().loose()))
                .toList();
        if (fitting.size() < 2 || fitting.size() == parts.size()) {
            return parts;
        }
        PartList list = PartList.of(article, total, fitting, cues);
        return reconciles(list, TELLING) || enough(article, list).isPresent() ? fitting : parts;
    }

    /** Reports on the parts of {@code total}; returns the lists that add up. */
    private List<PartList> linked(ArticleFigures article, Figure total, List<Figure> parts, List<Finding> findings) {
        PartList whole = PartList.of(article, total, parts, cues);
        if (reconciles(whole, TELLING)) {
            findings.add(identity(whole));
            return List.of(whole);
        }
        if (parts.size() > LONGEST_LIST) {
            judge(article, whole).ifPresent(findings::add);
            return List.of();
        }
        List<PartList> lists = lists(article, total, parts);
        List<PartList> good = Stream.of(
                        lists,
                        levels(article, total, parts),
                        ofItsKind(article, total, parts),
                        interleaved(article, total, parts))
                .flatMap(List::stream)
                .filter(list -> reconciles(list, TELLING))
                .distinct()
                .toList();
        if (good.isEmpty()) {
            good = breakdowns(article, total, parts);
        }
        if (good.isEmpty()) {
            good = lists.stream()
                    .flatMap(list -> enough(article, list).filter(PartList::closed).stream())
                    .toList();
        }
        if (good.isEmpty()) {
            good = extended(article, total, parts).stream().toList();
        }
        if (good.isEmpty()) {
            good = ofAnotherTotal(article, total, parts).stream().toList();
        }
        if (good.isEmpty()) {
            lists.forEach(list -> judge(article, list).ifPresent(findings::add));
            return List.of();
        }
        good.forEach(list -> findings.add(identity(list)));
        // A second breakdown beside one that adds up need not be complete, but cannot exceed the total.
        Set<Figure> settled = new HashSet<>();
        good.forEach(list -> settled.addAll(list.parts()));
        for (PartList list : lists) {
            if (list.parts().stream().noneMatch(settled::contains) && exceeds(list)) {
                judge(article, list).ifPresent(findings::add);
            }
        }
        return good;
    }

    private static boolean reconciles(PartList list, BigDecimal telling) {
        if (list.parts().size() < 2) {
            return false;
        }
        Amount sum = list.sum();
        Amount total = list.total().amount();
        return sum.fit(total) == Fit.HOLDS
                && (sum.value().compareTo(total.value()) == 0
                        || sum.spread().add(total.spread()).compareTo(telling) <= 0);
    }

    /** The parts under each "of which", "including" ... and in each sentence, apart. */
    private List<PartList> lists(ArticleFigures article, Figure total, List<Figure> parts) {
        List<PartList> lists = new ArrayList<>();
        List<Figure> group = new ArrayList<>();
        for (Figure part : parts) {
            if (!group.isEmpty()) {
                Figure before = group.get(group.size() - 1);
                boolean again = !part.inSentenceOf(before)
                        || cues.lastJoin(article.between(before, part)).isPresent();
                boolean aroundTotal = before.precedes(total) && total.precedes(part);
                if (again || aroundTotal) {
                    lists.add(PartList.of(article, total, group, cues));
                    group.clear();
                }
            }
            group.add(part);
        }
        lists.add(PartList.of(article, total, group, cues));
        return lists;
    }

    /** The parts of one depth of parentheses: what stands in them divides the part before. */
    private List<PartList> levels(ArticleFigures article, Figure total, List<Figure> parts) {
        SortedMap<Integer, List<Figure>> byDepth = new TreeMap<>();
        for (Figure part : parts) {
            String join = article.between(total, part);
            int depth = (int) (join.chars().filter(c -> c == '(').count()
                    - join.chars().filter(c -> c == ')').count());
            byDepth.computeIfAbsent(depth, key -> new ArrayList<>()).add(part);
        }
        return byDepth.size() < 2
                ? List.of()
                : byDepth.values().stream()
                        .map(level -> PartList.of(article, total, level, cues))
                        .toList();
    }

    /** The parts that measure what the total measures: loans of a total of loans, not the subsidies that bring them about. */
    private List<PartList> ofItsKind(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> kin = parts.stream()
                .filter(part ->
                        part.observation().measure() == total.observation().measure())
                .toList();
        return kin.size() < 2 || kin.size() == parts.size()
                ? List.of()
                : List.of(PartList.of(article, total, kin, cues));
    }

    /** Every second or third part: "2.5 million yuan for loans of 108 million, and 2.5 million yuan for loans of 51 million". */
    private List<PartList> interleaved(ArticleFigures article, Figure total, List<Figure> parts) {
        List<PartList> lists = new ArrayList<>();
        for (int stride = 2; stride <= 3; stride++) {
            for (int first = 0; first < stride && parts.size() % stride == 0 && parts.size() > stride; first++) {
                List<Figure> every = new ArrayList<>();
                for (int i = first; i < parts.size(); i += stride) {
                    every.add(parts.get(i));
                }
                lists.add(PartList.of(article, total, every, cues));
            }
        }
        return lists;
    }

    /** Runs of neighbours that each add up to the total and leave no part over: several breakdowns side by side. */
    private List<PartList> breakdowns(ArticleFigures article, Figure total, List<Figure> parts) {
        List<PartList> runs = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int next = from;
            for (int to = parts.size(); to >= from + 2 && next == from; to--) {
                PartList run = PartList.of(article, total, parts.subList(from, to), cues);
                if (reconciles(run, TELLING)) {
                    runs.add(run);
                    next = to;
                }
            }
            if (next == from) {
                return List.of();
            }
            from = next;
        }
        return runs;
    }

    /** The parts with figures of their sentence that lead nowhere, and with like ones of the next, as far as these give the total. */
    private Optional<PartList> extended(ArticleFigures article, Figure total, List<Figure> parts) {
        Figure first = parts.get(0);
        Figure last = parts.get(parts.size() - 1);
        if (!total.precedes(first)) {
            return Optional.empty();
        }
        List<Figure> longer = new ArrayList<>();
        List<Figure> onward = new ArrayList<>();
        for (int sentence = total.sentence(); sentence <= last.sentence() + SENTENCES_ON; sentence++) {
            for (Figure next : article.inSentence(sentence)) {
                boolean linked = parts.contains(next);
                boolean within = next.inSentenceOf(first) && canJoin(next, total, article);
                boolean like = last.precedes(next) && next.isLike(total) && canJoin(next, total, article);
                if (linked || total.precedes(next) && next.precedes(last) && within) {
                    longer.add(next);
                } else if (within && last.precedes(next) || like) {
                    onward.add(next);
                }
            }
        }
        for (int more = 0; more <= Math.min(onward.size(), LONGEST_EXTENSION); more++) {
            if (more > 0) {
                longer.add(onward.get(more - 1));
            }
            if (longer.size() > parts.size()) {
                PartList list = PartList.of(article, total, longer, cues);
                if (reconciles(list, TELLING_UNLINKED)) {
                    return Optional.of(list);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The like figure of the sentence that the parts make up instead, with the total as one of them or without it: "157,500
     * people, 105% of the plan of 150,000; 92,300 of them ..., 55,200 ... and 10,000 ...".
     */
    private Optional<PartList> ofAnotherTotal(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> withTotal = new ArrayList<>(parts);
        withTotal.add(total);
        withTotal.sort(Comparator.comparingInt(Figure::begin));
        return article.inSentence(total.sentence()).stream()
                .filter(other -> other.isLike(total)
                        && canBeTotal(other)
                        && !withTotal.contains(other)
                        && other.precedes(parts.get(0)))
                .flatMap(other -> Stream.of(
                        PartList.of(article, other, parts, cues), PartList.of(article, other, withTotal, cues)))
                .filter(list -> reconciles(list, TELLING_UNLINKED))
                .findFirst();
    }

    /** A figure that can be one of the parts though it does not say so. */
    private static boolean canJoin(Figure next, Figure total, ArticleFigures article) {
        return canBePart(next, total)
                && next.unit().equals(total.unit())
                && next.sectionRank() == total.sectionRank()
                && next.paragraph() == total.paragraph()
                && next.observation().partOf() == null
                && article.partsOf(next).isEmpty();
    }

    private static boolean canContinue(Figure next, Figure total, ArticleFigures article) {
        return next.isLike(total) && canJoin(next, total, article);
    }

    // --- a list that does not add up ---

    private Optional<Finding> judge(ArticleFigures article, PartList list) {
        Figure total = list.total();
        Amount sum = list.sum();
        Fit fit = sum.fit(total.amount());
        if (fit == Fit.HOLDS) {
            return Optional.empty();
        }
        boolean exact =
                list.figures().stream().allMatch(figure -> figure.observation().qualifier() == Qualifier.EXACT);
        if (fit == Fit.ROUGHLY && !exact) {
            return Optional.empty();
        }
        if (exceeds(list)) {
            return exceeding(article, list, sum, fit);
        }
        if (list.parts().size() < 2 || !exact || isPaired(article, total) || Plans.isCalledPlan(article, total)) {
            return Optional.empty();
        }
        boolean slip = list.claim() != null && isSlip(total, sum);
        BigDecimal missing =
                BigDecimal.ONE.subtract(sum.value().divide(total.amount().value(), 6, RoundingMode.HALF_UP));
        if (fit == Fit.FAILS && (slip || list.claimsAll() && missing.compareTo(HALF) <= 0)) {
            return Optional.of(error(list, sum));
        }
        boolean nearlyAll = list.claim() != null && list.closed() && missing.compareTo(NEAR) <= 0;
        boolean partition = list.claim() == ListClaim.PARTITION && list.closed() && missing.compareTo(HALF) <= 0;
        return list.claimsAll() || nearlyAll || partition ? Optional.of(warning(list, sum)) : Optional.empty();
    }

    private Optional<Finding> exceeding(ArticleFigures article, PartList list, Amount sum, Fit fit) {
        Optional<PartList> enough = enough(article, list);
        if (enough.isPresent()) {
            return Optional.of(beyond(list, sum, enough.get().parts()));
        }
        if (list.claim() == null) {
            return list.parts().size() > 1 && isPlainList(article, list)
                    ? Optional.of(warning(list, sum))
                    : Optional.empty();
        }
        Figure total = list.total();
        if (list.parts().size() == 1
                && isPartOfTheOther(article, total, list.parts().get(0))) {
            return Optional.empty();
        }
        boolean onePart = list.parts().stream()
                .anyMatch(part ->
                        part.in(total.unit()).strict().isAbove(total.amount().strict()));
        if (onePart || isAdditive(total) || list.claim() == ListClaim.WHOLE) {
            return Optional.of(fit == Fit.FAILS ? error(list, sum) : warning(list, sum));
        }
        // Kinds of villages or people may overlap; where they come near to the total they were meant to divide it.
        BigDecimal more = sum.value()
                .divide(total.amount().value(), 6, RoundingMode.HALF_UP)
                .subtract(BigDecimal.ONE);
        return more.compareTo(OVERLAP) <= 0 ? Optional.of(warning(list, sum)) : Optional.empty();
    }

    /** "60,182 people and 12,877 households (including 30,000 poor)": these are some of the people. */
    private static boolean isPartOfTheOther(ArticleFigures article, Figure total, Figure part) {
        return article.inSentence(total.sentence()).stream()
                .filter(other -> other.precedes(total))
                .reduce((one, other) -> other)
                .filter(other -> isHeads(other)
                        && isHeads(total)
                        && other.unit().dimension() != total.unit().dimension()
                        && COORDINATED.matcher(article.between(other, total)).matches()
                        && other.amount().value().compareTo(part.amount().value()) >= 0)
                .isPresent();
    }

    private static boolean isHeads(Figure figure) {
        return figure.unit().dimension() == Dimension.PEOPLE || figure.unit().dimension() == Dimension.HOUSEHOLDS;
    }

    private static boolean isAdditive(Figure figure) {
        return switch (figure.unit().dimension()) {
            case COUNT, PEOPLE, HOUSEHOLDS -> false;
            default -> true;
        };
    }

    /** One of several totals that a list divides "respectively". */
    private static boolean isPaired(ArticleFigures article, Figure total) {
        return RESPECTIVELY.matcher(article.before(total, REACHED_BEFORE)).find();
    }

    /** The first parts of a list, where they alone give the total. */
    private Optional<PartList> enough(ArticleFigures article, PartList list) {
        for (int to = Math.min(list.parts().size() - 1, LONGEST_LIST); to >= 2; to--) {
            PartList first = PartList.of(article, list.total(), list.parts().subList(0, to), cues);
            if (reconciles(first, TELLING)) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    /** Parts before or after their total in one sentence, with no other like figure between: the link is hardly wrong. */
    private boolean isPlainList(ArticleFigures article, PartList list) {
        Figure total = list.total();
        Set<Figure> own = new HashSet<>(list.figures());
        Figure first = list.parts().get(0);
        return first.inSentenceOf(total)
                && article.inSentence(total.sentence()).stream()
                        .noneMatch(other -> !own.contains(other)
                                && other.isLevel()
                                && other.unit().equals(total.unit())
                                && total.precedes(other)
                                && other.precedes(first));
    }

    private static boolean exceeds(PartList list) {
        return list.sum().strict().isAbove(list.total().amount().strict())
                && list.sum().value().compareTo(list.total().amount().value()) > 0;
    }

    private static boolean isSlip(Figure total, Amount sum) {
        StatedPrecision precision =
                StatedPrecision.of(total.observation().text(), total.amount().value(), total.unit());
        BigDecimal step = precision.step().signum() == 0 ? BigDecimal.ONE : precision.step();
        BigDecimal rounded = sum.value().divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        return DigitSlip.between(total.amount().value(), rounded, SLIP_DIGITS);
    }

    // --- totals without parts of their own ---

    /** "1.117 billion yuan (847 million yuan from A and 270 million yuan from B)". */
    private Optional<PartList> inParentheses(ArticleFigures article, Figure total) {
        String after = article.after(total, PARENTHESES);
        int open = after.indexOf('(');
        int close = after.indexOf(')');
        if (open < 0 || close < open || !after.substring(0, open).isBlank()) {
            return Optional.empty();
        }
        List<Figure> inside = article.inSentence(total.sentence()).stream()
                .filter(other -> total.end() + open < other.begin() && other.begin() < total.end() + close)
                .filter(other -> canBePart(other, total) && other.unit().equals(total.unit()))
                .toList();
        return telling(article, total, inside);
    }

    private Optional<PartList> telling(ArticleFigures article, Figure total, List<Figure> parts) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        PartList list = PartList.of(article, total, parts, cues);
        return reconciles(list, TELLING_UNLINKED) && isTelling(list) ? Optional.of(list) : Optional.empty();
    }

    private Optional<PartList> unlinked(ArticleFigures article, Figure total) {
        if (total.sentence() < 0
                || total.observation().partOf() != null
                || total.observation().qualifier() != Qualifier.EXACT) {
            return Optional.empty();
        }
        List<Figure> after = article.inSentence(total.sentence()).stream()
                .filter(other -> total.precedes(other) && canJoin(other, total, article))
                .toList();
        boolean joined = !after.isEmpty()
                && cues.lastJoin(article.between(total, after.get(0))).isPresent();
        List<Figure> like = after.stream().filter(other -> other.isLike(total)).toList();
        List<Figure> next = article.inSentence(total.sentence() + 1).stream()
                .filter(other -> canContinue(other, total, article))
                .toList();
        return telling(article, total, joined ? after : like)
                .or(() -> telling(article, total, like))
                .or(() -> telling(article, total, next))
                .or(() -> reached(article, total));
    }

    /**
     * A total next to one that is broken down, where each of its parts has a figure of this kind beside it: "5,400 households
     * and 22,500 people. 3,300 households and 13,700 people ...", "58 projects (12.86 billion yuan), 39 of them (7.88 ...".
     */
    private Optional<Finding> beside(ArticleFigures article, Figure total, PartList other) {
        Figure firstPart = other.parts().get(0);
        boolean nextToIt = total.inSentenceOf(other.total())
                && other.total().precedes(firstPart)
                && total.precedes(firstPart)
                && total.observation().qualifier() == Qualifier.EXACT
                && !total.unit().equals(other.total().unit());
        boolean oneSentence = other.parts().stream().allMatch(part -> part.inSentenceOf(firstPart));
        if (!nextToIt || !oneSentence) {
            return Optional.empty();
        }
        List<Figure> kind = article.inSentence(firstPart.sentence()).stream()
                .filter(figure -> !figure.equals(total) && canJoin(figure, total, article))
                .toList();
        boolean after = firstPart.precedes(kind.isEmpty() ? firstPart : kind.get(kind.size() - 1))
                && kind.stream().noneMatch(figure -> total.precedes(figure) && figure.precedes(firstPart));
        List<Figure> parts = new ArrayList<>();
        for (int i = 0; i < other.parts().size(); i++) {
            Figure from = after
                    ? other.parts().get(i)
                    : i == 0 ? total : other.parts().get(i - 1);
            Figure to = after
                    ? (i + 1 < other.parts().size() ? other.parts().get(i + 1) : null)
                    : other.parts().get(i);
            List<Figure> between = kind.stream()
                    .filter(figure -> from.precedes(figure) && (to == null || figure.precedes(to)))
                    .toList();
            if (between.size() != 1) {
                return Optional.empty();
            }
            parts.add(between.get(0));
        }
        PartList list = PartList.of(article, total, parts, cues);
        Amount sum = list.sum();
        if (reconciles(list, TELLING_UNLINKED)) {
            return Optional.of(identity(list));
        }
        BigDecimal off = sum.value().subtract(total.amount().value()).abs();
        boolean near = off.compareTo(total.amount().value().multiply(OVERLAP)) <= 0;
        return near && sum.fit(total.amount()) != Fit.HOLDS ? Optional.of(warning(list, sum)) : Optional.empty();
    }

    /**
     * A total that the next sentence takes up by who pays: "500 million yuan came from the central government. The central
     * funds include: 300 million yuan of ... and 200 million yuan of ...".
     */
    private Optional<Finding> takenUp(ArticleFigures article, Figure total) {
        List<Figure> next = article.inSentence(total.sentence() + 1);
        if (total.observation().source() == null
                || next.isEmpty()
                || next.get(0).paragraph() != total.paragraph()) {
            return Optional.empty();
        }
        List<Figure> parts = next.stream()
                .filter(figure -> canJoin(figure, total, article) || isDivided(figure, total, article))
                .toList();
        boolean ofOnePayer = parts.stream()
                .allMatch(figure ->
                        figure.observation().source() == total.observation().source());
        boolean only = article.inSentence(total.sentence()).stream()
                .noneMatch(other -> !other.equals(total)
                        && other.isLike(total)
                        && other.observation().source() == total.observation().source());
        if (parts.size() < 2 || !parts.get(0).equals(next.get(0)) || !ofOnePayer || !only) {
            return Optional.empty();
        }
        if (cues.lastJoin(article.before(parts.get(0), PARENTHESES)).isEmpty()) {
            return Optional.empty();
        }
        PartList list = PartList.of(article, total, parts, cues);
        if (reconciles(list, TELLING_UNLINKED)) {
            return Optional.of(identity(list));
        }
        Amount sum = list.sum();
        return exceeds(list) && sum.fit(total.amount()) == Fit.FAILS
                ? Optional.of(warning(list, sum))
                : Optional.empty();
    }

    private static boolean isDivided(Figure figure, Figure total, ArticleFigures article) {
        return canBePart(figure, total)
                && figure.unit().equals(total.unit())
                && figure.observation().partOf() == null
                && !article.partsOf(figure).isEmpty();
    }

    /** "11 counties were added. ... Before that, 16 ... The total reached 27." */
    private Optional<PartList> reached(ArticleFigures article, Figure total) {
        if (!REACHED.matcher(article.before(total, REACHED_BEFORE)).find()) {
            return Optional.empty();
        }
        List<Figure> before = article.near(total, SENTENCES_ON).stream()
                .filter(other -> other.precedes(total)
                        && other.paragraph() == total.paragraph()
                        && canContinue(other, total, article))
                .toList();
        for (int from = before.size() - 2; from >= Math.max(0, before.size() - LONGEST_EXTENSION); from--) {
            PartList list = PartList.of(article, total, before.subList(from, before.size()), cues);
            if (reconciles(list, TELLING_UNLINKED) && isTelling(list)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** Small counts add up by chance. */
    private static boolean isTelling(PartList list) {
        return list.total().amount().value().compareTo(BigDecimal.TEN) > 0;
    }

    // --- what people read ---

    private static Finding identity(PartList list) {
        String stated = Wording.stated(list.total());
        return Findings.holds(
                FindingRule.SUM,
                list.figures(),
                stated,
                Wording.like(list.total(), list.sum().value()),
                "Stated total %s: the %s add up to it (%s)."
                        .formatted(
                                Wording.described(list.total()),
                                Wording.counted(list.parts().size(), "part"),
                                Wording.listed(list.parts(), " + ")));
    }

    private static Finding error(PartList list, Amount sum) {
        return Findings.error(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum));
    }

    /** The link of what is too much may be wrong, so it is no more than worth a look. */
    private static Finding beyond(PartList list, Amount sum, List<Figure> enough) {
        List<Figure> rest = list.parts().subList(enough.size(), list.parts().size());
        return Findings.warning(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum)
                        + " The first %s alone give the total and leave nothing for %s."
                                .formatted(Wording.words(enough.size()), Wording.described(rest.get(0))));
    }

    private static Finding warning(PartList list, Amount sum) {
        return Findings.warning(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum));
    }

    private static String message(PartList list, Amount sum) {
        Figure total = list.total();
        BigDecimal difference = sum.value().subtract(total.amount().value());
        String text = list.parts().size() == 1
                ? "Stated total %s, but one part of it is %s, %s more."
                        .formatted(
                                Wording.described(total),
                                Wording.described(list.parts().get(0)),
                                Wording.like(total, difference.abs()))
                : "Stated total %s, the %s add up to %s, %s %s."
                        .formatted(
                                Wording.described(total),
                                Wording.counted(list.parts().size(), "part"),
                                Wording.like(total, sum.value()),
                                Wording.like(total, difference.abs()),
                                difference.signum() > 0 ? "more" : "less");
        return isSlip(total, sum) ? text + " One digit makes the difference." : text + repeated(list);
    }

    private static String repeated(PartList list) {
        Observation total = list.total().observation();
        boolean repeats = list.parts().size() > 1
                && list.parts().stream()
                        .anyMatch(part -> Objects.equals(part.observation().quantity(), total.quantity()));
        return repeats ? " One part repeats the total." : "";
    }
}
