package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Brackets;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Parthood;
import org.fupin.reference.ListCues;

/**
 * The lists that the parts of a total form. They may be several breakdowns of the same total, a part may be broken down itself,
 * a list may go on in the sentences after, and some may lead to the total by mistake.
 */
final class LinkedLists {

    private static final int LONGEST_EXTENSION = 6;
    private static final int SENTENCES_ON = 2;
    private static final int MOST_SENTENCES = 12;

    /** No one writes longer lists; beyond, only the sum of all is looked at, so that time stays in bounds. */
    private static final int LONGEST = 60;

    /** A slip among figures whose places alone say that they belong together must be of figures known so exactly. */
    private static final BigDecimal TELLING_OF_SLIP = new BigDecimal("0.001");

    private final ListCues cues;

    LinkedLists(ListCues cues) {
        this.cues = cues;
    }

    /** The lists among {@code parts} that add up to {@code total}; empty where none does. */
    List<PartList> addingUp(ArticleFigures article, Figure total, List<Figure> parts) {
        PartList whole = PartList.of(article, total, parts, cues);
        if (whole.reconciles()) {
            return List.of(whole);
        }
        if (parts.size() > LONGEST) {
            return List.of();
        }
        List<PartList> lists = apart(article, total, parts);
        List<PartList> good = Stream.of(
                        lists,
                        levels(article, total, parts),
                        ofItsKind(article, total, parts),
                        interleaved(article, total, parts))
                .flatMap(List::stream)
                .filter(list -> list.reconciles())
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
        return good;
    }

    /**
     * The parts without those that alone exceed the total, where the others make it up: these lead to it by mistake, as what
     * follows a closed list often does.
     */
    List<Figure> withoutStrays(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> fitting = parts.stream()
                .filter(part ->
                        !part.in(total.unit()).loose().isAbove(total.amount().loose()))
                .toList();
        if (fitting.size() < 2 || fitting.size() == parts.size()) {
            return parts;
        }
        PartList list = PartList.of(article, total, fitting, cues);
        return list.reconciles() || enough(article, list).isPresent() ? fitting : parts;
    }

    /** The parts under each "of which", "including" ... and in each sentence, apart. */
    List<PartList> apart(ArticleFigures article, Figure total, List<Figure> parts) {
        List<PartList> lists = new ArrayList<>();
        List<Figure> group = new ArrayList<>();
        for (Figure part : parts) {
            if (!group.isEmpty()) {
                Figure before = group.get(group.size() - 1);
                boolean again = !part.inSentenceOf(before)
                        || cues.lastJoin(Brackets.without(article.between(before, part)))
                                .isPresent();
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
        if (kin.size() < 2 || kin.size() == parts.size()) {
            return List.of();
        }
        PartList list = PartList.of(article, total, kin, cues);
        return list.reconcilesByItself() ? List.of(list) : List.of();
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
            int to = longestRun(total, parts, from, parts.size());
            if (to == from) {
                return List.of();
            }
            runs.add(PartList.of(article, total, parts.subList(from, to), cues));
            from = to;
        }
        return runs;
    }

    /** The end of the longest run of parts from {@code from}, at most to {@code most}, that gives the total; {@code from} if none. */
    private static int longestRun(Figure total, List<Figure> parts, int from, int most) {
        Amount sum = Amount.ZERO;
        int end = from;
        for (int to = from + 1; to <= most; to++) {
            sum = sum.plus(parts.get(to - 1).in(total.unit()));
            if (to - from > 1 && PartList.makes(sum, total)) {
                end = to;
            }
        }
        return end;
    }

    /** The parts with figures of their sentence that lead nowhere, and with like ones of the next, as far as these give the total. */
    private Optional<PartList> extended(ArticleFigures article, Figure total, List<Figure> parts) {
        return extensions(article, total, parts).stream()
                .filter(list -> PartList.makesByItself(PartList.sum(list, total), total))
                .findFirst()
                .map(list -> PartList.of(article, total, list, cues));
    }

    /** The same where they give a total of many digits but for one slip of the pen. */
    Optional<PartList> extendedBySlip(ArticleFigures article, Figure total, List<Figure> parts) {
        boolean exact = total.amount().spread().compareTo(TELLING_OF_SLIP) <= 0;
        return !exact || parts.size() > LONGEST
                ? Optional.empty()
                : extensions(article, total, parts).stream()
                        .filter(list -> list.size() > 2
                                && PartList.sum(list, total).spread().compareTo(TELLING_OF_SLIP) <= 0)
                        .map(list -> PartList.of(article, total, list, cues))
                        .filter(list -> ListSlip.ofPlaces(list).isPresent())
                        .findFirst();
    }

    private static List<List<Figure>> extensions(ArticleFigures article, Figure total, List<Figure> parts) {
        Figure first = parts.get(0);
        Figure last = parts.get(parts.size() - 1);
        if (!total.precedes(first)) {
            return List.of();
        }
        List<Figure> longer = new ArrayList<>();
        List<Figure> onward = new ArrayList<>();
        Set<Figure> known = new HashSet<>(parts);
        int sentences = Math.min(last.sentence() - total.sentence() + SENTENCES_ON, MOST_SENTENCES);
        for (int on = 0; on <= sentences; on++) {
            for (Figure next : on == 0 ? article.inSentenceOf(total) : article.ahead(total, on)) {
                boolean linked = known.contains(next);
                boolean within = next.inSentenceOf(first) && Parthood.canJoin(next, total, article);
                boolean like = last.precedes(next) && next.isLike(total) && Parthood.canJoin(next, total, article);
                if (linked || total.precedes(next) && next.precedes(last) && within) {
                    longer.add(next);
                } else if (within && last.precedes(next) || like) {
                    onward.add(next);
                }
            }
        }
        List<List<Figure>> lists = new ArrayList<>();
        for (int more = 0; more <= Math.min(onward.size(), LONGEST_EXTENSION) && longer.size() <= LONGEST; more++) {
            if (more > 0) {
                longer.add(onward.get(more - 1));
            }
            if (longer.size() > parts.size()) {
                lists.add(List.copyOf(longer));
            }
        }
        return lists;
    }

    /**
     * The like figure of the sentence that the parts make up instead, with the total as one of them or without it: "157,500
     * people, 105% of the plan of 150,000; 92,300 of them ..., 55,200 ... and 10,000 ...".
     */
    private Optional<PartList> ofAnotherTotal(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> withTotal = new ArrayList<>(parts);
        withTotal.add(total);
        withTotal.sort(Comparator.comparingInt(Figure::begin));
        Amount sum = PartList.sum(parts, total);
        Amount sumWithTotal = sum.plus(total.amount());
        for (Figure other : article.inSentenceOf(total)) {
            boolean canBe = other.isLike(total)
                    && Parthood.canBeTotal(other)
                    && other.precedes(parts.get(0))
                    && !withTotal.contains(other);
            boolean without = canBe && parts.size() > 1 && PartList.makesByItself(sum, other);
            if (without || canBe && PartList.makesByItself(sumWithTotal, other)) {
                return Optional.of(PartList.of(article, other, without ? parts : withTotal, cues));
            }
        }
        return Optional.empty();
    }

    /** The first parts of a list, where they alone give the total. */
    Optional<PartList> enough(ArticleFigures article, PartList list) {
        int to = longestRun(list.total(), list.parts(), 0, Math.min(list.parts().size() - 1, LONGEST));
        return to == 0
                ? Optional.empty()
                : Optional.of(PartList.of(article, list.total(), list.parts().subList(0, to), cues));
    }
}
