package org.fupin.delivery.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.fupin.delivery.compose.MailText;
import org.fupin.delivery.smtp.MailTransport.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that speaks SMTP. What its answers mean (RFC 5321, 4.2.1 and RFC 3463):
 *
 * <ul>
 *   <li>5xx to the recipient, to DATA or to the data: refused for this address;
 *   <li>552 that does not speak of a full mailbox, or a SIZE after EHLO (RFC 1870) that the message exceeds: too large;
 *   <li>4xx, a broken connection or no answer in time: put off;
 *   <li>no answer after the data was given over whole: in doubt;
 *   <li>no connection, no protection or an untrusted one, user or password or sender refused: no use to try further.
 * </ul>
 */
public final class SmtpTransport implements MailTransport {

    /** Authentication required, whatever command it answers (RFC 4954). */
    private static final int AUTHENTICATION_REQUIRED = 530;

    /** The server closes the connection. */
    private static final int CLOSING = 421;

    /** More than the server takes: a matter of the message, whatever command it answers. */
    private static final int TOO_LARGE = 552;

    /** The mailbox is full (RFC 3463): with some servers after 552. */
    private static final String MAILBOX_FULL = "5.2.2";

    private static final int PERMANENT = 500;
    private static final int TRANSIENT = 400;
    private static final int LONGEST_REASON = 500;

    private final SmtpSettings settings;
    private @Nullable SMTPTransport transport;

    /** As far as this side knows: the library's own answer costs a NOOP each time. */
    private boolean connected;

    /** Whether the connection has had a message. */
    private boolean used;

