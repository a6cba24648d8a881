package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Mention;
import org.fupin.observation.Measure;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a table, or its columns, of which some are totals of others. */
final class Lines {

    private final @Nullable Mention[][] figures;
    private final boolean ofRows;
    private final @Nullable TableLabel[] labels;
    /** For each line what has to be the same for two of them to be parts of one total. */
    private final List<List<@Nullable Object>> kinds;

    private final boolean[] ofWhich;
    /** For each line the one that is its total, -1 for none. */
    private final int[] totals;

    private Lines(
            @Nullable Mention[][] figures,
            boolean ofRows,
            @Nullable TableLabel[] labels,
            List<List<@Nullable Object>> kinds,
            boolean[] ofWhich) {
        this.figures = figures;
        this.ofRows = ofRows;
        this.labels = labels;
        this.kinds = kinds;
        this.ofWhich = ofWhich;
        this.totals = new int[labels.length];
        Arrays.fill(totals, -1);
    }

    static Lines rows(TableGrid grid, @Nullable Mention[][] figures) {
        TableLabel[] labels = new TableLabel[figures.length];
        List<List<@Nullable Object>> kinds = new ArrayList<>();
        for (int r = 0; r < labels.length; r++) {
            labels[r] = r < grid.data || grid.heading[r] ? null : grid.stub(r);
            kinds.add(List.of());
        }
        return new Lines(figures, true, labels, kinds, new boolean[labels.length]);
    }

    static Lines columns(TableGrid grid, @Nullable Mention[][] figures) {
        TableLabel[] labels = new TableLabel[grid.columns];
        List<List<@Nullable Object>> kinds = new ArrayList<>();
        for (int c = 0; c < labels.length; c++) {
            labels[c] = grid.stub[c] ? null : grid.heads[c];
            TableLabel head = labels[c] == null ? new TableLabel() : labels[c];
            kinds.add(Arrays.asList(grid.groups[c], head.time, head.status));
        }
        return new Lines(figures, false, labels, kinds, grid.ofWhich);
    }

    /** Whether it holds figures. */
    boolean isLine(int line) {
        return labels[line] != null;
    }

    boolean isFree(int line) {
        return totals[line] < 0;
    }

    /** Whether its figures can be parts of others: levels. */
    boolean isPart(int line) {
        return isLine(line) && !labels[line].isDerived() && !labels[line].is(Type.AVERAGE);
    }

    void join(int total, List<Integer> parts) {
        parts.forEach(part -> totals[part] = total);
    }

    private @Nullable Mention at(int line, int place) {
        return ofRows ? figures[line][place] : figures[place][line];
    }

    private int places() {
        return !ofRows ? figures.length : figures.length == 0 ? 0 : figures[0].length;
    }

    /** The total of a figure at a place of the line, null if it has none. */
    @Nullable
    Mention total(int line, int place, Mention figure) {
        Mention total = totals[line] < 0 ? null : at(totals[line], place);
        return total != null && isLike(total, figure) ? total : null;
    }

    private static boolean isLike(Mention total, Mention part) {
        boolean amounts = total.per == null && !total.isPercent() && total.measure != Measure.INCOME;
        return amounts && total.isLevel() && part.isLevel() && total.unit != null && total.unit.equals(part.unit);
    }

    /** Joins the lines before a total to it, or those behind it; subtotals first. */
    void totals() {
        boolean whole = ofRows;
        Predicate<TableLabel> isTotal = label -> label.is(Type.TOTAL) || whole && label.is(Type.WHOLE);
        totals(label -> label.is(Type.SUBTOTAL), label -> isTotal.test(label) || label.is(Type.SUBTOTAL));
        totals(isTotal, isTotal);
    }

