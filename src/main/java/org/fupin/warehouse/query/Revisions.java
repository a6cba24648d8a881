package org.fupin.warehouse.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.edition.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a new vintage of an article changed in its figures.
 *
 * <p>Offsets shift with every edit, so figures are matched by what they are. The rounds below each match what the ones
 * before left over, in the order of the text:
 *
 * <ol>
 *   <li>the same figure in the same section, then anywhere: no revision;
 *   <li>the same thing measured, in the same section: heading, item, measure, kind, unit, and with them place, period,
 *       payer, what it is per and status; then the same with only the first five; its value or wording was revised;
 *   <li>the same section, measure, kind and unit, with items that share at least half of their words, the most similar
 *       pair first: the item was reworded;
 *   <li>the same section and item, with another measure, kind or unit: the reading of the figure changed.
 * </ol>
 *
 * What is still left over was removed or added. Two figures are the same if value or range (by amount), qualifier,
 * unit, kind, direction, measure, payer, per, status, period, region and item are. Where a figure stands, what it is
 * part of or about, its rules, its flags and its doubt make no revision: they tell how it was read, not what the province states.
 */
public final class Revisions {

    private static final double SIMILAR = 0.5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A figure with what identifies it, the text parts folded. */
    private record Figure(String heading, String item, Observation observation) {

        List<Object> what() {
            return List.of(
                    heading,
                    item,
                    observation.measure(),
                    observation.kind(),
                    observation.quantity().unit());
        }

        List<Object> whatExactly() {
            return Arrays.asList(
                    what(),
                    observation.region(),
                    observation.period(),
                    observation.source(),
                    observation.per(),
                    observation.status());
        }

        List<Object> reading() {
            return List.of(
                    heading,
                    observation.measure(),
                    observation.kind(),
                    observation.quantity().unit());
        }

        /** All that makes a figure, but for the section that it stands in. */
        List<Object> content() {
            Quantity quantity = observation.quantity();
            return Arrays.asList(
                    whatExactly().subList(1, 6),
                    item,
                    observation.measure(),
                    observation.kind(),
                    quantity.unit(),
                    amount(quantity.value()),
                    amount(quantity.low()),
                    amount(quantity.high()),
                    observation.qualifier(),
                    observation.direction());
        }

        Set<String> words() {
            return new HashSet<>(List.of(item.split(" ")));
        }
    }

    private static @Nullable Object amount(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    private final String title;
    private final List<Figure> before;
    private final List<Figure> after;
    private final Map<Figure, Figure> revised = new LinkedHashMap<>();

    private Revisions(String title, List<Figure> before, List<Figure> after) {
        this.title = title;
        this.before = before;
        this.after = after;
    }

    /**
     * The revisions, in the order of the new text, those removed last.
     *
     * @param before the vintage that was superseded, null for an article that was added
     * @param after the vintage that holds
     */
    public static List<Revision> between(@Nullable ExtractedArticle before, ExtractedArticle after) {
        return new Revisions(
                        after.article().title(), before == null ? new ArrayList<>() : figures(before), figures(after))
                .match();
    }

    /** Those of an article that was taken back. */
    public static List<Revision> removed(ExtractedArticle before) {
        return before.observations()
                .map(observation -> new Revision(before.article().title(), observation, null))
                .toList();
    }

    private static List<Figure> figures(ExtractedArticle article) {
        List<Figure> figures = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            String heading = folded(section.section().heading());
            for (Observation observation : section.observations()) {
                figures.add(new Figure(heading, folded(observation.item()), observation));
            }
        }
        return figures;
    }

    private static String folded(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private List<Revision> match() {
        drop(figure -> List.of(figure.heading(), figure.content()));
        drop(Figure::content);
        List<Figure> inOrder = List.copyOf(after);
        pairBy(Figure::whatExactly);
        pairBy(Figure::what);
        pairSimilar();
        pairBy(figure -> List.of(figure.heading(), figure.item()));
        Map<Figure, Figure> beforeByAfter = new HashMap<>();
        revised.forEach((old, current) -> beforeByAfter.put(current, old));
        return Stream.concat(
                        inOrder.stream().map(figure -> {
                            Figure old = beforeByAfter.get(figure);
                            return new Revision(title, old == null ? null : old.observation(), figure.observation());
                        }),
                        before.stream().map(figure -> new Revision(title, figure.observation(), null)))
                .toList();
    }

    /** Takes out the pairs that agree in {@code key}: nothing was revised. */
    private void drop(Function<Figure, List<Object>> key) {
        pairBy(key);
        revised.clear();
    }

    private void pairBy(Function<Figure, List<Object>> key) {
        Map<List<Object>, List<Figure>> candidates = before.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        for (Figure current : List.copyOf(after)) {
            List<Figure> olds = candidates.getOrDefault(key.apply(current), List.of());
            if (!olds.isEmpty()) {
                pair(olds.remove(0), current);
            }
        }
    }

    private void pairSimilar() {
        record Candidate(Figure before, Figure after, double similarity) {}
        List<Candidate> candidates = new ArrayList<>();
        for (Figure current : after) {
            for (Figure old : before) {
                if (old.reading().equals(current.reading())) {
                    double similarity = similarity(old.words(), current.words());
                    if (similarity >= SIMILAR) {
                        candidates.add(new Candidate(old, current, similarity));
                    }
                }
            }
        }
        // The sort is stable: among equals the order of the text decides.
        candidates.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
        for (Candidate candidate : candidates) {
            if (before.contains(candidate.before()) && after.contains(candidate.after())) {
                pair(candidate.before(), candidate.after());
            }
        }
    }

    private static double similarity(Set<String> some, Set<String> others) {
        Set<String> shared = new HashSet<>(some);
        shared.retainAll(others);
        return shared.size() / (double) (some.size() + others.size() - shared.size());
    }

    private void pair(Figure old, Figure current) {
        before.remove(old);
        after.remove(current);
        revised.put(old, current);
    }
}
