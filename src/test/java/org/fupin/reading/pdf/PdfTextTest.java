package org.fupin.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.apache.pdfbox.util.Matrix;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTextTest {

    private static final ReadingLimits LIMITS = ReadingLimits.defaults();

    private static String text(Pdf pdf) throws UnreadableDocumentException {
        return PdfText.of(pdf.bytes(), LIMITS);
    }

    private static void isRejected(ThrowingCallable reading, String reason, String message) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void marksAreNoDigits() throws Exception {
        Pdf pdf = new Pdf()
                .page()
                .lines("The income of farmers rose and went on to rise in all of its key counties in 2010.");
        double x = 72;
        for (String[] piece : new String[][] {
            {"It put in 320", "1"},
            {" million yuan in 12", "[3]"},
            {" villages on 20 m", "2"},
            {" in the 18", "th"},
            {" batch.", ""}
        }) {
            pdf.text(x, 86, 11, Pdf.PLAIN, piece[0]);
            x += Pdf.width(piece[0], 11);
            if (!piece[1].isEmpty()) {
                pdf.text(x, 86 - 5.5, 8.8, Pdf.PLAIN, piece[1]);
                x += Pdf.width(piece[1], 8.8);
            }
        }
        assertThat(text(pdf))
                .contains("It put in 320\u00B9 million yuan in 12\u00B3 villages on 20 m\u00B2 in the 18th batch.");
    }

    @Test
    void struckTextIsNotRead() throws Exception {
        Pdf pdf = new Pdf().page().lines("It reached 55 villages, built 77 roads and 88 wells.");
        double size = 11;
        double first = 72 + Pdf.width("It reached ", size);
        double second = 72 + Pdf.width("It reached 55 villages, built ", size);
        double third = 72 + Pdf.width("It reached 55 villages, built 77 roads and ", size);
        double two = Pdf.width("55", size);
        pdf.draw(content -> {
            content.moveTo((float) first, 842 - 72 + 3);
            content.lineTo((float) (first + two), 842 - 72 + 3);
            content.stroke();
            content.addRect((float) second, 842 - 72 + 3, (float) two, 0.6f);
            content.fill();
            // lines that underline, of a table above and of a background
            content.addRect((float) third, 842 - 72 - 1.5f, (float) two, 0.6f);
            content.addRect(72, 842 - 72 + 10, 300, 0.6f);
            content.addRect(72, 842 - 72 - 2, 300, 12);
            content.fill();
        });
        assertThat(text(pdf)).isEqualTo("It reached villages, built roads and 88 wells.\n");
    }

    @Test
    void textThatAReviewerStruckOutIsNotRead() throws Exception {
        Pdf pdf = new Pdf().page().lines("It reached 55 65 villages.");
        float left = (float) (72 + Pdf.width("It reached ", 11));
        float right = (float) (left + Pdf.width("55", 11));
        PDAnnotationStrikeout mark = new PDAnnotationStrikeout();
        mark.setRectangle(new PDRectangle(left, 768, right - left, 12));
        mark.setQuadPoints(new float[] {left, 780, right, 780, left, 768, right, 768});
        pdf.document().getPage(0).setAnnotations(List.of(mark));
        assertThat(text(pdf)).isEqualTo("It reached 65 villages.\n");
    }

    @Test
    void textThatNoOneSeesIsNotRead() throws Exception {
        Pdf pdf = new Pdf().page().lines("It reached 65 villages.");
        pdf.draw(content -> {
            content.beginText();
            content.setFont(Pdf.PLAIN, 11);
            content.setRenderingMode(RenderingMode.NEITHER);
            content.newLineAtOffset(72, 700);
            content.showText("It built 77 wells.");
            content.endText();
        });
        pdf.text(-900, 200, 11, Pdf.PLAIN, "It built 88 wells.").text(72, 300, 0.4, Pdf.PLAIN, "It built 99 wells.");
        assertThat(text(pdf)).isEqualTo("It reached 65 villages.\n");
    }

    @Test
    void textBehindAPictureOfThePageIsRead() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.draw(content -> {
            content.drawImage(
                    LosslessFactory.createFromImage(
                            pdf.document(), new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)),
                    0,
                    0,
                    595,
                    842);
            content.beginText();
            content.setFont(Pdf.PLAIN, 11);
            content.setRenderingMode(RenderingMode.NEITHER);
            content.newLineAtOffset(72, 700);
            content.showText("It built 77 wells in all of its villages.");
            content.endText();
        });
        assertThat(text(pdf)).isEqualTo("It built 77 wells in all of its villages.\n");
    }

    @Test
    void noBreakBlanksInNumbersAreKept() throws Exception {
        assertThat(text(new Pdf().page().lines("It trained 1\u00A0250 farmers and 3.2\u00A0million.")))
                .isEqualTo("It trained 1\u00A0250 farmers and 3.2 million.\n");
        assertThat(text(new Pdf().page().lines("In\u00A02010\u00A0500\u00A0farmers\u00A0came.")))
                .isEqualTo("In 2010 500 farmers came.\n");
    }

    @Test
    void linesBecomeParagraphsAndHeadingsStayLines() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.text(150, 60, 18, Pdf.BOLD, "Poverty Alleviation and Development")
                .text(180, 82, 18, Pdf.BOLD, "in Yunnan Province");
        pdf.text(72, 110, 11, Pdf.BOLD, "Overview").skip(54);
        pdf.lines(
                "In 2010, the province went on with the work that it had begun in the year before, and",
                "the number of the poor fell by 200,000 people in all of the counties that it has, of which",
                "12,000 lived in the mountains.",
                "Much was done for schools in the same year, and the funds reached the sum of some",
                "300 million yuan.");
        pdf.text(72, 200, 11, Pdf.BOLD, "Rain Plan").skip(32);
        pdf.lines("In 2010, 40 villages were reached.");
        byte[] bytes = pdf.bytes();
        SourceDocument document = DocumentReader.create().read("report.txt", bytes);
        assertThat(document.file().format()).isEqualTo("pdf");
        assertThat(document.text())
                .isEqualTo("Poverty Alleviation and Development in Yunnan Province\n\nOverview\n\n"
                        + "In 2010, the province went on with the work that it had begun in the year before, and the number"
                        + " of the poor fell by 200,000 people in all of the counties that it has, of which 12,000 lived in the"
                        + " mountains.\n\nMuch was done for schools in the same year, and the funds reached the sum of some"
                        + " 300 million yuan.\n\nRain Plan\n\nIn 2010, 40 villages were reached.\n");
        assertThat(document.articles().get(0).sections()).hasSize(2);
    }

    @Test
    void whatStandsAroundThePagesIsDropped() throws Exception {
        Pdf pdf = new Pdf();
        for (int i = 1; i <= 3; i++) {
            pdf.page().text(72, 40, 9, Pdf.PLAIN, "Yearbook of 2013, issue 45");
            pdf.lines(
                    "Part " + "abc".charAt(i - 1)
                            + " of the text of this report is here and it goes on to the end of the line of",
                    "it with a stop.");
            pdf.text(280, 800, 9, Pdf.PLAIN, i == 2 ? "- 12 -" : String.valueOf(10 + i));
            pdf.text(72, 810, 9, Pdf.PLAIN, "Edited by the office, tel. 010-12345" + i);
        }
        assertThat(text(pdf))
                .contains("Part a", "Part b", "Part c")
                .doesNotContain("Yearbook")
                .doesNotContain("12")
                .doesNotContain("office");
    }

    @Test
    void sentenceGoesOnOverTheEndOfAPageAndANote() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.lines(
                "In 2010, the province went on with the work that it had begun in the year before it, so",
                "that in all of its counties taken together the funds that were put to use grew to the sum of");
        pdf.text(72, 780, 8, Pdf.PLAIN, "1 Of 52 counties in all.").text(300, 810, 9, Pdf.PLAIN, "7");
        pdf.page().lines("300 million yuan in the end.").text(300, 810, 9, Pdf.PLAIN, "8");
        assertThat(text(pdf)).endsWith("to the sum of 300 million yuan in the end.\n\n1 Of 52 counties in all.\n");
    }

    @Test
    void rowsOfATableGetBarsBetweenTheirCells() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.lines("In 2010, the funds of the counties (million yuan) were these:");
        String[][] rows = {{"County", "2009", "2010"}, {"Zhenxiong", "12.5", "14.0"}, {"Weixin County", "8.2", "9.1"}};
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < 3; c++) {
                pdf.text(72 + 140 * c, 110 + 14 * r, 11, Pdf.PLAIN, rows[r][c]);
            }
        }
        pdf.skip(80).lines("The work went on in the year behind.");
        assertThat(text(pdf))
                .contains("County | 2009 | 2010\n\nZhenxiong | 12.5 | 14.0\n\nWeixin County | 8.2 | 9.1\n\nThe work");
    }

    @Test
    void blanksOfOneStringPartCellsWhereTheySetColumns() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.lines("In 2010, the funds of the counties (million yuan) were these:")
                .skip(20);
        pdf.lines(
                "County                  2009       2010",
                "Zhenxiong               12.5       14.0",
                "Weixin  County           8.2  9.1");
        pdf.skip(20).lines("The work went on.  It was done   in 12 counties.  All went well.");
        assertThat(text(pdf))
                .contains("County | 2009 | 2010\n\nZhenxiong | 12.5 | 14.0\n\n")
                .contains("The work went on. It was done in 12 counties. All went well.");
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.lines(
                "The first column begins with the words that",
                "stand here and go on until at its end the sum",
                "of money was");
        for (int i = 0; i < 3; i++) {
            pdf.text(
                    310,
                    72 + 14 * i,
                    11,
                    Pdf.PLAIN,
                    new String[] {
                                "put at 12 million yuan for all that there was",
                                "to do in the year, as the second column now",
                                "says."
                            }
                            [i]);
        }
        assertThat(text(pdf))
                .contains("the sum of money was put at 12 million yuan for all that there was to do in the year");
    }

    @Test
    void hyphensOfDividedWordsGoAndOthersStay() throws Exception {
        Pdf divided = new Pdf().page();
        divided.lines(
                "In that year the government of the province and its counties went on with the govern-",
                "ment of the funds, which implementation in most of the counties was good, as the imple-",
                "mentation of the work-for-relief projects and of others, for which relief was due, as work-for-",
                "relief is, was good.");
        assertThat(text(divided))
                .contains("the government of the funds", "the implementation of", "as work-for-relief is");
        Pdf whole = new Pdf().page();
        whole.lines(
                "In that year the province and its counties went on with the projects, some of them money-",
                "making ones, over the years 2011-",
                "2015 in all.");
        assertThat(text(whole)).contains("money-making", "2011-2015 in all");
    }

    @Test
    void raisedDigitsAndSlantedTextAreNoNumbers() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.text(72, 72, 11, Pdf.PLAIN, "They got 12 million yuan")
                .text(72 + Pdf.width("They got 12 million yuan", 11), 68, 6, Pdf.PLAIN, "3")
                .text(200, 72, 11, Pdf.PLAIN, "in all.");
        pdf.text(Matrix.getRotateInstance(0.8, 200, 200), 60, Pdf.BOLD, "DRAFT 99");
        assertThat(text(pdf))
                .contains("yuan\u00B3 in all")
                .doesNotContain("DRAFT")
                .doesNotContain("99");
    }

    @Test
    void contentsListIsNoText() throws Exception {
        Pdf pdf = new Pdf().page();
        pdf.lines("Poverty Alleviation in Gansu ............................ 12", "Text of the report.");
        assertThat(text(pdf)).isEqualTo("Text of the report.\n");
    }

    @Test
    void linesDrawnInAnyOrderAreSorted() throws Exception {
        Pdf pdf = new Pdf().page();
        for (int i = 19; i >= 0; i--) {
            pdf.text(72, 72 + 30 * i, 11, Pdf.PLAIN, "Line " + (char) ('a' + i) + ".");
        }
        assertThat(text(pdf)).startsWith("Line a.\n\nLine b.\n\nLine c.").endsWith("Line t.\n");
    }

    @Test
    void encryptedOneIsReadIfItAsksForNoPassword() throws Exception {
        assertThat(text(new Pdf().page().lines("Text of the report.").protect("")))
                .isEqualTo("Text of the report.\n");
        byte[] secret =
                new Pdf().page().lines("Text of the report.").protect("secret").bytes();
        isRejected(() -> PdfText.of(secret, LIMITS), "encrypted", "password");
    }

    @Test
    void scanIsRejectedWithWhatHelps() throws Exception {
        Pdf pdf = new Pdf();
        for (int i = 0; i < 3; i++) {
            pdf.page();
            var image = LosslessFactory.createFromImage(
                    pdf.document(), new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY));
            pdf.draw(content -> content.drawImage(image, 0, 0, 595, 842));
        }
        byte[] scan = pdf.bytes();
        isRejected(() -> PdfText.of(scan, LIMITS), "no_text", "a scan: 3 of the PDF's 3 pages");
        isRejected(() -> PdfText.of(scan, LIMITS), "no_text", "OCR");
        byte[] blank = new Pdf().page().bytes();
        isRejected(() -> PdfText.of(blank, LIMITS), "no_text", "no text");
    }

    @Test
    void picturesBesideTextAreNoScan() throws Exception {
        Pdf pdf = new Pdf().page();
        var image = LosslessFactory.createFromImage(
                pdf.document(), new BufferedImage(3000, 4000, BufferedImage.TYPE_INT_RGB));
        pdf.draw(content -> content.drawImage(image, 0, 0, 595, 842));
        pdf.page().lines("Text of the report on its second page.");
        assertThat(text(pdf)).isEqualTo("Text of the report on its second page.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 200, 600})
    void cutOffOneIsRejected(int length) {
        byte[] whole = new Pdf().page().lines("Text of the report.").bytes();
        isRejected(() -> PdfText.of(Arrays.copyOf(whole, length), LIMITS), "damaged", length + " bytes");
    }

    @Test
    void streamThatExpandsToTooMuchIsRejectedUnexpanded() throws Exception {
        Pdf bomb = new Pdf().page();
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        bomb.document().getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        byte[] bytes = bomb.bytes();
        assertThat(bytes.length).isLessThan(1 << 20);
        isRejected(() -> PdfText.of(bytes, LIMITS), "too_large", "times its size");
    }

    @Test
    void bombWithinABombIsRejected() throws Exception {
        byte[] inner = deflated(new byte[50_000_000]);
        Pdf bomb = new Pdf().page();
        COSStream stream = new COSStream();
        COSArray filters = new COSArray();
        filters.add(COSName.FLATE_DECODE);
        filters.add(COSName.FLATE_DECODE);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(deflated(inner));
        }
        stream.setItem(COSName.FILTER, filters);
        bomb.document().getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        byte[] bytes = bomb.bytes();
        isRejected(() -> PdfText.of(bytes, LIMITS), "too_large", "times its size");
    }

    @Test
    void bombOfObjectsIsRejectedBeforeItIsOpened() {
        byte[] bomb = deflated(new byte[50_000_000]);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length "
                        + bomb.length + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(bomb);
        pdf.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        isRejected(() -> PdfText.of(pdf.toByteArray(), LIMITS), "too_large", "times its size");
    }

    @Test
    void pagesThatHoldEachOtherEnd() {
        Pdf loop = new Pdf().page().lines("Text of the report.");
        COSDictionary pages = loop.document().getPages().getCOSObject();
        COSArray kids = (COSArray) pages.getDictionaryObject(COSName.KIDS);
        kids.add(pages);
        byte[] bytes = loop.bytes();
        try {
            assertThat(PdfText.of(bytes, LIMITS)).isEqualTo("Text of the report.\n");
        } catch (UnreadableDocumentException e) {
            assertThat(e.reason().code()).isIn("damaged", "too_large", "no_text");
        }
    }

    @Test
    void formsWithinFormsThatDoubleEachTimeEnd() throws Exception {
        Pdf pdf = new Pdf().page().lines("Text of the report.");
        PDFormXObject inner = new PDFormXObject(pdf.document());
        try (OutputStream out = inner.getStream().createOutputStream()) {
            out.write("q Q".getBytes(StandardCharsets.US_ASCII));
        }
        for (int i = 0; i < 40; i++) {
            PDFormXObject outer = new PDFormXObject(pdf.document());
            PDResources resources = new PDResources();
            COSName name = resources.add(inner);
            outer.setResources(resources);
            try (OutputStream out = outer.getStream().createOutputStream()) {
                out.write(
                        ("/" + name.getName() + " Do /" + name.getName() + " Do").getBytes(StandardCharsets.US_ASCII));
            }
            inner = outer;
        }
        PDFormXObject outermost = inner;
        pdf.draw(content -> content.drawForm(outermost));
        byte[] bytes = pdf.bytes();
        isRejected(() -> PdfText.of(bytes, LIMITS), "too_large", "operations");
    }

    @Test
    void tooManyPagesOrCharactersAreRejected() {
        ReadingLimits few = new ReadingLimits(1 << 20, 1 << 20, 100, 10, 2, 60, 3);
        Pdf pages = new Pdf();
        for (int i = 0; i < 4; i++) {
            pages.document().addPage(new PDPage());
        }
        byte[] four = pages.bytes();
        isRejected(() -> PdfText.of(four, few), "too_large", "4 pages");
        byte[] much = new Pdf().page().lines("x".repeat(61)).bytes();
        isRejected(() -> PdfText.of(much, few), "too_large", "61 characters");
        byte[] crowded = new Pdf()
                .page()
                .draw(content -> {
                    content.beginText();
                    content.setFont(Pdf.PLAIN, 11);
                    for (int i = 0; i < 2_001; i++) {
                        content.showText("x".repeat(100));
                    }
                    content.endText();
                })
                .bytes();
        isRejected(() -> PdfText.of(crowded, LIMITS), "too_large", "page 1");
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
