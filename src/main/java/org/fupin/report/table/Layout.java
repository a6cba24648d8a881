package org.fupin.report.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table and what its lines show in them.
 *
 * @param <R> the lines
 */
public final class Layout<R> {

    private record Field<R>(Column column, Function<R, Cell> value) {}

    private final String code;
    private final String name;
    private final String holds;
    private final List<Field<R>> fields;
    private final Function<R, Row.@Nullable Section> section;
    private final Predicate<R> strong;
    private final ToIntFunction<R> level;
    private final Predicate<R> onPage;

    private Layout(Builder<R> builder) {
        this.code = builder.code;
        this.name = builder.name;
        this.holds = builder.holds;
        this.fields = List.copyOf(builder.fields);
        this.section = builder.section;
        this.strong = builder.strong;
        this.level = builder.level;
        this.onPage = builder.onPage;
    }

    /**
     * @param code of the table
     * @param name of its sheet
     * @param holds what it holds
     */
    public static <R> Builder<R> ofSheet(String code, String name, String holds) {
        return new Builder<>(code, name, holds);
    }

    /** A table that is on no sheet. */
    public static <R> Builder<R> ofPage(String code) {
        return new Builder<>(code, "", "");
    }

    public String code() {
        return code;
    }

    public List<Column> columns() {
        return fields.stream().map(Field::column).toList();
    }

    /** @throws IllegalStateException if there are no lines, and no text for that case on the sheet */
    public Table table(Table.Texts texts, List<R> lines) {
        if (lines.isEmpty() && !name.isEmpty() && texts.ifEmpty().isBlank()) {
            throw new IllegalStateException("table " + code + " has no lines, and no text for that case");
        }
        List<Row> rows = new ArrayList<>();
        for (R line : lines) {
            rows.add(new Row(
                    fields.stream().map(field -> field.value().apply(line)).toList(),
                    section.apply(line),
                    strong.test(line),
                    level.applyAsInt(line),
                    onPage.test(line)));
        }
        return new Table(
                code,
                name,
                holds,
                texts.part(),
                texts.title(),
                texts.description(),
                texts.heading(),
                texts.note(),
                columns(),
                rows,
                texts.ifEmpty(),
                List.of());
    }

    /** Collects the columns in their order. Widths on sheets are in characters, on pages in points. */
    public static final class Builder<R> {

        private final String code;
        private final String name;
        private final String holds;
        private final List<Field<R>> fields = new ArrayList<>();
        private Function<R, Row.@Nullable Section> section = line -> null;
        private Predicate<R> strong = line -> false;
        private ToIntFunction<R> level = line -> 0;
        private Predicate<R> onPage = line -> true;

        private Builder(String code, String name, String holds) {
            this.code = code;
            this.name = name;
            this.holds = holds;
        }

        /** A column of plain text that goes on in further lines. */
        public Builder<R> text(String title, int sheetWidth, Function<R, @Nullable String> text) {
            return add(title, ColumnType.TEXT, sheetWidth, 0, true, line -> Cell.text(text.apply(line)));
        }

        /** A column of one line a cell. */
        public Builder<R> cell(String title, ColumnType type, int sheetWidth, Function<R, Cell> value) {
            return add(title, type, sheetWidth, 0, false, value);
        }

        /** A column of cells that go on in further lines. */
        public Builder<R> wrapped(String title, ColumnType type, int sheetWidth, Function<R, Cell> value) {
            return add(title, type, sheetWidth, 0, true, value);
        }

        /** A column that only pages show. */
        public Builder<R> page(String title, ColumnType type, int pageWidth, Function<R, @Nullable String> text) {
            return add(title, type, 0, pageWidth, true, line -> Cell.text(text.apply(line)));
        }

        /** A column of cells that only pages show. */
        public Builder<R> pageCell(String title, ColumnType type, int pageWidth, Function<R, Cell> value) {
            return add(title, type, 0, pageWidth, true, value);
        }

        /** Has pages show the last column too. */
        public Builder<R> onPage(ColumnType type, int pageWidth) {
            return replace(
                    c -> new Column(c.code(), c.title(), type, c.sheetWidth(), pageWidth, c.wrapped(), c.strong()));
        }

        /** Has emphasised lines emphasise the last column. */
        public Builder<R> strong() {
            return replace(
                    c -> new Column(c.code(), c.title(), c.type(), c.sheetWidth(), c.pageWidth(), c.wrapped(), true));
        }

        /** Divides the lines, which stand in the order of their sections. */
        public Builder<R> sections(Function<R, Row.Section> section) {
            this.section = section::apply;
            return this;
        }

        public Builder<R> strongLines(Predicate<R> strong) {
            this.strong = strong;
            return this;
        }

        public Builder<R> levels(ToIntFunction<R> level) {
            this.level = level;
            return this;
        }

        /** Which lines pages show. */
        public Builder<R> linesOnPage(Predicate<R> onPage) {
            this.onPage = onPage;
            return this;
        }

        /** @throws IllegalStateException if two columns of the sheet have one code */
        public Layout<R> build() {
            Set<String> codes = new HashSet<>();
            for (Field<R> field : fields) {
                if (field.column().isOnSheet() && !codes.add(field.column().code())) {
                    throw new IllegalStateException("table " + code + " has two columns on its sheet of the code "
                            + field.column().code() + ": expected titles that differ");
                }
            }
            return new Layout<>(this);
        }

        private Builder<R> add(
                String title, ColumnType type, int sheet, int page, boolean wrapped, Function<R, Cell> value) {
            Column column = new Column(Column.code(title), title, type, sheet, page, wrapped, false);
            fields.add(new Field<>(column, value));
            return this;
        }

        private Builder<R> replace(Function<Column, Column> change) {
            Field<R> last = fields.remove(fields.size() - 1);
            fields.add(new Field<>(change.apply(last.column()), last.value()));
            return this;
        }
    }
}
