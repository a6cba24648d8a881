package org.fupin.delivery.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.fupin.delivery.compose.Enclosure;
import org.fupin.delivery.compose.MailText;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.outbox.StoredMessage;
import org.fupin.delivery.recipients.MailAddress;

/**
 * Puts a message into the form in which it travels: {@code multipart/mixed} of {@code multipart/alternative} (text, HTML)
 * and the attachments. What goes into headers is encoded (RFC 2047, RFC 2231), so that all of them are ASCII.
 */
public final class MailFormat {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailFormat() {}

    /**
     * The whole message.
     *
     * @param files where the attachments come from; not asked where there are none
     * @throws IOException if an attachment cannot be read
     */
    public static MimeMessage of(StoredMessage stored, FileSource files) throws IOException {
        try {
            MimeMessage mime = new FixedIdMessage(stored.messageId());
            headers(mime, stored);
            MimeBodyPart bodies = bodies(stored.message());
            MimeMultipart mixed = new MimeMultipart(bodies);
            if (stored.message().attached()) {
                for (Enclosure enclosure : stored.message().files()) {
                    mixed.addBodyPart(attachment(enclosure, files.read(enclosure.file())));
                }
            }
            mime.setContent(mixed);
            mime.saveChanges();
            return mime;
        } catch (MessagingException e) {
            throw new IllegalStateException("message " + stored.messageId() + " cannot be put together", e);
        }
    }

    private static void headers(MimeMessage mime, StoredMessage stored) throws MessagingException, IOException {
        Message message = stored.message();
        mime.setFrom(message.from().internetAddress());
        if (message.replyTo() != null) {
            mime.setReplyTo(addresses(List.of(message.replyTo())));
        }
        mime.setRecipients(RecipientType.TO, addresses(message.to()));
        mime.setRecipients(RecipientType.CC, addresses(message.cc()));
        mime.setSentDate(Date.from(stored.queued()));
        mime.setSubject(MailText.line(message.subject()), UTF_8);
        if (stored.inReplyTo() != null) {
            mime.setHeader("In-Reply-To", stored.inReplyTo());
            mime.setHeader("References", stored.inReplyTo());
        }
        mime.setHeader("Content-Language", message.language().tag());
        // RFC 3834: answering machines leave such mail alone.
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (message.contact() != null) {
            // RFC 2369 and 2919.
            String subject = URLEncoder.encode("Unsubscribe " + message.office(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            // In a mailto address only what RFC 6068 allows; the rest is percent-encoded.
            mime.setHeader(
                    "List-Unsubscribe", "<mailto:" + mailto(message.contact().address()) + "?subject=" + subject + ">");
            mime.setHeader("List-Id", "<fupin-reports." + message.from().domain() + ">");
        }
    }

    private static String mailto(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@");
    }

    private static MimeBodyPart bodies(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(crLf(message.text()), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(crLf(message.html()), UTF_8, "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        return both;
    }

    private static MimeBodyPart attachment(Enclosure enclosure, byte[] content) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        String type = enclosure.file().mediaType();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        String name = MailText.line(enclosure.name()).replaceAll("[\"\\\\/]", "_");
        String plain = MailText.line(enclosure.file().fileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        if (name.equals(plain)) {
            part.setHeader("Content-Type", type + "; name=\"" + plain + "\"");
            part.setHeader("Content-Disposition", Part.ATTACHMENT + "; filename=\"" + plain + "\"");
        } else {
            // Who knows RFC 2231 takes filename*; older readers show the encoded word of name, or the ASCII name.
            part.setHeader("Content-Type", type + ";\r\n name=\"" + MimeUtility.encodeWord(name, UTF_8, "B") + "\"");
            part.setHeader(
                    "Content-Disposition",
                    Part.ATTACHMENT + ";\r\n filename=\"" + plain + "\";\r\n filename*=UTF-8''" + percent(name));
        }
        return part;
    }

    private static String percent(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static InternetAddress[] addresses(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::internetAddress).toArray(InternetAddress[]::new);
    }

    /** The line ends of mail, which encoders of text do not all make themselves. */
    private static String crLf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /** Keeps the id that it was given. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
