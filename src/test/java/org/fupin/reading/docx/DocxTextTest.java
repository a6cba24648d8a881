package org.fupin.reading.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fupin.reading.docx.Docx.p;
import static org.fupin.reading.docx.Docx.r;

import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocxTextTest {

    private static final ReadingLimits LIMITS = ReadingLimits.defaults();

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("paragraphs in order", p(r("One.")) + p("") + p(r("Tw") + r("o.")), "One.\n\nTwo.\n"),
                Arguments.of("a tab is a blank of its own", p(r("a") + "<w:r><w:tab/></w:r>" + r("b")), "a\tb\n"),
                Arguments.of(
                        "tab stops are no tabs",
                        p("<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>" + r("a")),
                        "a\n"),
                Arguments.of(
                        "a soft break makes a line",
                        p(r("Overview") + "<w:r><w:br/></w:r>" + r("In 2010, it rained.")),
                        "Overview\n\nIn 2010, it rained.\n"),
                Arguments.of(
                        "but not within a sentence",
                        p(r("In 2010, the rain fell on") + "<w:r><w:br/></w:r>" + r("the hills.")),
                        "In 2010, the rain fell on the hills.\n"),
                Arguments.of(
                        "insertions count, deletions do not",
                        p(r("Built ")
                                + "<w:ins w:id='1'>" + r("12") + "</w:ins>"
                                + "<w:del w:id='2'><w:r><w:delText>34</w:delText></w:r></w:del>"
                                + "<w:moveFrom>" + r("56") + "</w:moveFrom><w:moveTo>" + r(" new") + "</w:moveTo>"
                                + r(" wells.")),
                        "Built 12 new wells.\n"),
                Arguments.of(
                        "a deleted end of a paragraph joins it with the next",
                        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + r("It built ") + "</w:p>"
                                + p(r("wells.")),
                        "It built wells.\n"),
                Arguments.of(
                        "what was before a change of looks does not count",
                        p("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Seen."
                                + "</w:t></w:r>"),
                        "Seen.\n"),
                Arguments.of(
                        "hidden text",
                        p(r("<w:vanish/>", "secret ")
                                + r("<w:vanish w:val='0'/>", "open")
                                + r("<w:rStyle w:val='Hidden'/>", " styled")),
                        "open\n"),
                Arguments.of(
                        "links, fields and controls are their results",
                        p("<w:hyperlink r:id='x'>" + r("link ") + "</w:hyperlink>"
                                + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF 99 </w:instrText></w:r>"
                                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("field ")
                                + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                                + "<w:fldSimple w:instr='REF x'>" + r("simple ") + "</w:fldSimple>"
                                + "<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>" + r("control")
                                + "</w:sdtContent></w:sdt>"
                                + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here")
                                + "</w:sdtContent></w:sdt>"),
                        "link field simple control\n"),
                Arguments.of(
                        "no table of contents",
                        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("Gansu 12"))
                                + p(r("Hunan 14") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>")
                                + "<w:p><w:pPr><w:pStyle w:val='Inhalt1'/></w:pPr>" + r("Styled 15") + "</w:p>"
                                + p(r("Text.")),
                        "Text.\n"),
                Arguments.of(
                        "a row of a table is a line",
                        "<w:tbl><w:tr><w:tc>" + p(r("Item")) + "</w:tc><w:tc>" + p(r("Yuan"))
                                + "</w:tc></w:tr><w:tr><w:tc>"
                                + p(r("Wells")) + "</w:tc><w:tc>" + p("") + p(r("12")) + "</w:tc></w:tr></w:tbl>"
                                + p(r("End.")),
                        "Item | Yuan\n\nWells | 12\n\nEnd.\n"),
                Arguments.of(
                        "a table that lays out text is its text",
                        "<w:tbl><w:tr><w:tc>" + p(r("One.")) + p(r("Two.")) + "</w:tc><w:tc><w:tbl><w:tr><w:tc>"
                                + p(r("Three.")) + "</w:tc></w:tr></w:tbl>" + p("") + "</w:tc></w:tr></w:tbl>",
                        "One.\n\nTwo.\n\nThree.\n"),
                Arguments.of(
                        "a text box stands behind its paragraph, once",
                        p(r("Before ")
                                + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p(r("Box."))
                                + "</w:txbxContent></mc:Choice><mc:Fallback><v:x><w:txbxContent>" + p(r("Box."))
                                + "</w:txbxContent></v:x></mc:Fallback></mc:AlternateContent></w:r>" + r("after.")),
                        "Before after.\n\nBox.\n"),
                Arguments.of(
                        "a note stands behind its paragraph, once",
                        p(r("The income") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + r(" rose."))
                                + p(r("It fell.") + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
                        "The income rose.\n\nOf 12 counties.\n\nIt fell.\n"),
                Arguments.of(
                        "raised digits are no numbers",
                        p(r("5 km") + r("<w:vertAlign w:val='superscript'/>", "2") + r(" of land")),
                        "5 km\u00B2 of land\n"),
                Arguments.of(
                        "so are marks of notes, raised by a style or by points",
                        p(r("It put in 320")
                                + r("<w:rStyle w:val='Mark'/>", "[3]")
                                + r(" million yuan in 12")
                                + r("<w:position w:val='6'/>", "4")
                                + r(" villages and 5")
                                + r("<w:position w:val='1'/>", "6")
                                + r(" towns")
                                + r("<w:vertAlign w:val='superscript'/>", "*")),
                        "It put in 320\u00B3 million yuan in 12\u2074 villages and 56 towns*\n"),
                Arguments.of(
                        "but not the ends of ordinals, nor what a run puts back on the line",
                        p(r("The 18")
                                + r("<w:vertAlign w:val='superscript'/>", "th")
                                + r(" batch of 1")
                                + r("<w:rStyle w:val='Mark'/><w:vertAlign w:val='baseline'/>", "2")),
                        "The 18th batch of 12\n"),
                Arguments.of(
                        "text that is struck out",
                        p(r("It reached ")
                                        + r("<w:strike/>", "55")
                                        + r("65 villages, ")
                                        + r("<w:dstrike w:val='true'/>", "7")
                                        + r("<w:strike w:val='0'/>", "8")
                                        + r(" towns and ")
                                        + r("<w:rStyle w:val='Old'/>", "9")
                                        + r("<w:rStyle w:val='Old'/><w:strike w:val='false'/>", "1")
                                        + r(" county."))
                                + "<w:p><w:pPr><w:pStyle w:val='OldLine'/></w:pPr>" + r("It had 12 wells.") + "</w:p>",
                        "It reached 65 villages, 8 towns and 1 county.\n"),
                Arguments.of(
                        "a paragraph's end that is struck out strikes nothing",
                        p("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + r("It built 12 wells.")),
                        "It built 12 wells.\n"),
                Arguments.of(
                        "soft hyphens join",
                        p(r("45\u00AD0 houses, 1") + "<w:r><w:softHyphen/><w:t>5</w:t></w:r>"
                                + r(" of vil\u200Blages")),
                        "450 houses, 15 of villages\n"),
                Arguments.of(
                        "no-break blanks stay what they are",
                        p(r("20\u00A0000 farmers and 1\u202F250")),
                        "20\u00A0000 farmers and 1\u202F250\n"),
                Arguments.of(
                        "bold words that open a paragraph are a line",
                        p(r("<w:b/>", "Rain Plan ") + r("In 2010, it rained.")),
                        "Rain Plan\n\nIn 2010, it rained.\n"),
                Arguments.of(
                        "other bold words are not",
                        p(r("<w:b/>", "Most counties") + r(" had rain."))
                                + p(r("It ") + r("<w:b/>", "Never") + r(" rained.")),
                        "Most counties had rain.\n\nIt Never rained.\n"),
                Arguments.of(
                        "hyphens",
                        p(r("work-for") + "<w:r><w:noBreakHyphen/><w:t>relief</w:t></w:r>"),
                        "work-for-relief\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void textIsWhatAReaderSees(String name, String body, String text) throws Exception {
        byte[] document = Docx.body(body)
                .styles("<w:style w:styleId='Base'><w:name w:val='b'/><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:styleId='Mark'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
                        + "<w:style w:styleId='Old'><w:rPr><w:strike/></w:rPr></w:style>"
                        + "<w:style w:styleId='OldLine'><w:basedOn w:val='Old'/></w:style>"
                        + "<w:style w:styleId='Hidden'><w:basedOn w:val='Base'/></w:style>"
                        + "<w:style w:styleId='Inhalt1'><w:name w:val='toc 1'/></w:style>")
                .footnotes("<w:footnote w:type='separator' w:id='0'>" + p(r("----"))
                        + "</w:footnote><w:footnote w:id='2'>" + p(r("Of 12 counties.")) + "</w:footnote>")
                .bytes();
        assertThat(DocxText.of(document, LIMITS)).isEqualTo(text);
    }

    @Test
    void reportWrittenWithALibraryIsRead() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
            policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Yearbook, issue 45 of 120");
            document.createParagraph().createRun().setText("Poverty Alleviation and Development in Yunnan Province");
            document.createParagraph().createRun().setText("Overview");
            document.createParagraph().createRun().setText("In 2010, 300 villages were reached.");
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Wells");
            table.getRow(0).getCell(1).setText("12");
            document.write(out);
        }
        SourceDocument document = DocumentReader.create().read("report.pdf", out.toByteArray());
        assertThat(document.file().format()).isEqualTo("docx");
        assertThat(document.file().size()).isEqualTo(out.size());
        assertThat(document.text())
                .isEqualTo("Poverty Alleviation and Development in Yunnan Province\n\nOverview\n\n"
                        + "In 2010, 300 villages were reached.\n\nWells 12\n");
        assertThat(document.articles().get(0).region()).isEqualTo("CN-YN");
        assertThat(document.articles().get(0).year()).isEqualTo(2010);
    }

    static Stream<Arguments> refused() {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
        }
        laughs.append("]>");
        return Stream.of(
                Arguments.of("external entity", withDoctype(entity, "&e;"), "damaged", "document type"),
                Arguments.of("billion laughs", withDoctype(laughs.toString(), "&l19;"), "damaged", "document type"),
                Arguments.of(
                        "document type elsewhere",
                        withDoctype("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>", "a"),
                        "damaged",
                        "document type"),
                Arguments.of("undeclared entity", Docx.body("<w:p>&nbsp;</w:p>"), "damaged", "word/document.xml"),
                Arguments.of("no XML", Docx.body("<w:p>"), "damaged", "line 1, column"),
                Arguments.of("embedded text", Docx.body("<w:altChunk r:id='x'/>"), "no_text", "altChunk"),
                Arguments.of("linked text", Docx.body("<w:subDoc r:id='x'/>"), "no_text", "subDoc"),
                Arguments.of(
                        "no body",
                        Docx.of("a")
                                .part(
                                        "_rels/.rels",
                                        "<Relationships><Relationship Type='x/officeDocument'"
                                                + " Target='word/other.xml'/></Relationships>"),
                        "damaged",
                        "word/other.xml"),
                Arguments.of("bomb", Docx.body(p(r(" ".repeat(40_000_000)))), "too_large", "times its size"),
                Arguments.of("note over and over", Docx.of("x".repeat(1000)), "too_large", "characters"));
    }

    private static Docx withDoctype(String doctype, String text) {
        String xml = Docx.root("document", "<w:body>" + p(r(text)) + "</w:body>");
        return Docx.of("").part("word/document.xml", xml.replace("?><", "?>" + doctype + "<"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void documentThatCannotBeReadIsRejected(String name, Docx document, String reason, String message) {
        ReadingLimits limits =
                name.startsWith("note") ? new ReadingLimits(1 << 20, 1 << 20, 100, 10, 2, 999, 10) : LIMITS;
        byte[] bytes = document.bytes();
        assertThatThrownBy(() -> DocxText.of(bytes, limits))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void templateElsewhereIsNotFollowed() throws Exception {
        byte[] document = Docx.of("Text.")
                .part(
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Id='r1' Type='x/attachedTemplate' TargetMode='External'"
                                + " Target='http://127.0.0.1:9/template.dotm'/></Relationships>")
                .part("word/settings.xml", Docx.root("settings", "<w:attachedTemplate r:id='r1'/>"))
                .bytes();
        assertThat(DocxText.of(document, LIMITS)).isEqualTo("Text.\n");
    }

    @Test
    void elementsInElementsToAnyDepthAreRead() throws Exception {
        int depth = 100_000;
        byte[] document = Docx.body(p("<w:ins>".repeat(depth) + r("deep") + "</w:ins>".repeat(depth)))
                .bytes();
        assertThat(DocxText.of(document, new ReadingLimits(1 << 24, 1 << 24, 10_000, 100, 2, 1000, 10)))
                .isEqualTo("deep\n");
        byte[] tables = Docx.body(
                        "<w:tbl><w:tr><w:tc>".repeat(20_000) + p(r("deep")) + "</w:tc></w:tr></w:tbl>".repeat(20_000))
                .bytes();
        assertThat(DocxText.of(tables, new ReadingLimits(1 << 24, 1 << 24, 10_000, 100, 2, 1000, 10)))
                .isEqualTo("deep\n");
    }
}
