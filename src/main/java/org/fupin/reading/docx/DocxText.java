package org.fupin.reading.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.table.PageText;
import org.fupin.reading.zip.ZipContainer;
import org.jspecify.annotations.Nullable;

/**
 * The text of a DOCX document: a line for each paragraph, parted by a blank line, in the order of the body; a footnote or
 * a text box behind the paragraph that it hangs on; a line for each row of a table. Headers and footers are left out.
 *
 * <p>Only the body, the notes and the styles are read. Nothing that the document refers to outside itself is followed.
 */
public final class DocxText {

    private static final String DEFAULT_BODY = "word/document.xml";

    /** What parts two paragraphs. */
    private static final String BREAK = "\n\n";

    private final ZipContainer zip;
    private final ReadingLimits limits;
    private long expanded;

    private DocxText(ZipContainer zip, ReadingLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static String of(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        return read(content, limits).text();
    }

    /** The text with its tables of figures: a line for each row, a bar between two cells. */
    public static PageText read(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        return new DocxText(ZipContainer.of(content, limits), limits).text();
    }

    private PageText text() throws UnreadableDocumentException {
        String name = bodyName();
        XmlPart body = part(name);
        if (body == null) {
            throw new UnreadableDocumentException(
                    RejectionReason.DAMAGED, "a DOCX document that lacks its part " + name);
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        DocxStyles styles = new DocxStyles();
        XmlPart stylePart = part(folder + "styles.xml");
        if (stylePart != null) {
            stylePart.read(styles);
        }
        Map<String, List<String>> notes = new HashMap<>();
        for (String part : List.of("footnotes.xml", "endnotes.xml")) {
            XmlPart notePart = part(folder + part);
            if (notePart != null) {
                DocxBody read = new DocxBody(styles, new HashMap<>(), limits);
                notePart.read(read);
                notes.putAll(read.notes());
            }
        }
        DocxBody read = new DocxBody(styles, notes, limits);
        body.read(read);
        return new PageText(
                String.join(BREAK, read.paragraphs()) + "\n",
                DocxTable.placed(read.tables(), read.paragraphs(), BREAK.length()));
    }

    /** The part that the package names as its document. */
    private String bodyName() throws UnreadableDocumentException {
        XmlPart relations = part("_rels/.rels");
        List<String> targets = new ArrayList<>();
        if (relations != null) {
            relations.read(new XmlPart.Handler() {
                @Override
                public void start(String name, XMLStreamReader xml) {
                    if (XmlPart.attribute(xml, "Type").endsWith("/officeDocument")
                            && !XmlPart.attribute(xml, "TargetMode").equals("External")) {
                        targets.add(XmlPart.attribute(xml, "Target"));
                    }
                }

                @Override
                public void end(String name) {
                    // only attributes are looked at
                }

                @Override
                public void text(String text) {
                    // there is none
                }
            });
        }
        String target = targets.isEmpty() ? DEFAULT_BODY : targets.get(0);
        return target.startsWith("/") ? target.substring(1) : target;
    }

    private @Nullable XmlPart part(String name) throws UnreadableDocumentException {
        for (ZipArchiveEntry entry : zip.entries()) {
            if (entry.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                limits.checkExpanded(expanded + entry.getSize());
                try {
                    byte[] content = zip.read(entry);
                    expanded += content.length;
                    return new XmlPart(name, content);
                } catch (UnreadableDocumentException e) {
                    throw new UnreadableDocumentException(
                            e.reason(), "the document's part " + name + ": " + e.getMessage(), e);
                }
            }
        }
        return null;
    }
}
