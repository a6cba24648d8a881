package org.fupin.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.observation.Span;
import org.fupin.report.Sources.SourceArticle;

/**
 * The text of an article as HTML: headings and paragraphs, with an element around each number. The text of the elements
 * together is the article's, character for character.
 */
final class MarkedText {

    /**
     * An element around a stretch of the text.
     *
     * @param open its start tag
     * @param close its end tag
     */
    record Mark(Span span, String open, String close) {}

    private final String text;
    private final int base;
    private final List<Mark> marks;
    private final StringBuilder html;
    private int next;

    private MarkedText(String text, int base, List<Mark> marks) {
        this.text = text;
        this.base = base;
        this.marks = marks;
        this.html = new StringBuilder(text.length() * 2);
    }

    /**
     * @param marks in the article, in any order; one that begins within another is cut off it, or passed over where nothing is
     *     left
     * @param sectionIds the ids of the headings, by number of the section
     */
    static String of(SourceArticle article, List<Mark> marks, List<String> sectionIds) {
        int base = article.article().span().begin();
        MarkedText marked = new MarkedText(article.text(), base, apart(marks));
        for (Block block : Block.of(article.article(), article.text())) {
            marked.block(block, sectionIds);
        }
        return marked.html.toString();
    }

    /** Without overlaps, by begin. */
    private static List<Mark> apart(List<Mark> marks) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparing(Mark::span));
        List<Mark> apart = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Mark mark = sorted.get(i);
            int end = mark.span().end();
            if (i + 1 < sorted.size()) {
                end = Math.min(end, sorted.get(i + 1).span().begin());
            }
            if (end > mark.span().begin()) {
                apart.add(new Mark(new Span(mark.span().begin(), end), mark.open(), mark.close()));
            }
        }
        return apart;
    }

    private void block(Block block, List<String> sectionIds) {
        String tag =
                switch (block.kind()) {
                    case TITLE -> "h3";
                    case HEADING -> "h4";
                    case PARAGRAPH -> "p";
                };
        html.append('<').append(tag);
        if (block.section() >= 0) {
            html.append(" id=\"").append(sectionIds.get(block.section())).append('"');
        }
        html.append('>');
        int at = block.span().begin();
        while (next < marks.size()
                && marks.get(next).span().begin() < block.span().end()) {
            Mark mark = marks.get(next++);
            // A block never ends within a number; were it to, its mark would end with it.
            int end = Math.min(mark.span().end(), block.span().end());
            plain(at, mark.span().begin());
            html.append(mark.open());
            plain(mark.span().begin(), end);
            html.append(mark.close());
            at = end;
        }
        plain(at, block.span().end());
        html.append("</").append(tag).append('>');
    }

    private void plain(int begin, int end) {
        Html.append(html, text, begin - base, end - base);
    }
}
