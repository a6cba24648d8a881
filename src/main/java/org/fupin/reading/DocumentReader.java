package org.fupin.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.reading.article.ArticleDivider;
import org.fupin.reading.docx.DocxText;
import org.fupin.reading.html.HtmlText;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.mail.Mail;
import org.fupin.reading.pdf.PdfText;
import org.fupin.reading.table.PageText;
import org.fupin.reading.table.TableLayout;
import org.fupin.reading.table.TextTable;
import org.fupin.reading.table.TextTables;
import org.fupin.reading.text.DecodedText;
import org.fupin.reading.text.TextCheck;
import org.fupin.reading.text.TextDecoder;
import org.fupin.reading.title.StatedFacts;
import org.fupin.reading.zip.ZipKind;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report: bytes to articles, sections and sentences. What a file is, plain text, HTML, DOCX, PDF or a mail, and in
 * which encoding, is told from its content, never from its name. A reader has no state and may be used by several threads.
 */
public final class DocumentReader {

    /** What is said of a DOCX or PDF, whose text has no encoding of its own: the one it is stored in. */
    private static final String UTF_8 = "UTF-8";

    private static final String MAIL = "mail";

    private static final String HTML = "html";

    private static final String DOCX = "docx";

    private final TextDecoder decoder = new TextDecoder();
    private final ArticleDivider divider;

    private final ReadingLimits limits;

    private DocumentReader(ArticleDivider divider, ReadingLimits limits) {
        this.divider = divider;
        this.limits = limits;
    }

    /** A reader with the reference tables of the class path and the default limits. */
    public static DocumentReader create() {
        return create(ReadingLimits.defaults());
    }

    /** A reader with the reference tables of the class path. */
    public static DocumentReader create(ReadingLimits limits) {
        ReadingWords words = ReadingWords.load();
        RegionNames regions = RegionNames.load();
        Programmes programmes = Programmes.load();
        return new DocumentReader(new ArticleDivider(words, regions, programmes), limits);
    }

    /**
     * Reads one file.
     *
     * @param name the file's name, kept with the document and used for nothing else
     * @param content its bytes
     * @return the document with at least one article; its offsets count UTF-16 code units of {@link SourceDocument#text()}
     * @throws UnreadableDocumentException if the file is none of the formats, empty, damaged, encrypted, over the limits, in no
     *     known encoding, or holds no article; an archive is none of the formats, its members are (see {@link ReportArchive})
     */
    public SourceDocument read(String name, byte[] content) throws UnreadableDocumentException {
        return read(name, content, StatedFacts.NONE);
    }

    /**
     * Reads one file of which an operator states something; the document's id depends on that too, so that other facts
     * make another document.
     */
    public SourceDocument read(String name, byte[] content, StatedFacts stated) throws UnreadableDocumentException {
        if (content.length == 0) {
            throw new UnreadableDocumentException(RejectionReason.EMPTY, "the file is empty (0 bytes)");
        }
        limits.checkFile(content.length);
        ReadText read = text(content);
        TextCheck.check(read.text());
        limits.checkCharacters(read.text().length());
        String id = id(content, stated);
        ArticleDivider.Division division = divide(id, read, stated);
        SourceFile file = new SourceFile(id, name, read.format(), read.charset(), content.length);
        String tables = hasCells(read.format()) ? TableLayout.write(read.tables()) : "";
        return new SourceDocument(file, read.text(), division.articles(), division.warnings(), tables);
    }

    /**
     * Reads a document again from the text that was read of it.
     *
     * @param tables as of {@link SourceDocument#tables()}; null where that was not kept
     * @throws UnreadableDocumentException as {@link #read}; or if the cells of its tables are not known any more
     */
    public SourceDocument readAgain(SourceFile file, String text, @Nullable String tables, StatedFacts stated)
            throws UnreadableDocumentException {
        if (needsFile(file, text, tables)) {
            throw new UnreadableDocumentException(
                    RejectionReason.NO_TEXT,
                    "an earlier version read it, and did not keep where the cells of its tables are");
        }
        List<TextTable> found =
                hasCells(file.format()) ? TableLayout.read(tables == null ? "" : tables) : TextTables.in(text);
        ReadText read = new ReadText(new PageText(text, found), file.format(), file.charset());
        ArticleDivider.Division division = divide(file.id(), read, stated);
        return new SourceDocument(file, text, division.articles(), division.warnings(), tables == null ? "" : tables);
    }

