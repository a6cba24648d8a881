package org.fupin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.observation.Span;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text of an HTML page: a paragraph for each block, parted by a blank line; a heading, or bold words that open a
 * block, become a paragraph of their own. Scripts, styles, forms and navigation are dropped.
 */
final class HtmlText implements NodeFilter {

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "nav",
            "noscript",
            "template",
            "form",
            "button",
            "select",
            "iframe",
            "object",
            "svg",
            "head",
            "header",
            "footer",
            "aside",
            "menu");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "html",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul",
            "caption",
            "details",
            "summary");
    private static final Set<String> BOLD = Set.of("b", "strong");

    private static final int SNIFFED = 4096;

    private final StringBuilder out = new StringBuilder();
    private boolean blankPending;
    private boolean atBlockStart = true;
    /** The outermost bold element around the node, and whether it is a heading. */
    private @Nullable Element bold;

    private boolean boldIsHeading;

    private final Set<Element> dataTables;
    private final List<TextTable> tables = new ArrayList<>();
    /** The table of figures that the node is in, the row and the cell of it, and where their texts begin. */
    private @Nullable TableBuilder table;

    private @Nullable Element row;
    private int rowBegin;
    private @Nullable Element cell;
    private int cellBegin;
    private int indent;

    private HtmlText(Set<Element> dataTables) {
        this.dataTables = dataTables;
    }

    /** Whether the text is a page of HTML, by the tags near its beginning. */
    static boolean isHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), SNIFFED))
                .toLowerCase(Locale.ROOT)
                .strip();
        if (head.startsWith("\uFEFF")) {
            head = head.substring(1).strip();
        }
        if (!head.startsWith("<")) {
            return false;
        }
        for (String tag : new String[] {
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<meta",
            "<title",
            "<p>",
            "<p ",
            "<div",
            "<h1",
            "<h2",
            "<table",
            "<article",
            "<section",
            "<main"
        }) {
            if (head.contains(tag)) {
                return true;
            }
        }
        return false;
    }

    static String of(String html) {
        return read(html).text();
    }

    /** The text with its tables of figures: a line for each row, a bar between two cells. */
    static PageText read(String html) {
        Element body = Jsoup.parse(html).body();
        HtmlText text = new HtmlText(HtmlTables.in(body));
        body.filter(text);
        return new PageText(text.out.toString().strip() + "\n", text.tables);
    }

    /** Called for each node before its children. A walk, no recursion: pages may be nested thousands of elements deep. */
    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            addText(textNode.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (DROPPED.contains(name) || element.hasAttr("hidden")) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (name.equals("br")) {
                endBlock();
                return FilterResult.SKIP_CHILDREN;
            }
            if (table != null || dataTables.contains(element)) {
                startOfTable(element, name);
            }
            if (BLOCKS.contains(name)) {
                endBlock();
            } else if (bold == null && BOLD.contains(name)) {
                bold = element;
                boldIsHeading = opensBlock(element);
            } else if (HtmlTables.isCell(name) && table == null) {
                blankPending = true;
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Called for each node behind its children. */
    @Override
    public FilterResult tail(Node node, int depth) {
        boolean heading = node == bold && boldIsHeading;
        if (node == bold) {
            bold = null;
        }
        if (heading || node instanceof Element element && BLOCKS.contains(element.normalName())) {
            endBlock();
        }
        if (table != null && node instanceof Element element) {
            endOfTable(element);
        }
        return FilterResult.CONTINUE;
    }

    private void startOfTable(Element element, String name) {
        if (dataTables.contains(element)) {
            endBlock();
            table = new TableBuilder();
        } else if (name.equals("tr") && row == null) {
            endBlock();
            row = element;
            rowBegin = out.length();
            table.startRow();
        } else if (name.equals("caption")) {
            endBlock();
            table.caption(out.length());
        } else if (HtmlTables.isCell(name) && row != null && cell == null) {
            if (element.previousElementSibling() != null) {
                out.append(out.length() == rowBegin ? TextTable.PARTED.stripLeading() : TextTable.PARTED);
            }
            cell = element;
            cellBegin = out.length();
            indent = 0;
            atBlockStart = true;
            blankPending = false;
        }
    }

    private void endOfTable(Element element) {
        if (element == cell) {
            Span text = new Span(cellBegin, Math.max(cellBegin, out.length()));
            boolean header = element.normalName().equals("th");
            table.cell(text, number(element, "colspan"), number(element, "rowspan"), header, indent);
            cell = null;
        } else if (element == row) {
            String text = out.substring(rowBegin);
            boolean blank = text.chars().noneMatch(Character::isLetterOrDigit);
            int end = rowBegin + (blank ? 0 : text.stripTrailing().length());
            table.endRow(new Span(rowBegin, end));
            out.setLength(end);
            row = null;
            atBlockStart = blank;
            endBlock();
        } else if (dataTables.contains(element)) {
            tables.add(table.build());
            table = null;
        }
    }

    private static int number(Element element, String attribute) {
        String value = element.attr(attribute).strip();
        return value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : value.matches("[0-9]+") ? Integer.MAX_VALUE : 1;
    }

    private boolean opensBlock(Element bold) {
        if (!atBlockStart || !BoldHeading.mayBe(bold.text())) {
            return false;
        }
        StringBuilder rest = new StringBuilder();
        for (Node next = bold.nextSibling();
                next != null && rest.length() < BoldHeading.BEHIND;
                next = next.nextSibling()) {
            if (next.nameIs("br")) {
                break;
            }
            next.filter((node, depth) -> {
                if (node instanceof TextNode textNode) {
                    rest.append(textNode.getWholeText());
                }
                return rest.length() < BoldHeading.BEHIND ? FilterResult.CONTINUE : FilterResult.STOP;
            });
        }
        return BoldHeading.isFollowedBySentence(rest.toString());
    }

    private void addText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Paragraphs.isBlank(c)) {
                blankPending = true;
                if (cell != null && out.length() == cellBegin && (c == '\u00A0' || c == '\u3000')) {
                    indent++;
                }
            } else {
                if (blankPending && !atBlockStart) {
                    out.append(' ');
                }
                blankPending = false;
                atBlockStart = false;
                out.append(c);
            }
        }
    }

    private void endBlock() {
        if (cell != null) {
            blankPending = true;
            return;
        }
        if (!atBlockStart) {
            out.append("\n\n");
            atBlockStart = true;
        }
        blankPending = false;
    }
}
