package org.fupin.report.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fupin.report.table.Column;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;

/**
 * The bands of a template that lay out tables, made from the tables' columns when the program is built. The fields of a row
 * are described by {@link PageRows}.
 */
final class TableBands {

    /** Fields of the headers and the cells, followed by the number of the column from 0. */
    static final String HEAD = "head";

    static final String CELL = "cell";

    private static final int PAGE_WIDTH = 504;

    private static final int MOST_COLUMNS = 9;

    private final List<Layout<?>> layouts;

    /**
     * @param layouts of all tables of a report
     * @throws IllegalStateException if two have one code
     */
    TableBands(List<? extends Layout<?>> layouts) {
        Set<String> codes = new HashSet<>();
        for (Layout<?> layout : layouts) {
            if (!codes.add(layout.code())) {
                throw new IllegalStateException(
                        "two tables have the code " + layout.code() + ": expected one of its own for each");
            }
        }
        this.layouts = layouts.stream()
                .filter(layout -> layout.columns().stream().anyMatch(Column::isOnPage))
                .<Layout<?>>map(layout -> layout)
                .toList();
    }

    /** The declarations of the fields of a row. */
    String fields() {
        StringBuilder xml = new StringBuilder();
        for (String name :
                List.of("part", "intro", "kind", "table", "tableNote", "target", "alert", "strong", "long")) {
            field(xml, name, "String");
        }
        field(xml, "tableNumber", "Integer");
        field(xml, "level", "Integer");
        for (int i = 0; i < MOST_COLUMNS; i++) {
            field(xml, HEAD + i, "String");
            field(xml, CELL + i, "String");
        }
        return xml.toString();
    }

    private static void field(StringBuilder xml, String name, String type) {
        xml.append("<field name=\"%s\" class=\"java.lang.%s\"/>\n".formatted(name, type));
    }

    /** A band with the header of each table. */
    String headers() {
        StringBuilder xml = new StringBuilder();
        for (Layout<?> layout : layouts) {
            xml.append(
                    "<band height=\"18\"><printWhenExpression><![CDATA[$F{kind}.equals(\"%s\")]]></printWhenExpression>\n"
                            .formatted(layout.code()));
            xml.append("<element kind=\"frame\" x=\"0\" y=\"0\" width=\"504\" height=\"18\" style=\"Head\">\n");
            xml.append(tag("tr"));
            xml.append("<propertyExpression name=\"net.sf.jasperreports.export.pdf.tag.artifact\">"
                    + "<![CDATA[$V{table_COUNT} > 0 ? \"true\" : null]]></propertyExpression>\n");
            int x = 0;
            List<Column> columns = columns(layout);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                xml.append(("<element kind=\"textField\" x=\"%d\" y=\"0\" width=\"%d\" height=\"18\" style=\"%s\""
                                + " blankWhenNull=\"true\"><expression><![CDATA[$F{%s%d}]]></expression>%s</element>\n")
                        .formatted(x, column.pageWidth(), headStyle(column), HEAD, i, tag("th")));
                x += column.pageWidth();
            }
            xml.append("</element></band>\n");
        }
        return xml.toString();
    }

    /** Two bands with the row of each table: one that stays on its page, and one for text that no page may hold. */
    String rows() {
        StringBuilder xml = new StringBuilder();
        for (Layout<?> layout : layouts) {
            row(xml, layout, "Prevent", "==");
            row(xml, layout, "Stretch", "!=");
        }
        return xml.toString();
    }

    private static void row(StringBuilder xml, Layout<?> layout, String split, String isLong) {
        xml.append(("<band height=\"16\" splitType=\"%s\"><printWhenExpression>"
                        + "<![CDATA[$F{kind}.equals(\"%s\") && $F{long} %s null]]></printWhenExpression>\n")
                .formatted(split, layout.code(), isLong));
        xml.append("<element kind=\"frame\" x=\"0\" y=\"0\" width=\"504\" height=\"16\" style=\"Row\">\n");
        xml.append(tag("tr"));
        int x = 0;
        List<Column> columns = columns(layout);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean link = column.type() == ColumnType.LINK;
            xml.append(("<element kind=\"textField\" x=\"%d\" y=\"0\" width=\"%d\" height=\"16\" style=\"%s\""
                            + " textAdjust=\"StretchHeight\" blankWhenNull=\"true\"%s>"
                            + "<expression><![CDATA[$F{%s%d}]]></expression>")
                    .formatted(
                            x,
                            column.pageWidth(),
                            style(column, i == 0),
                            link ? " linkType=\"Reference\"" : "",
                            CELL,
                            i));
            if (link) {
                xml.append("<hyperlinkWhenExpression><![CDATA[$F{target} != null]]></hyperlinkWhenExpression>"
                        + "<hyperlinkReferenceExpression><![CDATA[$F{target}]]></hyperlinkReferenceExpression>");
            }
            xml.append(tag("td")).append("</element>\n");
            x += column.pageWidth();
        }
        xml.append("</element></band>\n");
    }

    /** @throws IllegalStateException if the columns do not fit on a page */
    private static List<Column> columns(Layout<?> layout) {
        List<Column> columns = new ArrayList<>(layout.columns());
        columns.removeIf(column -> !column.isOnPage());
        int width = columns.stream().mapToInt(Column::pageWidth).sum();
        if (width > PAGE_WIDTH || columns.size() > MOST_COLUMNS) {
            throw new IllegalStateException("table " + layout.code() + " is " + width + " points wide and has "
                    + columns.size() + " columns: expected at most " + PAGE_WIDTH + " and " + MOST_COLUMNS);
        }
        return columns;
    }

    private static String headStyle(Column column) {
        if (column.type() == ColumnType.REMARK) {
            return "HeadNote";
        }
        if (column.type() == ColumnType.LINK) {
            return "HeadLink";
        }
        return column.type().isRightAligned() ? "HeadNumber" : "HeadCell";
    }

    private static String style(Column column, boolean first) {
        return switch (column.type()) {
            case TEXT, DATE -> first ? "CellIndented" : column.strong() ? "CellStrong" : "Cell";
            case NAME -> "CellMedium";
            case NUMBER, PERCENT, COUNT -> column.strong() ? "CellStrongNumber" : "CellNumber";
            case CODE -> "CellMuted";
            case FLAG -> "Severity";
            case LINK -> "CellLink";
            case REMARK -> "CellNote";
        };
    }

    private static String tag(String name) {
        return "<property name=\"net.sf.jasperreports.export.pdf.tag." + name + "\" value=\"full\"/>";
    }
}
