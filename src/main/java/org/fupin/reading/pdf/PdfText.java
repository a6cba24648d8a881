package org.fupin.reading.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.fupin.reading.limits.Breach;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PDF: a line for each paragraph, parted by a blank line, without headers, footers and page numbers. Nothing
 * that the PDF refers to outside itself is followed, and no font of the machine is looked at.
 */
public final class PdfText {

    static {
        FontMappers.set(new EmbeddedFonts());
    }

    /** With more characters than this of a hundred that no font names, the others are no text to rely on. */
    private static final int MAX_UNMAPPED = 20;

    /** Within so many bytes of its end a whole PDF says where its directory is. */
    private static final int TAIL = 4096;

    private PdfText() {}

    public static String of(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        PdfStreams streams = new PdfStreams(limits);
        streams.checkFile(content);
        String tail = new String(
                content,
                Math.max(0, content.length - TAIL),
                Math.min(TAIL, content.length),
                StandardCharsets.ISO_8859_1);
        if (!tail.contains("startxref") && !tail.contains("%%EOF")) {
            // The library would find those of the pages that are there.
            throw new UnreadableDocumentException(
                    RejectionReason.DAMAGED,
                    "a PDF document that is cut off after " + content.length + " bytes: its end is missing");
        }
        if (new String(content, StandardCharsets.ISO_8859_1).contains("/Adobe.PubSec")) {
            throw encrypted("is encrypted for certain recipients", null);
        }
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            limits.checkPages(document.getNumberOfPages());
            streams.check(document.getDocument());
            return text(document, limits);
        } catch (InvalidPasswordException e) {
            throw encrypted("needs a password", e);
        } catch (Breach e) {
            throw e.reason();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new UnreadableDocumentException(
                    RejectionReason.DAMAGED,
                    "a PDF document that is cut off or damaged (" + content.length + " bytes): " + e.getMessage(),
                    e);
        } catch (StackOverflowError e) {
            throw new UnreadableDocumentException(
                    RejectionReason.NESTED, "a PDF document whose parts are nested too deeply", e);
        }
    }

    private static String text(PDDocument document, ReadingLimits limits)
            throws IOException, UnreadableDocumentException {
        int pages = 0;
        for (var page : document.getPages()) {
            limits.checkPages(++pages);
        }
        if (pages == 0) {
            throw new UnreadableDocumentException(RejectionReason.DAMAGED, "a PDF document without a page");
        }
        PdfLines reader = new PdfLines(limits);
        List<PdfLine> lines = reader.of(document);
        if (reader.percentUnmapped() > MAX_UNMAPPED) {
            throw noText("the fonts of the PDF do not say which letters they show (" + reader.percentUnmapped()
                    + "% of the characters)");
        }
        if (reader.pagesOfPictures() > reader.pagesOfText()) {
            throw noText("a scan: " + reader.pagesOfPictures() + " of the PDF's " + pages
                    + " pages are pictures without text");
        }
        List<String> paragraphs = PdfParagraphs.of(PdfTables.marked(PdfFurniture.without(lines)));
        if (paragraphs.isEmpty()) {
            throw noText("the PDF has no text on its pages (" + pages + ")");
        }
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static UnreadableDocumentException noText(String message) {
        return new UnreadableDocumentException(
                RejectionReason.NO_TEXT,
                message + ": it needs text recognition (OCR), or the document that it was made from");
    }

    private static UnreadableDocumentException encrypted(String message, @Nullable Exception cause) {
        return new UnreadableDocumentException(
                RejectionReason.ENCRYPTED, "the PDF " + message + ": save it without protection", cause);
    }
}
