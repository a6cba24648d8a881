package org.fupin.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fupin.settings.DatabaseUrl;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notices an H2 file that was emptied, or truncated to its first blocks: H2 opens it as a new database, and all vintages
 * would begin anew.
 */
public final class LostWarehouse {

    private static final String ENDING = ".mv.db";

    private LostWarehouse() {}

    /** Whether there is a file of the database; asked before the database is opened, which makes it. */
    public static boolean hasFile(DatabaseUrl url) {
        return url.file()
                .map(file -> Files.exists(file.resolveSibling(file.getFileName() + ENDING)))
                .orElse(false);
    }

    /**
     * What a command that only looks asks for before it does.
     *
     * @param out the folder of the outputs; null if it is not known, and then nothing is refused
     */
    public static WarehouseView.Check check(DatabaseUrl url, @Nullable Path out) {
        boolean hadFile = hasFile(url);
        return out == null ? WarehouseView.Check.NONE : jdbc -> refuse(hadFile, url, out, jdbc);
    }

    /**
     * Refuses a file that holds no run beside outputs that a run made.
     *
     * @param hadFile see {@link #hasFile}; without one there is nothing to refuse
     * @param out the folder of the outputs
     * @param jdbc on the database, with tables or without
     * @throws DatabaseUnreachableException that says how to go on
     */
    public static void refuse(boolean hadFile, DatabaseUrl url, Path out, JdbcTemplate jdbc)
            throws DatabaseUnreachableException {
        if (!hadFile || holdsRuns(jdbc)) {
            return;
        }
        Optional<Manifest> manifest;
        try {
            manifest = Manifest.read(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (manifest.isPresent()) {
            Path file = out.resolve(Manifest.FILE);
            throw new DatabaseUnreachableException(
                    "database " + url + " was emptied or truncated: its file holds no run, but " + file + " is of run "
                            + manifest.get().run().id() + "; restore the file from a backup, or remove " + file
                            + " to begin anew",
                    null);
        }
    }

    private static boolean holdsRuns(JdbcTemplate jdbc) {
        try {
            return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM run)", Boolean.class));
        } catch (BadSqlGrammarException e) {
            // There is no such table.
            return false;
        }
    }
}
