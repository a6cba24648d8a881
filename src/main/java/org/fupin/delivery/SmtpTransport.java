package org.fupin.delivery;

import jakarta.mail.internet.MimeMessage;

/** A mail server that speaks SMTP. */
public final class SmtpTransport implements MailTransport {

    public SmtpTransport(SmtpSettings settings) {}

    @Override
    public void open() throws MailServerException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome send(MimeMessage message, String address) throws MailServerException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
