package org.fupin.gold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fupin.observation.CorrectedField;

/**
 * How well figures that were read agree with gold. A read figure and one of the gold are the same one where their spans overlap;
 * each is paired once, the largest overlap first.
 */
public final class Score {

    /** The fields that are scored, in this order; the value with both ends of a range. */
    public static final List<CorrectedField> FIELDS = List.of(
            CorrectedField.VALUE,
            CorrectedField.UNIT,
            CorrectedField.KIND,
            CorrectedField.DIRECTION,
            CorrectedField.MEASURE,
            CorrectedField.SOURCE,
            CorrectedField.PER,
            CorrectedField.STATUS,
            CorrectedField.QUALIFIER,
            CorrectedField.PERIOD,
            CorrectedField.REGION,
            CorrectedField.ITEM,
            CorrectedField.PART_OF,
            CorrectedField.ABOUT);

    /** Which are right all of a figure that is right strictly. */
    private static final List<CorrectedField> STRICT = List.of(
            CorrectedField.VALUE,
            CorrectedField.UNIT,
            CorrectedField.KIND,
            CorrectedField.MEASURE,
            CorrectedField.PERIOD,
            CorrectedField.STATUS,
            CorrectedField.REGION);

    /**
     * What was read otherwise than the gold has it.
     *
     * @param begin of the figure in the document, as the gold has it where it has the figure
     * @param text the characters there
     * @param field {@code figure} for one that was not read, or is none
     * @param expected in the form of the records; empty for what is not stated, and for a number that is no figure
     * @param read likewise
     */
    public record Wrong(String document, int begin, String text, CorrectedField field, String expected, String read) {}

    private record Pair(int overlap, int distance, int read, int gold) {}

    /** Each as an index in the list of its side. */
    private record Pairs(Map<Integer, Integer> goldOf, Map<Integer, Integer> readOf) {}

    private int gold;
    private int read;
    private int paired;
    private int strict;
    private final Map<CorrectedField, ScoreResult.FieldCount> fields = new EnumMap<>(CorrectedField.class);
    private final List<Wrong> wrong = new ArrayList<>();

    public Score() {
        FIELDS.forEach(field -> fields.put(field, ScoreResult.FieldCount.NONE));
    }

    /**
     * Adds a stretch.
     *
     * @param all that was read of its document; what begins outside of the stretch is left out
     * @return the begins of those that are right strictly
     */
    public Set<Integer> add(GoldStretch stretch, List<AnnotatedFigure> all) {
        List<AnnotatedFigure> got = all.stream()
                .filter(figure -> stretch.span().contains(figure.begin()))
                .toList();
        Pairs pairs = pairs(got, stretch.figures());
        gold += stretch.figures().size();
        read += got.size();
        paired += pairs.goldOf().size();
        Map<Integer, Integer> goldBegins = new HashMap<>();
        for (int i = 0; i < got.size(); i++) {
            AnnotatedFigure figure = got.get(i);
            FIELDS.forEach(field -> count(field, false, !figure.field(field).isEmpty(), false, false));
            Integer j = pairs.goldOf().get(i);
            if (j == null) {
                spurious(stretch, figure);
            } else {
                goldBegins.put(figure.begin(), stretch.figures().get(j).begin());
            }
        }
        Set<Integer> whollyRight = new TreeSet<>();
        for (int j = 0; j < stretch.figures().size(); j++) {
            AnnotatedFigure expected = stretch.figures().get(j);
            FIELDS.forEach(field -> count(field, !expected.field(field).isEmpty(), false, false, false));
            Integer i = pairs.readOf().get(j);
            if (i == null) {
                wrong.add(new Wrong(
                        stretch.document(),
                        expected.begin(),
                        expected.text(),
                        CorrectedField.FIGURE,
                        expected.amount(),
                        ""));
            } else if (compare(stretch.document(), linked(got.get(i), goldBegins), expected)) {
                whollyRight.add(got.get(i).begin());
            }
        }
        strict += whollyRight.size();
        return whollyRight;
    }