    private void totals(Predicate<TableLabel> isTotal, Predicate<TableLabel> ends) {
        for (int line = 0; line < totals.length; line++) {
            if (isPart(line) && isFree(line) && isTotal.test(labels[line])) {
                int total = line;
                IntPredicate end = other -> ends.test(labels[other]) && !ofWhich[other];
                IntPredicate fits = other -> isPart(other) && kinds.get(other).equals(kinds.get(total));
                List<Integer> before = beside(total, -1, end, fits);
                if (before.isEmpty()) {
                    close(total, beside(total, 1, end, fits), false);
                } else if (!close(total, before, false)) {
                    close(total, beside(total, 1, end, fits), true); // what stands before may be something else
                }
            }
        }
    }

    /** Joins the parts of a year to it: "Jan-Jun 2012 | Jul-Dec 2012 | 2012". */
    void periods() {
        for (int line = 0; line < totals.length; line++) {
            if (isPart(line) && isFree(line) && !labels[line].isTotal() && labels[line].time.period() != null) {
                int whole = line;
                IntPredicate end = other -> !isFree(other) || !isWithin(labels[other], labels[whole]);
                if (!close(whole, beside(whole, -1, end, this::isPart), true)) {
                    close(whole, beside(whole, 1, end, this::isPart), true);
                }
            }
        }
    }

    private static boolean isWithin(TableLabel part, TableLabel whole) {
        return !part.isDerived() && part.status == whole.status && part.time.isWithin(whole.time.period());
    }

    /** The free lines on one side that fit, up to one that ends them. */
    private List<Integer> beside(int total, int step, IntPredicate ends, IntPredicate fits) {
        List<Integer> lines = new ArrayList<>();
        for (int line = total + step; line >= 0 && line < totals.length; line += step) {
            boolean is = isLine(line);
            if (!is && !ofRows || is && ends.test(line)) {
                break;
            }
            if (is && isFree(line) && fits.test(line)) {
                lines.add(0, line);
            }
        }
        return lines;
    }

    /** What a total and its parts add up to at the places where both have figures. */
    private record Sums(int places, int right, boolean exceeded) {}

    private Sums sums(int total, List<Integer> parts) {
        int places = 0;
        int right = 0;
        boolean exceeded = false;
        for (int place = 0; place < places(); place++) {
            Mention sum = at(total, place);
            int at = place;
            List<Mention> stated = sum == null
                    ? List.of()
                    : parts.stream()
                            .map(line -> at(line, at))
                            .filter(Objects::nonNull)
                            .filter(part -> isLike(sum, part))
                            .toList();
            if (!stated.isEmpty()) {
                boolean known = sum.value != null && stated.stream().allMatch(part -> part.value != null);
                places++;
                right += known
                                && Arithmetic.addUp(
                                        stated.stream().map(Mention::stated).toList(), sum.stated())
                        ? 1
                        : 0;
                exceeded |= stated.stream()
                        .anyMatch(
                                part -> sum.value != null && part.value != null && part.value.compareTo(sum.value) > 0);
            }
        }
        return new Sums(places, right, exceeded);
    }

    boolean addUp(int total, List<Integer> parts) {
        Sums sums = sums(total, parts);
        return sums.places > 0 && sums.right == sums.places;
    }

    boolean exceeds(int total, List<Integer> parts) {
        return sums(total, parts).exceeded;
    }

    /**
     * Joins the lines to their total where the figures allow it. A bare "Total" is one unless a part is larger; "Total
     * population" is one only if the figures add up to it.
     *
     * @param strict whether they have to add up everywhere
     */
    private boolean close(int total, List<Integer> parts, boolean strict) {
        TableLabel label = labels[total];
        boolean bare = label.isTotal() && !label.topic.isTold() && (label.item.isEmpty() || label.place != null);
        Sums sums = sums(total, parts);
        boolean mostly = sums.right > 0 && sums.right * 2 >= sums.places;
        boolean accepted = strict
                ? parts.size() > 1 && addUp(total, parts)
                : bare ? sums.right > 0 || sums.places > 0 && !sums.exceeded : mostly;
        if (accepted) {
            join(total, parts);
        }
        return accepted;
    }
}