    /** Connects only when it is opened. */
    public SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
    }

    /** The library, made when there is something to send. */
    private SMTPTransport transport() {
        SMTPTransport made = transport;
        if (made == null) {
            try {
                made = (SMTPTransport) session(settings).getTransport("smtp");
            } catch (MessagingException e) {
                throw new IllegalStateException("the mail library knows no SMTP", e);
            }
            transport = made;
        }
        return made;
    }

    @Override
    public void open() throws MailServerException {
        if (connected) {
            return;
        }
        try {
            transport().connect(settings.host(), settings.port(), settings.user(), settings.password());
            connected = true;
            used = false;
        } catch (AuthenticationFailedException e) {
            disconnect();
            throw new MailServerException(name() + " rejected the credentials: " + words(e), e);
        } catch (MessagingException e) {
            disconnect();
            throw new MailServerException(name() + " cannot be used: " + words(e), e);
        }
    }

    @Override
    public Outcome send(MimeMessage message, String address) throws MailServerException {
        open();
        boolean first = !used;
        used = true;
        WholeData data = new WholeData(message);
        try {
            Optional<Outcome> tooLarge = tooLarge(message);
            if (tooLarge.isPresent()) {
                return tooLarge.get();
            }
            transport().sendMessage(data.message(), new Address[] {new InternetAddress(address, true)});
            return new Outcome.Accepted();
        } catch (AddressException e) {
            return new Outcome.Refused(words(e));
        } catch (MessagingException e) {
            if (!first && !data.begun() && (code(e) < TRANSIENT || code(e) == CLOSING)) {
                // A connection that served earlier messages and that the server has closed since.
                disconnect();
                return send(message, address);
            }
            return outcome(e, data);
        }
    }

    /** Present if the server said how much it takes and this is more. */
    private Optional<Outcome> tooLarge(MimeMessage message) throws MessagingException {
        String limit = transport().getExtensionParameter("SIZE");
        if (limit == null || !limit.strip().matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try (CountingStream size = new CountingStream()) {
            message.writeTo(size);
            return size.bytes() <= Long.parseLong(limit.strip())
                    ? Optional.empty()
                    : Optional.of(new Outcome.TooLarge(name() + " accepts messages of up to " + limit.strip()
                            + " bytes; this one has " + size.bytes()));
        } catch (IOException e) {
            throw new MessagingException("the message cannot be written", e);
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private Outcome outcome(MessagingException failure, WholeData data) throws MailServerException {
        String words = words(failure);
        int code = code(failure);
        if (code < TRANSIENT) {
            disconnect();
            return data.givenOver()
                    ? new Outcome.InDoubt("no answer after the message was transmitted: " + words)
                    : new Outcome.Deferred("the connection broke: " + words, true);
        }
        if (code == CLOSING) {
            disconnect();
            return new Outcome.Deferred(words, true);
        }
        if (code == AUTHENTICATION_REQUIRED || code >= PERMANENT && code != TOO_LARGE && isAboutSender(failure)) {
            disconnect();
            throw new MailServerException(name() + " refuses mail from this sender: " + words, failure);
        }
        if (code == TOO_LARGE && !words.contains(MAILBOX_FULL)) {
            return new Outcome.TooLarge(words);
        }
        return code >= PERMANENT ? new Outcome.Refused(words) : new Outcome.Deferred(words, false);
    }

    /** The server's answer; less than 400 if it was none. */
    private static int code(MessagingException failure) {
        int code = 0;
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException send && code < TRANSIENT) {
                code = send.getReturnCode();
            }
        }
        return code;
    }

    private static boolean isAboutSender(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException) {
                return false;
            }
            if (e instanceof SMTPSenderFailedException
                    || e instanceof SMTPSendFailedException send
                            && send.getCommand() != null
                            && send.getCommand().startsWith("MAIL")) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong on one line, the innermost cause first: that is where the server's words are. */
    private static String words(Exception failure) {
        Exception innermost = failure;
        for (Exception e = failure; e != null; e = next(e)) {
            innermost = e;
            if (e instanceof SMTPAddressFailedException || e instanceof SMTPSenderFailedException) {
                break;
            }
        }
        String message = innermost.getMessage();
        String words = message == null ? innermost.getClass().getSimpleName() : message;
        if (innermost instanceof IOException || !(innermost instanceof MessagingException)) {
            words = innermost.getClass().getSimpleName() + ": " + words;
        }
        return MailText.shortLine(words, LONGEST_REASON);
    }

    private static @Nullable Exception next(Exception e) {
        if (e instanceof MessagingException messaging && messaging.getNextException() != null) {
            return messaging.getNextException();
        }
        return e.getCause() instanceof Exception cause && cause != e ? cause : null;
    }

    private String name() {
        return "the mail server " + settings.host() + ":" + settings.port();
    }

    private void disconnect() {
        connected = false;
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is closed all the same.
        }
    }

    private static Session session(SmtpSettings settings) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        // What servers offer on a protected connection; the library would go on to DIGEST-MD5 and NTLM.
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // A server that answers no QUIT must not hold up the end of a run.
        properties.put("mail.smtp.quitwait", "false");
        if (!settings.authorities().isEmpty()) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(settings.authorities()));
        }
        return Session.getInstance(properties);
    }

    private static SSLSocketFactory trusting(Iterable<Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("certificates that were read cannot be used", e);
        }
    }

    /** Keeps nothing of what is written but its length. */
    private static final class CountingStream extends OutputStream {

        private long bytes;

        long bytes() {
            return bytes;
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    /** Notices when the whole message has been written, the last moment at which the server surely has not got it. */
    private static final class WholeData {

        private final MimeMessage message;
        private boolean begun;
        private boolean givenOver;

        WholeData(MimeMessage message) {
            this.message = message;
        }

        /** Whether the server may have got the first byte of it. */
        boolean begun() {
            return begun;
        }

        boolean givenOver() {
            return givenOver;
        }

        MimeMessage message() throws MessagingException {
            return new MimeMessage(message) {

                @Override
                public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
                    begun = true;
                    super.writeTo(out, ignored);
                    givenOver = true;
                }
            };
        }
    }
}
