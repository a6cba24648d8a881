package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fupin.extraction.text.Lexicon;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Finds the unit of a number without one: in the headers of its column and row, else in what is said of the whole table. */
final class CellUnit {

    private final Lexicon lexicon;
    private final TableGrid grid;
    private final OfTable table;
    /** Those that the headers of the stubs say, "Item (10,000 yuan)", and behind them those of the table. */
    private final List<Scale> ofAll = new ArrayList<>();

    CellUnit(Lexicon lexicon, TableGrid grid, OfTable table) {
        this.lexicon = lexicon;
        this.grid = grid;
        this.table = table;
        IntStream.range(0, grid.columns)
                .takeWhile(c -> grid.stub[c])
                .mapToObj(c -> grid.heads[c])
                .filter(head -> head != null && !head.is(Type.UNITS))
                .forEach(head -> ofAll.addAll(head.scales));
        ofAll.addAll(table.label().scales);
    }

    /**
     * The unit of a figure of the row, null if nothing says it.
     *
     * @param derived the label that says that it is a share, a change or the like, if one does
     * @param first the label that says what is measured, before the other
     */
    @Nullable
    Scale of(int row, Kind kind, TableLabel derived, TableLabel column, TableLabel first, TableLabel second) {
        if (kind == Kind.SHARE || kind == Kind.COMPLETION || kind == Kind.GROWTH) {
            return derived.scales.stream()
                    .filter(scale -> scale.is(Dimension.PERCENT) || kind == Kind.GROWTH && scale.unit() != null)
                    .findFirst()
                    .orElse(Scale.of(lexicon.percent, null));
        }
        Measured topic = first.topic.isTold() ? first.topic : second.topic;
        List<Scale> near = new ArrayList<>(column.scales);
        near.addAll(grid.units.get(row));
        Stream.of(derived, first, second).forEach(label -> near.addAll(label.scales));
        for (Scale scale : near) {
            if (scale.suits(topic)) {
                return scale.of(topic);
            }
        }
        return kind == Kind.CHANGE ? null : ofTable(topic, first, second); // a change has the unit of its level
    }

    private @Nullable Scale ofTable(Measured topic, TableLabel first, TableLabel second) {
        for (OfTable.Statement statement : table.statements()) {
            Scale scale = statement.isOf(first) || statement.isOf(second)
                    ? statement.scale().of(topic)
                    : null;
            if (scale != null && scale.suits(topic)) {
                return scale;
            }
        }
        for (Scale scale : ofAll) {
            if (scale.suitsAmongOthers(topic)) {
                return scale.of(topic);
            }
        }
        if (topic.noun() != null) {
            return Scale.of(topic.noun().unit(), topic.noun());
        }
        return topic.rate() != null ? Scale.of(lexicon.percent, null) : null;
    }
}
