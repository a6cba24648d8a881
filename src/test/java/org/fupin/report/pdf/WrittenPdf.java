package org.fupin.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A PDF as other programs see it: PDFBox reads it, veraPDF judges it. */
final class WrittenPdf {

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A line of text: where its foot stands above the page's lower edge, and the size of its letters. */
    record Line(float y, float size, String text) {}

    final byte[] bytes;

    private WrittenPdf(byte[] bytes) {
        this.bytes = bytes;
    }

    static WrittenPdf of(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WrittenPdf(out.toByteArray());
    }

    PDDocument open() throws IOException {
        return Loader.loadPDF(bytes);
    }

    /** The text of each page in the order it is written, with single blanks for all white space. */
    List<String> pages() throws IOException {
        try (PDDocument document = open()) {
            List<String> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            return pages;
        }
    }

    String text() throws IOException {
        return String.join(" ", pages());
    }

    /** The lines of each page from top to bottom; what stands side by side is several lines. */
    List<List<Line>> lines() throws IOException {
        try (PDDocument document = open()) {
            List<List<Line>> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                List<Line> lines = new ArrayList<>();
                PDFTextStripper stripper = new PDFTextStripper() {
                    @Override
                    protected void writeString(String string, List<TextPosition> positions) {
                        TextPosition first = positions.get(0);
                        lines.add(new Line(
                                first.getPageHeight() - first.getYDirAdj(), first.getFontSizeInPt(), string.strip()));
                    }
                };
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                stripper.getText(document);
                pages.add(lines);
            }
            return pages;
        }
    }

    /** All fonts of all pages and of the drawings on them. */
    List<PDFont> fonts() throws IOException {
        try (PDDocument document = open()) {
            List<PDFont> fonts = new ArrayList<>();
            Set<COSBase> seen = new HashSet<>();
            for (PDPage page : document.getPages()) {
                collect(page.getResources(), fonts, seen);
            }
            return fonts;
        }
    }

    private static void collect(PDResources resources, List<PDFont> fonts, Set<COSBase> seen) throws IOException {
        if (resources == null || !seen.add(resources.getCOSObject())) {
            return;
        }
        for (COSName name : resources.getFontNames()) {
            PDFont font = resources.getFont(name);
            if (seen.add(font.getCOSObject())) {
                fonts.add(font);
            }
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form) {
                collect(form.getResources(), fonts, seen);
            }
        }
    }

    /** The structure elements of a type, in the order of the document. */
    static List<PDStructureElement> elements(PDDocument document, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), type, found);
        return found;
    }

    static List<PDStructureElement> elements(PDStructureNode node, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(node, type, found);
        return found;
    }

    private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(element.getStructureType())) {
                    found.add(element);
                }
                collect(element, type, found);
            }
        }
    }

    /** What of PDF/A-1a and of PDF/UA-1 does not hold, each once. */
    List<String> violations() throws Exception {
        List<String> violations = new ArrayList<>(violations(PDFAFlavour.PDFA_1_A));
        violations.addAll(violations(PDFAFlavour.PDFUA_1));
        return violations;
    }

    private List<String> violations(PDFAFlavour standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> violations = new ArrayList<>(result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion ->
                            standard.getId() + ", " + assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList());
            if (!result.isCompliant() && violations.isEmpty()) {
                violations.add(standard.getId() + ": not compliant");
            }
            return violations;
        }
    }
}
