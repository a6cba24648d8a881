package org.fupin.reading.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.text.Superscript;
import org.fupin.reading.text.ZeroWidth;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of a DOCX document's body, or of its notes, as a reader sees them with all changes accepted: inserted text
 * counts, deleted text does not; hidden text, text that is struck out, field codes, contents lists and placeholders are no
 * text. Soft hyphens join; raised digits become characters of their own ({@link Superscript}).
 */
final class DocxBody implements XmlPart.Handler {

    /**
     * Elements whose content is not shown: what was deleted or moved away, what was before a change of looks, codes of
     * fields, the pronunciation above characters, what a program shows that does not know the newer form.
     */
    private static final Set<String> SKIPPED = Set.of(
            "del",
            "moveFrom",
            "delText",
            "delInstrText",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "tblGridChange",
            "tblPrExChange",
            "numberingChange",
            "rt",
            "sectPr",
            "tblGrid",
            "docPartObj");

    private final DocxStyles styles;
    private final Map<String, List<String>> notes;
    private final ReadingLimits limits;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<DocxTable> tables = new ArrayList<>();
    /** By kind and id: the paragraphs of each footnote or endnote, where this is a part of notes. */
    private final Map<String, List<String>> ownNotes = new HashMap<>();

    private final Deque<Flow> flows = new ArrayDeque<>();
    private final Deque<Field> fields = new ArrayDeque<>();
    private final Deque<Boolean> choices = new ArrayDeque<>();
    private int skipping;
    private int contents;
    private long characters;

    private Run run = new Run();
    private boolean inText;
    private boolean inCode;
    private boolean inParagraphProperties;
    private boolean inControlProperties;
    private boolean placeholder;

    /**
     * @param notes the footnotes and endnotes by kind and id, as {@link #notes} gives them; each is taken out when it has
     *     found its place
     */
    DocxBody(DocxStyles styles, Map<String, List<String>> notes, ReadingLimits limits) {
        this.styles = styles;
        this.notes = notes;
        this.limits = limits;
        flows.push(new Flow(paragraphs));
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    /** The tables of figures among the paragraphs of the body. */
    List<DocxTable> tables() {
        return tables;
    }

    Map<String, List<String>> notes() {
        return ownNotes;
    }

    /** Where paragraphs go: the body, a cell, a text box, a note. */
    private static final class Flow {
        private final List<String> paragraphs;
        private @Nullable DocxParagraph open;
        /** The rows of the open table, and the row and the cell that are open. */
        private List<DocxTable.Row> rows = new ArrayList<>();

        private DocxTable.@Nullable Row row;
        private final DocxTable.@Nullable Cell cell;
        /** What belongs behind the open paragraph: its text boxes and notes. */
        private final List<String> behind = new ArrayList<>();

        Flow(List<String> paragraphs) {
            this.paragraphs = paragraphs;
            this.cell = null;
        }

        Flow(DocxTable.Cell cell) {
            this.paragraphs = cell.paragraphs;
            this.cell = cell;
        }
    }

    /** A field: its code up to the separator, then its result. */
    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean result;
        private boolean contents;
    }

    /** What the open run is like. */
    private static final class Run {
        private @Nullable Boolean hidden;
        private @Nullable Boolean bold;
        private @Nullable Boolean struck;
        private @Nullable Boolean raised;
        private String style = "";
    }

