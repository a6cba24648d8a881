package org.fupin.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * Applies corrections to an article as it was read. A correction follows its sentence from the edition that the person saw.
 * What cannot be applied any more is kept, with the reason; the number is then as it was read.
 */
public final class Corrector {

    private static final Comparator<CorrectedNumber> ORDER =
            Comparator.comparing(CorrectedNumber::documentId).thenComparing(CorrectedNumber::span);

    private final Units units;

    public Corrector(Units units) {
        this.units = units;
    }

    /**
     * @param read the article as the program read it
     * @param numbers what was decided of it and of its other editions
     * @param seen by the id of a document that {@code numbers} name: the edition of the article there
     */
    public ExtractedArticle correct(
            ExtractedArticle read, List<CorrectedNumber> numbers, Function<String, Article> seen) {
        Map<String, Follower> followers = new HashMap<>();
        List<Placed> all = new ArrayList<>();
        for (CorrectedNumber number : numbers.stream().sorted(ORDER).toList()) {
            Follower follower =
                    followers.computeIfAbsent(number.documentId(), id -> new Follower(seen.apply(id), read.article()));
            all.add(Placed.of(number, follower));
        }
        refuseSamePlace(all, read.article().documentId());
        // What cannot be applied may be what another correction needs: each round starts anew without it.
        for (; ; ) {
            CorrectedFigures figures = new CorrectedFigures(read, new FieldValues(units));
            long before = all.stream().filter(Placed::fits).count();
            all.stream()
                    .filter(Placed::fits)
                    .sorted(Comparator.comparing(placed -> placed.number().verdict() != Verdict.NONE))
                    .forEach(placed -> placed.problem = figures.apply(placed));
            all.stream().filter(Placed::fits).forEach(placed -> placed.problem = figures.pointers(placed));
            if (all.stream().filter(Placed::fits).count() == before) {
                return figures.article().withCorrections(corrections(all, figures));
            }
        }
    }

    /** Corrections of two editions may meet in one number: what was said of the edition that holds comes first. */
    private static void refuseSamePlace(List<Placed> all, String documentId) {
        Map<Integer, Placed> byBegin = new HashMap<>();
        for (Placed placed : all) {
            Placed other = placed.span == null ? null : byBegin.putIfAbsent(placed.span.begin(), placed);
            if (other != null) {
                refuse(placed, other, documentId);
                refuse(other, placed, documentId);
                byBegin.put(placed.span().begin(), placed.fits() ? placed : other);
            }
        }
    }

    private static void refuse(Placed placed, Placed other, String documentId) {
        CorrectedNumber decided = other.number();
        if (!placed.number().documentId().equals(documentId)) {
            placed.problem = "is also corrected as the number at %d of document %s: keep one of both"
                    .formatted(decided.span().begin(), decided.documentId());
        }
    }

    private static List<Correction> corrections(List<Placed> all, CorrectedFigures figures) {
        List<Correction> corrections = new ArrayList<>();
        for (Placed placed : all) {
            CorrectedNumber number = placed.number();
            Optional<Observation> read = Optional.ofNullable(placed.span).flatMap(span -> figures.read(span.begin()));
            for (CorrectionLine line : number.lines()) {
                corrections.add(new Correction(
                        number.documentId(),
                        number.span(),
                        number.text(),
                        line.field(),
                        placed.values.getOrDefault(line.field(), line.value()),
                        line.reason(),
                        line.by(),
                        line.at(),
                        placed.span,
                        read.map(line.field()::of).orElse(null),
                        placed.problem));
            }
        }
        return corrections;
    }

    /** A number where it is in the edition, and why it cannot be corrected there. */
    static final class Placed {

        private final CorrectedNumber number;
        private final Map<CorrectedField, String> values;
        private final @Nullable Span span;
        private @Nullable String problem;

        private Placed(
                CorrectedNumber number,
                Map<CorrectedField, String> values,
                @Nullable Span span,
                @Nullable String problem) {
            this.number = number;
            this.values = values;
            this.span = span;
            this.problem = problem;
        }

        private static Placed of(CorrectedNumber number, Follower follower) {
            Optional<String> text = follower.text(number.span());
            if (!text.equals(Optional.of(number.text()))) {
                String there = text.map(characters -> "there is '" + characters + "'")
                        .orElse("it is in no sentence of an article");
                return new Placed(number, Map.of(), null, "the text does not match the document: " + there);
            }
            Optional<Span> span = follower.follow(number.span());
            if (span.isEmpty()) {
                return new Placed(number, Map.of(), null, "its sentence was changed, or is gone");
            }
            Map<CorrectedField, String> values = new EnumMap<>(CorrectedField.class);
            for (CorrectionLine line : number.lines()) {
                Optional<String> value = pointer(line)
                        ? follower.follow(Integer.parseInt(line.value())).map(String::valueOf)
                        : Optional.of(line.value());
                if (value.isEmpty()) {
                    return new Placed(
                            number,
                            Map.of(),
                            span.get(),
                            "the sentence of the figure that %s names was changed, or is gone"
                                    .formatted(line.field().code()));
                }
                values.put(line.field(), value.get());
            }
            return new Placed(number, values, span.get(), null);
        }

        private static boolean pointer(CorrectionLine line) {
            return (line.field() == CorrectedField.PART_OF || line.field() == CorrectedField.ABOUT)
                    && !line.value().isEmpty();
        }

        CorrectedNumber number() {
            return number;
        }

        /** As they are in the edition, of the corrected fields. */
        Map<CorrectedField, String> values() {
            return values;
        }

        Span span() {
            return Objects.requireNonNull(span);
        }

        private boolean fits() {
            return problem == null;
        }
    }
}
