package org.fupin.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fupin.store.OutputFile;

/**
 * The earlier versions of reports, beside the reports themselves: {@code superseded/}, the folders of the report, its name
 * with the first twelve digits of its SHA-256 before the ending. What was sent to an office can so be sent again, and what
 * it says can be looked up.
 *
 * <p>A file's time of last change is when it was superseded last.
 *
 * @param out the folder of the outputs
 */
public record SupersededFiles(Path out) {

    public static final String FOLDER = "superseded";

    private static final int DIGITS = 12;

    /** A file there. @param path relative to the folder of the outputs, with {@code /} */
    public record Kept(String path, long size, Instant since) {}

    /**
     * Where a version of a report is kept, relative to the folder of the outputs.
     *
     * @param path of the report, relative to the folder of the outputs, with {@code /}
     */
    public static String path(String path, String sha256) {
        int dot = path.lastIndexOf('.');
        String digits = "." + sha256.substring(0, DIGITS);
        return FOLDER + "/"
                + (dot > path.lastIndexOf('/') + 1
                        ? path.substring(0, dot) + digits + path.substring(dot)
                        : path + digits);
    }

    /** Where this version of a report stands now: under its name or among the superseded ones; empty if nowhere. */
    public Optional<Path> find(String path, String sha256) throws IOException {
        // In this order: what is about to be superseded is kept before its place is taken.
        for (String place : List.of(path, path(path, sha256))) {
            Path file = out.resolve(place);
            if (OutputFile.sha256(file).equals(Optional.of(sha256))) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps a copy of what stands at {@code path}, whose content has this SHA-256. A later call changes its time only.
     *
     * @param maker see {@link OutputRun#maker}
     */
    void keep(String path, String sha256, String maker) throws IOException {
        Path kept = out.resolve(path(path, sha256));
        if (!OutputFile.sha256(kept).equals(Optional.of(sha256))) {
            Files.createDirectories(kept.getParent());
            Path unfinished = OutputFile.unfinished(kept, maker);
            try {
                // A copy, no link: its time is its own, and who changes the report in place changes no kept version.
                Files.copy(out.resolve(path), unfinished, StandardCopyOption.REPLACE_EXISTING);
                OutputFile.move(unfinished, kept);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
    }

    /** All that is there, by path; what a killed run left half copied as well. */
    public List<Kept> list() throws IOException {
        List<Kept> all = new ArrayList<>();
        Path folder = out.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return all;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(new Kept(
                        out.relativize(file).toString().replace('\\', '/'),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        all.sort(Comparator.comparing(Kept::path));
        return all;
    }

    /** Removes a file of {@link #list}, or one that is kept there now, and the folders that it leaves empty. */
    public void remove(String path) throws IOException {
        Path file = out.resolve(path);
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); !folder.equals(out) && isEmpty(folder); folder = folder.getParent()) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
