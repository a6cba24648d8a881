package org.fupin.store;

import org.jspecify.annotations.Nullable;

/** No connection to the database: it does not answer, refuses the user, or is not there. The message says which. */
public final class DatabaseUnreachableException extends Exception {

    public DatabaseUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
