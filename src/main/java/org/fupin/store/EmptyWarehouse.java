package org.fupin.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.slf4j.LoggerFactory;

/**
 * An H2 file with the tables of this program and nothing in them, which {@code jobs/install} makes once by all migrations: a new
 * warehouse begins as a copy of it, in a hundredth of the time. Without one, and for whatever is not H2's usual file, a new
 * warehouse is made by the migrations themselves.
 *
 * @param file none if the program was not installed
 */
public record EmptyWarehouse(Optional<Path> file) {

    /** Names the file, for a program that is started where it was installed. */
    private static final String PROPERTY = "fupin.empty.warehouse";

    /** The one that the start of the program names. */
    public static EmptyWarehouse installed() {
        return new EmptyWarehouse(
                Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));
    }

    /**
     * Copies it to where a database shall be, if none is there. Of several that do so at once, one puts its copy there. Where it
     * cannot be done nothing is: who opens the database next makes it, or says why that cannot be.
     */
    public void copyTo(DatabaseUrl url, Credentials credentials) {
        // A user who makes a database owns it.
        if (file.isEmpty() || !url.isPlainFile() || credentials.user() != null || credentials.password() != null) {
            return;
        }
        SchemaBackup beside = new SchemaBackup(url.file().orElseThrow());
        Path target = beside.data();
        if (Files.exists(target) || Files.exists(beside.file())) {
            return;
        }
        Path unfinished = OutputFile.unfinished(target, ProcessHandle.current().pid() + "");
        try {
            Files.createDirectories(target.getParent());
            try {
                copy(file.get(), unfinished);
                // Unlike a move this never takes the place of what another has put there.
                Files.createLink(target, unfinished);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            // Another was faster.
        } catch (IOException | UnsupportedOperationException e) {
            LoggerFactory.getLogger(EmptyWarehouse.class)
                    .debug("{} was not made as a copy of {}", target, file.get(), e);
        }
    }

    /** With the rights that a new file has, not those of a file of the program. */
    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(
                        to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
    }
}
