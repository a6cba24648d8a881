package org.fupin.job.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fupin.delivery.Delivery;
import org.fupin.delivery.SendGuard;
import org.fupin.delivery.SendResult;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.outbox.Outbox;
import org.fupin.delivery.smtp.FileSource;
import org.fupin.delivery.smtp.JournalingTransport;
import org.fupin.delivery.smtp.MailTransport;
import org.fupin.delivery.smtp.SmtpTransport;
import org.fupin.job.batch.StoppedException;
import org.fupin.job.run.StopSignal;
import org.fupin.publish.SupersededFiles;
import org.fupin.settings.Mailing;
import org.fupin.store.Checkpoint;
import org.fupin.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where the mail of a job is put together and handed to its server. Whoever sends holds the run lock: a message that
 * another has just handed over looks, from here, like one that was left in doubt.
 */
public final class MailDispatch {

    private final Mailing mailing;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Transactions transactions;
    private final StopSignal stop;

    public MailDispatch(
            Mailing mailing,
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            Transactions transactions,
            StopSignal stop) {
        this.stop = stop;
        this.mailing = mailing;
        this.outbox = new Outbox(jdbc, manager, Clock.systemUTC(), new Checkpoint(jdbc));
        this.delivery = new Delivery(mailing.recipients(), outbox);
        this.transactions = transactions;
    }

    List<QueuedMessage> queue(Publication publication, YearMonth period, long runId) {
        return delivery.queue(publication, period, runId);
    }

    /** @throws IllegalArgumentException if there is no such office */
    public Optional<QueuedMessage> again(String office) {
        return delivery.again(office);
    }

    /**
     * Sends what is due.
     *
     * @param out the folder of the outputs, where the attachments are
     * @param office the one office whose mail is sent, due or not; null for all mail that is due
     */
    public SendResult send(Path out, String lockToken, @Nullable String office) {
        return through(out, server -> delivery.send(server, files(out), guard(lockToken), office));
    }

    /** How many messages wait to be sent, counted for each address. */
    public int waiting() {
        return outbox.waiting();
    }

    /** See {@link Delivery#givenUp}. */
    public List<Undelivered> givenUp(@Nullable Long runId) {
        return delivery.givenUp(runId);
    }

    /** @param out the folder of the outputs */
    public SendResult tellOwner(OwnerNotice notice, Path out, String lockToken) {
        return through(out, server -> delivery.tellOwner(notice, server, guard(lockToken)));
    }

    /** Whatever the ledger could not be told at once stays in the journal, and is told to it before the next is sent. */
    private SendResult through(Path out, Function<MailTransport, SendResult> sending) {
        MailJournal journal = MailJournal.in(out);
        try {
            delivery.settle(journal.entries());
            journal.clear();
            SendResult result;
            try (MailTransport server =
                    new JournalingTransport(new SmtpTransport(mailing.server()), journal, Clock.systemUTC())) {
                result = sending.apply(server);
            }
            journal.clear();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of the mail, " + journal.file() + ", cannot be used", e);
        }
    }

    private SendGuard guard(String lockToken) {
        return () -> {
            transactions.confirm(lockToken);
            if (stop.requested()) {
                throw new StoppedException();
            }
        };
    }

    private static FileSource files(Path out) {
        SupersededFiles versions = new SupersededFiles(out);
        return file ->
                Files.readAllBytes(versions.find(file.path(), file.sha256()).orElseThrow(() -> gone(file)));
    }

    private static IOException gone(DeliveryFile file) {
        return new IOException(file.path() + " with SHA-256 " + file.sha256() + " is not there any more");
    }
}
