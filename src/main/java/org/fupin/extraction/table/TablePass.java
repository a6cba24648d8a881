package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.table.TableGrid.Block;
import org.fupin.extraction.table.TableGrid.Cell;
import org.fupin.extraction.table.TableGrid.Content;
import org.fupin.extraction.table.TableLabel.Scale;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of one table their fields: from the headers of their column and row, the caption, and what the text says
 * of the table. Numbers of headers are left out, and so are those of cells of which nothing says what they are; a table of
 * which that holds for most cells is left out as a whole.
 */
final class TablePass {

    /** Most places in the grid: no report prints a larger table. */
    private static final long MOST_PLACES = 2_000_000;

    /** Most columns of a table that is read; what is wider was made by a machine for machines. */
    private static final int MOST_COLUMNS = 150;

    private final Lexicon lexicon;
    private final TableLabels labels;
    private final TableGrid grid;
    /** What is said of all figures of the table, and where that names no topic the header of the stubs. */
    private TableLabel table;

    private final TableLabel ofTable;
    private final int year;
    private final String region;

    /** Figures that were understood, changes whose unit is that of the level beside them, and what was not understood. */
    private final List<Mention> read = new ArrayList<>();

    private final List<Mention> unread = new ArrayList<>();
    private boolean columnsTell;

    /** @param table what caption, notes and the sentence before say of all figures */
    TablePass(Lexicon lexicon, TableLabels labels, TableGrid grid, TableLabel table) {
        this.lexicon = lexicon;
        this.labels = labels;
        this.grid = grid;
        this.table = table;
        this.ofTable = table;
        this.year = grid.rows.get(0).article.year();
        this.region = grid.rows.get(0).article.region();
    }

    /** Concludes on every number of the rows. */
    void apply() {
        boolean large = (long) grid.rows.size() * grid.columns > MOST_PLACES || grid.columns > MOST_COLUMNS;
        for (Block block : grid.blocks) {
            columnsTell = columnsTell(block);
            table = withCorner(block);
            Mention[][] figures = new Mention[block.end - block.begin][];
            for (int r = block.begin; r < block.end; r++) {
                Mention[] row = new Mention[large ? 0 : grid.columns];
                figures[r - block.begin] = row;
                for (Cell cell : grid.cells.get(r)) {
                    if (large) {
                        unread.addAll(cell.mentions);
                    } else {
                        cell(block, r, cell, row);
                    }
                }
            }
            if (!large) {
                new TableLinks(grid, block, figures, lexicon.units.unit("pp")).link();
            }
        }
        List<Mention> alone =
                read.stream().filter(mention -> mention.unit == null).toList();
        unread.addAll(alone); // changes beside no level
        read.removeIf(mention -> mention.unit == null);
        unread.forEach(mention -> mention.leaveOut(LeftOutReason.TABLE, "table-unread"));
        if (read.size() < unread.size()) {
            read.forEach(mention -> mention.leaveOut(LeftOutReason.TABLE, "table-unread"));
        }
    }

    /** "Use of funds" over the stubs says what all of the figures are, "Donor" who pays, "Standard" that they are norms. */
    private TableLabel withCorner(Block block) {
        TableLabel corner = block.stub[0] ? block.heads[0] : null;
        if (corner == null) {
            return ofTable;
        }
        TableLabel both = new TableLabel().under(ofTable);
        both.scales = ofTable.scales;
        if (!ofTable.hasTopic() && corner.money != null) {
            both.money = corner.money;
            both.topic = corner.topic;
        }
        if (corner.payer == FundingSource.SOCIAL || corner.payer == FundingSource.CREDIT) {
            both.payer = corner.payer;
            both.types.add(Type.PAYER);
        }
        if (corner.status == Status.STANDARD) {
            both.status = Status.STANDARD;
        }
        return both;
    }

    /** Whether the headers of columns rather than those of rows say what is measured, by how much they say on average. */
    private boolean columnsTell(Block block) {
        int columns = 0;
        int ofColumns = 0;
        for (int c = 0; c < grid.columns; c++) {
            if (!block.stub[c]) {
                columns++;
                TableLabel head = block.heads[c];
                ofColumns += head == null || head.isDerived() ? 0 : head.weight();
            }
        }
        int rows = 0;
        int ofRows = 0;
        for (int r = block.data; r < block.end; r++) {
            if (!grid.heading[r]) {
                rows++;
                ofRows += grid.stubs[r].isDerived() ? 0 : grid.stubs[r].weight();
            }
        }
        return (long) ofColumns * Math.max(1, rows) >= (long) ofRows * Math.max(1, columns);
    }

