package org.fupin.reading.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a part of a mail is made of. They stay where they are in memory, and their headers are read here: the
 * library would look through the class path for each of thousands of them.
 */
final class MailParts extends MimeMultipart {

    MailParts(MimePart part) throws MessagingException {
        super(new MimePartDataSource(part));
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream in) throws MessagingException {
        return new Shared(in);
    }

    private static final class Shared extends MimeBodyPart {

        Shared(InputStream in) throws MessagingException {
            try {
                headers = header(in);
            } catch (IOException e) {
                throw new MessagingException("a part's header cannot be read", e);
            }
            SharedInputStream shared = (SharedInputStream) in;
            contentStream = shared.newStream(shared.getPosition(), -1);
        }

        private static InternetHeaders header(InputStream in) throws IOException {
            InternetHeaders header = new InternetHeaders();
            StringBuilder field = new StringBuilder();
            for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
                if (field.length() > 0 && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                    header.addHeaderLine(field.toString());
                    field.setLength(0);
                }
                field.append(field.length() > 0 ? "\r\n" : "").append(line);
            }
            if (field.length() > 0) {
                header.addHeaderLine(field.toString());
            }
            return header;
        }

        /** A line without its end, null if there is no more. */
        private static @Nullable String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            if (c < 0) {
                return null;
            }
            while (c >= 0 && c != '\n') {
                line.append((char) c);
                c = in.read();
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        }
    }
}
