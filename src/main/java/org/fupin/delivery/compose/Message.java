package org.fupin.delivery.compose;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was put together.
 *
 * @param office id of the office, or {@link Recipients#OWNER}
 * @param contentHash what makes it another message than those before, beside office and period
 * @param contact whom to write to who wants no more mail; null for the owner
 * @param text lines with LF
 * @param attached whether the files go with it; false where the bodies name them instead
 */
public record Message(
        String office,
        YearMonth period,
        MessageKind kind,
        String contentHash,
        MailAddress from,
        @Nullable MailAddress replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        @Nullable MailAddress contact,
        BodyLanguage language,
        String subject,
        String text,
        String html,
        boolean attached,
        List<Enclosure> files) {

    private static final int HASH_IN_ID = 24;

    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        files = List.copyOf(files);
    }

    /** The hash of a message to an office: who gets it, and which versions of which files. */
    static String contentHash(Office office, List<Enclosure> files) {
        List<String> lines = new ArrayList<>();
        office.addresses().stream().sorted().forEach(lines::add);
        lines.add("");
        files.stream()
                .map(enclosure ->
                        enclosure.file().sha256() + "  " + enclosure.file().path())
                .sorted()
                .forEach(lines::add);
        return Sha256.ofLines(lines);
    }

    /** All addresses, each once. */
    public Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(to.stream(), cc.stream()).map(MailAddress::address).forEach(all::add);
        return all;
    }

    /** The same for the addresses that the office has now. */
    public Message to(Office present) {
        return new Message(
                office,
                period,
                kind,
                contentHash(present, files),
                from,
                replyTo,
                present.to(),
                present.cc(),
                contact,
                language,
                subject,
                text,
                html,
                attached,
                files);
    }

    /** The same with other bodies, which fit its files attached or not. */
    Message with(String otherText, String otherHtml, boolean nowAttached) {
        return new Message(
                office,
                period,
                kind,
                contentHash,
                from,
                replyTo,
                to,
                cc,
                contact,
                language,
                subject,
                otherText,
                otherHtml,
                nowAttached,
                files);
    }

    /** Follows from office, period, content and copy alone: a message that is put together again has the same. */
    public String messageId(int copy) {
        String hash =
                Sha256.ofLines(List.of(office, period.toString(), contentHash)).substring(0, HASH_IN_ID);
        return "<" + office + "." + period + "." + hash + (copy == 0 ? "" : "." + copy) + "@" + from.domain() + ">";
    }

    public QueuedMessage queued() {
        return new QueuedMessage(
                office,
                kind,
                subject,
                List.copyOf(addresses()),
                files.stream().map(Enclosure::file).toList());
    }
}
