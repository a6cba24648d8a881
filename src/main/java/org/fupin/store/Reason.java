package org.fupin.store;

import java.sql.SQLException;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why something failed, in one line. */
public final class Reason {

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
        return line(Objects.requireNonNullElse(innermost.getMessage(), innermost.toString()));
    }

    private static String line(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
