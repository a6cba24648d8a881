package org.fupin.delivery;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fupin.delivery.compose.Composer;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.outbox.StoredMessage;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.delivery.smtp.MailFormat;
import org.fupin.delivery.smtp.MailServerException;
import org.fupin.delivery.smtp.MailTransport;

/**
 * Mail to the owner past the ledger: for a run that has none, because the database is what failed. What cannot be sent now
 * is not sent later.
 */
public final class OwnerMail {

    private final Composer composer;
    private final Clock clock;

    public OwnerMail(Recipients recipients, Clock clock) {
        this.composer = new Composer(recipients);
        this.clock = clock;
    }

    /** Sends a notice, unless it is not {@linkplain OwnerNotice#worthSending() worth it}. */
    public SendResult send(OwnerNotice notice, MailTransport server) {
        List<Undelivered> failed = new ArrayList<>();
        int sent = 0;
        String stopped = null;
        if (notice.worthSending()) {
            Message message = composer.owner(notice);
            try {
                MimeMessage mime = MailFormat.of(
                        new StoredMessage(
                                0,
                                message.messageId(0),
                                null,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                message),
                        file -> new byte[0]);
                for (String address : message.addresses()) {
                    server.open();
                    MailTransport.Outcome outcome = server.send(mime, address);
                    if (outcome instanceof MailTransport.Outcome.Accepted) {
                        sent++;
                    } else {
                        failed.add(new Undelivered(message.office(), address, message.subject(), outcome.reason()));
                    }
                }
            } catch (MailServerException e) {
                stopped = e.getMessage();
            } catch (IOException e) {
                throw new IllegalStateException("a message without files", e);
            }
        }
        return new SendResult(sent, failed, List.of(), 0, stopped);
    }
}