    @Override
    public void start(String name, XMLStreamReader xml) throws UnreadableDocumentException {
        if (skipping > 0 || SKIPPED.contains(name) && !isMark(name) || isSkippedFallback(name)) {
            skipping++;
            return;
        }
        Flow flow = flows.element();
        switch (name) {
            case "p" -> {
                if (flow.open == null) {
                    flow.open = new DocxParagraph();
                } else {
                    flow.open.breakLine();
                }
            }
            case "pPr" -> inParagraphProperties = true;
            case "pStyle" -> paragraph().style = XmlPart.attribute(xml, "val");
            case "del", "moveFrom" -> paragraph().goesOn = true;
            case "r" -> run = new Run();
            case "rStyle" -> run.style = XmlPart.attribute(xml, "val");
            case "vanish" -> run.hidden = inParagraphProperties ? run.hidden : (Boolean) DocxStyles.isOn(xml);
            case "b" -> run.bold = inParagraphProperties ? run.bold : (Boolean) DocxStyles.isOn(xml);
            case "strike", "dstrike" -> {
                if (!inParagraphProperties) {
                    run.struck = DocxStyles.isOn(xml) || Boolean.TRUE.equals(run.struck);
                }
            }
            case "vertAlign", "position" -> {
                if (!inParagraphProperties) {
                    run.raised = DocxStyles.isRaised(name, xml) || Boolean.TRUE.equals(run.raised);
                }
            }
            case "t" -> inText = true;
            case "instrText" -> inCode = true;
            case "tab", "ptab" -> {
                if (!inParagraphProperties) {
                    add("\t");
                }
            }
            case "noBreakHyphen" -> add("-");
            case "sym" -> add(" ");
            case "br", "cr" -> {
                if (isShown()) {
                    paragraph().breakLine();
                }
            }
            case "fldChar" -> field(XmlPart.attribute(xml, "fldCharType"));
            case "fldSimple" -> {
                Field field = new Field();
                field.code.append(XmlPart.attribute(xml, "instr"));
                fields.push(field);
                openResult(field);
            }
            case "sdtPr" -> {
                inControlProperties = true;
                placeholder = false;
            }
            case "showingPlcHdr" -> placeholder |= inControlProperties && DocxStyles.isOn(xml);
            case "sdtContent" -> {
                if (placeholder) {
                    placeholder = false;
                    skipping++;
                }
            }
            case "tbl" -> {
                endParagraph(flow);
                flow.rows = new ArrayList<>();
            }
            case "tr" -> flow.row = new DocxTable.Row();
            case "tblHeader" -> {
                if (flow.row != null) {
                    flow.row.header = DocxStyles.isOn(xml);
                }
            }
            case "tc" -> {
                DocxTable.Cell cell = new DocxTable.Cell();
                if (flow.row != null) {
                    flow.row.cells.add(cell);
                }
                flows.push(new Flow(cell));
            }
            case "gridSpan" -> {
                if (flow.cell != null) {
                    flow.cell.span(XmlPart.attribute(xml, "val"));
                }
            }
            case "vMerge" -> {
                if (flow.cell != null) {
                    flow.cell.goesOnAbove = !XmlPart.attribute(xml, "val").equals("restart");
                }
            }
            case "txbxContent" -> flows.push(new Flow(flow.behind));
            case "footnote", "endnote" -> {
                List<String> note = new ArrayList<>();
                if (XmlPart.attribute(xml, "type").isEmpty()) {
                    ownNotes.put(name + XmlPart.attribute(xml, "id"), note);
                }
                flows.push(new Flow(note));
            }
            case "footnoteReference" -> note("footnote" + XmlPart.attribute(xml, "id"));
            case "endnoteReference" -> note("endnote" + XmlPart.attribute(xml, "id"));
            case "AlternateContent" -> choices.push(false);
            case "Choice" -> {
                choices.poll();
                choices.push(true);
            }
            case "altChunk", "subDoc" ->
                throw new UnreadableDocumentException(
                        RejectionReason.NO_TEXT,
                        "a part of the document's text is another file that is embedded or linked (" + name
                                + "), which is not followed: open it in a word processor and save it as DOCX again");
            default -> {
                // hyperlinks, insertions, smart tags and what else only wraps runs; looks
            }
        }
    }

    @Override
    public void end(String name) throws UnreadableDocumentException {
        if (skipping > 0) {
            skipping--;
            return;
        }
        Flow flow = flows.element();
        switch (name) {
            case "p" -> {
                if (flow.open != null && !flow.open.goesOn) {
                    endParagraph(flow);
                } else if (flow.open != null) {
                    flow.open.goesOn = false;
                    flow.open.joinNext();
                }
            }
            case "pPr" -> inParagraphProperties = false;
            case "sdtPr" -> inControlProperties = false;
            case "t" -> inText = false;
            case "instrText" -> inCode = false;
            case "fldSimple" -> endField();
            case "tr" -> {
                if (flow.row != null) {
                    flow.rows.add(flow.row);
                    flow.row = null;
                }
            }
            case "tbl" -> endTable(flow);
            case "tc", "txbxContent", "footnote", "endnote" -> {
                if (flows.size() > 1) {
                    endParagraph(flow);
                    flows.pop();
                }
            }
            case "AlternateContent" -> choices.poll();
            case "body" -> endParagraph(flow);
            default -> {
                // nothing was opened
            }
        }
    }

