package org.fupin.reading.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fupin.reading.text.BoldHeading;
import org.fupin.reading.text.LineBreak;

/**
 * Puts the lines of a PDF together to paragraphs. Two lines are of one paragraph unless the page says otherwise: the first
 * word of the second would still have fitted on the first, there is more room between them than lines have, the second
 * is indented, larger, smaller or, other than the first, bold. A sentence that goes on with a small letter is one,
 * also over the end of a column or page.
 */
final class PdfParagraphs {

    /** Sizes that differ less are the same. */
    private static final double SIZE = 0.08;

    private static final double LARGE = 1.15;
    private static final double SMALL = 0.92;

    /** Room between lines, in that of most lines of the document. */
    private static final double APART = 1.3;

    /** In sizes of the font: more than lines of double spacing have. */
    private static final double FAR_APART = 2.6;

    /** Lines of one column begin within so many characters of one another. */
    private static final int COLUMN = 5;

    /** Every so many lines reach the edge of a column at least. */
    private static final int REACHING = 5;

    /** Where words are divided, every so many of the hyphens at lines' ends is in one that also stands undivided. */
    private static final int DIVIDED = 8;

    private final List<PdfLine> lines;
    private final Map<String, Double> edges = new HashMap<>();
    private final Map<String, List<Double>> rights = new HashMap<>();
    private final double size;
    private final double leading;
    private final double unit;
    private final Set<String> words = new HashSet<>();
    private final boolean hyphenates;

    private final List<String> paragraphs = new ArrayList<>();
    private final List<PdfLine> footnotes = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int bold;

