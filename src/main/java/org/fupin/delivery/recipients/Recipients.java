package org.fupin.delivery.recipients;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gets mail, and from whom: what {@code recipients.yml} says, checked. {@code jobs/recipients.example.yml} explains
 * each setting.
 *
 * @param from the sender, in whose domain the ids of the messages are
 * @param replyTo where answers go; null for the sender
 * @param owner who hears of failures and rejected files; at least one
 * @param contact whom recipients write to who want no more mail
 * @param maxAttachments bytes that the files of a message may have together to be attached; 0 attaches none
 * @param links the address under which the folder of the outputs can be reached, ending in a slash; null if it cannot
 * @param offices in the order of the file, with ids of their own
 */
public record Recipients(
        MailAddress from,
        @Nullable MailAddress replyTo,
        List<MailAddress> owner,
        MailAddress contact,
        long maxAttachments,
        @Nullable URI links,
        List<Office> offices) {

    /** The id under which the ledger has messages to the owner. */
    public static final String OWNER = "owner";

    public Recipients {
        owner = List.copyOf(owner);
        offices = List.copyOf(offices);
    }

    public Optional<Office> office(String id) {
        return offices.stream().filter(office -> office.id().equals(id)).findFirst();
    }
}
