package org.fupin.warehouse.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A file that a run could not take.
 *
 * @param name relative to the inbox, with {@code /}
 * @param size in bytes, null where it is not known
 * @param sha256 of its bytes, null where they could not be read
 * @param reason a short stable code: {@code empty}, {@code binary}, {@code no_article} ...
 * @param message for people, names what and where
 */
public record RejectedFile(
        String name, @Nullable Long size, @Nullable String sha256, String reason, String message) {}
