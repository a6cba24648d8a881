package org.fupin.job.step;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.job.run.ActiveRun;
import org.fupin.observation.Printable;
import org.fupin.report.data.SpreadsheetCsv;
import org.fupin.store.OutputFile;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.FirstRejection;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.RejectedFiles;

/**
 * The list of rejected files among the outputs, {@code rejected/rejected.csv}, for who looks after the inbox. There is one
 * as long as there are rejected files; with the last of them it goes.
 *
 * <p>It is a CSV file that {@linkplain SpreadsheetCsv spreadsheets open as it is}. The same rejections give the same bytes.
 */
public final class RejectedListing {

    private static final List<String> HEADER =
            List.of("file", "reason", "message", "size", "sha256", "first_run", "first_period");

    private final RejectedFiles rejected;
    private final Transactions transactions;

    RejectedListing(RejectedFiles rejected, Transactions transactions) {
        this.rejected = rejected;
        this.transactions = transactions;
    }

    public static Path in(Path out) {
        return out.resolve("rejected").resolve("rejected.csv");
    }

    void write(ActiveRun run) throws IOException {
        transactions.confirm(run.owner());
        try {
            write(run.runId(), in(run.out()));
        } catch (IOException e) {
            throw new IOException(in(run.out()) + " could not be written: " + e.getMessage(), e);
        }
    }

    private void write(long runId, Path file) throws IOException {
        List<RejectedFile> files = rejected.of(runId);
        if (files.isEmpty()) {
            delete(file);
            return;
        }
        Map<String, FirstRejection> first = rejected.firstOf(runId);
        OutputFile.write(file, out -> {
            // Not closed: the stream is not ours.
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            SpreadsheetCsv csv = SpreadsheetCsv.marked(text, HEADER);
            for (RejectedFile row : files) {
                FirstRejection since = Objects.requireNonNull(first.get(row.name()), row.name());
                csv.row(Arrays.asList(
                        Printable.line(row.name()),
                        row.reason(),
                        Printable.line(row.message()),
                        row.size(),
                        row.sha256(),
                        since.runId(),
                        since.period()));
            }
            csv.flush();
        });
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        try {
            Files.deleteIfExists(file.getParent());
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Somebody keeps something of his own there.
            return;
        }
    }
}