    private void cell(Block block, int row, Cell cell, Mention[] figures) {
        int column = cell.at.column();
        TableLabel head = block.heads[column];
        LeftOutReason ofColumn = head == null || head.whole == null ? null : reason(head.whole);
        boolean stub = block.stub[column];
        for (Mention mention : cell.mentions) {
            boolean label = cell.content == Content.LABEL;
            if (block.ofUnits[column] && row >= block.data) {
                leaveOutLabel(mention, false);
            } else if (row < block.data
                    || grid.heading[row]
                    || grid.isWide(cell)
                    || stub && (label || cell.content == Content.YEAR)) {
                leaveOutLabel(mention, row > block.begin && row < block.data && !label);
            } else if (stub) {
                mention.leaveOut(LeftOutReason.LIST_COUNTER, "table-counter");
            } else if (ofColumn != null) {
                mention.leaveOut(ofColumn, "table-column");
            } else if (label) {
                mention.leaveOut(LeftOutReason.TABLE, "table-text");
            } else if (isAverage(grid.stub(block, row, column), mention) || head != null && isAverage(head, mention)) {
                mention.leaveOut(LeftOutReason.TABLE, "table-average");
            } else if (grid.isUnclear(block, row, column)) {
                unread.add(mention);
            } else if (figure(block, row, cell, mention, figures)) {
                read.add(mention);
            } else {
                unread.add(mention);
            }
        }
    }

    /** The mean of rows or columns is no figure of all of them, unless it is told of what one it is. */
    private static boolean isAverage(TableLabel label, Mention mention) {
        return label.is(Type.AVERAGE) && (label.per == null || mention.isPercent());
    }

    private static @Nullable LeftOutReason reason(Type type) {
        return switch (type) {
            case SERIAL -> LeftOutReason.LIST_COUNTER;
            case ORDINAL -> LeftOutReason.ORDINAL;
            case CONTACT -> LeftOutReason.CONTACT;
            case REFERENCE -> LeftOutReason.REFERENCE;
            case DOCUMENT -> LeftOutReason.DOCUMENT_NUMBER;
            case DATE, YEAR -> LeftOutReason.DATE;
            default -> null;
        };
    }

    /** A number of a header, a stub or a caption: a year, the number of a table, or a part of the name. */
    void leaveOutLabel(Mention mention, boolean counter) {
        Tokens tokens = mention.sentence.tokens;
        if (NumberShape.isYear(tokens, mention)
                || mention.isRange && DigitString.isYear(tokens.norm[mention.firstNumber])) {
            mention.leaveOut(LeftOutReason.DATE, "table-date");
        } else if (mention.from > 0 && labels.hit(Type.REFERENCE, tokens, mention.from - 1, mention.from) != null) {
            mention.leaveOut(LeftOutReason.REFERENCE, "table-number");
        } else if (counter) {
            mention.leaveOut(LeftOutReason.LIST_COUNTER, "table-counter");
        } else if (isOfUnit(mention)) {
            mention.leaveOut(LeftOutReason.TABLE, "table-label");
        } else {
            mention.leaveOut(LeftOutReason.NAME, "table-label");
        }
    }

    /** "(10,000 persons)". */
    private static boolean isOfUnit(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        int number = mention.firstNumber;
        return tokens.isNumber(number)
                && tokens.isWord(number + 1)
                && LeftOutNumber.isMagnitude(tokens.exact(number, number + 1));
    }

