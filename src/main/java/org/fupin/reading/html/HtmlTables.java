package org.fupin.reading.html;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.fupin.reading.table.DataCell;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of an HTML page that hold figures: cells of a few words, among them figures, and no tables, lists or
 * headings in them. The others lay out text. One walk over the page.
 */
final class HtmlTables implements NodeVisitor {

    private static final Set<String> OF_TEXT = Set.of("ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "pre");

    /** What is known of an open table. */
    private static final class Open {
        private boolean ofText;
        private int rows;
        private int columns;
        private int cells;
        private int filled;
        private int figures;
        private @Nullable StringBuilder cell;
    }

    private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Open> open = new ArrayDeque<>();

    private HtmlTables() {}

    static Set<Element> in(Element body) {
        HtmlTables tables = new HtmlTables();
        body.traverse(tables);
        return tables.found;
    }

    @Override
    public void head(Node node, int depth) {
        Open table = open.peek();
        if (node instanceof TextNode text) {
            if (table != null && table.cell != null && table.cell.length() <= DataCell.LONGEST) {
                table.cell.append(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("table")) {
                if (table != null) {
                    table.ofText = true;
                }
                open.push(new Open());
            } else if (table != null && name.equals("tr")) {
                table.rows++;
                table.cells = 0;
            } else if (table != null && isCell(name)) {
                table.cell = new StringBuilder();
                table.columns = Math.max(table.columns, ++table.cells);
            } else if (table != null && table.cell != null && OF_TEXT.contains(name)) {
                table.ofText = true;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        Open table = open.peek();
        if (table == null || !(node instanceof Element element)) {
            return;
        }
        if (isCell(element.normalName()) && table.cell != null) {
            String text = table.cell.toString().strip();
            table.cell = null;
            table.ofText |= text.length() > DataCell.LONGEST;
            table.filled += text.isEmpty() ? 0 : 1;
            table.figures += DataCell.isFigure(text) ? 1 : 0;
        } else if (element.normalName().equals("table")) {
            open.pop();
            if (!table.ofText && DataCell.isTable(table.rows, table.columns, table.filled, table.figures)) {
                found.add(element);
            }
        }
    }

    static boolean isCell(String name) {
        return name.equals("td") || name.equals("th");
    }
}
