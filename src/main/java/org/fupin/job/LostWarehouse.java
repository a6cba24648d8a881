package org.fupin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fupin.publish.Manifest;
import org.fupin.settings.DatabaseUrl;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.warehouse.ledger.Runs;

/**
 * Notices an H2 file that was emptied, or truncated to its first blocks: H2 opens it as a new database, and all vintages
 * would begin anew.
 */
final class LostWarehouse {

    private static final String ENDING = ".mv.db";

    private LostWarehouse() {}

    /** Whether there is a file of the database; asked before the database is opened, which makes it. */
    static boolean hasFile(DatabaseUrl url) {
        return url.file()
                .map(file -> Files.exists(file.resolveSibling(file.getFileName() + ENDING)))
                .orElse(false);
    }

    /**
     * Refuses a file that holds no run beside outputs that a run made.
     *
     * @param out the folder of the outputs
     * @throws DatabaseUnreachableException that says how to go on
     */
    static void refuse(DatabaseUrl url, Path out, Runs runs) throws DatabaseUnreachableException {
        if (!runs.list(1).isEmpty()) {
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
}
