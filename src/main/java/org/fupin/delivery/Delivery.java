package org.fupin.delivery;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mail to the offices and to the owner. A run does, in this order:
 *
 * <pre>{@code
 * Delivery delivery = new Delivery(recipients, new Outbox(jdbc, transactionManager, clock));
 * delivery.queue(publication, period, runId);
 * try (MailTransport server = new SmtpTransport(settings)) {
 *     FileSource files = new ReportFolder(out);
 *     SendResult sent = delivery.send(server, files, lock::confirm, null);
 *     OwnerNotice notice = new OwnerNotice(..., sent.failed(), sent.deferred());
 *     delivery.tellOwner(notice, server, lock::confirm);
 * }
 * }</pre>
 *
 * All of it can be done again at any time: what was queued is not queued again, what was sent is not sent again.
 */
public final class Delivery {

    public Delivery(Recipients recipients, Outbox outbox) {}

    /**
     * Puts a message into the outbox for each office that there is something new for, or that has not heard anything in
     * this period.
     *
     * @param runId the run that asks for it
     * @return what was queued now
     */
    public List<QueuedMessage> queue(Publication publication, YearMonth period, long runId) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #queue} would put into the outbox now; writes nothing. */
    public List<QueuedMessage> plan(Publication publication, YearMonth period) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts a copy of the last message of an office into the outbox, for its present addresses: the same bodies and files
     * under a Message-ID of its own, in the thread of the first.
     *
     * @return empty if the office has not had a message
     * @throws IllegalArgumentException if there is no such office
     */
    public Optional<QueuedMessage> again(String office) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends what is in the outbox and due, each address in an SMTP transaction of its own.
     *
     * @param only the id of the one office whose mail is sent, due or not; null for all mail that is due
     * @throws org.springframework.dao.DataAccessException if the ledger cannot be read or written; if that was behind a
     *     message which the server has taken, it stays {@link DeliveryStatus#SENDING} and is sent again with the same
     *     Message-ID
     */
    public SendResult send(MailTransport server, FileSource files, SendGuard guard, @Nullable String only) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes to the owner, unless the notice is not {@linkplain OwnerNotice#worthSending() worth it} or the owner was told
     * the same in this period. The message goes through the outbox, so that it is sent later where it cannot be sent now;
     * where the ledger is what failed, it is sent without.
     *
     * @param server null where there is none: the message then waits in the outbox
     */
    public SendResult tellOwner(OwnerNotice notice, @Nullable MailTransport server, SendGuard guard) {
        throw new UnsupportedOperationException();
    }
}
