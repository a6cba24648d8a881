package org.fupin.delivery;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.delivery.compose.Composer;
import org.fupin.delivery.compose.Enclosure;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.Selection;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.outbox.AcceptedMessage;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OpenDelivery;
import org.fupin.delivery.outbox.Outbox;
import org.fupin.delivery.outbox.Outbox.OpenMessage;
import org.fupin.delivery.outbox.RetrySchedule;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.delivery.smtp.FileSource;
import org.fupin.delivery.smtp.JournalingTransport;
import org.fupin.delivery.smtp.MailFormat;
import org.fupin.delivery.smtp.MailServerException;
import org.fupin.delivery.smtp.MailTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Mail to the offices and to the owner. A run does, in this order:
 *
 * <pre>{@code
 * Delivery delivery = new Delivery(recipients, new Outbox(jdbc, transactionManager, clock));
 * delivery.queue(publication, period, runId);
 * delivery.settle(journal.entries());
 * try (MailTransport server = new JournalingTransport(new SmtpTransport(settings), journal, clock)) {
 *     FileSource files = ...;
 *     SendResult sent = delivery.send(server, files, lock::confirm, null);
 *     OwnerNotice notice = new OwnerNotice(..., sent.failed(), sent.deferred());
 *     delivery.tellOwner(notice, server, lock::confirm);
 * }
 * }</pre>
 *
 * <p>All of it can be done again at any time: what was queued is not queued again, what was sent is not sent again.
 *
 * <h2>What a crash can do</h2>
 *
 * A message goes to one address at a time. {@code sending} is committed before the server is spoken to, {@code sent} right
 * after its 250; so, if the process or the machine dies
 *
 * <ul>
 *   <li>before {@code sending} is committed: nothing was sent, the message is sent later;
 *   <li>between that commit and the end of the data: the server discards what it has, the message is sent later;
 *   <li>between the server's 250 and its entry in the {@linkplain JournalingTransport journal}, a single write to the disk:
 *       <b>the one point that cannot be covered</b> from this side, for SMTP has no way to ask afterwards. The row stays
 *       {@code sending}, and the message is sent again with the same Message-ID, Date, bodies and files: stores that keep
 *       one message for each id show one, others two. A loss would be worse. The same holds where the connection breaks
 *       between the end of the data and the answer (RFC 1047);
 *   <li>between that entry and the commit of {@code sent}, or where the database is away just then: the next run
 *       {@linkplain #settle enters} it and does not send it again (one on another machine, without the journal, does);
 *   <li>after {@code sent} is committed: it is not sent again.
 * </ul>
 */
public final class Delivery {

    /** The log that tells what became of each file and report. */
    private static final Logger LOG = LoggerFactory.getLogger("org.fupin.run");

    /** After so many broken connections in a row the server is left alone until the next run. */
    private static final int MOST_BROKEN = 3;

    private final Recipients recipients;
    private final Outbox outbox;
    private final Composer composer;
    private final RetrySchedule schedule = RetrySchedule.USUAL;

    public Delivery(Recipients recipients, Outbox outbox) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.composer = new Composer(recipients);
    }

    /**
     * Puts a message into the outbox for each office that there is something new for, or that has not heard anything in
     * this period. New is a file whose version is not the one that the office was brought last. A message of which nothing
     * was sent yet is superseded by one that brings its files.
     *
     * @param runId the run that asks for it
     * @return what was queued now
     */
    public List<QueuedMessage> queue(Publication publication, YearMonth period, long runId) {
        outbox.withdraw(recipients);
        List<QueuedMessage> queued = new ArrayList<>();
        for (Office office : recipients.offices()) {
            outbox.inTransaction(() -> {
                        List<Next> wanted = next(office, publication, period);
                        for (Next next : wanted) {
                            outbox.supersede(next.superseded());
                            next.message().ifPresent(message -> outbox.store(message, null, runId));
                        }
                        return wanted;
                    })
                    .forEach(next -> next.message().ifPresent(message -> queued.add(message.queued())));
        }
        return queued;
    }

    /** What {@link #queue} would put into the outbox now; writes nothing. */
    public List<QueuedMessage> plan(Publication publication, YearMonth period) {
        List<QueuedMessage> planned = new ArrayList<>();
        for (Office office : recipients.offices()) {
            next(office, publication, period)
                    .forEach(next -> next.message().ifPresent(message -> planned.add(message.queued())));
        }
        return planned;
    }

    /**
     * @param message what is to be queued, if anything
     * @param superseded ids of the messages that are not to be sent any more
     */
    private record Next(Optional<Message> message, List<Long> superseded) {}

    /**
     * One for those who have had part in the office's mail, and one for addresses that are new there: they get all that
     * there is, from a run that is not limited to some of it.
     */
    private List<Next> next(Office office, Publication publication, YearMonth period) {
        Selection current = Selection.of(publication, office);
        Map<String, String> brought = outbox.brought(office.id());
        List<OpenMessage> open = outbox.open(office.id());
        Set<String> newcomers = new HashSet<>(office.addresses());
        newcomers.removeAll(outbox.known(office.id()));
        if (brought.isEmpty() || newcomers.isEmpty()) {
            return List.of(next(office, publication, period, current, brought, open));
        }
        Map<Boolean, List<OpenMessage>> forNewcomers =
                open.stream().collect(Collectors.partitioningBy(it -> newcomers.containsAll(it.addresses())));
        Set<String> others = new HashSet<>(office.addresses());
        others.removeAll(newcomers);
        List<Next> next = new ArrayList<>();
        if (!others.isEmpty()) {
            next.add(next(office.only(others), publication, period, current, brought, forNewcomers.get(false)));
        }
        if (publication.whole()) {
            next.add(next(office.only(newcomers), publication, period, current, Map.of(), forNewcomers.get(true)));
        }
        return next;
    }

    private Next next(
            Office office,
            Publication publication,
            YearMonth period,
            Selection current,
            Map<String, String> had,
            List<OpenMessage> open) {
        Map<String, String> brought = new HashMap<>(had);
        List<Long> superseded = new ArrayList<>();
        List<Long> empty = new ArrayList<>();
        for (OpenMessage message : open) {
            Set<String> paths = new HashSet<>();
            message.files().forEach(enclosure -> paths.add(enclosure.file().path()));
            if (paths.isEmpty()) {
                empty.add(message.id());
            } else if (publication.whole()
                    || current.paths().containsAll(paths)
                    || !Enclosure.areAllFor(office, message.files())) {
                superseded.add(message.id());
            } else {
                // It brings what this publication does not tell of, so it has to be sent all the same.
                message.files()
                        .forEach(enclosure -> brought.put(
                                enclosure.file().path(), enclosure.file().sha256()));
            }
        }
        Selection fresh = current.without(brought);
        if (!fresh.isEmpty()) {
            // Those that tell of nothing new are not true any more.
            superseded.addAll(empty);
            boolean update = !had.isEmpty() && outbox.wasSent(office.id(), period);
            Message message = composer.reports(office, period, update, fresh);
            Optional<Long> standing = outbox.standing(message);
            standing.ifPresent(superseded::remove);
            return new Next(standing.isPresent() ? Optional.empty() : Optional.of(message), superseded);
        }
        boolean silent = publication.whole() && !outbox.hasMessage(office.id(), period, superseded);
        return new Next(silent ? Optional.of(composer.nothingNew(office, period)) : Optional.empty(), superseded);
    }

    /**
     * Puts a copy of the last message of an office into the outbox, of the last with files if there is one, for its
     * present addresses: the same content under a Message-ID of its own, as an answer to the first. A message that still
     * waits is not copied: there is nothing to repeat yet. Either brings its files as the present settings have it, attached
     * or as links.
     *
     * @return the copy, or the waiting message; empty if the office has not had a message
     * @throws IllegalArgumentException if there is no such office
     */
    public Optional<QueuedMessage> again(String office) {
        Office present = recipients
                .office(office)
                .orElseThrow(() -> new IllegalArgumentException("unknown office '" + office + "'"));
        outbox.withdraw(recipients);
        return outbox.inTransaction(() -> outbox.last(office).map(last -> {
            Message message = composer.with(
                            last.message(),
                            composer.canBeAttached(last.message().files()))
                    .orElse(last.message());
            if (outbox.open(office).stream().noneMatch(open -> open.id() == last.id())) {
                Message copy = message.to(present);
                // Whom the first has not come to yet gets the copy alone.
                outbox.supersede(List.of(last.id()));
                outbox.store(copy, last.messageId(), null);
                return copy.queued();
            }
            if (message.attached() != last.message().attached()) {
                outbox.rewrite(last.id(), message);
            }
            return message.queued();
        }));
    }

    /**
     * Sends what is in the outbox and due, each address in an SMTP transaction of its own.
     *
     * @param only the id of the one office whose mail is sent, due or not; null for all mail that is due
     * @throws DataAccessException if the ledger cannot be read or written; if that was behind a message which the server
     *     has taken, it stays {@link DeliveryStatus#SENDING} until the journal is settled; without a journal it is sent
     *     again with the same Message-ID
     */
    public SendResult send(MailTransport server, FileSource files, SendGuard guard, @Nullable String only) {
        outbox.withdraw(recipients);
        return new Round(server, files, guard).send(only == null ? outbox.due() : outbox.waitingFor(only));
    }

    /** Enters what a server took and a run that died did not live to enter. Before anything is sent. */
    public void settle(List<AcceptedMessage> taken) {
        for (AcceptedMessage message : taken) {
            if (outbox.settle(message) > 0) {
                LOG.atInfo().addKeyValue("address", message.address()).log("mail sent by a run that died");
            }
        }
    }

    /**
     * What the owner has yet to hear that was given up, or hears from this run: also what an earlier run gave up and did
     * not live to tell.
     *
     * @param runId null for no run
     */
    public List<Undelivered> givenUp(@Nullable Long runId) {
        return outbox.givenUp(runId);
    }

    /**
     * Writes to the owner, unless the notice is not {@linkplain OwnerNotice#worthSending() worth it} or the owner was told
     * the same in this period. The message goes through the outbox, so that it is sent later where it cannot be sent now;
     * where the ledger is what failed, it is sent without, once.
     *
     * @param server null where there is none: the message then waits in the outbox
     */
    public SendResult tellOwner(OwnerNotice notice, @Nullable MailTransport server, SendGuard guard) {
        SendResult nothing = new SendResult(0, List.of(), List.of(), 0, null);
        if (!notice.worthSending()) {
            return nothing;
        }
        Message message = composer.owner(notice);
        try {
            outbox.inTransaction(() -> {
                boolean told = outbox.contains(message);
                if (!told) {
                    outbox.store(message, null, notice.runId());
                }
                if (!notice.undelivered().isEmpty()) {
                    outbox.told(message);
                }
                return told;
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("owner notified without the ledger");
            return server == null ? nothing : new OwnerMail(recipients, outbox.clock()).send(notice, server);
        }
        return server == null
                ? new SendResult(0, List.of(), List.of(), outbox.waiting(), null)
                : new Round(server, file -> new byte[0], guard).send(outbox.waitingFor(Recipients.OWNER));
    }

    /** One go through what is to be sent. */
    private final class Round {

        private final MailTransport server;
        private final FileSource files;
        private final SendGuard guard;
        private final List<Undelivered> failed = new ArrayList<>();
        private final List<Undelivered> deferred = new ArrayList<>();
        private long loaded = -1;
        private @Nullable MimeMessage message;
        private String unreadable = "";
        private int sent;
        private int broken;

        Round(MailTransport server, FileSource files, SendGuard guard) {
            this.server = server;
            this.files = files;
            this.guard = guard;
        }

        SendResult send(List<OpenDelivery> open) {
            String stopped = null;
            try {
                Set<Long> breaking = new HashSet<>();
                List<OpenDelivery> later = new ArrayList<>();
                for (OpenDelivery delivery : open) {
                    if (breaking.contains(delivery.message())) {
                        // It may be the message that breaks the connection: what else there is goes first.
                        later.add(delivery);
                    } else if (breaksOver(delivery)) {
                        breaking.add(delivery.message());
                    }
                }
                for (OpenDelivery delivery : later) {
                    breaksOver(delivery);
                }
            } catch (MailServerException e) {
                stopped = e.getMessage();
                LOG.atError().addKeyValue("why", stopped).log("mail stopped");
            }
            return new SendResult(sent, failed, deferred, outbox.waiting(), stopped);
        }

        /** Sends, and tells whether the connection broke over it. */
        private boolean breaksOver(OpenDelivery delivery) throws MailServerException {
            if (delivery.message() != loaded) {
                load(delivery.message());
            }
            guard.confirm();
            int before = broken;
            if (message != null) {
                send(delivery, message);
            } else if (outbox.begin(delivery)) {
                // Counted as an attempt, so that it is given up some day.
                putOff(delivery, delivery.status(), unreadable);
            }
            if (broken == MOST_BROKEN) {
                throw new MailServerException("the connection broke " + broken + " times in a row", null);
            }
            return broken > before;
        }

        private void load(long id) {
            loaded = id;
            try {
                message = MailFormat.of(outbox.message(id), files);
            } catch (IOException e) {
                message = null;
                unreadable = String.valueOf(e.getMessage());
            }
        }

        private void send(OpenDelivery delivery, MimeMessage message) throws MailServerException {
            server.open();
            if (!outbox.begin(delivery)) {
                event(LOG.atWarn(), delivery).log("mail sent by another");
                return;
            }
            MailTransport.Outcome outcome;
            try {
                outcome = server.send(message, delivery.address());
            } catch (MailServerException e) {
                outbox.notBegun(delivery);
                throw e;
            }
            broken = outcome.connectionLost() ? broken + 1 : 0;
            if (outcome instanceof MailTransport.Outcome.Accepted) {
                accepted(delivery);
            } else if (outcome instanceof MailTransport.Outcome.Refused refused) {
                giveUp(delivery, refused.reason());
            } else if (outcome instanceof MailTransport.Outcome.TooLarge large) {
                sendLinks(delivery, large.reason());
            } else if (outcome instanceof MailTransport.Outcome.Deferred later) {
                // An earlier attempt may have succeeded all the same.
                putOff(delivery, delivery.status(), later.reason());
            } else {
                putOff(delivery, DeliveryStatus.SENDING, outcome.reason());
            }
        }

        /** Sends a message that is too large for the server with links instead of attachments, to all who wait for it. */
        private void sendLinks(OpenDelivery delivery, String reason) throws MailServerException {
            Message large = outbox.message(delivery.message()).message();
            Optional<Message> linked =
                    large.attached() && !large.files().isEmpty() ? composer.with(large, false) : Optional.empty();
            if (linked.isEmpty()) {
                giveUp(delivery, reason);
                return;
            }
            outbox.rewrite(delivery.message(), linked.get());
            outbox.notBegun(delivery);
            event(LOG.atWarn(), delivery).addKeyValue("why", reason).log("mail sent with links");
            load(delivery.message());
            send(delivery, Objects.requireNonNull(message, "a message without attachments"));
        }

        private void accepted(OpenDelivery delivery) {
            sent++;
            try {
                outbox.accepted(delivery);
            } catch (RuntimeException e) {
                // The journal has it, if there is one; else it will be sent again, with the same Message-ID.
                event(LOG.atError(), delivery).log("mail sent and not entered");
                throw e;
            }
            event(LOG.atInfo(), delivery).log("mail sent");
        }

        private static LoggingEventBuilder event(LoggingEventBuilder builder, OpenDelivery delivery) {
            return builder.addKeyValue("office", delivery.office())
                    .addKeyValue("address", delivery.address())
                    .addKeyValue("mail", delivery.message());
        }

        private void giveUp(OpenDelivery delivery, String reason) {
            outbox.failed(delivery, reason);
            failed.add(delivery.undelivered(reason));
            event(LOG.atWarn(), delivery).addKeyValue("why", reason).log("mail given up");
        }

        private void putOff(OpenDelivery delivery, DeliveryStatus status, String reason) {
            int attempts = delivery.attempts() + 1;
            schedule.next(attempts, delivery.firstAttempt(), outbox.now())
                    .ifPresentOrElse(
                            next -> {
                                outbox.deferred(delivery, status, reason, next);
                                deferred.add(delivery.undelivered(reason));
                                event(LOG.atWarn(), delivery)
                                        .addKeyValue("next", next)
                                        .addKeyValue("why", reason)
                                        .log("mail put off");
                            },
                            () -> giveUp(
                                    delivery,
                                    "given up after " + attempts + " attempts"
                                            + (status == DeliveryStatus.SENDING
                                                    ? ", one of which may have succeeded"
                                                    : "")
                                            + ": " + reason));
        }
    }
}
