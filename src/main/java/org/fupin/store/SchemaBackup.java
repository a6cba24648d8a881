package org.fupin.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.LoggerFactory;

/**
 * What an H2 file held before a change of its tables, beside it while the change lasts. H2 makes not even one statement whole
 * that adds a column: it fills a copy of the table and puts that into its place, so that a program that is killed over it
 * leaves a database that nobody can go on with. Where the backup is still there, the change did not end, and is taken back
 * by {@link #restore} before anything else is done.
 *
 * @param database path of the database, without H2's ending
 */
record SchemaBackup(Path database) {

    private static final String ENDING = ".mv.db";

    Path file() {
        return database.resolveSibling(database.getFileName() + ".before-upgrade.zip");
    }

    /** H2's file. */
    Path data() {
        return database.resolveSibling(database.getFileName() + ENDING);
    }

    boolean isThere() {
        return Files.exists(file()) && Files.exists(data());
    }

    /** Before the change. */
    void make(Connection connection) throws SQLException, IOException {
        Path unfinished = OutputFile.unfinished(file());
        try (Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + unfinished.toString().replace("'", "''") + "'");
        }
        OutputFile.move(unfinished, file());
    }

    /**
     * After the change, and before anything is loaded: what is loaded would be lost with the change.
     *
     * @throws IOException if it cannot be deleted; nothing must be loaded then
     */
    void delete() throws IOException {
        Files.delete(file());
    }

    /**
     * Takes back a change that did not end; does nothing if there is none, or if another process is about it. A database
     * that someone deleted is not brought back.
     */
    void restore() throws IOException {
        if (!Files.exists(data())) {
            Files.deleteIfExists(file());
        }
        if (!isThere()) {
            return;
        }
        // H2 locks the file as well; who has the lock is the only one who has the database.
        try (FileChannel channel = FileChannel.open(data(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && isThere()) {
                copyTo(channel);
                delete();
                LoggerFactory.getLogger(SchemaBackup.class)
                        .warn("{} was restored to its state before an interrupted upgrade", data());
            }
        } catch (OverlappingFileLockException e) {
            // This process has it open.
        }
    }

    /** If this is broken off in turn, the backup is still there. */
    private void copyTo(FileChannel channel) throws IOException {
        try (InputStream in = Files.newInputStream(file());
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ENDING)) {
                    channel.truncate(0);
                    OutputStream out = Channels.newOutputStream(channel);
                    zip.transferTo(out);
                    channel.force(true);
                    return;
                }
            }
        }
        throw new IOException(file() + " holds no database");
    }
}
