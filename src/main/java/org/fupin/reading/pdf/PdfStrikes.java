package org.fupin.reading.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * What is struck out on a page of a PDF: by a thin level line that was drawn through the middle of its letters, or by a
 * mark of a reviewer. Lengths are in points, y grows upwards.
 */
final class PdfStrikes {

    /** A line is no thicker; what is, is a background. */
    private static final double THIN = 2;

    private static final double SHORTEST = 2;
    private static final double LEVEL = 0.3;

    /** Where in the height of a letter of size 1 a line through it runs: under it, it underlines; above it, it is a table's. */
    private static final double LOWEST = 0.15;

    private static final double HIGHEST = 0.48;

    private static final double BAND = 4;

    /** Lines at one height; with more of them it is a drawing. */
    private static final int MAX_IN_BAND = 60;

    private static final int MAX_MARKS = 500;
    private static final int MAX_POINTS = 1_000;

    private record Line(double left, double right, double y) {}

    private record Box(double left, double right, double bottom, double top) {}

    private final Map<Long, List<Line>> bands = new HashMap<>();
    private final List<Box> marks = new ArrayList<>();
    /** The lines of the path that is being made. */
    private final List<Line> path = new ArrayList<>();

    private final List<Line> filled = new ArrayList<>();
    private double lastX;
    private double lastY;
    private double dx;
    private double dy;

    /** Begins a page. */
    void start(PDPage page) {
        bands.clear();
        marks.clear();
        endPath();
        PDRectangle box = page.getCropBox();
        dx = box.getLowerLeftX();
        dy = box.getLowerLeftY();
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationStrikeout strikeout && !annotation.isHidden()) {
                    addQuads(strikeout.getQuadPoints());
                }
            }
        } catch (IOException e) {
            // Marks that are broken strike nothing out.
            marks.clear();
        }
    }

    private void addQuads(float[] points) {
        for (int i = 0; points != null && i + 7 < points.length && marks.size() < MAX_MARKS; i += 8) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double bottom = Double.MAX_VALUE;
            double top = -Double.MAX_VALUE;
            for (int k = i; k < i + 8; k += 2) {
                left = Math.min(left, points[k] - dx);
                right = Math.max(right, points[k] - dx);
                bottom = Math.min(bottom, points[k + 1] - dy);
                top = Math.max(top, points[k + 1] - dy);
            }
            marks.add(new Box(left, right, bottom, top));
        }
    }

    /** Called for each operator that makes or paints a path. */
    void operator(String name, List<COSBase> operands, Matrix matrix, double lineWidth) {
        switch (name) {
            case "m" -> {
                if (numbers(operands, 2)) {
                    lastX = x(operands, 0, matrix);
                    lastY = y(operands, 0, matrix);
                }
            }
            case "l" -> {
                if (numbers(operands, 2)) {
                    double toX = x(operands, 0, matrix);
                    double toY = y(operands, 0, matrix);
                    if (path.size() < MAX_POINTS && Math.abs(toY - lastY) <= LEVEL) {
                        path.add(new Line(Math.min(lastX, toX), Math.max(lastX, toX), toY));
                    }
                    lastX = toX;
                    lastY = toY;
                }
            }
            case "re" -> {
                if (numbers(operands, 4) && filled.size() < MAX_POINTS) {
                    double fromX = x(operands, 0, matrix);
                    double fromY = y(operands, 0, matrix);
                    double toX = fromX + number(operands, 2) * matrix.getScalingFactorX();
                    double height = Math.abs(number(operands, 3) * matrix.getScalingFactorY());
                    if (height <= THIN) {
                        filled.add(new Line(
                                Math.min(fromX, toX),
                                Math.max(fromX, toX),
                                fromY + number(operands, 3) * matrix.getScaleY() / 2));
                    }
                }
            }
            case "S", "s", "B", "B*", "b", "b*" -> {
                if (lineWidth <= THIN) {
                    path.forEach(this::add);
                }
                filled.forEach(this::add);
                endPath();
            }
            case "f", "F", "f*" -> {
                filled.forEach(this::add);
                endPath();
            }
            case "n" -> endPath();
            default -> {
                // does nothing to paths
            }
        }
    }

    private void add(Line line) {
        if (line.right() - line.left() >= SHORTEST) {
            List<Line> band = bands.computeIfAbsent(Math.round(line.y() / BAND), key -> new ArrayList<>());
            if (band.size() < MAX_IN_BAND) {
                band.add(line);
            }
        }
    }

    private void endPath() {
        path.clear();
        filled.clear();
    }

    /** Whether a character is struck out. All of the page must have been drawn. */
    boolean isStruck(TextPosition glyph) {
        if (bands.isEmpty() && marks.isEmpty()) {
            return false;
        }
        Matrix matrix = glyph.getTextMatrix();
        double size = glyph.getFontSizeInPt();
        double x = matrix.getTranslateX() + glyph.getWidth() / 2;
        double y = matrix.getTranslateY();
        for (Box mark : marks) {
            double middle = y + size / 4;
            if (mark.left() <= x && x <= mark.right() && mark.bottom() <= middle && middle <= mark.top()) {
                return true;
            }
        }
        for (long band = Math.round((y + LOWEST * size) / BAND);
                band <= Math.round((y + HIGHEST * size) / BAND);
                band++) {
            for (Line line : bands.getOrDefault(band, List.of())) {
                if (line.left() <= x
                        && x <= line.right()
                        && line.y() >= y + LOWEST * size
                        && line.y() <= y + HIGHEST * size) {
                    return true;
                }
            }
        }
        return false;
    }

    private double x(List<COSBase> operands, int at, Matrix matrix) {
        return matrix.transformPoint((float) number(operands, at), (float) number(operands, at + 1)).x - dx;
    }

    private double y(List<COSBase> operands, int at, Matrix matrix) {
        return matrix.transformPoint((float) number(operands, at), (float) number(operands, at + 1)).y - dy;
    }

    private static boolean numbers(List<COSBase> operands, int count) {
        return operands.size() >= count
                && operands.subList(0, count).stream().allMatch(operand -> operand instanceof COSNumber);
    }

    private static double number(List<COSBase> operands, int at) {
        return ((COSNumber) operands.get(at)).floatValue();
    }
}
