package org.fupin.extraction.table;

import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Period;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Concludes kind, unit, time, status and place of the figures of the cells below the same headers. */
final class CellFigure {

    private final Lexicon lexicon;
    private final TableGrid grid;
    private final OfTable table;
    private final Unit points;
    private final boolean columnsTell;
    private final CellUnit units;
    private final CellMeaning meaning;

    /**
     * Concludes on the cells of a grid.
     *
     * @param points the unit of changes of percentages
     * @param columnsTell whether the headers of columns rather than those of rows say what is measured
     */
    CellFigure(Lexicon lexicon, TableGrid grid, OfTable table, Unit points, boolean columnsTell) {
        this.lexicon = lexicon;
        this.grid = grid;
        this.table = table;
        this.points = points;
        this.columnsTell = columnsTell;
        this.units = new CellUnit(lexicon, grid, table);
        this.meaning = new CellMeaning(table.label());
    }

    /** Concludes the fields of a figure; whether they could be. */
    boolean conclude(int row, Cell cell, Mention mention) {
        TableLabel head = grid.heads[cell.column];
        TableLabel column = head == null ? new TableLabel() : head;
        TableLabel stub = grid.stubs[row][cell.column];
        boolean stubFirst = columnsTell ? !column.measures() && stub.measures() : stub.measures() || !column.measures();
        TableLabel first = stubFirst ? stub : column;
        TableLabel second = stubFirst ? column : stub;
        TableLabel derived = column.isDerived() ? column : stub;
        Mention level = cell.mentions.get(0);
        boolean another = mention != level;
        if (another && mention.unit == null && table.brackets() != null && table.brackets() != Kind.CHANGE) {
            mention.unit = mention.noun == null ? lexicon.percent : null;
        }
        if (another && !mention.isPercent()
                || !first.tells() && !second.tells() && !table.label().topic.isTold()) {
            return false;
        }
        int sign = sign(cell, mention);
        Kind told = derived.isDerived() ? derived.kind : Kind.LEVEL;
        if (another) {
            told = sign != 0 ? Kind.GROWTH : table.brackets() != null ? table.brackets() : Kind.SHARE;
            mention.about = level;
            mention.rules.add(TableRules.ABOUT, level);
        }
        boolean change = told == Kind.CHANGE && !another;
        Scale scale = mention.unit != null || another ? null : units.of(row, told, derived, column, first, second);
        if (mention.unit == null && scale == null && !change && mention.noun == null) {
            return false;
        }
        unit(mention, scale);
        boolean ofRate = scale != null || first.topic.rate() != null || second.topic.rate() != null;
        if (change && mention.isPercent() && derived.scales.isEmpty() && ofRate) {
            mention.unit = points; // "-1.5" beside 12.6 and 11.1 percent
        }
        mention.kind = kind(mention, told, sign, first, second);
        if (!mention.isLevel()) {
            TableRules.add(mention, TableRules.KIND, mention.kind);
        }
        if (mention.kind == Kind.GROWTH || mention.kind == Kind.CHANGE) {
            mention.direction = sign < 0 || derived.direction == Direction.DOWN ? Direction.DOWN : Direction.UP;
        }
        circumstances(mention, column, stub);
        meaning.conclude(mention, first, second, scale);
        return true;
    }

    private static void unit(Mention mention, @Nullable Scale scale) {
        mention.value = mention.value == null ? null : mention.value.abs();
        if (mention.unit == null && scale != null) {
            TableRules.unit(mention, scale.unit(), scale.factor());
        } else if (mention.unit == null && mention.noun != null) {
            mention.unit = mention.noun.unit();
        }
    }

    /** -1 for a minus or a decrease in words or brackets around the figure, 1 for a plus, else 0. */
    private static int sign(Cell cell, Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        int before = Math.min(mention.from, mention.lead) - 1;
        boolean inside = before >= cell.from;
        boolean alone = before == cell.from && cell.mentions.size() == 1;
        boolean minus = mention.isNegative
                || mention.value != null && mention.value.signum() < 0
                || mention.direction == Direction.DOWN
                || inside && tokens.is(before, "-") && tokens.isGlued(mention.from)
                || inside && cell.row.cueAt(CueType.DOWN, before)
                || alone && tokens.is(before, "(") && tokens.is(mention.to, ")");
        if (minus) {
            return -1;
        }
        boolean plus = inside
                ? tokens.is(before, "+") || cell.row.cueAt(CueType.UP, before)
                : mention.direction == Direction.UP;
        return plus ? 1 : 0;
    }

    private Kind kind(Mention mention, Kind told, int sign, TableLabel first, TableLabel second) {
        boolean percent = mention.isPercent();
        Unit unit = mention.unit;
        if (unit == lexicon.times || unit == lexicon.ratio) {
            return unit == lexicon.times ? Kind.MULTIPLE : Kind.RATIO;
        }
        if (unit == points || told == Kind.CHANGE && percent) {
            return unit == points ? Kind.CHANGE : Kind.GROWTH;
        }
        if (told != Kind.LEVEL) {
            boolean amount = !percent && unit != null && told != Kind.CHANGE;
            return !amount ? told : told == Kind.GROWTH ? Kind.CHANGE : Kind.LEVEL;
        }
        Tokens tokens = mention.sentence.tokens;
        int before = Math.min(mention.from, mention.lead) - 1;
        if (sign != 0 && !tokens.isWord(before) && !tokens.is(mention.from - 1, "(")) {
            return percent ? Kind.GROWTH : Kind.CHANGE;
        }
        boolean ofRate = first.topic.rate() != null
                || second.topic.rate() != null
                || table.label().topic.rate() != null
                || first.topic.isTold() && !first.scales.isEmpty();
        return percent && !ofRate ? Kind.SHARE : Kind.LEVEL;
    }

    private void circumstances(Mention mention, TableLabel column, TableLabel row) {
        TableLabel all = table.label();
        int year = mention.sentence.article.year();
        LabelTime told = column.time.under(row.time).under(all.time);
        mention.period = told.isPart() ? told.within(Period.ofYear(year)) : told.period();
        if (mention.period == null) {
            mention.period = Period.ofYear(year);
        } else {
            mention.rules.add(TableRules.PERIOD);
        }
        Status status = column.status != null ? column.status : row.status;
        boolean ofPlan = all.status == Status.PLANNED && all.time.isAfter(year);
        boolean planned = status == Status.PLANNED
                || status == null && (ofPlan || mention.period.start().getYear() > year);
        if (planned && mention.kind != Kind.COMPLETION) {
            mention.status = Status.PLANNED;
            mention.rules.add(TableRules.PLANNED);
        }
        if (mention.isLevel() && (status != null ? status : all.status) == Status.STANDARD) {
            mention.status = Status.STANDARD;
            mention.rules.add(TableRules.STANDARD);
        }
        String place = row.place != null ? row.place : column.place;
        if (place == null && !row.is(Type.WHOLE) && !column.is(Type.WHOLE)) {
            place = all.place;
        }
        String region = mention.sentence.article.region();
        mention.region = place == null ? region : place;
        if (!mention.region.equals(region)) {
            mention.rules.add(TableRules.PLACE);
        }
    }
}
