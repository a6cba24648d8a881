package org.fupin.job.purge;

import java.time.Instant;
import java.util.List;
import org.fupin.job.batch.OldExecution;

/**
 * What a purge removed, or would remove.
 *
 * @param before what is from before this time is old
 * @param executions of batch jobs
 * @param files superseded report files, by path
 * @param keptForRestart old executions that are kept because a run that was broken off may be continued from them
 * @param keptForMail old files that are kept because a message that was not sent yet brings them
 */
public record PurgeResult(
        Instant before, List<OldExecution> executions, List<OldFile> files, int keptForRestart, int keptForMail) {

    /**
     * A superseded report.
     *
     * @param path relative to the folder of the outputs, with {@code /}
     * @param size bytes
     * @param since when it was superseded
     */
    public record OldFile(String path, long size, Instant since) {}

    public PurgeResult {
        executions = List.copyOf(executions);
        files = List.copyOf(files);
    }

    /** Of all executions. */
    public int steps() {
        return executions.stream().mapToInt(OldExecution::steps).sum();
    }

    /** Of all files. */
    public long bytes() {
        return files.stream().mapToLong(OldFile::size).sum();
    }
}
