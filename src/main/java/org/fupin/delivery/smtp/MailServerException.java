package org.fupin.delivery.smtp;

import org.jspecify.annotations.Nullable;

/**
 * The mail server as a whole cannot be used: it does not answer, does not let us in, has no certificate that we trust.
 * Says nothing about any recipient.
 */
public final class MailServerException extends Exception {

    private static final long serialVersionUID = 1L;

    public MailServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
