package org.fupin.reading;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of an HTML page: a paragraph for each block, parted by a blank line; a heading, or bold words that open a
 * block, become a paragraph of their own. Scripts, styles, forms and navigation are dropped.
 */
final class HtmlText {

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
    private static final int MAX_BOLD_HEADING = 130;

    private static final int SNIFFED = 4096;

    private final StringBuilder out = new StringBuilder();
    private boolean blankPending;
    private boolean atBlockStart = true;

    private HtmlText() {}

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
        HtmlText text = new HtmlText();
        text.add(Jsoup.parse(html).body());
        return text.out.toString().strip() + "\n";
    }

    private void add(Node node) {
        if (node instanceof TextNode textNode) {
            addText(textNode.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (DROPPED.contains(name) || element.hasAttr("hidden")) {
                return;
            }
            if (name.equals("br")) {
                endBlock();
                return;
            }
            boolean block = BLOCKS.contains(name);
            boolean heading = !block && BOLD.contains(name) && opensBlock(element);
            if (block) {
                endBlock();
            } else if (name.equals("td") || name.equals("th")) {
                blankPending = true;
            }
            for (Node child : element.childNodes()) {
                add(child);
            }
            if (block || heading) {
                endBlock();
            }
        }
    }

    /** Bold words at the beginning of a block are a heading where they are short and a sentence begins behind them. */
    private boolean opensBlock(Element bold) {
        String words = bold.text().strip();
        if (!atBlockStart
                || words.isEmpty()
                || words.length() > MAX_BOLD_HEADING
                || words.endsWith(".")
                || words.endsWith(",")) {
            return false;
        }
        StringBuilder rest = new StringBuilder();
        for (Node next = bold.nextSibling(); next != null && rest.length() < 40; next = next.nextSibling()) {
            if (next instanceof TextNode textNode) {
                rest.append(textNode.getWholeText());
            } else if (next instanceof Element element) {
                if (element.normalName().equals("br")) {
                    break;
                }
                rest.append(element.wholeText());
            }
        }
        String after = rest.toString().replace('\u00A0', ' ').strip();
        return after.isEmpty()
                || Character.isUpperCase(after.charAt(0))
                || Character.isDigit(after.charAt(0))
                || after.charAt(0) == '\u201C';
    }

    private void addText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Paragraphs.isBlank(c)) {
                blankPending = true;
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
        if (!atBlockStart) {
            out.append("\n\n");
            atBlockStart = true;
        }
        blankPending = false;
    }
}
