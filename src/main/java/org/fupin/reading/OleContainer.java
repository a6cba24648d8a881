package org.fupin.reading;

import java.nio.charset.StandardCharsets;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;

/** Says of an OLE container, which is not read here, what it is and what to do, by the names in its directory. */
final class OleContainer {

    private OleContainer() {}

    static UnreadableDocumentException rejection(byte[] content) {
        // One character a byte: names are UTF-16LE, with a zero behind each letter.
        String raw = new String(content, StandardCharsets.ISO_8859_1);
        if (raw.contains(name("EncryptedPackage"))) {
            return new UnreadableDocumentException(
                    RejectionReason.ENCRYPTED, "an Office document that needs a password: save it without one");
        }
        if (raw.contains(name("__nameid_version1.0")) || raw.contains(name("__properties_version1.0"))) {
            return new UnreadableDocumentException(
                    RejectionReason.BINARY,
                    "not read here: it is a mail of Outlook (MSG): save it as text or EML, or its attachments as files of"
                            + " their own");
        }
        String message = raw.contains(name("WordDocument"))
                ? "an old Word file (DOC): open it in a word processor and save it as DOCX or PDF"
                : "a file of an old Office program (OLE): open it and save it as DOCX or PDF";
        return new UnreadableDocumentException(RejectionReason.BINARY, "not read here: it is " + message);
    }

    private static String name(String letters) {
        return new String(letters.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
