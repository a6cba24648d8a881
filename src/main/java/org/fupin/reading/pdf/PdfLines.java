package org.fupin.reading.pdf;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.fupin.reading.limits.Breach;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.text.Superscript;
import org.fupin.reading.text.ZeroWidth;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of text from the pages of a PDF, in the order of the pages' contents, which in what word processors and
 * typesetters write is the order of reading, columns included. Text that stands at a slant is a watermark and left out, and
 * so is what no reader sees: invisible text, unless it is that of a page that was scanned, text off the page, and text that
 * is struck out ({@link PdfStrikes}). Raised characters become marks ({@link Superscript}); a no-break or narrow blank
 * between two digits stays what it is.
 */
final class PdfLines extends PDFTextStripper {

    /** A page has a few thousand. */
    private static final int MAX_GLYPHS_OF_PAGE = 200_000;

    /** Operators of all pages; forms within forms within forms can be made to have any number. */
    private static final int MAX_OPERATORS = 20_000_000;

    /** What drawing a form or a picture costs, in operators: a page has a handful. */
    private static final int COST_OF_FORM = 400;

    /** Marks are smaller than the line and raised, or raised by more than anything else is; in sizes of the line. */
    private static final double RAISED_SIZE = 0.9;

    private static final double RAISED_BY = 0.15;
    private static final double RAISED_FAR = 0.25;

    /** A character that is smaller and right behind another is of its line although it stands this much higher. */
    private static final double RAISED_MOST = 0.8;

    /** In points: smaller letters are not seen. */
    private static final double LEAST_SIZE = 1;

    /** Blanks that stand between groups of digits. */
    private static final String GROUP_BLANKS = "\u00A0\u2005\u2006\u2007\u2008\u2009\u200A\u202F";

    private static final double STRAIGHT = 0.05;

    /** Least and most room that makes a blank between two characters, in sizes of the font. */
    private static final double NARROW = 0.1;

    private static final double WIDE = 0.3;

    /** Room that parts two cells of a table rather than two words, in sizes of the font. */
    private static final double CELLS = 1.2;

    /** Fewest blanks in a row that set a column. */
    private static final int COLUMN_BLANKS = 3;

    private static final int JUMPS = 3;

    private final ReadingLimits limits;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<TextPosition> line = new ArrayList<>();
    /** Before which characters of the open line a blank stands. */
    private final List<Integer> blanks = new ArrayList<>();
    /** Before which of them there is so much room that a cell of a table may begin there. */
    private final Set<Integer> cells = new HashSet<>();

    private final PdfStrikes strikes = new PdfStrikes();
    /** The characters of the page that are drawn without ink. */
    private final Set<TextPosition> invisible = Collections.newSetFromMap(new IdentityHashMap<>());

    private int visible;

    private long operators;
    private long glyphs;
    private long glyphsOfPage;
    private long lettersOfPage;
    private long unmapped;
    private boolean picture;
    private int pagesOfText;
    private int pagesOfPictures;