    /** Concludes the fields of a figure; whether they could be. */
    private boolean figure(Block block, int row, Cell cell, Mention mention, Mention[] figures) {
        int at = cell.at.column();
        TableLabel column = block.heads[at] == null ? new TableLabel() : block.heads[at];
        TableLabel stub = grid.stub(block, row, at);
        TableLabel first = columnsTell ? column : stub;
        TableLabel second = columnsTell ? stub : column;
        if (!first.hasTopic() && first.scales.isEmpty() && (second.hasTopic() || !second.scales.isEmpty())) {
            TableLabel swapped = first;
            first = second;
            second = swapped;
        }
        boolean another = mention != cell.mentions.get(0);
        boolean ofBrackets = another && table.ofBrackets != null;
        if (ofBrackets && mention.unit == null && mention.noun == null && table.ofBrackets != Kind.CHANGE) {
            mention.unit = lexicon.percent;
        }
        if (another && !mention.isPercent() || !first.tells() && !second.tells() && !table.hasTopic()) {
            return false;
        }
        TableLabel derived = column.isDerived() ? column : stub;
        Kind kind = derived.isDerived() ? derived.kind : Kind.LEVEL;
        int sign = sign(cell, mention);
        if (another) {
            kind = sign != 0 ? Kind.GROWTH : ofBrackets ? table.ofBrackets : Kind.SHARE;
            mention.about = cell.mentions.get(0);
            mention.rules.add("table-about", mention.about);
        }
        Scale scale = mention.unit != null || another ? null : scale(block, row, kind, derived, column, first, second);
        if (mention.unit == null && scale == null && !(kind == Kind.CHANGE && !another) && mention.noun == null) {
            return false;
        }
        apply(mention, scale);
        boolean ofPercent = derived.scales.isEmpty() && (scale != null || first.rate != null || second.rate != null);
        if (kind == Kind.CHANGE && !another && mention.isPercent() && ofPercent) {
            mention.unit = lexicon.units.unit("pp"); // "-1.5" beside 12.6 and 11.1 percent
        }
        kind = kind(mention, kind, sign, another, first, second);
        mention.kind = kind;
        if (kind != Kind.LEVEL) {
            mention.rules.add("table-kind:" + kind.code());
        }
        if (kind == Kind.GROWTH || kind == Kind.CHANGE) {
            mention.direction = sign < 0 || derived.direction == Direction.DOWN ? Direction.DOWN : Direction.UP;
        }
        circumstances(mention, column, stub);
        meaning(mention, first, second, scale);
        if (!another) {
            figures[at] = mention;
        }
        return true;
    }

    private static void apply(Mention mention, @Nullable Scale scale) {
        if (mention.value != null) {
            mention.value = mention.value.abs();
        }
        if (mention.unit != null) {
            return;
        }
        if (scale == null) {
            mention.unit = mention.noun == null ? null : mention.noun.unit();
            return;
        }
        mention.unit = scale.unit();
        mention.factor = scale.factor();
        if (!mention.hasMagnitude) {
            mention.value = mention.value == null ? null : mention.value.multiply(scale.factor());
            mention.low = mention.low == null ? null : mention.low.multiply(scale.factor());
            mention.high = mention.high == null ? null : mention.high.multiply(scale.factor());
        }
        mention.rules.add("table-unit:" + scale.unit().code());
    }

    /** -1 for a minus or a decrease in words or brackets around the figure, 1 for a plus, else 0. */
    private int sign(Cell cell, Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        if (mention.isNegative
                || mention.value != null && mention.value.signum() < 0
                || mention.direction == Direction.DOWN) {
            return -1;
        }
        int before = Math.min(mention.from, mention.lead) - 1;
        if (before < cell.from) {
            return mention.direction == Direction.UP ? 1 : 0;
        }
        boolean alone = before == cell.from && cell.mentions.size() == 1;
        if (tokens.is(before, "-") && tokens.isGlued(mention.from)
                || tokens.is(before, "minus")
                || cellSays(cell, CueType.DOWN, before)
                || alone && tokens.is(before, "(") && tokens.is(mention.to, ")")) {
            return -1;
        }
        return tokens.is(before, "+") || cellSays(cell, CueType.UP, before) ? 1 : 0;
    }

    private static boolean cellSays(Cell cell, CueType type, int token) {
        return cell.row.cueAt(type, token);
    }

    private Kind kind(Mention mention, Kind told, int sign, boolean another, TableLabel first, TableLabel second) {
        if (mention.isUnit("times")) {
            return Kind.MULTIPLE;
        }
        if (mention.isUnit("ratio")) {
            return Kind.RATIO;
        }
        if (mention.isUnit("pp")) {
            return Kind.CHANGE;
        }
        boolean percent = mention.isPercent();
        if (told == Kind.CHANGE && percent) {
            return Kind.GROWTH;
        }
        if (told != Kind.LEVEL || another) {
            boolean amount = !percent
                    && mention.unit != null
                    && (told == Kind.GROWTH || told == Kind.SHARE || told == Kind.COMPLETION);
            return amount ? told == Kind.GROWTH ? Kind.CHANGE : Kind.LEVEL : told;
        }
        int before = Math.min(mention.from, mention.lead) - 1;
        if (sign != 0
                && (before < 0 || mention.sentence.tokens.type[before] != Tokens.WORD)
                && !mention.sentence.tokens.is(mention.from - 1, "(")) {
            return percent ? Kind.GROWTH : Kind.CHANGE;
        }
        boolean ofSomething = first.rate != null
                || second.rate != null
                || table.rate != null
                || first.hasTopic() && !first.scales.isEmpty();
        return percent && !ofSomething ? Kind.SHARE : Kind.LEVEL;
    }

