package org.fupin.reading.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Builds PDF documents in memory, line by line; y counts points from the top of the page. */
public final class Pdf {

    static final PDFont PLAIN = new PDType1Font(FontName.TIMES_ROMAN);
    static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPage page;
    private double y;

    public Pdf page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = 72;
        return this;
    }

    /** Lines below one another from the left margin, 14 points apart. */
    public Pdf lines(String... lines) {
        for (String line : lines) {
            text(72, y, 11, PLAIN, line);
            y += 14;
        }
        return this;
    }

    Pdf skip(double points) {
        y += points;
        return this;
    }

    Pdf text(double x, double fromTop, double size, PDFont font, String text) {
        return text(Matrix.getTranslateInstance((float) x, (float) (842 - fromTop)), size, font, text);
    }

    Pdf text(Matrix matrix, double size, PDFont font, String text) {
        return draw(content -> {
            content.beginText();
            content.setFont(font, (float) size);
            content.setTextMatrix(matrix);
            content.showText(text);
            content.endText();
        });
    }

    static double width(String text, double size) {
        try {
            return PLAIN.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is drawn on a page. */
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    Pdf draw(Drawing drawing) {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            drawing.on(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Encrypted; the empty password opens it without asking. */
    public Pdf protect(String password) {
        try {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PDDocument document() {
        return document;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
