package org.fupin.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was run, written and rejected. */
class LedgerTest extends WarehouseTestCase {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void runIsOpenUntilItIsFinished() {
        long first = startRun("2024-04");
        long second = startRun("2024-05");
        RunCounts counts = new RunCounts(1, 2, 3, 4, 5, 6, 7, 8, 9);
        runs.finish(first, RunStatus.FAILED, counts);

        Run finished =
                new Run(first, "province-year-reports", YearMonth.of(2024, 4), RunStatus.FAILED, NOW, NOW, counts);
        Run open = new Run(
                second, "province-year-reports", YearMonth.of(2024, 5), RunStatus.STARTED, NOW, null, RunCounts.NONE);
        assertThat(second).isGreaterThan(first);
        assertThat(runs.list(10)).containsExactly(open, finished);
        assertThat(runs.list(1)).containsExactly(open);
        assertThat(runs.find(first)).contains(finished);
        assertThat(runs.find(second + 1)).isEmpty();
        assertThatThrownBy(() -> runs.finish(second + 1, RunStatus.COMPLETED, counts))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreUtcInTheTable() {
        startRun();

        assertThat(jdbc.queryForObject("SELECT CAST(started AS CHAR(19)) FROM run", String.class))
                .isEqualTo("2024-05-06 07:08:09");
    }

    @Test
    void lastReportOfAPathCounts() {
        ReportFiles files = bean(ReportFiles.class);
        ReportFile workbook = new ReportFile("2011/CN-HE/CN-HE-2011.xlsx", SHA, "CN-HE", 2011, 1);
        ReportFile revised = new ReportFile(workbook.path(), SHA.replace('0', 'f'), "CN-HE", 2011, 2);
        ReportFile summary = new ReportFile("2011/summary-2011.pdf", SHA, null, 2011, 7);
        long first = startRun();
        long second = startRun();

        assertThat(files.record(workbook, first)).isTrue();
        assertThat(files.record(summary, first)).isTrue();
        assertThat(files.record(workbook, second)).isFalse();
        assertThat(files.find(workbook.path())).contains(workbook);
        assertThat(files.writtenBy(second)).isEmpty();

        assertThat(files.record(revised, second)).isTrue();
        assertThat(files.list()).containsExactly(revised, summary);
        assertThat(files.writtenBy(first)).containsExactly(workbook, summary);
        assertThat(files.record(workbook, second)).isTrue();
        assertThat(files.find(workbook.path())).contains(workbook);
        assertThat(files.find("other")).isEmpty();
    }

    @Test
    void rejectionsBelongToTheirRun() {
        RejectedFiles files = bean(RejectedFiles.class);
        RejectedFile unreadable =
                new RejectedFile("b/secret.txt", null, null, "unreadable", "b/secret.txt: no permission");
        RejectedFile empty = new RejectedFile("a.txt", 17L, SHA, "empty", "a.txt is empty");
        RejectedFile binary = new RejectedFile("a.txt", 17L, SHA, "binary", "a.txt is no text");
        long first = startRun();
        long second = startRun();
        files.record(unreadable, first);
        files.record(empty, first);
        files.record(binary, first);
        files.record(empty, second);

        assertThat(files.of(first)).containsExactly(binary, unreadable);
        assertThat(files.of(second)).isEqualTo(List.of(empty));
    }
}
