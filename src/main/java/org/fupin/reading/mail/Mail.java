package org.fupin.reading.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fupin.reading.html.HtmlText;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.text.DecodedText;
import org.fupin.reading.text.TextDecoder;
import org.fupin.reading.zip.MemberName;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is stored in a file (RFC 5322 and MIME): its text and its attachments, decoded. A mailbox of several mails is
 * a mail without text, to which they are attached.
 *
 * <p>The text is what a mail program shows: of a part in several forms the plain one, or the HTML one where the plain one is
 * empty or says far less. Pictures within the text, signatures and receipts are no attachments. A mail in a mail is one.
 */
public final class Mail {

    /** Parts within parts; a mail with a few forwarded ones has five. */
    private static final int MAX_DEPTH = 30;

    private static final int MAX_HEADER = 1 << 20;
    private static final int MAX_NAME = 200;

    /** A plain form with less than this part of the HTML form's text only says that there is another. */
    private static final int STUB = 2;

    private static final Set<String> NO_ATTACHMENTS = Set.of(
            "application/pgp-signature",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "message/delivery-status",
            "message/disposition-notification",
            "message/external-body",
            "text/rfc822-headers");

    /** The content of an attachment, decoded when it is asked for. */
    public interface Attachment {

        /** @throws UnreadableDocumentException if it cannot be decoded or is too large */
        byte[] read() throws UnreadableDocumentException;
    }

    /** A text and the encoding that it was in. */
    private record Body(String text, String charset) {

        static final Body NONE = new Body("", "US-ASCII");

        Body and(Body other) {
            if (text.isBlank()) {
                return other;
            }
            return other.text.isBlank() ? this : new Body(text.strip() + "\n\n" + other.text, charset);
        }
    }

    private final ReadingLimits limits;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private Body body = Body.NONE;
    private int parts;

    private Mail(ReadingLimits limits) {
        this.limits = limits;
    }

    public static boolean is(byte[] content) {
        return MailHeader.begin(content) >= 0;
    }

    /**
     * Takes a mail apart; attachments are found but not decoded.
     *
     * @param content for which {@link #is} is true
     * @throws UnreadableDocumentException if it is damaged, encrypted or over the limits
     */
    public static Mail of(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        Mail mail = new Mail(limits);
        mail.checkSize(content);
        try {
            mail.take(content);
        } catch (MessagingException | IOException | RuntimeException e) {
            throw damaged("cannot be taken apart: " + e.getMessage(), e);
        }
        return mail;
    }

    /** The text, with a line for each paragraph; blank if there is none. */
    public String text() {
        return body.text();
    }

    /** The IANA name of the encoding of the text, or of its first part. */
    public String charset() {
        return body.charset();
    }

    /** By their names, which are unique and without folders, in the order of the mail. */
    public Map<String, Attachment> attachments() {
        return attachments;
    }

    private void checkSize(byte[] content) throws UnreadableDocumentException {
        int lines = 0;
        int begin = MailHeader.begin(content);
        int header = -1;
        for (int i = begin; i + 2 < content.length; i++) {
            if (content[i] == '\n') {
                lines += content[i + 1] == '-' && content[i + 2] == '-' ? 1 : 0;
                boolean blank = content[i + 1] == '\n' || content[i + 1] == '\r' && content[i + 2] == '\n';
                header = blank && header < 0 ? i - begin : header;
            }
        }
        if ((header < 0 ? content.length - begin : header) > MAX_HEADER) {
            throw ReadingLimits.tooLarge(
                    "it is a mail with a header of more than %,d bytes, as no mail has", MAX_HEADER);
        }
        if (lines > 2L * limits.maxMembers() + 1000) {
            throw ReadingLimits.tooLarge(
                    "it is a mail with %,d lines that may part it, far more than the %,d parts that it may have",
                    lines, limits.maxMembers());
        }
    }