    private PdfParagraphs(List<PdfLine> lines) {
        this.lines = lines;
        this.size = median(lines.stream().mapToDouble(PdfLine::size).toArray(), 10);
        this.unit = size / 2;
        double[] steps = new double[Math.max(0, lines.size() - 1)];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            double step = lines.get(i).y() - lines.get(i - 1).y();
            if (isBelow(lines.get(i - 1), lines.get(i)) && step < 3 * size) {
                steps[count++] = step;
            }
        }
        this.leading = median(Arrays.copyOf(steps, count), 1.2 * size);
        for (PdfLine line : lines) {
            for (int page : new int[] {line.page(), -1}) {
                rights.computeIfAbsent(page + " " + bucket(line.left()), key -> new ArrayList<>())
                        .add(line.right());
            }
            addWords(line.text());
        }
        this.hyphenates = hyphenates();
    }

    static List<String> of(List<PdfLine> lines) {
        return lines.isEmpty() ? List.of() : new PdfParagraphs(lines).paragraphs();
    }

    private List<String> paragraphs() {
        Set<PdfLine> notes = footnoteLines();
        PdfLine last = null;
        for (PdfLine line : lines) {
            if (notes.contains(line)) {
                footnotes.add(line);
                continue;
            }
            if (last == null || breaks(last, line)) {
                endParagraph();
                open.append(line.text());
                bold = line.isBold() ? 0 : line.bold();
            } else {
                join(line.text());
            }
            last = line;
        }
        endParagraph();
        return paragraphs;
    }

    /** Small print at the foot of a page is behind the paragraph that goes on over the page's end. */
    private Set<PdfLine> footnoteLines() {
        Set<PdfLine> notes = new HashSet<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            PdfLine line = lines.get(i);
            PdfLine below = i + 1 < lines.size() && lines.get(i + 1).page() == line.page() ? lines.get(i + 1) : null;
            if (line.size() < size * SMALL && (below == null || notes.contains(below))) {
                notes.add(line);
            }
        }
        return notes;
    }

    private void endParagraph() {
        if (!open.isEmpty()) {
            String words = open.substring(0, bold);
            String rest = open.substring(bold);
            if (bold > 0 && BoldHeading.mayBe(words) && BoldHeading.isFollowedBySentence(rest)) {
                paragraphs.add(words.strip());
                paragraphs.add(rest.strip());
            } else {
                paragraphs.add(open.toString());
            }
            open.setLength(0);
        }
        PdfLine last = null;
        for (PdfLine note : footnotes) {
            if (last != null && !breaks(last, note)) {
                join(note.text());
            } else {
                flushNote();
                open.append(note.text());
            }
            last = note;
        }
        footnotes.clear();
        flushNote();
    }

    private void flushNote() {
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
            open.setLength(0);
        }
    }

    private boolean breaks(PdfLine line, PdfLine next) {
        if (line.isRow() || next.isRow()) {
            return true;
        }
        char first = next.text().charAt(0);
        if (first == '\u3010' || first == '\u2022' || (first == '(' && LineBreak.endsSentence(line.text()))) {
            return true;
        }
        boolean sameSize = Math.abs(line.size() - next.size()) <= SIZE * Math.max(line.size(), next.size());
        boolean below = isBelow(line, next);
        double step = next.y() - line.y();
        boolean apart =
                below && (step > APART * leading * Math.max(1, line.size() / size) || step > FAR_APART * line.size());
        if (!sameSize || line.isBold() != next.isBold()) {
            return true;
        }
        if (line.size() > LARGE * size) {
            // A title of several lines, each as long as its words.
            return apart || !below;
        }
        if (!LineBreak.endsSentence(line.text())
                && (Character.isLowerCase(first) || goesOn(line.text()) && Character.isLetterOrDigit(first))) {
            return false;
        }
        if (!apart && LineBreak.isInFigure(open.isEmpty() ? line.text() : open, next.text())) {
            return false;
        }
        if (apart || hadRoomFor(line, next)) {
            return true;
        }
        return below && next.left() > line.left() + 2 * unit && !beginsWithCounter(line.text());
    }

    private static boolean goesOn(String text) {
        return ",-\u2013".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether {@code next} is the line below, on the same page and in the same column. */
    private static boolean isBelow(PdfLine line, PdfLine next) {
        return line.page() == next.page() && next.y() > line.y() && next.left() < line.right();
    }

    /** Whether the first word of {@code next} would have fitted behind {@code line}: then it was not put there. */
    private boolean hadRoomFor(PdfLine line, PdfLine next) {
        String text = next.text();
        int end = text.indexOf(' ');
        int word = end < 0 ? text.length() : end;
        return line.right() + (word + 1) * next.characterWidth() + unit < edge(line);
    }

    /** Where lines of the column that {@code line} is in end when they are full: on its page if that has enough of them. */
    private double edge(PdfLine line) {
        long bucket = bucket(line.left());
        return edges.computeIfAbsent(line.page() + " " + bucket, key -> {
            List<Double> near = near(line.page(), bucket);
            if (near.size() < 2 * REACHING) {
                near = near(-1, bucket);
            }
            near.sort(null);
            return near.get(near.size() - 1 - near.size() / REACHING) + 0.5 * unit;
        });
    }

    private List<Double> near(int page, long bucket) {
        List<Double> near = new ArrayList<>();
        for (long b = bucket - COLUMN; b <= bucket + COLUMN; b++) {
            near.addAll(rights.getOrDefault(page + " " + b, List.of()));
        }
        return near;
    }

    private long bucket(double left) {
        return Math.round(left / unit);
    }

    private static boolean beginsWithCounter(String text) {
        int i = text.charAt(0) == '(' ? 1 : 0;
        int from = i;
        while (i < text.length() && i < 4 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > from && i < text.length() && ".)\u3001".indexOf(text.charAt(i)) >= 0
                || "-*\u2013\u2022".indexOf(text.charAt(0)) >= 0;
    }

    private void join(String next) {
        int end = open.length() - 1;
        char last = open.charAt(end);
        if (last == '\u00AD') {
            open.setLength(end);
        } else if (last == '-' && end > 0 && Character.isLetter(open.charAt(end - 1))) {
            if (!isCompound(next)) {
                open.setLength(end);
            }
        } else if (LineBreak.needsBlank(open, next)) {
            open.append(' ');
        }
        open.append(next);
    }

    /** Whether the hyphen at a line's end is the word's own. */
    private boolean isCompound(String next) {
        if (!Character.isLowerCase(next.charAt(0))) {
            return true;
        }
        String left = lastWord(open);
        String right = firstWord(next);
        if (words.contains(left + "-" + right)) {
            return true;
        }
        if (words.contains(left + right)) {
            return false;
        }
        return !hyphenates
                || words.contains(left.substring(left.lastIndexOf('-') + 1))
                        && words.contains(right.contains("-") ? right.substring(0, right.indexOf('-')) : right);
    }

    /** Whether words are divided at the ends of lines: some of those that are stand elsewhere in one piece. */
    private boolean hyphenates() {
        int hyphens = 0;
        int divided = 0;
        for (int i = 1; i < lines.size(); i++) {
            String text = lines.get(i - 1).text();
            String next = lines.get(i).text();
            if (text.endsWith("-") && Character.isLowerCase(next.charAt(0))) {
                hyphens++;
                String left = lastWord(text);
                String right = firstWord(next);
                divided += words.contains(left + right) && !words.contains(left + "-" + right) ? 1 : 0;
            }
        }
        return divided > 0 && divided * DIVIDED >= hyphens;
    }

    /** The word before the hyphen at the end. */
    private static String lastWord(CharSequence text) {
        int end = text.length() - 1;
        int begin = end;
        while (begin > 0 && isWordCharacter(text.charAt(begin - 1))) {
            begin--;
        }
        return text.subSequence(begin, end).toString().toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String text) {
        int to = 0;
        while (to < text.length() && isWordCharacter(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to).toLowerCase(Locale.ROOT);
    }

    /** The words of a line; not those at its ends, which may be half of one. */
    private void addWords(String text) {
        int begin = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean inWord = isWordCharacter(text.charAt(i));
            if (inWord && begin < 0) {
                begin = i;
            } else if (!inWord && begin >= 0) {
                if (begin > 0) {
                    words.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
                }
                begin = -1;
            }
        }
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetter(c) || c == '-';
    }

    private static double median(double[] values, double other) {
        Arrays.sort(values);
        return values.length == 0 ? other : values[values.length / 2];
    }
}
