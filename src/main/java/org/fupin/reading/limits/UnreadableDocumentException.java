package org.fupin.reading.limits;

import org.jspecify.annotations.Nullable;

/** A file cannot be read as a report. The message tells an operator what is wrong, where, and what helps. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;

    public UnreadableDocumentException(RejectionReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableDocumentException(RejectionReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public RejectionReason reason() {
        return reason;
    }
}
