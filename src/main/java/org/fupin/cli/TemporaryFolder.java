package org.fupin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder for temporary files that the launcher gave to this process alone. */
final class TemporaryFolder {

    private static final String PROPERTY = "fupin.tmp";

    private TemporaryFolder() {}

    /** Deletes it when the work is done; where that does not succeed, the launcher does at the next start. */
    static void delete() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            return;
        }
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // A thread that still wrote there, or a disk that does not answer.
        }
    }
}
