package org.fupin.reading.zip;

import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;

/** What a file that begins as a ZIP file does is, by the names of its entries. */
public enum ZipKind {
    DOCX("a DOCX document"),
    OTHER_OFFICE("an Excel, PowerPoint or other Office file, not a DOCX document"),
    OPEN_DOCUMENT("an OpenDocument or EPUB file"),
    ARCHIVE("a ZIP archive: its members are documents of their own"),
    NONE("no ZIP file");

    private static final String TYPES = "[Content_Types].xml";

    private final String description;

    ZipKind(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    public static ZipKind of(byte[] content) {
        if (!ZipContainer.is(content)) {
            return NONE;
        }
        boolean types = false;
        boolean word = false;
        boolean mimetype = false;
        try {
            for (ZipArchiveEntry entry :
                    ZipContainer.of(content, ReadingLimits.defaults()).entries()) {
                String name = entry.getName();
                types |= name.equalsIgnoreCase(TYPES);
                word |= name.startsWith("word/");
                mimetype |= name.equals("mimetype");
            }
        } catch (UnreadableDocumentException e) {
            // Damaged: the names in front of the entries are all that is left to judge by.
            String raw = new String(content, StandardCharsets.ISO_8859_1);
            types = raw.contains(TYPES);
            word = raw.contains("word/");
            mimetype = raw.startsWith("mimetypeapplication/", 30);
        }
        if (types) {
            return word ? DOCX : OTHER_OFFICE;
        }
        return mimetype ? OPEN_DOCUMENT : ARCHIVE;
    }
}