    private @Nullable Scale scale(
            Block block,
            int row,
            Kind kind,
            TableLabel derived,
            TableLabel column,
            TableLabel first,
            TableLabel second) {
        if (kind == Kind.SHARE || kind == Kind.COMPLETION || kind == Kind.GROWTH) {
            for (Scale scale : derived.scales) {
                boolean points = scale.unit() != null && scale.unit().dimension() == Dimension.PERCENT;
                if (points || kind == Kind.GROWTH) {
                    return scale.unit() == null ? null : scale;
                }
            }
            return new Scale(lexicon.percent, BigDecimal.ONE, null, null);
        }
        TableLabel topic = first.hasTopic() ? first : second;
        List<TableLabel> near = new ArrayList<>();
        if (!column.scales.isEmpty()) {
            near.add(column);
        }
        if (grid.units[row] != null) {
            near.add(grid.units[row]);
        }
        if (derived.isDerived()) {
            near.add(derived);
        }
        near.add(first);
        near.add(second);
        for (TableLabel label : near) {
            for (Scale scale : label.scales) {
                if (suits(scale, topic)) {
                    return full(scale, topic);
                }
            }
        }
        if (kind == Kind.CHANGE) {
            return null; // in the unit of its level
        }
        for (TableLabel statement : table.statements) {
            if (first.isNamedBy(statement) || second.isNamedBy(statement)) {
                Scale scale = full(statement.scales.get(0), topic);
                if (scale != null && suits(scale, topic)) {
                    return scale;
                }
            }
        }
        for (Scale scale : corner(block)) {
            if (suitsAll(scale, topic)) {
                return full(scale, topic);
            }
        }
        for (Scale scale : table.scales) {
            if (suitsAll(scale, topic)) {
                return full(scale, topic);
            }
        }
        if (topic.noun != null && topic.money == null) {
            return new Scale(topic.noun.unit(), BigDecimal.ONE, null, topic.noun);
        }
        return topic.rate != null ? new Scale(lexicon.percent, BigDecimal.ONE, null, null) : null;
    }

    /** Units that the headers of the stubs say: "Item (10,000 yuan)". */
    private List<Scale> corner(Block block) {
        List<Scale> corner = new ArrayList<>();
        for (int c = 0; c < grid.columns && block.stub[c]; c++) {
            if (block.heads[c] != null && !block.heads[c].is(Type.UNITS)) {
                corner.addAll(block.heads[c].scales);
            }
        }
        return corner;
    }

    /** A magnitude alone is one of things that are counted. */
    private @Nullable Scale full(Scale scale, TableLabel topic) {
        if (scale.unit() != null) {
            return scale;
        }
        return topic.noun == null || topic.money != null
                ? null
                : new Scale(topic.noun.unit(), scale.factor(), scale.per(), topic.noun);
    }

    /** Whether a unit that a label says can be that of what the label, or the other one, names. */
    private static boolean suits(Scale scale, TableLabel topic) {
        if (!topic.hasTopic() || scale.unit() == null || scale.unit().dimension() == Dimension.PERCENT) {
            return true;
        }
        return topic.money != null ? scale.isMoney() : !scale.isMoney() || !topic.plural;
    }

    /** A unit that is said of the whole table holds for money if it is one, and for things that it can count. */
    private static boolean suitsAll(Scale scale, TableLabel topic) {
        if (!topic.hasTopic()) {
            return true;
        }
        if (scale.unit() == null) {
            return topic.noun != null;
        }
        if (topic.money != null || scale.isMoney()) {
            return scale.isMoney() && (topic.money != null || topic.noun != null && !topic.plural);
        }
        if (topic.noun == null) {
            return scale.unit().dimension() == Dimension.PERCENT;
        }
        Dimension counted = topic.noun.unit().dimension();
        Dimension said = scale.unit().dimension();
        boolean physical = said != Dimension.PEOPLE && said != Dimension.HOUSEHOLDS && said != Dimension.COUNT;
        return said == counted || counted == Dimension.COUNT && physical && said != Dimension.PERCENT;
    }

