package org.fupin.store;

import java.sql.SQLException;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why something failed, in one line. */
public final class Reason {

    /**
     * H2's words where another thread of its own met the limit first: they name an object of Java, and the cause is lost. The
     * system's own words, such as "No space left on device", come from the thread that met it.
     */
    private static final String H2_COULD_NOT_WRITE = "MVStoreException: Writing to ";

    private static final String COULD_NOT_BE_WRITTEN = "the database's file could not be written to: is the disk full?";

    private Reason() {}

    public static String of(Throwable failure) {
        if (isOfDatabase(failure)) {
            return "the database failed: " + innermost(failure);
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return line(message);
    }

    /** Whether the failure came from the database rather than from what was done with it. */
    public static boolean isOfDatabase(Throwable failure) {
        return failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof SQLException;
    }

    /** Drivers wrap what happened; the first line of the innermost message says it best. */
    public static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString());
        return message.contains(H2_COULD_NOT_WRITE) ? COULD_NOT_BE_WRITTEN : line(message);
    }

    private static String line(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
