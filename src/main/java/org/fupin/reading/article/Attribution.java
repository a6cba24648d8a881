package org.fupin.reading.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fupin.observation.Span;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.title.TitleFinder;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * Who wrote an article: its last lines, "(Names, Office)", in parentheses that close, or do not, on the same line or on one of the
 * next.
 *
 * @param author without parentheses, white space collapsed
 * @param span with them
 * @param firstParagraph the paragraph that it begins in
 * @param wholeParagraph whether nothing else stands in that paragraph
 */
record Attribution(String author, Span span, int firstParagraph, boolean wholeParagraph) {

    private static final int MAX_LENGTH = 240;
    private static final int MAX_PARAGRAPHS = 4;

    /** The attribution that ends with paragraph {@code last} of {@code paragraphs}, of which {@code first} is the first. */
    static Optional<Attribution> endingAt(String text, List<Span> paragraphs, int first, int last, ReadingWords words) {
        for (int i = last; i >= first && last - i < MAX_PARAGRAPHS; i--) {
            Span paragraph = paragraphs.get(i);
            if (isOpening(text.charAt(paragraph.begin()))) {
                Span span = new Span(paragraph.begin(), paragraphs.get(last).end());
                return of(text, span, i, true, words);
            }
            if (i == last) {
                Optional<Attribution> byLine = byLine(text, paragraph, i, words);
                if (byLine.isPresent()) {
                    return byLine;
                }
                Optional<Attribution> inline = inline(text, paragraph, i, words);
                if (inline.isPresent()) {
                    return inline;
                }
            }
            if (paragraph.length() > MAX_LENGTH) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** At the end of the last paragraph, after its last stop. */
    private static Optional<Attribution> inline(String text, Span paragraph, int index, ReadingWords words) {
        char last = text.charAt(paragraph.end() - 1);
        if (!isClosing(last)) {
            return Optional.empty();
        }
        for (int i = paragraph.end() - 2; i > paragraph.begin() && paragraph.end() - i <= MAX_LENGTH; i--) {
            if (isClosing(text.charAt(i))) {
                return Optional.empty();
            }
            if (isOpening(text.charAt(i))) {
                Span before = Paragraphs.strip(text, new Span(paragraph.begin(), i));
                boolean afterStop =
                        before.length() > 0 && ".\u201D\"!\u3002".indexOf(text.charAt(before.end() - 1)) >= 0;
                return afterStop ? of(text, new Span(i, paragraph.end()), index, false, words) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Author: ...", "Contributed by ...". */
    private static Optional<Attribution> byLine(String text, Span paragraph, int index, ReadingWords words) {
        if (paragraph.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String line = paragraph.in(text);
        String lower = line.toLowerCase(Locale.ROOT);
        for (String opening :
                List.of("author:", "authors:", "contributed by", "written by", "by:", "provided by", "supplied by")) {
            if (lower.startsWith(opening)) {
                String author =
                        TitleFinder.collapsed(line.substring(opening.length())).replaceFirst("^[:\\s]+", "");
                return author.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Attribution(author, paragraph, index, true));
            }
        }
        return Optional.empty();
    }

    private static Optional<Attribution> of(String text, Span span, int paragraph, boolean whole, ReadingWords words) {
        if (span.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int begin = span.begin() + 1;
        int end = span.end();
        while (end > begin && ".\u3002".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > begin && isClosing(text.charAt(end - 1))) {
            end--;
        }
        String author = TitleFinder.collapsed(text.substring(begin, end));
        if (author.chars().filter(Character::isLetter).count() < 4 || author.indexOf(';') >= 0) {
            return Optional.empty();
        }
        boolean office = false;
        for (String word : author.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            office |= words.is(Part.OFFICE, word) || words.is(Part.OFFICE, word.replaceAll("s$", ""));
            if (words.is(Part.FINITE, word)) {
                return Optional.empty();
            }
        }
        boolean shortName = whole && author.length() <= 40 && author.chars().noneMatch(Character::isDigit);
        return office || shortName ? Optional.of(new Attribution(author, span, paragraph, whole)) : Optional.empty();
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '\uFF08';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == '\uFF09';
    }
}