    private void take(byte[] content) throws MessagingException, IOException, UnreadableDocumentException {
        List<Integer> begins = mailbox(content);
        if (begins.size() > 1) {
            for (int i = 0; i < begins.size(); i++) {
                int from = begins.get(i);
                int to = i + 1 < begins.size() ? begins.get(i + 1) : content.length;
                count();
                attachments.put((i + 1) + ".eml", () -> Arrays.copyOfRange(content, from, to));
            }
            return;
        }
        int begin = MailHeader.begin(content);
        InputStream in = new SharedByteArrayInputStream(content, begin, content.length - begin);
        body = body(new MimeMessage((Session) null, in), 0);
        limits.checkCharacters(body.text().length());
    }

    /** Where the mails of a mailbox begin; nothing if it is none. */
    private static List<Integer> mailbox(byte[] content) {
        List<Integer> begins = new ArrayList<>();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (MailHeader.isMailboxLine(text, 0)) {
            begins.add(0);
            for (int at = text.indexOf("\nFrom "); at >= 0; at = text.indexOf("\nFrom ", at + 1)) {
                boolean behindBlank = text.charAt(at - 1) == '\n' || text.startsWith("\n\r", at - 2);
                if (behindBlank && MailHeader.isMailboxLine(text, at + 1)) {
                    begins.add(at + 1);
                }
            }
        }
        return begins;
    }

    private Body body(MimePart part, int depth) throws MessagingException, IOException, UnreadableDocumentException {
        if (depth > MAX_DEPTH) {
            throw new UnreadableDocumentException(
                    RejectionReason.NESTED, "it is a mail whose parts are nested more than " + MAX_DEPTH + " deep");
        }
        count();
        ContentType type = type(part);
        String name = (type.getPrimaryType() + "/" + type.getSubType()).toLowerCase(Locale.ROOT);
        if (name.equals("multipart/encrypted") || isEncrypted(name, type)) {
            throw new UnreadableDocumentException(
                    RejectionReason.ENCRYPTED,
                    "it is a mail that is encrypted: decrypt it and save its report as a file of its own");
        }
        if (name.startsWith("multipart/")) {
            return multipart(part, name.substring("multipart/".length()), depth);
        }
        if (isAttachment(part, name, depth)) {
            attach(part, type, name);
            return Body.NONE;
        }
        return name.startsWith("text/") ? text(part, type, name) : Body.NONE;
    }

    private Body multipart(MimePart part, String kind, int depth)
            throws MessagingException, IOException, UnreadableDocumentException {
        MimeMultipart multipart = new MailParts(part);
        int count = multipart.getCount();
        if (!multipart.isComplete()) {
            throw damaged("is cut off or damaged: the end of its parts is missing", null);
        }
        Body all = Body.NONE;
        Body plain = Body.NONE;
        Body rich = Body.NONE;
        for (int i = 0; i < count; i++) {
            MimePart inner = (MimePart) multipart.getBodyPart(i);
            boolean isPlain = type(inner).match("text/plain");
            Body read = body(inner, depth + 1);
            if (!kind.equals("alternative")) {
                all = all.and(read);
            } else if (isPlain) {
                plain = plain.and(read);
            } else if (!read.text().isBlank()) {
                rich = read;
            }
        }
        if (!kind.equals("alternative")) {
            return all;
        }
        boolean stub =
                plain.text().strip().length() * STUB < rich.text().strip().length();
        return stub ? rich : plain;
    }

    private static boolean isEncrypted(String name, ContentType type) {
        String kind = type.getParameter("smime-type");
        return name.matches("application/(x-)?pkcs7-mime") && (kind == null || !kind.contains("signed"));
    }

    private static boolean isAttachment(MimePart part, String name, int depth) throws MessagingException {
        String disposition = disposition(part);
        boolean attached = Part.ATTACHMENT.equals(disposition);
        if (NO_ATTACHMENTS.contains(name)) {
            return false;
        }
        if (name.startsWith("image/")) {
            // A picture that the text refers to is a part of its looks.
            return attached && part.getContentID() == null || depth == 0;
        }
        boolean isText = name.equals("text/plain") || name.equals("text/html") || name.equals("text/enriched");
        return attached && depth > 0 || !isText || depth > 0 && fileName(part) != null;
    }

