package org.fupin.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.review.Corrector.Placed;
import org.jspecify.annotations.Nullable;

/** The figures of an article while corrections are applied to them. */
final class CorrectedFigures {

    private final ExtractedArticle article;
    private final FieldValues fieldValues;
    private final Map<Integer, Observation> read = new HashMap<>();
    private final TreeMap<Integer, Observation> figures = new TreeMap<>();
    private final Set<Integer> removed = new HashSet<>();

    CorrectedFigures(ExtractedArticle article, FieldValues fieldValues) {
        this.article = article;
        this.fieldValues = fieldValues;
        article.observations().forEach(observation -> read.put(observation.begin(), observation));
        figures.putAll(read);
    }

    /** The figure that was read at an offset. */
    Optional<Observation> read(int begin) {
        return Optional.ofNullable(read.get(begin));
    }

    /** Applies what was decided of a number; why it cannot be, null if it was. */
    @Nullable
    String apply(Placed placed) {
        Span span = placed.span();
        Observation observation = read.get(span.begin());
        Verdict verdict = placed.number().verdict();
        try {
            if (verdict == Verdict.NONE) {
                if (observation != null) {
                    figures.remove(span.begin());
                    removed.add(span.begin());
                } else if (leftOut(span).isEmpty()) {
                    return "expected a number at this place";
                }
            } else if (observation != null) {
                figures.put(span.begin(), corrected(observation, placed.values()));
            } else if (verdict == Verdict.NEW) {
                add(placed);
            } else {
                return leftOut(span)
                        .map(number -> "the number there is left out, as "
                                + number.reason().code())
                        .orElse("no figure begins there");
            }
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** After all were applied: why a figure's links to others cannot hold, null if they can. */
    @Nullable
    String pointers(Placed placed) {
        Observation figure = figures.get(placed.span().begin());
        if (figure == null) {
            return null;
        }
        String partOf = placed.values().containsKey(CorrectedField.PART_OF)
                ? pointer(CorrectedField.PART_OF, figure, Observation::partOf)
                : null;
        return partOf == null && placed.values().containsKey(CorrectedField.ABOUT)
                ? pointer(CorrectedField.ABOUT, figure, Observation::about)
                : partOf;
    }

    private @Nullable String pointer(
            CorrectedField field, Observation figure, Function<Observation, @Nullable Integer> link) {
        Set<Integer> passed = new HashSet<>();
        Integer at = link.apply(figure);
        if (at != null && !figures.containsKey(at)) {
            return field.code() + ": no figure begins at " + at;
        }
        while (at != null && passed.add(at)) {
            if (at == figure.begin()) {
                return field.code() + ": leads back to the figure itself";
            }
            Observation next = figures.get(at);
            at = next == null ? null : link.apply(next);
        }
        return null;
    }

    private Observation corrected(Observation observation, Map<CorrectedField, String> corrected) {
        Map<CorrectedField, String> values = new EnumMap<>(CorrectedField.class);
        for (CorrectedField field : CorrectedField.values()) {
            values.put(field, corrected.getOrDefault(field, field.of(observation)));
        }
        checkRegion(values);
        boolean same = values.keySet().stream()
                .filter(field -> field != CorrectedField.FIGURE)
                .allMatch(field -> values.get(field).equals(field.of(observation)));
        List<String> flags = new ArrayList<>(observation.flags());
        flags.add(same ? Observation.CONFIRMED : Observation.CORRECTED);
        Observation figure =
                same ? observation : fieldValues.observation(observation.span(), observation.text(), values);
        // A person looked at it: what the program doubted is settled.
        return figure.withMarks(observation.rules(), flags, List.of());
    }

    private void add(Placed placed) {
        Span span = placed.span();
        Stream.of(figures.lowerEntry(span.begin()), figures.ceilingEntry(span.begin()))
                .filter(entry -> entry != null && entry.getValue().span().overlaps(span))
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalArgumentException(
                            "overlaps the figure '" + entry.getValue().text() + "'");
                });
        if (leftOut(span).isEmpty()) {
            throw new IllegalArgumentException("no number was left out there");
        }
        Map<CorrectedField, String> values = new EnumMap<>(Map.of(
                CorrectedField.KIND, Kind.LEVEL.code(),
                CorrectedField.QUALIFIER, Qualifier.EXACT.code(),
                CorrectedField.STATUS, Status.ACTUAL.code(),
                CorrectedField.PERIOD, Period.ofYear(article.article().year()).iso(),
                CorrectedField.REGION, article.article().place()));
        values.putAll(placed.values());
        checkRegion(values);
        Observation figure = fieldValues.observation(span, placed.number().text(), values);
        figures.put(span.begin(), figure.withMarks(List.of(), List.of(Observation.CORRECTED), List.of()));
    }

    private void checkRegion(Map<CorrectedField, String> values) {
        String region = values.get(CorrectedField.REGION);
        String own = article.article().region();
        if (region != null && region.startsWith("CN-") && !region.equals(own)) {
            throw new IllegalArgumentException(
                    "region: '" + region + "' is not the article's: expected " + own + " or a place's name");
        }
    }

    private Optional<LeftOutNumber> leftOut(Span span) {
        return article.sections().stream()
                .flatMap(section -> section.leftOut().stream())
                .filter(number -> number.span().overlaps(span))
                .findFirst();
    }

    /** The article with what was applied; a link to what is no figure any more is none. */
    ExtractedArticle article() {
        List<ExtractedSection> sections = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            Span body = section.section().body();
            List<Observation> own = figures.values().stream()
                    .filter(figure -> body.contains(figure.begin()))
                    .map(this::linked)
                    .toList();
            Stream<LeftOutNumber> none = section.observations().stream()
                    .filter(observation -> removed.contains(observation.begin()))
                    .map(observation ->
                            new LeftOutNumber(observation.span(), observation.text(), LeftOutReason.CORRECTED));
            List<LeftOutNumber> leftOut = Stream.concat(section.leftOut().stream(), none)
                    .filter(number ->
                            own.stream().noneMatch(figure -> figure.span().overlaps(number.span())))
                    .sorted(Comparator.comparing(LeftOutNumber::span))
                    .toList();
            sections.add(new ExtractedSection(section.section(), own, leftOut));
        }
        return new ExtractedArticle(article.article(), sections, article.outside());
    }

    private Observation linked(Observation figure) {
        return figure.withLinks(held(figure.partOf()), held(figure.about()));
    }

    private @Nullable Integer held(@Nullable Integer begin) {
        return begin != null && removed.contains(begin) ? null : begin;
    }
}
