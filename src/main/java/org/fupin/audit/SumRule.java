package org.fupin.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Observation;
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

    private static final int SLIP_DIGITS = 4;
    private static final int LONGEST_EXTENSION = 6;
    private static final int SENTENCES_ON = 2;

    private static final Pattern REACHED = Pattern.compile(
            "(?i)\\b(total|totall?ed|totall?ing|altogether|in all|combined|reached|amounted to|sum)\\b");
    private static final int REACHED_BEFORE = 60;

    private final ListCues cues;

    SumRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure total : article.all()) {
            if (!canBeTotal(total)) {
                continue;
            }
            List<Figure> parts = article.partsOf(total).stream()
                    .filter(part -> canBePart(part, total))
                    .toList();
            if (!parts.isEmpty()) {
                linked(article, total, parts, findings);
            } else if (total.observation().partOf() == null) {
                unlinked(article, total).ifPresent(list -> findings.add(identity(list)));
            }
        }
        return findings;
    }

    private static boolean canBeTotal(Figure figure) {
        return figure.isLevel()
                && !figure.isStandard()
                && !figure.isPercent()
                && figure.amount().value().signum() > 0;
    }

    private static boolean canBePart(Figure part, Figure total) {
        return part.isLevel()
                && !part.isStandard()
                && part.isComparableWith(total)
                && part.observation().per() == total.observation().per();
    }

    // --- parts that lead to the total ---

    private void linked(ArticleFigures article, Figure total, List<Figure> parts, List<Finding> findings) {
        PartList whole = PartList.of(article, total, parts, cues);
        if (reconciles(whole, TELLING)) {
            findings.add(identity(whole));
            return;
        }
        List<PartList> lists = lists(article, total, parts);
        List<PartList> good = Stream.concat(lists.stream(), levels(article, total, parts).stream())
                .filter(list -> reconciles(list, TELLING))
                .distinct()
                .toList();
        if (good.isEmpty()) {
            good = breakdowns(article, total, parts);
        }
        if (good.isEmpty()) {
            good = extended(article, total, parts).stream().toList();
        }
        if (good.isEmpty()) {
            lists.forEach(list -> judge(article, list).ifPresent(findings::add));
            return;
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

    /** The parts with the like figures after them, as far as these give the total. */
    private Optional<PartList> extended(ArticleFigures article, Figure total, List<Figure> parts) {
        Figure last = parts.get(parts.size() - 1);
        List<Figure> longer = new ArrayList<>(parts);
        for (int sentence = last.sentence(); sentence <= last.sentence() + SENTENCES_ON; sentence++) {
            for (Figure next : article.inSentence(sentence)) {
                if (!last.precedes(next)
                        || next.sectionRank() != total.sectionRank()
                        || next.paragraph() != total.paragraph()
                        || !canContinue(next, total, article)) {
                    continue;
                }
                longer.add(next);
                PartList list = PartList.of(article, total, longer, cues);
                if (reconciles(list, TELLING_UNLINKED)) {
                    return Optional.of(list);
                }
                if (longer.size() - parts.size() >= LONGEST_EXTENSION) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean canContinue(Figure next, Figure total, ArticleFigures article) {
        return canBePart(next, total)
                && next.isLike(total)
                && next.observation().partOf() == null
                && article.partsOf(next).isEmpty();
    }

    // --- a list that does not add up ---

    private Optional<Finding> judge(ArticleFigures article, PartList list) {
        Figure total = list.total();
        Amount sum = list.sum();
        Fit fit = sum.fit(total.amount());
        if (fit == Fit.HOLDS) {
            return Optional.empty();
        }
        if (exceeds(list)) {
            Optional<List<Figure>> enough = enough(article, list);
            if (enough.isPresent()) {
                return Optional.of(beyond(list, sum, enough.get()));
            }
            if (list.claim() == null && !isPlainList(article, list)) {
                return Optional.of(warning(list, sum));
            }
            return Optional.of(fit == Fit.FAILS ? error(list, sum) : warning(list, sum));
        }
        if (list.parts().size() < 2 || total.observation().qualifier() != Qualifier.EXACT) {
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

    /** The first parts of a list, where they alone give the total. */
    private Optional<List<Figure>> enough(ArticleFigures article, PartList list) {
        for (int to = list.parts().size() - 1; to >= 2; to--) {
            PartList first = PartList.of(article, list.total(), list.parts().subList(0, to), cues);
            if (reconciles(first, TELLING)) {
                return Optional.of(first.parts());
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

    private Optional<PartList> unlinked(ArticleFigures article, Figure total) {
        if (total.sentence() < 0 || total.observation().qualifier() != Qualifier.EXACT) {
            return Optional.empty();
        }
        List<Figure> after = article.inSentence(total.sentence()).stream()
                .filter(other -> total.precedes(other) && canContinue(other, total, article))
                .toList();
        List<Figure> next = article.inSentence(total.sentence() + 1).stream()
                .filter(other -> other.paragraph() == total.paragraph() && canContinue(other, total, article))
                .toList();
        for (List<Figure> parts : List.of(after, next)) {
            if (parts.size() >= 2) {
                PartList list = PartList.of(article, total, parts, cues);
                if (reconciles(list, TELLING_UNLINKED) && isTelling(list)) {
                    return Optional.of(list);
                }
            }
        }
        return reached(article, total);
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
