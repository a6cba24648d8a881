package org.fupin.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.TransientDataAccessException;

/** What a failure says of the database. A statement that is wrong, or data that does not fit, is not the database's fault. */
public final class DatabaseFailure {

    /**
     * MySQL's and MariaDB's codes for what passes with a restart or a change of hands: too many connections in all (1040) and
     * of a user (1203, 1226), the server is shutting down (1053), a statement (1317) or connection (1927, 3169) was killed,
     * the server (1290, 1836) or the session (1792) is read-only.
     */
    private static final Set<Integer> PASSING = Set.of(1040, 1053, 1203, 1226, 1290, 1317, 1792, 1836, 1927, 3169);

    /**
     * Codes for what somebody has to see to. MySQL and MariaDB: a right is missing (1044, 1045, 1142, 1143), there is no such
     * database (1049), no memory (1037, 1041), no room (1021, 1114, 3675), the files do not answer (1026, 1030). H2: the
     * files do not answer (90028, 90031), are damaged (90030), are read-only (90097); the database closed itself over that
     * (90098, 90121), or over something that it has no code for (50000).
     */
    private static final Set<Integer> LASTING = Set.of(
            1021, 1026, 1030, 1037, 1041, 1044, 1045, 1049, 1114, 1142, 1143, 3675, 50000, 90028, 90030, 90031, 90097,
            90098, 90121);

    /** MariaDB's code for a row that changed since the transaction's snapshot; no SQL state tells it. */
    private static final int CHANGED_SINCE_READ = 1020;

    /** What the pool says, without a code, of a connection that it found broken when it was used before. */
    private static final String TAKEN_AWAY = "Connection is closed";

    /** MySQL's and MariaDB's codes for a statement that a user has no right to, on a table or a column. */
    private static final Set<Integer> DENIED = Set.of(1142, 1143);

    private DatabaseFailure() {}

    /** Whether the database is what failed: it is away, full, read-only, or does not let the user in. */
    public static boolean isOf(Throwable failure) {
        return sql(failure)
                .filter(cause -> isAway(cause) || LASTING.contains(cause.getErrorCode()))
                .isPresent();
    }

    /** Whether the user has no right to a statement. */
    public static boolean isDenial(Throwable failure) {
        return sql(failure)
                .filter(cause -> DENIED.contains(cause.getErrorCode()))
                .isPresent();
    }

    /** Whether the database is away and may be back in a moment. */
    static boolean isPassing(Throwable failure) {
        return sql(failure).filter(DatabaseFailure::isAway).isPresent();
    }

    /** Whether the same work may succeed if it is done again, as two transactions that met in a deadlock do. */
    static boolean isWorthAnotherTry(Throwable failure) {
        return isPassing(failure)
                || failure instanceof TransientDataAccessException
                || sql(failure)
                        .filter(cause -> cause.getErrorCode() == CHANGED_SINCE_READ)
                        .isPresent();
    }

    private static boolean isAway(SQLException failure) {
        if (LASTING.contains(failure.getErrorCode())) {
            return false;
        }
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || Objects.requireNonNullElse(failure.getSQLState(), "").startsWith("08")
                || TAKEN_AWAY.equals(failure.getMessage())
                || PASSING.contains(failure.getErrorCode());
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
