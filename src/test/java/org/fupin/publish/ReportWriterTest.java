package org.fupin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.publish.ReportWriter.Report;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;
import org.fupin.store.OutputFile;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Transactions;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.ReportFile;
import org.fupin.warehouse.ledger.ReportFiles;
import org.fupin.warehouse.ledger.RunLocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReportWriterTest {

    private record Run(long runId, Path out, boolean force, RunScope scope, Publisher publisher, String owner)
            implements OutputRun {}

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String REPORT = "2011/summary-2011.xlsx";

    @TempDir
    private Path out;

    private final LockOwner owner = RunOwner.thisProcess();
    private ReportFiles ledger;
    private ReportWriter writer;

    @BeforeEach
    void warehouse() {
        TestDatabase database = TestDatabase.Server.H2.newWarehouse();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update("INSERT INTO run (run_id, job, period, status, started) VALUES (1, 'monthly', '2026-03', 'started',"
                + " '2026-03-01 00:00:00')");
        ledger = new ReportFiles(jdbc);
        RunLocks locks = new RunLocks(jdbc);
        Transactions transactions = new Transactions(new JdbcTransactionManager(source), locks);
        transactions.call(() -> locks.acquire(RunLock.NAME, owner, "monthly", MARCH));
        writer = new ReportWriter(
                List.of(), ledger, transactions, new OutputStates(out, Map.of()), (path, bytes, changed, took) -> {});
    }

    @Test
    void leavesTheOldReportWholeAndNamesTheFileWhenTheDiskIsFull() throws IOException {
        write(content("the old report"));

        assertThatThrownBy(() -> write(stream -> {
                    stream.write("the first half of the n".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(REPORT + " could not be made: No space left on device");

        assertThat(out.resolve(REPORT)).hasContent("the old report");
        assertThat(files()).containsExactly(REPORT);
        assertThat(ledger.find(REPORT).map(ReportFile::sha256)).isEqualTo(OutputFile.sha256(out.resolve(REPORT)));
    }

    @Test
    void keepsTheOldReportWhenANewOneTakesItsPlace() throws IOException {
        write(content("the old report"));
        String old = OutputFile.sha256(out.resolve(REPORT)).orElseThrow();

        assertThat(write(content("the new report"))).isEqualTo(1);
        assertThat(write(content("the new report"))).isZero();

        assertThat(files()).containsExactlyInAnyOrder(REPORT, SupersededFiles.path(REPORT, old));
        assertThat(out.resolve(SupersededFiles.path(REPORT, old))).hasContent("the old report");
    }

    private int write(OutputFile.Content content) throws IOException {
        return writer.write(run(), null, 2011, 1, List.of(new Report(REPORT, content)))
                .get(0);
    }

    private Run run() {
        return new Run(1, out, false, RunScope.ALL, Publisher.UNKNOWN, owner.token());
    }

    @Test
    void entersWhatWasWrittenBeforeAFailure() {
        Report broken = new Report("2011/summary-2011.pdf", stream -> {
            throw new IOException("no space");
        });

        assertThatThrownBy(() -> writer.write(run(), null, 2011, 1, List.of(new Report(REPORT, content("a")), broken)))
                .hasMessage("2011/summary-2011.pdf could not be made: no space");
        assertThat(ledger.list()).extracting(ReportFile::path).containsExactly(REPORT);
    }

    private static OutputFile.Content content(String text) {
        return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .toList();
        }
    }
}
