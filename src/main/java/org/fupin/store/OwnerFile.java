package org.fupin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.fupin.warehouse.ledger.LockHolder;
import org.fupin.warehouse.ledger.LockOwner;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small file beside the file of an H2 database, that says who is at work on it: H2 lets in one process, so that others
 * cannot look it up in the database. It only informs; the lock is H2's. The time of its last change is the last heartbeat.
 */
public final class OwnerFile {

    private record Content(LockOwner owner, String job, YearMonth period, long run, Instant since) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Clock clock;

    public OwnerFile(Path database, Clock clock) {
        this.file = database.resolveSibling(database.getFileName() + ".owner");
        this.clock = clock;
    }

    void write(LockOwner owner, String job, YearMonth period, long runId) {
        Content content = new Content(owner, job, period, runId, clock.instant());
        try {
            OutputFile.write(file, out -> out.write(JSON.writeValueAsBytes(content)));
        } catch (IOException e) {
            LoggerFactory.getLogger(OwnerFile.class).warn("{} cannot be written: {}", file, e.toString());
        }
    }

    void beat() {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            // It informs, no more.
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(OwnerFile.class).warn("{} cannot be deleted: {}", file, e.toString());
        }
    }

    /** Who is at work; empty if nobody is, as far as the file knows. What a killed run left behind does not count. */
    Optional<LockHolder> read() {
        try {
            Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
            Instant heartbeat = Files.getLastModifiedTime(file).toInstant();
            Duration silence = Duration.between(heartbeat, clock.instant());
            return Optional.of(new LockHolder(
                            content.owner(),
                            content.job(),
                            content.period(),
                            content.run(),
                            content.since(),
                            heartbeat,
                            silence.isNegative() ? Duration.ZERO : silence))
                    .filter(holder -> !RunOwner.isGone(holder.owner()));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
