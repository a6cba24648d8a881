package org.fupin.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.fupin.observation.Sha256;

/** Files that others may open at any time: they get the old content or the new, never a part of it. */
public final class OutputFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Hears that a file is about to be replaced by another content; it still stands there. */
    @FunctionalInterface
    public interface BeforeReplacing {
        void keep(String oldSha256) throws IOException;
    }

    /**
     * What was written.
     *
     * @param changed false if the same bytes stood there before; the file was then left alone
     */
    public record Written(String sha256, long size, boolean changed) {}

    private OutputFile() {}

    /** Writes a file whose old content is of no interest any more. */
    public static Written write(Path file, Content content) throws IOException {
        return write(file, content, oldSha256 -> {}, "");
    }

    /**
     * Writes under a temporary name beside {@code file}, then moves it into place; makes the folder. Whatever fails, the
     * old content stays whole.
     *
     * @param maker see {@link #unfinished(Path, String)}
     */
    public static Written write(Path file, Content content, BeforeReplacing before, String maker) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = unfinished(file, maker);
        try {
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16), digest)) {
                content.writeTo(out);
            }
            String hash = Sha256.hex(digest);
            long size = Files.size(unfinished);
            Optional<String> old = sha256(file);
            boolean changed = !old.equals(Optional.of(hash));
            if (changed) {
                if (old.isPresent()) {
                    before.keep(old.get());
                }
                move(unfinished, file);
            }
            return new Written(hash, size, changed);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The SHA-256 of a file in lower-case hexadecimal, empty if there is none. */
    public static Optional<String> sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, sink);
            return Optional.of(Sha256.hex(digest));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The name of a file on its way. One for each file: what a killed run leaves is overwritten by the next. */
    public static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    /**
     * As above, where several processes may write the file at the same time.
     *
     * @param maker tells this one from the others; empty where there is but one
     */
    public static Path unfinished(Path file, String maker) {
        return maker.isEmpty()
                ? unfinished(file)
                : file.resolveSibling("." + file.getFileName() + "." + maker + ".tmp");
    }

    /** Deletes what is on its way in a folder: nobody is to write there now. */
    public static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Then there is nothing.
        }
    }

    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