    private static @Nullable String disposition(MimePart part) throws MessagingException {
        try {
            String disposition = part.getDisposition();
            return disposition == null ? null : disposition.toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return null;
        }
    }

    /** What is said of a part's type; plain text if that makes no sense. */
    private static ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text/plain");
        }
    }

    private Body text(MimePart part, ContentType type, String name)
            throws MessagingException, IOException, UnreadableDocumentException {
        byte[] bytes = decoded(part);
        if (bytes.length == 0) {
            return Body.NONE;
        }
        DecodedText decoded = decoder.decode(bytes, type.getParameter("charset"));
        limits.checkCharacters(decoded.text().length());
        if (name.equals("text/html")) {
            return new Body(HtmlText.of(decoded.text()), decoded.charset());
        }
        boolean flowed = "flowed".equalsIgnoreCase(type.getParameter("format"));
        boolean delSp = "yes".equalsIgnoreCase(type.getParameter("delsp"));
        return new Body(MailText.of(decoded.text(), flowed, delSp), decoded.charset());
    }

    private void attach(MimePart part, ContentType type, String name) throws MessagingException {
        boolean isMail = name.equals("message/rfc822") || name.equals("message/global");
        String file = fileName(part);
        if (file == null) {
            file = type.getParameter("name");
        }
        String path = file == null
                ? ""
                : MemberName.of(file.substring(file.replace('\\', '/').lastIndexOf('/') + 1));
        if (path.isEmpty()) {
            path = (isMail ? "message-" : "attachment-") + (attachments.size() + 1) + (isMail ? ".eml" : "");
        }
        if (path.length() > MAX_NAME) {
            path = path.substring(0, MAX_NAME);
        }
        String unique = path;
        for (int i = 2; attachments.containsKey(unique); i = i < 20 ? i + 1 : attachments.size() + 2) {
            unique = path + " (" + i + ")";
        }
        attachments.put(unique, () -> {
            try {
                return decoded(part);
            } catch (MessagingException | IOException | RuntimeException e) {
                throw new UnreadableDocumentException(
                        RejectionReason.DAMAGED,
                        "an attachment of a mail that is cut off or damaged: " + e.getMessage(),
                        e);
            }
        });
    }

    /** The name of the file that a part is, decoded; null if it has none. */
    private static @Nullable String fileName(MimePart part) throws MessagingException {
        String name;
        try {
            name = part.getFileName();
        } catch (ParseException e) {
            return null;
        }
        if (name == null || name.isBlank()) {
            return null;
        }
        String shortened = name.length() > 4 * MAX_NAME ? name.substring(0, 4 * MAX_NAME) : name;
        try {
            String decoded = MimeUtility.decodeText(MimeUtility.unfold(shortened));
            boolean isRaw =
                    decoded.chars().allMatch(c -> c < 256) && decoded.chars().anyMatch(c -> c > 126);
            return isRaw ? MemberName.decoded(decoded.getBytes(StandardCharsets.ISO_8859_1)) : decoded;
        } catch (IOException e) {
            return shortened;
        }
    }

    private byte[] decoded(MimePart part) throws MessagingException, IOException, UnreadableDocumentException {
        InputStream in = new MimePartDataSource(part).getInputStream();
        String encoding = part.getEncoding();
        if (type(part).match("message/*") && encoding != null && part instanceof MimeBodyPart inner) {
            in = MimeUtility.decode(inner.getRawInputStream(), encoding);
        }
        try (InputStream content = in) {
            byte[] bytes = content.readNBytes((int) limits.maxFileBytes() + 1);
            limits.checkFile(bytes.length);
            return bytes;
        }
    }

    private void count() throws UnreadableDocumentException {
        if (++parts > limits.maxMembers()) {
            throw ReadingLimits.tooLarge(
                    "it is a mail with more than the %,d parts that it may have", limits.maxMembers());
        }
    }

    private static UnreadableDocumentException damaged(String message, @Nullable Exception cause) {
        return new UnreadableDocumentException(RejectionReason.DAMAGED, "a mail that " + message, cause);
    }
}