    @Override
    public void text(String text) throws UnreadableDocumentException {
        if (skipping > 0) {
            return;
        }
        if (inText) {
            add(text);
        } else if (inCode && !fields.isEmpty()) {
            fields.element().code.append(text);
        }
    }

    /** Among a paragraph's properties a deletion is that of its end: it goes on with the next one. */
    private boolean isMark(String name) {
        return inParagraphProperties && (name.equals("del") || name.equals("moveFrom"));
    }

    private boolean isSkippedFallback(String name) {
        return name.equals("Fallback") && Boolean.TRUE.equals(choices.peek());
    }

    private DocxParagraph paragraph() {
        Flow flow = flows.element();
        if (flow.open == null) {
            flow.open = new DocxParagraph();
        }
        return flow.open;
    }

    private boolean isShown() {
        DocxParagraph paragraph = paragraph();
        if (contents > 0 || !fields.isEmpty() && !fields.element().result) {
            return false;
        }
        Boolean hidden = run.hidden;
        Boolean struck = run.struck;
        return !(hidden != null ? hidden : styles.isHidden(run.style) || styles.isHidden(paragraph.style))
                && !(struck != null ? struck : styles.isStruck(run.style) || styles.isStruck(paragraph.style));
    }

    private void add(String text) throws UnreadableDocumentException {
        if (!isShown()) {
            return;
        }
        characters += text.length();
        limits.checkCharacters(characters);
        String seen = ZeroWidth.removed(text);
        Boolean bold = run.bold;
        boolean isBold = bold != null ? bold : styles.isBold(run.style);
        Boolean raised = run.raised;
        boolean isRaised = raised != null ? raised : styles.isRaised(run.style);
        paragraph().add(isRaised ? Superscript.of(seen) : seen, isBold);
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(new Field());
            case "separate" -> {
                if (!fields.isEmpty()) {
                    openResult(fields.element());
                }
            }
            case "end" -> endField();
            default -> {
                // none that is known
            }
        }
    }

    private void openResult(Field field) {
        field.result = true;
        if (field.code.toString().strip().startsWith("TOC")) {
            field.contents = true;
            contents++;
        }
    }

    private void endField() {
        Field field = fields.poll();
        if (field != null && field.contents) {
            contents--;
        }
    }

    /** A note stands once, behind the paragraph that refers to it: in the same section, out of the way of its sentences. */
    private void note(String key) {
        if (isShown()) {
            List<String> note = notes.remove(key);
            if (note != null) {
                behindTable().behind.addAll(note);
            }
        }
    }

    /** The text that the open cell is in, the open text where none is: a note at a figure makes no text of the figure's cell. */
    private Flow behindTable() {
        Flow text = flows.element();
        for (Flow flow : flows) {
            text = flow;
            if (flow.cell == null) {
                break;
            }
        }
        return text;
    }

    private void endParagraph(Flow flow) throws UnreadableDocumentException {
        if (flow.open != null) {
            if (!styles.isContents(flow.open.style)) {
                flow.paragraphs.addAll(flow.open.lines());
            }
            flow.open = null;
        }
        flow.paragraphs.addAll(flow.behind);
        flow.behind.clear();
    }

    /** A row of a table of figures is a line, as is one of short cells; longer text that a table lays out is read cell by cell. */
    private void endTable(Flow flow) {
        List<DocxTable.Row> rows = flow.rows;
        flow.rows = new ArrayList<>();
        if (flows.size() == 1 && DocxTable.isOfFigures(rows)) {
            tables.add(DocxTable.of(rows, flow.paragraphs));
            return;
        }
        for (DocxTable.Row row : rows) {
            if (row.isLine()) {
                List<String> line = new ArrayList<>();
                row.cells.forEach(cell -> line.addAll(cell.paragraphs));
                if (!line.isEmpty()) {
                    flow.paragraphs.add(String.join(" ", line));
                }
            } else {
                row.cells.forEach(cell -> flow.paragraphs.addAll(cell.paragraphs));
            }
        }
    }
}