    private static Pairs pairs(List<AnnotatedFigure> got, List<AnnotatedFigure> figures) {
        List<Pair> candidates = new ArrayList<>();
        for (int i = 0; i < got.size(); i++) {
            for (int j = 0; j < figures.size(); j++) {
                int overlap = got.get(i).overlap(figures.get(j));
                if (overlap > 0) {
                    int distance = Math.abs(got.get(i).begin() - figures.get(j).begin());
                    candidates.add(new Pair(overlap, distance, i, j));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Pair::overlap)
                .reversed()
                .thenComparingInt(Pair::distance)
                .thenComparing(Comparator.comparingInt(Pair::read).reversed())
                .thenComparing(Comparator.comparingInt(Pair::gold).reversed()));
        Map<Integer, Integer> goldOf = new HashMap<>();
        Map<Integer, Integer> readOf = new HashMap<>();
        for (Pair pair : candidates) {
            if (!goldOf.containsKey(pair.read()) && !readOf.containsKey(pair.gold())) {
                goldOf.put(pair.read(), pair.gold());
                readOf.put(pair.gold(), pair.read());
            }
        }
        return new Pairs(goldOf, readOf);
    }

    private void spurious(GoldStretch stretch, AnnotatedFigure figure) {
        wrong.add(new Wrong(
                stretch.document(), figure.begin(), figure.text(), CorrectedField.FIGURE, "", figure.amount()));
    }

    /** A figure whose links lead to where the gold has what they lead to. */
    private static AnnotatedFigure linked(AnnotatedFigure figure, Map<Integer, Integer> goldBegins) {
        Map<CorrectedField, String> values = new EnumMap<>(CorrectedField.class);
        values.putAll(figure.fields());
        for (CorrectedField link : List.of(CorrectedField.PART_OF, CorrectedField.ABOUT)) {
            values.computeIfPresent(link, (field, begin) -> {
                int target = Integer.parseInt(begin);
                return Integer.toString(goldBegins.getOrDefault(target, target));
            });
        }
        return new AnnotatedFigure(figure.span(), figure.text(), values);
    }

    /** Whether the figure is right strictly. */
    private boolean compare(String document, AnnotatedFigure figure, AnnotatedFigure expected) {
        Set<CorrectedField> differing = new TreeSet<>();
        for (CorrectedField field : FIELDS) {
            boolean same = same(field, figure, expected);
            boolean filled = !expected.field(field).isEmpty();
            count(field, false, false, same, same && filled);
            if (!same) {
                differing.add(field);
                wrong.add(new Wrong(
                        document,
                        expected.begin(),
                        expected.text(),
                        field,
                        shown(field, expected),
                        shown(field, figure)));
            }
        }
        return STRICT.stream().noneMatch(differing::contains);
    }

    private static String shown(CorrectedField field, AnnotatedFigure figure) {
        return field == CorrectedField.VALUE ? figure.amount() : figure.field(field);
    }

    private static boolean same(CorrectedField field, AnnotatedFigure figure, AnnotatedFigure expected) {
        return switch (field) {
            case VALUE ->
                equal(CorrectedField.VALUE, figure, expected)
                        && equal(CorrectedField.LOW, figure, expected)
                        && equal(CorrectedField.HIGH, figure, expected);
            case ITEM -> ItemWords.of(figure.field(field)).matches(ItemWords.of(expected.field(field)));
            default -> figure.field(field).equals(expected.field(field));
        };
    }

    private static boolean equal(CorrectedField field, AnnotatedFigure figure, AnnotatedFigure expected) {
        String a = figure.field(field);
        String b = expected.field(field);
        return a.isEmpty() || b.isEmpty() ? a.equals(b) : new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }

    private void count(CorrectedField field, boolean inGold, boolean inRead, boolean right, boolean rightFilled) {
        fields.computeIfPresent(field, (any, counts) -> counts.plus(inGold, inRead, right, rightFilled));
    }

    /** Of all stretches so far. */
    public ScoreResult result() {
        return new ScoreResult(gold, read, paired, strict, fields);
    }

    /** What was read otherwise than the gold has it, by document and place. */
    public List<Wrong> wrong() {
        return wrong.stream()
                .sorted(Comparator.comparing(Wrong::document)
                        .thenComparingInt(Wrong::begin)
                        .thenComparing(one -> one.field()))
                .toList();
    }
}
