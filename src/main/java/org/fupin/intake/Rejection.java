package org.fupin.intake;

import org.fupin.observation.Printable;
import org.fupin.reading.limits.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * A file that could not be taken in.
 *
 * @param file its name or path, as the operator knows it; for a member of an archive {@code archive.zip!/member.txt}
 * @param message what is wrong, for people, without the file's name
 * @param size in bytes, null where it is not known
 * @param sha256 of the bytes, null where they were not read
 */
public record Rejection(
        String file,
        RejectionReason reason,
        String message,
        @Nullable Long size,
        @Nullable String sha256) {

    /** Of a file of which no more is known. */
    static Rejection of(String file, RejectionReason reason, String message) {
        return new Rejection(file, reason, message, null, null);
    }

    /** The code of the reason, as the warehouse, the log and the lists show it. */
    public String code() {
        return reason.code();
    }

    /** On one line; the name may hold anything. */
    @Override
    public String toString() {
        return Printable.line(file) + ": " + Printable.line(message) + " (" + code() + ")";
    }
}
