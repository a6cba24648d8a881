package org.fupin.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.observation.Span;

/**
 * Divides a text into paragraphs: a line each, or, where a file has hard-wrapped lines, all lines up to a blank one.
 * Paragraphs are without the white space around them.
 */
public final class Paragraphs {

    /** A line shorter than this was not broken because it was full. */
    private static final int WRAPPED_FROM = 45;

    /** Characters to either side of a break that tell whether it stands within a figure. */
    private static final int TAIL = 100;

    private record Line(Span span, int blankLinesBefore, int indent) {}

    private Paragraphs() {}

    public static List<Span> of(String text) {
        return of(text, Set.of());
    }

    /** @param rows the lines, by their begins, that are rows of tables: each is a paragraph */
    public static List<Span> of(String text, Set<Integer> rows) {
        List<Line> lines = lines(text);
        boolean wrapped = isWrapped(text, lines);
        List<Span> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Span span = lines.get(i).span();
            while (i + 1 < lines.size()
                    && !rows.contains(span.begin())
                    && !rows.contains(lines.get(i + 1).span().begin())
                    && (wrapped && continues(text, lines.get(i), lines.get(i + 1))
                            || isBroken(text, span, lines.get(i), lines.get(i + 1)))) {
                i++;
                span = new Span(span.begin(), lines.get(i).span().end());
            }
            paragraphs.add(span);
        }
        return paragraphs;
    }

    /** White space in the widest sense: also no-break and ideographic spaces, byte order marks and soft hyphens. */
    public static boolean isBlank(int c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c == '\u200B'
                || c == '\u00AD'
                || c == '\u0085';
    }

    /** {@code span} without the white space at its ends. */
    public static Span strip(String text, Span span) {
        int begin = span.begin();
        int end = span.end();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(begin, end);
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int blank = 0;
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            Span span = strip(text, new Span(begin, end));
            if (span.length() > 0) {
                lines.add(new Line(span, blank, span.begin() - begin));
                blank = 0;
            } else {
                blank++;
            }
            boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            begin = end + (pair ? 2 : 1);
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Hard-wrapped: many lines go on, right below, with a small letter. */
    private static boolean isWrapped(String text, List<Line> lines) {
        int pairs = 0;
        int goingOn = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).blankLinesBefore() == 0 && lines.get(i - 1).span().length() >= WRAPPED_FROM) {
                pairs++;
                if (Character.isLowerCase(text.charAt(lines.get(i).span().begin()))) {
                    goingOn++;
                }
            }
        }
        return goingOn >= 3 && goingOn * 4 > pairs;
    }

    /** Whether the lines break a sentence however short they are: within a figure or a clause. */
    private static boolean isBroken(String text, Span open, Line line, Line next) {
        if (next.blankLinesBefore() > 0 || next.indent() > line.indent()) {
            return false;
        }
        String before = text.substring(
                Math.max(open.begin(), line.span().end() - TAIL), line.span().end());
        String behind = text.substring(
                next.span().begin(), Math.min(next.span().end(), next.span().begin() + TAIL));
        return LineBreak.isInClause(before, behind) || LineBreak.isInFigure(before, behind);
    }

    private static boolean continues(String text, Line line, Line next) {
        if (next.blankLinesBefore() > 0 || next.indent() > line.indent()) {
            return false;
        }
        if (Character.isLowerCase(text.charAt(next.span().begin()))) {
            return true;
        }
        if (line.span().length() < WRAPPED_FROM) {
            return false;
        }
        char last = text.charAt(line.span().end() - 1);
        char first = text.charAt(next.span().begin());
        boolean attribution = first == '(' && ".!?\u201D\"".indexOf(last) >= 0;
        return first != '\u3010' && !attribution && last != '\u3011';
    }
}
