package org.fupin.reading.html;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.observation.Span;
import org.fupin.reading.limits.Breach;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.table.PageText;
import org.fupin.reading.table.TableBuilder;
import org.fupin.reading.table.TextTable;
import org.fupin.reading.text.BoldHeading;
import org.fupin.reading.text.LineBreak;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.text.Superscript;
import org.fupin.reading.text.ZeroWidth;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text of an HTML page as a reader sees it: a paragraph for each block, parted by a blank line; a heading, or bold words
 * that open a block, become a paragraph of their own. A line break parts paragraphs too, unless it stands in a sentence.
 *
 * <p>Not read are scripts, navigation and controls of forms; what the page's own style hides ({@link PageStyle}, {@link
 * Look}) or the {@code hidden} attribute; what is struck out or deleted ({@code del}, {@code s}, {@code strike}); the
 * pronunciation above characters; alternative texts of pictures. What is only hidden from screen readers, or folded away
 * until it is asked for ({@code details}), is read. Soft hyphens and zero-width characters join what they part; raised
 * digits become characters of their own ({@link Superscript}); a no-break or narrow space between two digits stays what it
 * is, so that groups of digits can be told, and any other blanks become one.
 */
public final class HtmlText implements NodeFilter {

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "nav",
            "noscript",
            "noframes",
            "noembed",
            "template",
            "button",
            "select",
            "datalist",
            "option",
            "textarea",
            "meter",
            "progress",
            "iframe",
            "object",
            "applet",
            "audio",
            "video",
            "canvas",
            "svg",
            "head",
            "aside",
            "menu",
            "rt",
            "rp",
            "rtc",
            "annotation",
            "annotation-xml",
            "del",
            "s",
            "strike");
    /** Of a page; those of a part of its text belong to it. */
    private static final Set<String> FURNITURE = Set.of("header", "footer");

    private static final Set<String> PARTS = Set.of("article", "main", "section", "blockquote");
    private static final String CONTENT_OF_FORM = "p, h1, h2, h3, h4, table, article";

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
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
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

    /** Blanks that stand between groups of digits: no-break, figure, thin and narrow ones. */
    private static final String GROUP_BLANKS = "\u00A0\u2005\u2006\u2007\u2008\u2009\u200A\u202F";

    private final PageStyle style;
    private final StringBuilder out = new StringBuilder();
    private boolean blankPending;
    /** The blank that is pending, where it is one alone of {@link #GROUP_BLANKS}. */
    private char blank = ' ';

    private boolean atBlockStart = true;
    /** Where the line that is being written begins, and how many breaks stand behind it. */
    private int lineBegin;

    private int breaks;

    private final Deque<State> states = new ArrayDeque<>(List.of(new State(false, false, false, false, false, false)));
    /** The outermost bold element around the node, and whether it is a heading. */
    private @Nullable Element bold;

    private boolean boldIsHeading;
    /** The outermost raised or lowered element around the node, and what has been read of it. */
    private @Nullable Element mark;

    private boolean markIsRaised;
    private final StringBuilder markText = new StringBuilder();

    private final Set<Element> dataTables;
    private final List<TextTable> tables = new ArrayList<>();
    /** The table of figures that the node is in, the row and the cell of it, and where their texts begin. */
    private @Nullable TableBuilder table;

    private @Nullable Element row;
    private int rowBegin;
    private @Nullable Element cell;
    private int cellBegin;
    private int indent;

    private HtmlText(PageStyle style, Set<Element> dataTables) {
        this.style = style;
        this.dataTables = dataTables;
    }

    /**
     * What holds for an element and those in it.
     *
     * @param inPart whether it is within a part of the page's text
     * @param block whether it ends the paragraph before it; for itself alone
     * @param apart whether there is room around it; for itself alone
     */
    private record State(boolean invisible, boolean tiny, boolean kept, boolean inPart, boolean block, boolean apart) {}

    /** Whether the text is a page of HTML, by the tags near its beginning. */
    public static boolean isHtml(String text) {
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
            "<main",
            "<h3",
            "<p\n",
            "<p\r",
            "<span",
            "<center",
            "<font",
            "<pre",
            "<style",
            "<br"
        }) {
            if (head.contains(tag)) {
                return true;
            }
        }
        return false;
    }

    public static String of(String html) throws UnreadableDocumentException {
        return read(html).text();
    }

    /**
     * The text of a page with its tables of figures: a line for each row, a bar between two cells.
     *
     * @throws UnreadableDocumentException if its style sheets take too much work
     */
    public static PageText read(String html) throws UnreadableDocumentException {
        Document page = Jsoup.parse(html);
        try {
            HtmlText text = new HtmlText(PageStyle.of(page, html.length()), HtmlTables.in(page.body()));
            page.body().filter(text);
            return new PageText(text.out.toString().strip() + "\n", text.tables);
        } catch (Breach e) {
            throw e.reason();
        }
    }

    /** Called for each node before its children. A walk, no recursion: pages may be nested thousands of elements deep. */
    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            addText(textNode.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            Look look = style.look(element);
            State around = states.element();
            if (!name.equals("body") && isGone(element, name, look, around)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            State state = state(name, look, around);
            states.push(state);
            if (name.equals("br")) {
                breakLine();
                return FilterResult.SKIP_CHILDREN;
            }
            openMark(element, name, look);
            if (state.apart()) {
                partWords();
            } else if (name.equals("q")) {
                addText("\u201C");
            }
            if (table != null || dataTables.contains(element)) {
                startOfTable(element, name);
            }
            if (state.block()) {
                endBlock();
            } else if (bold == null && BOLD.contains(name)) {
                bold = element;
                boldIsHeading = opensBlock(element);
            } else if (HtmlTables.isCell(name) && table == null) {
                blankPending = true;
                blank = ' ';
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
        if (node instanceof Element) {
            State state = states.pop();
            if (node.nameIs("q")) {
                addText("\u201D");
            } else if (state.apart()) {
                partWords();
            }
            if (node == mark) {
                closeMark();
            }
            heading |= state.block();
        }
        if (heading) {
            endBlock();
        }
        if (table != null && node instanceof Element element) {
            endOfTable(element);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isGone(Element element, String name, Look look, State around) {
        if (DROPPED.contains(name) || look.flow() == Look.Flow.GONE) {
            return true;
        }
        boolean isShown = look.flow() != Look.Flow.USUAL;
        return element.hasAttr("hidden") && !isShown
                || name.equals("dialog") && !element.hasAttr("open") && !isShown
                || FURNITURE.contains(name) && !around.inPart()
                || name.equals("form") && element.selectFirst(CONTENT_OF_FORM) == null;
    }

    private static State state(String name, Look look, State around) {
        Boolean visible = look.visible();
        Boolean tiny = look.tiny();
        Boolean kept = look.kept();
        boolean block = look.flow() == Look.Flow.BLOCK || look.flow() == Look.Flow.USUAL && BLOCKS.contains(name);
        boolean isBody = name.equals("body");
        return new State(
                !isBody && (visible == null ? around.invisible() : !visible),
                tiny == null ? around.tiny() : tiny,
                kept == null ? around.kept() || name.equals("pre") || name.equals("xmp") : kept,
                around.inPart() || PARTS.contains(name),
                block,
                look.flow() == Look.Flow.APART || name.equals("img") || name.equals("input"));
    }

    private void openMark(Element element, String name, Look look) {
        if (mark != null || HtmlTables.isCell(name)) {
            return;
        }
        Look.Height height = look.height();
        boolean raised = height == Look.Height.RAISED
                || height == Look.Height.USUAL
                        && (name.equals("sup") || element.attr("role").equals("doc-noteref"));
        boolean lowered = height == Look.Height.LOWERED || height == Look.Height.USUAL && name.equals("sub");
        if (raised || lowered) {
            mark = element;
            markIsRaised = raised;
            markText.setLength(0);
        }
    }

    private void closeMark() {
        mark = null;
        String text = markText.toString();
        String changed = markIsRaised ? Superscript.of(text) : Superscript.lowered(text);
        if (markIsRaised && !changed.equals(text) && breaks == 0) {
            // A mark belongs to what stands before it.
            blankPending = false;
        }
        addText(changed);
        if (text.endsWith(" ")) {
            partWords();
        }
    }

    private void partWords() {
        blankPending = true;
        blank = ' ';
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
            lineBegin = cellBegin;
            indent = 0;
            atBlockStart = true;
            blankPending = false;
            breaks = 0;
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
        boolean atLineStart = atBlockStart || breaks > 0 && !LineBreak.isInSentence(line(), bold.text() + " ");
        if (!atLineStart || !BoldHeading.mayBe(bold.text())) {
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
        boolean opens = BoldHeading.isFollowedBySentence(rest.toString());
        if (opens) {
            endBlock();
        }
        return opens;
    }

    private void addText(String text) {
        State state = states.element();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ZeroWidth.is(c)) {
                continue;
            }
            if (mark != null) {
                markText.append(state.invisible() || state.tiny() ? ' ' : c);
            } else if (Paragraphs.isBlank(c) || state.invisible() || state.tiny()) {
                if (state.kept() && c == '\n') {
                    breakLine();
                }
                if (cell != null && out.length() == cellBegin && (c == '\u00A0' || c == '\u3000')) {
                    indent++;
                }
                blank = blankPending || GROUP_BLANKS.indexOf(c) < 0 ? ' ' : c;
                blankPending = true;
            } else {
                add(c);
            }
        }
    }

    private void add(char c) {
        if (breaks > 0 && !atBlockStart) {
            if (breaks > 1 || !LineBreak.isInSentence(line(), String.valueOf(c))) {
                endBlock();
            } else {
                blankPending = LineBreak.needsBlank(line(), String.valueOf(c));
                blank = ' ';
            }
        }
        breaks = 0;
        if (blankPending && !atBlockStart) {
            boolean group = Character.isDigit(c) && Character.isDigit(out.charAt(out.length() - 1));
            out.append(group ? blank : ' ');
        }
        blankPending = false;
        blank = ' ';
        atBlockStart = false;
        out.append(c);
    }

    /** What has been written of the line, without copying it. */
    private CharSequence line() {
        return CharBuffer.wrap(out, lineBegin, out.length());
    }

    /** The next character decides whether a line ends here, or a sentence goes on: one break alone may stand in one. */
    private void breakLine() {
        if (mark == null && !atBlockStart) {
            breaks++;
        }
    }

    private void endBlock() {
        if (mark != null) {
            // A mark holds no blocks: it was not closed.
            mark = null;
            addText(markText.toString());
        }
        if (cell != null) {
            partWords();
            return;
        }
        if (!atBlockStart) {
            out.append("\n\n");
            atBlockStart = true;
        }
        lineBegin = out.length();
        blankPending = false;
        breaks = 0;
    }
}
