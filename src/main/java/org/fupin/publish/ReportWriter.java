package org.fupin.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
    private final OutputStates states;
    private final ReportProgress progress;

    /** @param states is told what is written */
    public ReportWriter(
            List<ReportFormat> formats,
            ReportFiles files,
            Transactions transactions,
            OutputStates states,
            ReportProgress progress) {
        this.states = states;
        this.transactions = transactions;
        this.formats = List.copyOf(formats);
        this.files = files;
        this.progress = progress;
    }

    public List<ReportFormat> formats() {
        return formats;
    }

    /**
     * A report to be written.
     *
     * @param path relative to the run's folder of outputs
     */
    public record Report(String path, OutputFile.Content content) {}

    /**
     * Writes the reports on a province and year, or the summaries of a year, and enters them together. Other contents that stood
     * there before are kept among the superseded files.
     *
     * @param region null for summaries
     * @return of each report 1 if the file has new content, 0 if the same bytes stood there before
     * @throws IOException of the first that cannot be written; those before it are entered
     */
    public List<Integer> write(OutputRun run, @Nullable String region, int year, int vintage, List<Report> reports)
            throws IOException {
        List<ReportFile> written = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        try {
            for (Report report : reports) {
                long begun = System.nanoTime();
                OutputFile.Written file = put(run, report.path(), report.content());
                written.add(new ReportFile(report.path(), file.sha256(), region, year, vintage));
                changed.add(file.changed() ? 1 : 0);
                progress.report(
                        report.path(), file.size(), file.changed(), Duration.ofNanos(System.nanoTime() - begun));
            }
        } finally {
            if (!written.isEmpty()) {
                transactions.run(run.owner(), () -> files.record(written, run.runId()));
            }
        }
        return changed;
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
            OutputFile.Written written = OutputFile.write(
                    run.out().resolve(path),
                    confirmed,
                    oldSha256 -> superseded.keep(path, oldSha256, run.maker()),
                    run.maker());
            states.wrote(path, written.sha256());
            return written;
        } catch (LockLostException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new IOException(path + " could not be made: " + e.getMessage(), e);
        }
    }
}
