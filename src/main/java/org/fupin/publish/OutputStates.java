package org.fupin.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.fupin.store.OutputFile;
import org.fupin.warehouse.ledger.ReportState;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the folder of the outputs. A file that looks as it did when it was read last, by the time at which its system
 * says that its content, name or rights were changed last, is not read again: nobody can set that time. Safe for use by several
 * threads.
 */
public final class OutputStates {

    /** What is written within one tick of the system's clock bears the same time; a file as young as this is read again. */
    private static final long YOUNG_MILLIS = 100;

    private static final String ATTRIBUTES = "unix:size,ino,lastModifiedTime,ctime";

    /** A file that is there. */
    public record Standing(String sha256, long bytes) {}

    private final Path out;
    private final Map<String, ReportState> known;
    private final Map<String, ReportState> fresh = new ConcurrentHashMap<>();
    private final LongSupplier millis;

    /** @param known by path; what is not in it is read */
    public OutputStates(Path out, Map<String, ReportState> known) {
        this(out, known, System::currentTimeMillis);
    }

    /** @param millis the time, since 1970 */
    OutputStates(Path out, Map<String, ReportState> known, LongSupplier millis) {
        this.millis = millis;
        this.out = out;
        this.known = known;
    }

    /** What stands at a path, relative to the folder of the outputs; empty if nothing does. */
    public Optional<Standing> find(String path) throws IOException {
        Path file = out.resolve(path);
        Look look;
        try {
            look = look(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        ReportState held = fresh.getOrDefault(path, known.get(path));
        if (held != null && held.bytes() == look.bytes() && held.fileState().equals(look.state())) {
            return Optional.of(new Standing(held.sha256(), held.bytes()));
        }
        Optional<String> sha256 = OutputFile.sha256(file);
        sha256.ifPresent(hash -> note(path, hash, look));
        return sha256.map(hash -> new Standing(hash, look.bytes()));
    }

    /** Notes what was just written to a path. */
    void wrote(String path, String sha256) throws IOException {
        try {
            note(path, sha256, look(out.resolve(path)));
        } catch (NoSuchFileException e) {
            fresh.remove(path);
        }
    }

    private void note(String path, String sha256, Look look) {
        if (look.state() != null) {
            fresh.put(path, new ReportState(path, sha256, look.bytes(), look.state()));
        }
    }

    /** What is known now and was not before; of files that were changed just now it is not known whether they will be again. */
    public Collection<ReportState> news() {
        long young = TimeUnit.MILLISECONDS.toNanos(millis.getAsLong() - YOUNG_MILLIS);
        List<ReportState> news = new ArrayList<>();
        for (ReportState state : fresh.values()) {
            if (!state.equals(known.get(state.path())) && changed(state) < young) {
                news.add(state);
            }
        }
        return news;
    }

    private record Look(long bytes, @Nullable String state) {}

    private static Look look(Path file) throws IOException {
        try {
            Map<String, Object> unix = Files.readAttributes(file, ATTRIBUTES);
            return new Look(
                    (Long) unix.get("size"),
                    nanos(unix.get("ctime")) + " " + nanos(unix.get("lastModifiedTime")) + " " + unix.get("ino"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // A system that does not tell: the file is read each time.
            return new Look(Files.size(file), null);
        }
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    private static long changed(ReportState state) {
        return Long.parseLong(state.fileState().substring(0, state.fileState().indexOf(' ')));
    }
}