    private void meaning(Mention mention, TableLabel first, TableLabel second, @Nullable Scale scale) {
        if (mention.unit != null) {
            Mention level = mention.about;
            boolean known = level != null && level.measure != null;
            mention.measure = known ? level.measure : measure(mention, first, second, scale);
            mention.rules.add("table-measure:" + mention.measure.code());
        } else {
            mention.measure = Measure.OTHER; // until its level says
        }
        mention.item = item(first, second, mention.measure);
        PerUnit per = scale != null && scale.per() != null ? scale.per() : first.per != null ? first.per : second.per;
        if (per == null && !first.hasTopic() && !second.hasTopic()) {
            per = table.per;
        }
        boolean flow = mention.measure == Measure.INCOME || mention.measure == Measure.ECONOMY;
        if (flow
                && mention.period.type() == PeriodType.DAY
                && mention.period.end().getMonth() == Month.DECEMBER
                && mention.period.end().getDayOfMonth() == 31) {
            mention.period = Period.ofYear(mention.period.end().getYear()); // earned in the year that ends there
        }
        if (mention.measure == Measure.POVERTY_LINE && mention.kind == Kind.LEVEL) {
            if (mention.status != Status.STANDARD) {
                mention.status = Status.STANDARD;
                mention.rules.add("table-standard");
            }
            per = per == null ? PerUnit.PERSON : per;
        }
        boolean level = mention.kind == Kind.LEVEL || mention.kind == Kind.CHANGE;
        if (per != null && level && !mention.isPercent()) {
            mention.per = per;
            mention.rules.add("table-per:" + per.code());
        }
        boolean paid = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        FundingSource payer =
                !paid ? null : mention.about != null ? mention.about.source : payer(first, second, mention.measure);
        if (payer != null) {
            mention.source = payer;
            mention.rules.add("table-payer:" + payer.code());
        }
    }

    private @Nullable FundingSource payer(TableLabel first, TableLabel second, Measure measure) {
        FundingSource ofAll = table.payer == FundingSource.CREDIT && measure != Measure.LOANS ? null : table.payer;
        if (table.is(Type.PAYER) && ofAll != null) {
            return ofAll; // the rows are the names of those who pay
        }
        FundingSource one = first.payer;
        FundingSource other = second.payer;
        if (one != null && other != null) {
            return one == FundingSource.FISCAL ? other : one;
        }
        if (one != null || other != null) {
            return one != null ? one : other;
        }
        return ofAll;
    }

    private Measure measure(Mention mention, TableLabel first, TableLabel second, @Nullable Scale scale) {
        Unit unit = mention.unit;
        return switch (unit.dimension()) {
            case AREA -> Measure.AREA;
            case LENGTH -> Measure.LENGTH;
            case MASS, VOLUME, ENERGY, POWER -> Measure.OUTPUT;
            case TIME -> Measure.TIME;
            case MONEY ->
                first.money != null
                        ? first.money
                        : second.money != null ? second.money : table.money != null ? table.money : Measure.FUNDS;
            case PERCENT -> {
                if (mention.kind != Kind.LEVEL && !mention.isUnit("pp")) {
                    yield ofTopic(first, second);
                }
                Measure rate = first.rate != null ? first.rate : second.rate != null ? second.rate : table.rate;
                yield rate == null ? Measure.RATE : rate;
            }
            case RATIO -> ofTopic(first, second);
            default -> counted(mention, first, second, scale);
        };
    }

    /** What a share or a change is of where no level says so. */
    private Measure ofTopic(TableLabel first, TableLabel second) {
        boolean told = second.isDerived() && !first.isDerived(); // "Share of funds"
        for (TableLabel label : List.of(told ? second : first, told ? first : second, table)) {
            if (label.money != null) {
                return label.money;
            }
            if (label.noun != null) {
                return label.refined(label.noun.measure());
            }
            if (label.rate != null) {
                return label.rate;
            }
        }
        return Measure.OTHER;
    }

