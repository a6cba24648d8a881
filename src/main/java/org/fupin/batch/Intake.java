package org.fupin.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fupin.extraction.Extractor;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.UnreadableDocumentException;
import org.slf4j.LoggerFactory;

/** Takes files in: bytes to document to observations. Never throws for a file; safe for use by several threads. */
public final class Intake {

    /** What became of a file. */
    public sealed interface Outcome<T> {}

    public record Taken<T>(T value) implements Outcome<T> {}

    public record Refused<T>(Rejection rejection) implements Outcome<T> {}

    @FunctionalInterface
    private interface Work<T> {
        T on(byte[] content) throws UnreadableDocumentException;
    }

    private final DocumentReader reader;
    private final Extractor extractor;

    public Intake(DocumentReader reader, Extractor extractor) {
        this.reader = reader;
        this.extractor = extractor;
    }

    public static Intake create() {
        return new Intake(DocumentReader.create(), Extractor.create());
    }

    /** Reads a file, without extracting. */
    public Outcome<SourceDocument> read(Path file) {
        return work(file, content -> reader.read(name(file), content));
    }

    /** Reads a file and extracts its figures. */
    public Outcome<ExtractedDocument> extract(Path file) {
        return work(file, content -> extractor.extract(reader.read(name(file), content)));
    }

    private <T> Outcome<T> work(Path file, Work<T> work) {
        try {
            return new Taken<>(work.on(Files.readAllBytes(file)));
        } catch (UnreadableDocumentException e) {
            return refused(file, e.reason(), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            return refused(
                    file,
                    "not_found",
                    Files.isSymbolicLink(file) ? "is a link to a file that is not there" : "there is no such file");
        } catch (AccessDeniedException e) {
            return refused(file, "no_permission", "no permission to read it");
        } catch (IOException e) {
            return refused(
                    file,
                    "unreadable",
                    Files.isDirectory(file) ? "is a folder" : "cannot be read: " + String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours in one file must not keep the others from being reported.
            LoggerFactory.getLogger(Intake.class).error("{} met a fault of the program", file, e);
            return refused(file, "internal_error", "met a fault of the program: " + e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static <T> Outcome<T> refused(Path file, String reason, String message) {
        return new Refused<>(new Rejection(file.toString(), reason, message));
    }
}