    /**
     * Whether a document can be read again from its file only, because the text does not tell the cells of its tables.
     *
     * @param tables as of {@link #readAgain}
     */
    public static boolean needsFile(SourceFile file, String text, @Nullable String tables) {
        return hasCells(file.format()) && tables == null && text.contains(TextTable.PARTED);
    }

    /** Whether a table has cells of its own in the format, which the text shows but in part. */
    private static boolean hasCells(String format) {
        return format.equals(HTML) || format.equals(DOCX);
    }

    private ArticleDivider.Division divide(String id, ReadText read, StatedFacts stated)
            throws UnreadableDocumentException {
        try {
            return divider.divide(id, read.text(), read.tables(), stated);
        } catch (UnreadableDocumentException e) {
            if (read.format().equals(MAIL)) {
                throw new UnreadableDocumentException(
                        e.reason(), "the text of the mail is not a report: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** The text of a file, what it is and which encoding it was read with. */
    private record ReadText(PageText page, String format, String charset) {

        String text() {
            return page.text();
        }

        List<TextTable> tables() {
            return page.tables();
        }
    }

    private ReadText text(byte[] content) throws UnreadableDocumentException {
        if (Mail.is(content)) {
            return mail(Mail.of(content, limits));
        }
        if (FileSignature.isPdf(content)) {
            return new ReadText(withTables(PdfText.of(content, limits)), "pdf", UTF_8);
        }
        ZipKind kind = ZipKind.of(content);
        if (kind == ZipKind.DOCX) {
            return new ReadText(DocxText.read(content, limits), DOCX, UTF_8);
        }
        if (kind != ZipKind.NONE) {
            throw binary(kind.description());
        }
        Optional<FileSignature> signature = FileSignature.of(content);
        if (signature.isPresent()) {
            throw signature.get() == FileSignature.OLE
                    ? OleContainer.rejection(content)
                    : binary(signature.get().description());
        }
        DecodedText decoded = decoder.decode(content);
        TextCheck.check(decoded.text());
        limits.checkCharacters(decoded.text().length());
        return HtmlText.isHtml(decoded.text())
                ? new ReadText(HtmlText.read(decoded.text()), HTML, decoded.charset())
                : new ReadText(withTables(decoded.text()), "text", decoded.charset());
    }

    /** A text whose tables are drawn with characters. */
    private static PageText withTables(String text) {
        return new PageText(text, TextTables.in(text));
    }

    private static ReadText mail(Mail mail) throws UnreadableDocumentException {
        if (mail.text().isBlank()) {
            throw new UnreadableDocumentException(
                    RejectionReason.EMPTY,
                    mail.attachments().isEmpty()
                            ? "a mail without text and without attachments"
                            : "it is a mail without text, with "
                                    + mail.attachments().size() + " attachments, which are documents of their own");
        }
        return new ReadText(withTables(mail.text()), MAIL, mail.charset());
    }

    private static UnreadableDocumentException binary(String description) {
        return new UnreadableDocumentException(
                RejectionReason.BINARY,
                "not a text, HTML, DOCX or PDF file, nor a mail: by its content it is " + description);
    }

    /**
     * The identity of a document: the SHA-256 of its bytes and, where an operator states something of it, of that: 64 lower-case
     * hexadecimal digits.
     */
    public static String id(byte[] content, StatedFacts stated) {
        MessageDigest digest = Sha256.digest();
        digest.update(content);
        if (!stated.isEmpty()) {
            String facts = String.join("\n", "", stated.region(), stated.subArea(), "" + stated.year(), stated.title());
            digest.update(facts.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(digest);
    }
}
