package org.fupin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder for temporary files that the launcher gave to this process alone. */
final class TemporaryFolder {

    private static final String PROPERTY = "fupin.tmp";

    /** What the launcher holds until the process has ended. */
    private static final String LOCK = "lock";

    private TemporaryFolder() {}

    /**
     * Deletes it when the work is done. The lock goes last: where something stays, it tells the launcher's next start that
     * nobody holds the folder any more. A signal and the end of the work may come together, so one waits for the other.
     */
    static synchronized void delete() {
        String folder = System.getProperty(PROPERTY);
        if (folder != null) {
            delete(Path.of(folder));
        }
    }

    static void delete(Path folder) {
        Path lock = folder.resolve(LOCK);
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.filter(path -> !path.equals(lock) && !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(lock);
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                Files.createFile(lock);
            }
        } catch (IOException | UncheckedIOException e) {
            // A thread that still wrote there, or a disk that does not answer.
        }
    }
}
