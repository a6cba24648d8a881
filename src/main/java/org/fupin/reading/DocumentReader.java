package org.fupin.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fupin.observation.Article;
import org.fupin.observation.SourceDocument;
import org.fupin.observation.SourceFile;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;

/**
 * Reads a report: bytes to articles, sections and sentences. What a file is, plain text or HTML and in which encoding, is
 * told from its content, never from its name. A reader has no state and may be used by several threads.
 */
public final class DocumentReader {

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
     * @throws UnreadableDocumentException if the file is empty, no text, in no known encoding, or holds no article
     */
    public SourceDocument read(String name, byte[] content) throws UnreadableDocumentException {
        if (content.length == 0) {
            throw new UnreadableDocumentException(UnreadableDocumentException.EMPTY, "the file is empty (0 bytes)");
        }
        var signature = FileSignature.of(content);
        if (signature.isPresent()) {
            throw new UnreadableDocumentException(
                    UnreadableDocumentException.BINARY,
                    "not a text or HTML file: by its first bytes it is "
                            + signature.get().description());
        }
        DecodedText decoded = decoder.decode(content);
        TextCheck.check(decoded.text());
        boolean html = HtmlText.isHtml(decoded.text());
        String text = html ? HtmlText.of(decoded.text()) : decoded.text();
        if (html) {
            TextCheck.check(text);
        }
        String id = sha256(content);
        List<Article> articles = divider.divide(id, text);
        SourceFile file = new SourceFile(id, name, html ? "html" : "text", decoded.charset(), content.length);
        return new SourceDocument(file, text, articles);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
