package org.fupin.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import org.fupin.delivery.outbox.AcceptedMessage;
import org.fupin.delivery.smtp.MailTransport.Outcome;
import org.slf4j.LoggerFactory;

/**
 * Puts down what a server has taken as soon as it says so: quicker than the ledger, which is a database that may be slow or
 * away just then.
 */
public final class JournalingTransport implements MailTransport {

    private final MailTransport server;
    private final AcceptedMessage.Journal journal;
    private final Clock clock;

    public JournalingTransport(MailTransport server, AcceptedMessage.Journal journal, Clock clock) {
        this.server = server;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void open() throws MailServerException {
        server.open();
    }

    @Override
    public Outcome send(MimeMessage message, String address) throws MailServerException {
        Outcome outcome = server.send(message, address);
        if (outcome instanceof Outcome.Accepted) {
            try {
                journal.add(new AcceptedMessage(message.getMessageID(), address, clock.instant()));
            } catch (IOException | MessagingException e) {
                // The ledger comes next and is what counts.
                LoggerFactory.getLogger(JournalingTransport.class)
                        .warn("what the mail server took was not put down: {}", e.toString());
            }
        }
        return outcome;
    }

    @Override
    public void close() {
        server.close();
    }
}
