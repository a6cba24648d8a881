package org.fupin.delivery.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.Enclosure;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.compose.MessageKind;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of messages: which were put together for whom, and how far each has come to each of its addresses. What it
 * notes of an attempt to send is committed at once, whatever transaction the caller has open, and on the disk before the
 * caller goes on: mail cannot be rolled back.
 *
 * <p>Made for one writer at a time; of two that send at once, at most one begins each attempt.
 */
public class Outbox {

    /** How a ledger that does not answer is waited for after the server took a message: a bit more than a minute. */
    private static final RetryPolicy DEFAULT_RETRY = RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(8)
            .delay(Duration.ofMillis(250))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(20))
            .build();

    private static final String MESSAGES = """
            SELECT outbox_id, office_id, period, content_sha256, kind, message_id, in_reply_to, mail_from, reply_to,
                mail_to, mail_cc, contact, language, subject, body_text, body_html, attached, queued
            FROM outbox""";

    /** A message is open as long as no address has it or may have it, and one still waits for it. */
    private static final String OPEN = """
             EXISTS (SELECT 1 FROM outbox_delivery w WHERE w.outbox_id = o.outbox_id AND w.status = 'pending')
            AND NOT EXISTS (SELECT 1 FROM outbox_delivery g WHERE g.outbox_id = o.outbox_id
                AND g.status IN ('sent', 'sending'))""";

    /** At least one address has it or may have it. */
    private static final String BROUGHT = " EXISTS (SELECT 1 FROM outbox_delivery g WHERE g.outbox_id = o.outbox_id"
            + " AND g.status IN ('sent', 'sending'))";

    private static final String GIVEN_UP = """
             FROM outbox_delivery d JOIN outbox o ON o.outbox_id = d.outbox_id
            LEFT JOIN outbox t ON t.message_id = d.owner_told
            WHERE d.status = 'failed' AND o.kind <> 'owner' AND (d.owner_told IS NULL OR t.run_id = ?)""";

    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final TransactionTemplate atOnce;
    private final RetryTemplate patiently;
    private final Clock clock;
    private final Runnable toDisk;

    /** To be read only, on a database that is migrated with {@code classpath:db/migration}. */
    public Outbox(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this(jdbc, transactions, clock, () -> {});
    }

    /** @param toDisk puts on the disk what was committed, where the database does not do so by itself */
    public Outbox(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, Runnable toDisk) {
        this(jdbc, transactions, clock, toDisk, DEFAULT_RETRY);
    }

    public Outbox(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Runnable toDisk,
            RetryPolicy patience) {
        this.client = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.patiently = new RetryTemplate(patience);
        this.clock = clock;
        this.toDisk = toDisk;
    }

    /** The newest messages first, the addresses of a message in their order. */
    public List<OutboxEntry> list(OutboxQuery query) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (query.status() != null) {
            where.append(" AND d.status = ?");
            parameters.add(query.status().code());
        }
        if (query.office() != null) {
            where.append(" AND o.office_id = ?");
            parameters.add(query.office());
        }
        if (query.period() != null) {
            where.append(" AND o.period = ?");
            parameters.add(query.period().toString());
        }
        parameters.add(query.limit());
        return client.sql("""
                        SELECT o.outbox_id, o.office_id, o.period, o.kind, o.subject, o.message_id, o.run_id, o.queued,
                            (SELECT COUNT(*) FROM outbox_file f WHERE f.outbox_id = o.outbox_id) AS files,
                            d.address, d.status, d.attempts, d.next_attempt, d.sent, d.reason
                        FROM outbox o JOIN outbox_delivery d ON d.outbox_id = o.outbox_id""" + where + " ORDER BY o.outbox_id DESC, d.list_no LIMIT ?")
                .params(parameters)
                .query((row, number) -> new OutboxEntry(
                        row.getLong("outbox_id"),
                        row.getString("office_id"),
                        YearMonth.parse(row.getString("period")),
                        Coded.of(MessageKind.class, row.getString("kind")),
                        row.getString("subject"),
                        row.getInt("files"),
                        row.getString("message_id"),
                        row.getObject("run_id") == null ? null : row.getLong("run_id"),
                        Objects.requireNonNull(instant(row, "queued")),
                        row.getString("address"),
                        Coded.of(DeliveryStatus.class, row.getString("status")),
                        row.getInt("attempts"),
                        instant(row, "next_attempt"),
                        instant(row, "sent"),
                        row.getString("reason")))
                .list();
    }

    /** How many are waiting to be sent: pending ones and those in doubt. */
    public int waiting() {
        return client.sql("SELECT COUNT(*) FROM outbox_delivery WHERE status IN ('pending', 'sending')")
                .query(Integer.class)
                .single();
    }

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    // What an office has
    // ------------------------------------------------------------------------------------------------

    /** The version of each file that the office was brought last, SHA-256 by path. */
    public Map<String, String> brought(String office) {
        Map<String, String> last = new HashMap<>();
        client.sql("SELECT f.path, f.sha256 FROM outbox o JOIN outbox_file f ON f.outbox_id = o.outbox_id"
                        + " WHERE o.office_id = ? AND" + BROUGHT + " ORDER BY o.outbox_id, f.list_no")
                .param(office)
                .query((ResultSet row) -> {
                    last.put(row.getString("path"), row.getString("sha256"));
                });
        return last;
    }

    /**
     * A message that no address has, and that one waits for.
     *
     * @param addresses those that wait for it
     */
    public record OpenMessage(long id, Set<String> addresses, List<Enclosure> files) {}

    /** The open messages of an office, oldest first. */
    public List<OpenMessage> open(String office) {
        return client
                .sql("SELECT o.outbox_id FROM outbox o WHERE o.office_id = ? AND" + OPEN + " ORDER BY o.outbox_id")
                .param(office)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> new OpenMessage(
                        id,
                        openDeliveries(" AND o.outbox_id = ?", List.of(id)).stream()
                                .map(OpenDelivery::address)
                                .collect(Collectors.toSet()),
                        files(id)))
                .toList();
    }

    /** The addresses that had part in messages of an office: that have one, refused one, or wait for one that others have. */
    public Set<String> known(String office) {
        return Set.copyOf(client.sql("SELECT DISTINCT d.address FROM outbox_delivery d JOIN outbox o"
                        + " ON o.outbox_id = d.outbox_id WHERE o.office_id = ? AND (d.status IN ('sent', 'sending', 'failed')"
                        + " OR (d.status = 'pending' AND" + BROUGHT + "))")
                .param(office)
                .query(String.class)
                .list());
    }

    /** Whether there is a message of the period beside these, that was not superseded. */
    public boolean hasMessage(String office, YearMonth period, Collection<Long> beside) {
        return client
                .sql("SELECT o.outbox_id FROM outbox o WHERE o.office_id = ? AND o.period = ? AND EXISTS (SELECT 1"
                        + " FROM outbox_delivery d WHERE d.outbox_id = o.outbox_id AND d.status <> 'superseded')")
                .params(office, period.toString())
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(id -> !beside.contains(id));
    }

    /** Whether a message of the period has come, or may have come, to an address of the office. */
    public boolean wasSent(String office, YearMonth period) {
        return client.sql("SELECT COUNT(*) FROM outbox o WHERE o.office_id = ? AND o.period = ? AND" + BROUGHT)
                        .params(office, period.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The message of the same content for office and period that is open or was refused by all addresses, so that this one
     * need not be queued. (One that was sent or superseded does not count: its files are wanted once more.)
     */
    public Optional<Long> standing(Message message) {
        return client.sql("SELECT MAX(o.outbox_id) FROM outbox o WHERE o.office_id = ? AND o.period = ?"
                        + " AND o.content_sha256 = ? AND NOT" + BROUGHT
                        + " AND NOT EXISTS (SELECT 1 FROM outbox_delivery s WHERE s.outbox_id = o.outbox_id"
                        + " AND s.status = 'superseded')")
                .params(message.office(), message.period().toString(), message.contentHash())
                .query(Long.class)
                .optional();
    }

    /** Whether there ever was a message of this content for office and period. */
    public boolean contains(Message message) {
        return copies(message) > 0;
    }

    // Queuing
    // -----------------------------------------------------------------------------------------------------------

    /**
     * Puts a message into the outbox, due at once.
     *
     * @param inReplyTo the id of the message that it repeats, null for none
     * @throws org.springframework.dao.DuplicateKeyException if someone else did so at the same time
     */
    public void store(Message message, @Nullable String inReplyTo, @Nullable Long runId) {
        int copy = copies(message);
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql("""
                        INSERT INTO outbox (office_id, period, content_sha256, copy_no, kind, message_id, in_reply_to,
                            mail_from, reply_to, mail_to, mail_cc, contact, language, subject, body_text, body_html,
                            attached, run_id, queued)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(message.office())
                .param(message.period().toString())
                .param(message.contentHash())
                .param(copy)
                .param(message.kind().code())
                .param(message.messageId(copy))
                .param(inReplyTo)
                .param(message.from().toString())
                .param(message.replyTo() == null ? null : message.replyTo().toString())
                .param(lines(message.to()))
                .param(lines(message.cc()))
                .param(message.contact() == null ? null : message.contact().toString())
                .param(message.language().code())
                .param(message.subject())
                .param(message.text())
                .param(message.html())
                .param(message.attached())
                .param(runId)
                .param(utc(now()))
                .update(generated, "outbox_id");
        long id = Objects.requireNonNull(generated.getKey(), "outbox_id").longValue();
        int number = 0;
        for (Enclosure enclosure : message.files()) {
            client.sql("INSERT INTO outbox_file (outbox_id, list_no, path, name, sha256, byte_size, media_type,"
                            + " ref_area) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            number++,
                            enclosure.file().path(),
                            enclosure.name(),
                            enclosure.file().sha256(),
                            enclosure.file().size(),
                            enclosure.file().mediaType(),
                            enclosure.area())
                    .update();
        }
        number = 0;
        for (String address : message.addresses()) {
            client.sql("INSERT INTO outbox_delivery (outbox_id, address, list_no, status, next_attempt, reason)"
                            + " VALUES (?, ?, ?, 'pending', ?, '')")
                    .params(id, address, number++, utc(now()))
                    .update();
        }
    }

    /** Takes back what waits of some messages, because a later one brings what is still to be brought. */
    public void supersede(Collection<Long> messages) {
        for (long id : messages) {
            for (OpenDelivery open : openDeliveries(" AND o.outbox_id = ?", List.of(id))) {
                takeBack(open, "a later message contains these files");
            }
        }
    }

    /** Takes back what waits for an address that is not one of the recipient's any more, or holds what it is not to get. */
    public void withdraw(Recipients recipients) {
        Map<Long, List<Enclosure>> files = new HashMap<>();
        for (OpenDelivery open : openDeliveries("", List.of())) {
            Optional<Office> office = recipients.office(open.office());
            boolean recipient = open.office().equals(Recipients.OWNER)
                    ? recipients.owner().stream()
                            .anyMatch(owner -> owner.address().equals(open.address()))
                    : office.filter(it -> it.addresses().contains(open.address()))
                            .isPresent();
            if (!recipient) {
                takeBack(open, "no longer a recipient");
            } else if (office.isPresent()
                    && !Enclosure.areAllFor(office.get(), files.computeIfAbsent(open.message(), this::files))) {
                takeBack(open, "contains files that the office no longer receives");
            }
        }
    }

    private void takeBack(OpenDelivery open, String why) {
        client.sql("UPDATE outbox_delivery SET status = 'superseded', next_attempt = NULL, reason = ?"
                        + " WHERE outbox_id = ? AND address = ? AND status = ?")
                .param(
                        open.status() == DeliveryStatus.SENDING
                                ? why + "; an attempt was made that may have succeeded"
                                : why)
                .param(open.message())
                .param(open.address())
                .param(open.status().code())
                .update();
    }

    /**
     * The last message that an office was to get: of those with files if there are any. Empty if there is none that was
     * not superseded.
     */
    public Optional<StoredMessage> last(String office) {
        return client.sql(
                        MESSAGES + " o WHERE o.office_id = ? AND EXISTS (SELECT 1 FROM outbox_delivery d"
                                + " WHERE d.outbox_id = o.outbox_id AND d.status <> 'superseded')"
                                + " ORDER BY CASE WHEN o.kind IN ('reports', 'update') THEN 0 ELSE 1 END, o.outbox_id DESC LIMIT 1")
                .param(office)
                .query(this::read)
                .optional();
    }

    // Sending
    // -----------------------------------------------------------------------------------------------------------

    /** @throws IllegalArgumentException if there is none */
    public StoredMessage message(long id) {
        return client.sql(MESSAGES + " WHERE outbox_id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + id));
    }

    /** What is to be sent now: what was tried least, first, so that what fails again and again holds up nothing else. */
    public List<OpenDelivery> due() {
        return openDeliveries(" AND d.next_attempt <= ?", List.of(utc(now())));
    }

    /** What waits for an office, due or not, in the same order. */
    public List<OpenDelivery> waitingFor(String office) {
        return openDeliveries(" AND o.office_id = ?", List.of(office));
    }

    /**
     * Notes that an attempt begins: from here on the address may have the message.
     *
     * @return false if the row is not any more as it was read; then it is not ours to send
     */
    public boolean begin(OpenDelivery open) {
        LocalDateTime now = utc(now());
        return update(
                        "UPDATE outbox_delivery SET status = 'sending', attempts = attempts + 1,"
                                + " first_attempt = COALESCE(first_attempt, ?), next_attempt = ?"
                                + " WHERE outbox_id = ? AND address = ? AND status = ? AND attempts = ?",
                        now,
                        now,
                        open.message(),
                        open.address(),
                        open.status().code(),
                        open.attempts())
                == 1;
    }

    /**
     * Notes that the server took the message; tries for about a minute where the database does not let it.
     *
     * @throws DataAccessException if it still does not
     */
    public void accepted(OpenDelivery open) {
        patiently.invoke(() -> update(
                "UPDATE outbox_delivery SET status = 'sent', sent = ?, next_attempt = NULL, reason = ''"
                        + " WHERE outbox_id = ? AND address = ?",
                utc(now()),
                open.message(),
                open.address()));
    }

    /** Notes what the server took, where an attempt was left in doubt. @return how many notes were missing */
    public int settle(AcceptedMessage taken) {
        return update(
                "UPDATE outbox_delivery SET status = 'sent', sent = ?, next_attempt = NULL, reason = ''"
                        + " WHERE address = ? AND status = 'sending'"
                        + " AND outbox_id IN (SELECT outbox_id FROM outbox WHERE message_id = ?)",
                utc(taken.when().truncatedTo(ChronoUnit.MILLIS)),
                taken.address(),
                taken.messageId());
    }

    /** Notes that it is given up. */
    public void failed(OpenDelivery open, String reason) {
        update(
                "UPDATE outbox_delivery SET status = 'failed', next_attempt = NULL, reason = ?"
                        + " WHERE outbox_id = ? AND address = ?",
                reason,
                open.message(),
                open.address());
    }

    /**
     * What was given up and the owner has not been told of, or was told of by this run.
     *
     * @param runId null for no run
     */
    public List<Undelivered> givenUp(@Nullable Long runId) {
        return client.sql("SELECT o.office_id, d.address, o.subject, d.reason" + GIVEN_UP
                        + " ORDER BY o.outbox_id, d.list_no")
                .param(runId)
                .query((row, number) -> new Undelivered(
                        row.getString("office_id"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
    }

    /** Notes that a message tells the owner of all that was given up. */
    public void told(Message owner) {
        client.sql("UPDATE outbox_delivery SET owner_told = ? WHERE status = 'failed' AND owner_told IS NULL"
                        + " AND outbox_id IN (SELECT outbox_id FROM outbox WHERE kind <> 'owner')")
                .param(owner.messageId(0))
                .update();
    }

    /** Notes that it is tried again. @param status whether the address may have the message */
    public void deferred(OpenDelivery open, DeliveryStatus status, String reason, Instant next) {
        update(
                "UPDATE outbox_delivery SET status = ?, next_attempt = ?, reason = ?"
                        + " WHERE outbox_id = ? AND address = ?",
                status.code(),
                utc(next),
                reason,
                open.message(),
                open.address());
    }

    /** Writes the bodies of a message anew, and whether its files are attached. Its id stays. */
    public void rewrite(long id, Message message) {
        update(
                "UPDATE outbox SET body_text = ?, body_html = ?, attached = ? WHERE outbox_id = ?",
                message.text(),
                message.html(),
                message.attached(),
                id);
    }

    /** Notes that the attempt that began did not reach the server: as if it had not been made. */
    public void notBegun(OpenDelivery open) {
        update(
                "UPDATE outbox_delivery SET status = ?, attempts = ?, first_attempt = ?"
                        + " WHERE outbox_id = ? AND address = ?",
                open.status().code(),
                open.attempts(),
                open.firstAttempt() == null ? null : utc(open.firstAttempt()),
                open.message(),
                open.address());
    }

    // ---------------------------------------------------------------------------------------------------------------------

    private int update(String sql, @Nullable Object... parameters) {
        int updated = Objects.requireNonNull(
                atOnce.execute(status -> client.sql(sql).params(parameters).update()));
        toDisk.run();
        return updated;
    }

    private int copies(Message message) {
        return client.sql("SELECT COUNT(*) FROM outbox WHERE office_id = ? AND period = ? AND content_sha256 = ?")
                .params(message.office(), message.period().toString(), message.contentHash())
                .query(Integer.class)
                .single();
    }

    private List<OpenDelivery> openDeliveries(String and, List<Object> parameters) {
        return client.sql("""
                        SELECT o.outbox_id, o.office_id, o.subject, d.address, d.status, d.attempts, d.first_attempt,
                            d.reason
                        FROM outbox_delivery d JOIN outbox o ON o.outbox_id = d.outbox_id
                        WHERE d.status IN ('pending', 'sending')""" + and + " ORDER BY d.attempts, o.outbox_id, d.list_no")
                .params(parameters)
                .query((row, number) -> new OpenDelivery(
                        row.getLong("outbox_id"),
                        row.getString("office_id"),
                        row.getString("subject"),
                        row.getString("address"),
                        Coded.of(DeliveryStatus.class, row.getString("status")),
                        row.getInt("attempts"),
                        instant(row, "first_attempt"),
                        row.getString("reason")))
                .list();
    }

    private StoredMessage read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("outbox_id");
        String replyTo = row.getString("reply_to");
        String contact = row.getString("contact");
        return new StoredMessage(
                id,
                row.getString("message_id"),
                row.getString("in_reply_to"),
                Objects.requireNonNull(instant(row, "queued")),
                new Message(
                        row.getString("office_id"),
                        YearMonth.parse(row.getString("period")),
                        Coded.of(MessageKind.class, row.getString("kind")),
                        row.getString("content_sha256"),
                        MailAddress.parse(row.getString("mail_from")),
                        replyTo == null ? null : MailAddress.parse(replyTo),
                        addresses(row.getString("mail_to")),
                        addresses(row.getString("mail_cc")),
                        contact == null ? null : MailAddress.parse(contact),
                        Coded.of(BodyLanguage.class, row.getString("language")),
                        row.getString("subject"),
                        row.getString("body_text"),
                        row.getString("body_html"),
                        row.getBoolean("attached"),
                        files(id)));
    }

    private List<Enclosure> files(long id) {
        return client.sql(
                        "SELECT path, name, sha256, byte_size, media_type, ref_area FROM outbox_file WHERE outbox_id = ?"
                                + " ORDER BY list_no")
                .param(id)
                .query((row, number) -> new Enclosure(
                        new DeliveryFile(
                                row.getString("path"),
                                row.getString("sha256"),
                                row.getLong("byte_size"),
                                row.getString("media_type")),
                        row.getString("name"),
                        row.getString("ref_area")))
                .list();
    }

    private static String lines(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::toString).collect(Collectors.joining("\n"));
    }

    private static List<MailAddress> addresses(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(MailAddress::parse)
                .toList();
    }

    /** As the columns have it: a date and time without a zone means the same to every server. */
    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
