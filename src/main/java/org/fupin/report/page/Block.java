package org.fupin.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an article that a page shows as a heading or a paragraph. The blocks of an article are its whole text: white
 * space between two belongs to the one before.
 *
 * @param span in the document's text
 * @param section number of the section of a heading, from 0; -1 for all else
 */
record Block(Kind kind, Span span, int section) {

    enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH
    }

    /** @param text of the article, from its first character */
    static List<Block> of(Article article, String text) {
        return new Divider(article, text).divide();
    }

    /** Divides one article; all offsets are the document's. */
    private static final class Divider {

        private final Article article;
        private final String text;
        private final int base;
        private final int end;
        private final TreeMap<Integer, Block> begins = new TreeMap<>();

        Divider(Article article, String text) {
            this.article = article;
            this.text = text;
            this.base = article.span().begin();
            this.end = base + text.length();
        }

        List<Block> divide() {
            for (int i = 0; i < article.sections().size(); i++) {
                section(i, article.sections().get(i));
            }
            int first = begins.isEmpty() ? end : begins.firstKey();
            lines(base, first, List.of());
            if (first > base) {
                begins.put(base, new Block(Kind.TITLE, new Span(base, base), -1));
            }
            List<Block> blocks = new ArrayList<>();
            begins.entrySet()
                    .removeIf(entry -> entry.getKey() > base
                            && entry.getValue().kind() == Kind.PARAGRAPH
                            && isBlank(entry.getKey(), begins.higherKey(entry.getKey())));
            for (Block block : begins.values()) {
                Integer next = begins.higherKey(block.span().begin());
                blocks.add(new Block(
                        block.kind(), new Span(block.span().begin(), next == null ? end : next), block.section()));
            }
            return blocks;
        }

        private void section(int number, Section section) {
            int body = within(section.body().begin());
            if (!section.heading().isEmpty()) {
                int begin = within(section.begin());
                while (begin > base && isBracket(at(begin - 1))) {
                    begin--;
                }
                if (begin < body) {
                    begins.put(begin, new Block(Kind.HEADING, new Span(begin, begin), number));
                }
            }
            paragraph(body);
            lines(body, within(section.body().end()), section.sentences());
        }

        /** Begins a paragraph behind each line's end, but for those within a paragraph of the sentences. */
        private void lines(int from, int to, List<Sentence> unsorted) {
            List<Sentence> sentences = unsorted.stream()
                    .sorted(Comparator.comparing(Sentence::span))
                    .toList();
            int before = -1;
            for (int i = from; i < to; i++) {
                if (!isLineEnd(at(i))) {
                    continue;
                }
                int next = i + 1;
                while (next < to && Character.isWhitespace(at(next))) {
                    next++;
                }
                while (before + 1 < sentences.size()
                        && sentences.get(before + 1).span().begin() < next) {
                    before++;
                }
                if (next < to && !isOneParagraph(sentences, before, next)) {
                    paragraph(next);
                }
                i = next - 1;
            }
        }

        /** Whether the sentence that begins before {@code offset} goes on there, or is followed by one of its paragraph. */
        private static boolean isOneParagraph(List<Sentence> sentences, int before, int offset) {
            if (before < 0) {
                return false;
            }
            Sentence sentence = sentences.get(before);
            if (sentence.span().end() > offset) {
                return true;
            }
            return before + 1 < sentences.size()
                    && sentences.get(before + 1).paragraph() == sentence.paragraph()
                    && sentences.get(before + 1).span().begin() == offset;
        }

        private void paragraph(int begin) {
            if (begin < end) {
                begins.putIfAbsent(begin, new Block(Kind.PARAGRAPH, new Span(begin, begin), -1));
            }
        }

        /** Whether nothing is seen there: white space, no-break space and the like. */
        private boolean isBlank(int from, @Nullable Integer to) {
            for (int i = from; i < (to == null ? end : to); i++) {
                if (!Character.isWhitespace(at(i)) && !Character.isSpaceChar(at(i)) && at(i) != '\uFEFF') {
                    return false;
                }
            }
            return true;
        }

        private int within(int offset) {
            return Math.min(Math.max(offset, base), end);
        }

        private char at(int offset) {
            return text.charAt(offset - base);
        }

        private static boolean isLineEnd(char c) {
            return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
        }

        private static boolean isBracket(char c) {
            return c == '\u3010' || c == '[' || c == '\u3016';
        }
    }
}