    private Measure counted(Mention mention, TableLabel first, TableLabel second, @Nullable Scale scale) {
        Noun noun = mention.noun;
        noun = noun != null ? noun : fitting(first.noun, mention.unit);
        noun = noun != null ? noun : fitting(second.noun, mention.unit);
        noun = noun != null || scale == null ? noun : fitting(scale.noun(), mention.unit);
        noun = noun != null ? noun : fitting(table.noun, mention.unit);
        if (noun != null && mention.isUnit("1")) {
            mention.unit = noun.unit();
        }
        Measure plain = noun != null ? noun.measure() : byUnit(mention.unit);
        for (TableLabel label : List.of(first, second, table)) {
            Measure refined = label.refined(plain);
            if (refined != plain) {
                return refined;
            }
        }
        return plain;
    }

    /** A noun for people is none for households, and a thing none for people. */
    private static @Nullable Noun fitting(@Nullable Noun noun, Unit unit) {
        boolean fits = noun != null && (unit.is("1") || noun.unit().equals(unit));
        return fits ? noun : null;
    }

    private static Measure byUnit(Unit unit) {
        return switch (unit.dimension()) {
            case PEOPLE -> Measure.PEOPLE;
            case HOUSEHOLDS -> Measure.HOUSEHOLDS;
            default -> Measure.OTHER;
        };
    }

    /** The words of the label that says what is measured, with those of the other where these say which. */
    private String item(TableLabel first, TableLabel second, Measure measure) {
        TableLabel named = first;
        String main = first.place == null ? first.item : "";
        String other = second.place == null && !second.isTotal() ? second.item : "";
        if (main.isEmpty()) {
            named = second;
            main = other;
            other = "";
        }
        if (main.isEmpty()) {
            return table.topic.isEmpty() ? measure.code().replace('_', ' ') : table.topic;
        }
        if (!first.hasTopic() && !second.hasTopic() && !table.topic.isEmpty() && isAdjective(named, main)) {
            return paid(main, table.topic);
        }
        if (other.isEmpty() || other.equals(main)) {
            return main;
        }
        boolean payer = second.payer != null && !second.hasTopic() && first.payer == null;
        return payer ? paid(other, main) : main + " of " + other;
    }

    /** Names no thing of its own: "Central", "Issued". */
    private static boolean isAdjective(TableLabel label, String item) {
        return label.payer != null || item.endsWith("ed") && item.indexOf(' ') < 0;
    }

    /** "Central" funds, but funds of "prefectures and counties". */
    private static String paid(String payer, String topic) {
        return payer.indexOf(' ') < 0
                ? payer + " " + TableLabel.lowered(topic)
                : topic + " of " + TableLabel.lowered(payer);
    }

    private void circumstances(Mention mention, TableLabel column, TableLabel row) {
        Period period = period(column, row);
        mention.period = period == null ? Period.ofYear(year) : period;
        if (period != null) {
            mention.rules.add("table-period");
        }
        Status status = column.status != null ? column.status : row.status;
        boolean toCome = mention.period.start().getYear() > year;
        if (mention.kind != Kind.COMPLETION && (status == Status.PLANNED || status == null && (toCome || isPlan()))) {
            mention.status = Status.PLANNED;
            mention.rules.add("table-planned");
        }
        boolean standard = status == Status.STANDARD || status == null && table.status == Status.STANDARD;
        if (mention.kind == Kind.LEVEL && standard) {
            mention.status = Status.STANDARD;
            mention.rules.add("table-standard");
        }
        String place = row.place != null ? row.place : column.place;
        if (place == null && !row.is(Type.WHOLE) && !column.is(Type.WHOLE)) {
            place = table.place;
        }
        mention.region = place == null ? region : place;
        if (place != null && !place.equals(region)) {
            mention.rules.add("table-place");
        }
    }

    /** Whether the caption says that all of the table is a plan. */
    private boolean isPlan() {
        return table.status == Status.PLANNED
                && table.period != null
                && table.period.start().getYear() > year;
    }

    private @Nullable Period period(TableLabel column, TableLabel row) {
        Period told = column.period != null ? column.period : row.period != null ? row.period : table.period;
        int ofYear = told == null ? year : told.end().getYear();
        for (TableLabel label : List.of(column, row, table)) {
            if (label.period == null && (label.firstMonth > 0 || label.end)) {
                return TableLabels.within(ofYear, label);
            }
        }
        return told;
    }
}
