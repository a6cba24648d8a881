package org.fupin.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.delivery.smtp.MailTransport.Outcome;
import org.jspecify.annotations.Nullable;

/** A mail server in the memory: takes what it is not told to refuse. */
public final class FakeServer implements MailTransport {

    /** What it was given and may have taken. */
    public record Taken(String address, String messageId, String subject, MimeMessage message) {}

    public static final Outcome REFUSED = new Outcome.Refused("550 5.1.1 no such user");
    public static final Outcome LATER = new Outcome.Deferred("451 4.7.1 greylisted", false);
    public static final Outcome BROKEN = new Outcome.Deferred("connection reset", true);
    public static final Outcome TOO_LARGE = new Outcome.TooLarge("552 5.3.4 too large");
    public static final Outcome IN_DOUBT = new Outcome.InDoubt("no answer");

    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, Deque<Outcome>> outcomes = new HashMap<>();
    private final List<String> attempts = new ArrayList<>();
    private @Nullable MailServerException closedTo;
    private @Nullable MailServerException unwilling;

    /** What it says to an address, one after the other; after that it accepts. */
    public FakeServer says(String address, Outcome... replies) {
        outcomes.put(address, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    /** It cannot be reached. */
    public FakeServer gone() {
        closedTo = new MailServerException("it does not answer", null);
        return this;
    }

    /** It connects and then takes no mail from us at all. */
    public FakeServer unwilling() {
        unwilling = new MailServerException("it takes no mail from us", null);
        return this;
    }

    public FakeServer back() {
        closedTo = null;
        unwilling = null;
        return this;
    }

    public List<Taken> taken() {
        return taken;
    }

    public List<String> attempts() {
        return attempts;
    }

    @Override
    public void open() throws MailServerException {
        if (closedTo != null) {
            throw closedTo;
        }
    }

    @Override
    public Outcome send(MimeMessage message, String address) throws MailServerException {
        attempts.add(address);
        if (unwilling != null) {
            throw unwilling;
        }
        Deque<Outcome> queue = outcomes.getOrDefault(address, new ArrayDeque<>());
        Outcome outcome = queue.isEmpty() ? new Outcome.Accepted() : queue.remove();
        if (outcome instanceof Outcome.Accepted || outcome instanceof Outcome.InDoubt) {
            try {
                taken.add(new Taken(address, message.getMessageID(), message.getSubject(), message));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return outcome;
    }

    @Override
    public void close() {}
}