    PdfLines(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Reads all pages; afterwards the other methods tell what was there. */
    List<PdfLine> of(PDDocument document) throws IOException, UnreadableDocumentException {
        try {
            writeText(document, Writer.nullWriter());
        } catch (Breach e) {
            throw e.reason();
        }
        return lines;
    }

    /** How many pages have text. */
    int pagesOfText() {
        return pagesOfText;
    }

    /** How many pages have pictures and no text. */
    int pagesOfPictures() {
        return pagesOfPictures;
    }

    /** How many of a hundred characters have no letter that their font names. */
    int percentUnmapped() {
        return glyphs == 0 ? 0 : (int) (100 * unmapped / glyphs);
    }

    @Override
    protected void startPage(PDPage page) {
        glyphsOfPage = 0;
        lettersOfPage = 0;
        picture = false;
        invisible.clear();
        visible = 0;
        strikes.start(page);
    }

    @Override
    protected void endPage(PDPage page) {
        if (lettersOfPage >= 20) {
            pagesOfText++;
        } else if (picture) {
            pagesOfPictures++;
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean invokes = operator.getName().equals("Do");
        operators += invokes ? COST_OF_FORM : 1;
        if (operators > MAX_OPERATORS) {
            throw new Breach(ReadingLimits.tooLarge(
                    "page %d: drawing the pages takes more than %,d operations, as no report does",
                    getCurrentPageNo(), MAX_OPERATORS));
        }
        String name = operator.getName();
        if (name.equals("BI")
                || invokes
                        && !operands.isEmpty()
                        && operands.get(0) instanceof COSName object
                        && getResources() != null
                        && getResources().isImageXObject(object)) {
            picture = true;
        }
        if (getGraphicsState() != null) {
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            strikes.operator(name, operands, matrix, getGraphicsState().getLineWidth() * matrix.getScalingFactorY());
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        if (++glyphsOfPage > MAX_GLYPHS_OF_PAGE) {
            throw new Breach(ReadingLimits.tooLarge(
                    "page %d has more than %,d characters, as no page of a report does",
                    getCurrentPageNo(), MAX_GLYPHS_OF_PAGE));
        }
        String text = font.toUnicode(code);
        if (text == null || text.isEmpty() || text.charAt(0) == '\uFFFD' || isPrivate(text.charAt(0))) {
            unmapped++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    private static boolean isPrivate(char c) {
        return c >= '\uE000' && c <= '\uF8FF';
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        try {
            limits.checkCharacters(glyphs);
        } catch (UnreadableDocumentException e) {
            throw new Breach(e);
        }
        Matrix matrix = text.getTextMatrix();
        double along = Math.abs(matrix.getScaleX());
        double across = Math.abs(matrix.getShearY());
        if (Math.min(along, across) <= STRAIGHT * Math.max(along, across)) {
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
                invisible.add(text);
            } else {
                visible++;
            }
            super.processTextPosition(text);
        }
    }

    /** Whether a reader of the page sees a character. On a page that was scanned the text behind the picture is what he sees. */
    private boolean isSeen(TextPosition glyph) {
        if (invisible.contains(glyph) && !(picture && invisible.size() > visible)) {
            return false;
        }
        boolean offPage = glyph.getRotation() == 0
                && glyph.getDir() == 0
                && (glyph.getXDirAdj() > glyph.getPageWidth()
                        || glyph.getXDirAdj() + glyph.getWidthDirAdj() < 0
                        || glyph.getYDirAdj() < 0
                        || glyph.getYDirAdj() - glyph.getFontSizeInPt() > glyph.getPageHeight());
        return !offPage && glyph.getFontSizeInPt() >= LEAST_SIZE && !strikes.isStruck(glyph);
    }

    /** Called for each page when its characters are known. */
    @Override
    protected void writePage() {
        int first = lines.size();
        for (List<TextPosition> article : getCharactersByArticle()) {
            for (TextPosition glyph : article) {
                if (isSeen(glyph)) {
                    add(glyph);
                }
            }
            endLine();
        }
        List<PdfLine> page = lines.subList(first, lines.size());
        if (isOutOfOrder(page)) {
            page.sort(Comparator.comparingDouble(PdfLine::y).thenComparingDouble(PdfLine::left));
        }
    }

    private void add(TextPosition glyph) {
        if (!line.isEmpty()) {
            TextPosition last = line.get(line.size() - 1);
            double size = Math.max(1, Math.max(last.getFontSizeInPt(), glyph.getFontSizeInPt()));
            double gap = glyph.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
            double smaller = Math.min(last.getFontSizeInPt(), glyph.getFontSizeInPt());
            boolean mark = smaller < RAISED_SIZE * size && Math.abs(gap) < WIDE * size;
            double most = mark ? RAISED_MOST * size : size / 2;
            if (Math.abs(glyph.getYDirAdj() - last.getYDirAdj()) > most || gap < -2 * size) {
                endLine();
            } else if (gap > Math.min(Math.max(glyph.getWidthOfSpace() / 2, NARROW * size), WIDE * size)) {
                blanks.add(line.size());
                if (gap > CELLS * size) {
                    cells.add(line.size());
                }
            }
        }
        line.add(glyph);
    }

    /**
     * Whether the lines jump up within a column again and again: then the page was put together in no order of reading.
     * Headers and footers do it once or twice.
     */
    private static boolean isOutOfOrder(List<PdfLine> page) {
        int jumps = 0;
        for (int i = 1; i < page.size(); i++) {
            PdfLine last = page.get(i - 1);
            PdfLine line = page.get(i);
            jumps += line.y() < last.y() - last.size() && line.left() < last.right() ? 1 : 0;
        }
        return jumps > JUMPS && jumps * 10 > page.size();
    }

    private void endLine() {
        double size = commonSize();
        double y = line.stream()
                .filter(glyph -> glyph.getFontSizeInPt() >= size * RAISED_SIZE)
                .mapToDouble(TextPosition::getYDirAdj)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        int bold = 0;
        boolean stillBold = true;
        double left = Double.MAX_VALUE;
        double right = 0;
        int blank = 0;
        StringBuilder mark = new StringBuilder();
        List<Integer> gaps = new ArrayList<>();
        boolean set = hasRunOfBlanks();
        int run = 0;
        for (int i = 0; i < line.size(); i++) {
            TextPosition glyph = line.get(i);
            boolean raised = isRaised(glyph, size, y);
            boolean parted = blank < blanks.size() && blanks.get(blank) <= i;
            if (mark.length() > 0 && (!raised || parted)) {
                append(text, Superscript.of(mark.toString()));
                mark.setLength(0);
            }
            while (blank < blanks.size() && blanks.get(blank) <= i) {
                append(text, " ");
                if (cells.contains(blanks.get(blank)) && !text.isEmpty()) {
                    gaps.add(text.length());
                }
                blank++;
            }
            String characters = characters(glyph);
            boolean starts = run > 1 && set && !characters.isBlank() && !text.isEmpty() && !endsInMark(text);
            if (starts && (gaps.isEmpty() || gaps.get(gaps.size() - 1) < text.length())) {
                gaps.add(text.length());
            }
            run = characters.isBlank() ? run + characters.length() : 0;
            if (raised && !characters.isBlank()) {
                if (mark.isEmpty() && characters.length() == 1 && Character.isDigit(characters.charAt(0))) {
                    dropBlankBehindDigit(text, gaps);
                }
                mark.append(characters);
            } else {
                append(text, characters);
            }
            if (!characters.isBlank()) {
                left = Math.min(left, glyph.getXDirAdj());
                right = Math.max(right, glyph.getXDirAdj() + glyph.getWidthDirAdj());
                stillBold &= isBold(glyph.getFont());
                lettersOfPage += Character.isLetterOrDigit(characters.charAt(0)) ? 1 : 0;
            }
            bold = stillBold ? text.length() + mark.length() : bold;
        }
        append(text, Superscript.of(mark.toString()));
        settleBlanks(text);
        while (text.length() > 0 && Paragraphs.isBlank(text.charAt(text.length() - 1)) && !endsInSoftHyphen(text)) {
            text.setLength(text.length() - 1);
        }
        if (text.length() > 0) {
            lines.add(new PdfLine(
                    text.toString(),
                    getCurrentPageNo() - 1,
                    left,
                    right,
                    y,
                    size,
                    Math.min(bold, text.length()),
                    List.copyOf(gaps)));
        }
        line.clear();
        blanks.clear();
        cells.clear();
    }

    /** Whether blanks within the line set columns, as in text that was made for a printer of one width. */
    private boolean hasRunOfBlanks() {
        int run = 0;
        boolean text = false;
        for (TextPosition glyph : line) {
            String characters = characters(glyph);
            if (!characters.isBlank() && text && run >= COLUMN_BLANKS) {
                return true;
            }
            text |= !characters.isBlank();
            run = characters.isBlank() ? run + characters.length() : 0;
        }
        return false;
    }

    /** Behind a sentence or a part of it blanks set no column. */
    private static boolean endsInMark(CharSequence text) {
        int last = text.length() - 1;
        while (last > 0 && Paragraphs.isBlank(text.charAt(last))) {
            last--;
        }
        return ".,;:!?".indexOf(text.charAt(last)) >= 0;
    }

    private static boolean endsInSoftHyphen(CharSequence text) {
        return text.charAt(text.length() - 1) == '\u00AD';
    }

    /** Blanks of any kind and number are one; one alone may be such as stands in numbers. */
    private static void append(StringBuilder text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c != '\u00AD' && ZeroWidth.is(c)) {
                continue;
            }
            int last = text.length() - 1;
            if (!Paragraphs.isBlank(c) || c == '\u00AD') {
                text.append(c);
            } else if (last >= 0 && !isGroupBlank(text.charAt(last)) && text.charAt(last) != ' ') {
                text.append(isGroupBlank(c) ? c : ' ');
            } else if (last >= 0) {
                text.setCharAt(last, ' ');
            }
        }
    }

    /** "320 ¹ million": the blank belongs to the mark, which is set to the number. */
    private static void dropBlankBehindDigit(StringBuilder text, List<Integer> gaps) {
        int last = text.length() - 1;
        boolean cell = !gaps.isEmpty() && gaps.get(gaps.size() - 1) > last;
        if (!cell && last > 0 && text.charAt(last) == ' ' && Character.isDigit(text.charAt(last - 1))) {
            text.setLength(last);
        }
    }

    private static boolean isGroupBlank(char c) {
        return GROUP_BLANKS.indexOf(c) >= 0;
    }

    /** Blanks that do not stand in numbers become plain; all of them where a line has no others: then they mean nothing. */
    private static void settleBlanks(StringBuilder text) {
        boolean plain = text.indexOf(" ") >= 0;
        for (int i = 0; i < text.length(); i++) {
            if (isGroupBlank(text.charAt(i))) {
                boolean inNumber = i > 0
                        && i + 1 < text.length()
                        && Character.isDigit(text.charAt(i - 1))
                        && Character.isDigit(text.charAt(i + 1));
                if (!inNumber || !plain) {
                    text.setCharAt(i, ' ');
                }
            }
        }
    }

    private static String characters(TextPosition glyph) {
        String text = glyph.getUnicode();
        if (text == null) {
            return "";
        }
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return first >= '\uFB00' && first <= '\uFB06' ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }

    private static boolean isRaised(TextPosition glyph, double size, double y) {
        double by = y - glyph.getYDirAdj();
        return by > RAISED_FAR * size || glyph.getFontSizeInPt() < size * RAISED_SIZE && by > RAISED_BY * size;
    }

    /** The size that most characters of the line have. */
    private double commonSize() {
        double[] sizes = line.stream()
                .filter(glyph ->
                        glyph.getUnicode() != null && !glyph.getUnicode().isBlank())
                .mapToDouble(TextPosition::getFontSizeInPt)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : Math.max(1, sizes[sizes.length / 2]);
    }

    private static boolean isBold(@Nullable PDFont font) {
        if (font == null || font.getName() == null) {
            return false;
        }
        String name = font.getName().toLowerCase(Locale.ROOT);
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || font.getFontDescriptor() != null && font.getFontDescriptor().isForceBold();
    }
}
