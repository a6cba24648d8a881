package org.fupin.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fupin.store.LockLostException;
import org.fupin.store.OutputFile;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.ReportFile;
import org.fupin.warehouse.ledger.ReportFiles;
import org.jspecify.annotations.Nullable;

/** Puts report files into place and enters them into the warehouse's list. */
public final class ReportWriter {

    private final List<ReportFormat> formats;
    private final ReportFiles files;
    private final Transactions transactions;
    private final ReportProgress progress;

    public ReportWriter(
            List<ReportFormat> formats, ReportFiles files, Transactions transactions, ReportProgress progress) {
        this.transactions = transactions;
        this.formats = List.copyOf(formats);
        this.files = files;
        this.progress = progress;
    }

    public List<ReportFormat> formats() {
        return formats;
    }

    /**
     * Writes a report. Another content that stood there before is kept among the superseded files.
     *
     * @param path relative to the run's folder of outputs
     * @param region null for a summary
     * @return 1 if the file has new content, 0 if the same bytes stood there before
     */
    public int write(
            OutputRun run, String path, @Nullable String region, int year, int vintage, OutputFile.Content content)
            throws IOException {
        long begun = System.nanoTime();
        OutputFile.Written written = put(run, path, content);
        ReportFile file = new ReportFile(path, written.sha256(), region, year, vintage);
        transactions.run(run.owner(), () -> files.record(file, run.runId()));
        progress.report(path, written.size(), written.changed(), Duration.ofNanos(System.nanoTime() - begun));
        return written.changed() ? 1 : 0;
    }

    /**
     * Writes what leads to reports and is none itself: it is not counted, and the warehouse's list does not have it.
     *
     * @param path relative to the run's folder of outputs
     */
    public void writeIndex(OutputRun run, String path, OutputFile.Content content) throws IOException {
        put(run, path, content);
    }

    /**
     * Takes a report away that is none any more; it is kept among the superseded files.
     *
     * @param path relative to the run's folder of outputs
     */
    public void withdraw(OutputRun run, String path) throws IOException {
        transactions.confirm(run.owner());
        try {
            SupersededFiles superseded = new SupersededFiles(run.out());
            Optional<String> sha256 = OutputFile.sha256(run.out().resolve(path));
            if (sha256.isPresent()) {
                superseded.keep(path, sha256.get(), run.maker());
                superseded.remove(path);
                progress.withdrawn(path);
            }
        } catch (IOException e) {
            throw new IOException(path + " could not be withdrawn: " + e.getMessage(), e);
        }
    }

    private OutputFile.Written put(OutputRun run, String path, OutputFile.Content content) throws IOException {
        try {
            SupersededFiles superseded = new SupersededFiles(run.out());
            OutputFile.Content confirmed = out -> {
                content.writeTo(out);
                // Only now: what it took long to make may be another's to make by then.
                transactions.confirm(run.owner());
            };
            return OutputFile.write(
                    run.out().resolve(path),
                    confirmed,
                    oldSha256 -> superseded.keep(path, oldSha256, run.maker()),
                    run.maker());
        } catch (LockLostException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new IOException(path + " could not be made: " + e.getMessage(), e);
        }
    }
}
