package org.fupin.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What the first bytes of a file that is no text say it is. */
enum FileSignature {
    OLE("a file of an old Office program", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RTF("a rich text (RTF) document: open it in a word processor and save it as DOCX or PDF", "{\\rtf"),
    TNEF(
            "the attachments of a mail as Outlook packs them (winmail.dat): save them as files of their own",
            "\u0078\u009F\u003E\""),
    PNG("a PNG picture", "\u0089PNG\r\n\u001A\n"),
    JPEG("a JPEG picture", "\u00FF\u00D8\u00FF"),
    GIF("a GIF picture", "GIF8"),
    TIFF_LE("a TIFF picture", "II*\000"),
    TIFF_BE("a TIFF picture", "MM\000*"),
    GZIP("a gzip archive", "\u001F\u008B"),
    SEVEN_ZIP("a 7z archive", "7z\u00BC\u00AF\u0027\u001C"),
    RAR("a RAR archive", "Rar!\u001A\u0007"),
    XZ("an xz archive", "\u00FD7zXZ\000"),
    ELF("a program (ELF)", "\u007FELF"),
    SQLITE("an SQLite database", "SQLite format 3\000");

    private static final int PDF_WITHIN = 1024;

    private final String description;
    private final byte[] magic;

    FileSignature(String description, String magic) {
        this.description = description;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    String description() {
        return description;
    }

    /** Whether the content is a PDF: readers accept its signature within the first kilobyte. */
    static boolean isPdf(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("%PDF-");
        return at == 0 || at > 0 && (isJunk(head, at) || head.substring(0, at).isBlank());
    }

    /** Bytes that no text has, as mail gateways and printers put before a PDF. */
    private static boolean isJunk(String head, int end) {
        return head.substring(0, end).chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c > '~');
    }

    static Optional<FileSignature> of(byte[] content) {
        return Arrays.stream(values())
                .filter(signature -> signature.magic.length <= content.length
                        && Arrays.equals(
                                signature.magic, 0, signature.magic.length, content, 0, signature.magic.length))
                .findFirst();
    }
}
