package org.fupin.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.fupin.warehouse.WarehouseTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was run, written and rejected. */
class LedgerTest extends WarehouseTestCase {

    private static final String JOB = "province-year-reports";
    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void runIsOpenUntilItIsFinished() {
        long first = startRun("2024-04");
        long second = startRun("2024-05");
        runs.finish(first, RunStatus.FAILED, new Runs.FileCounts(7, 5), "it broke");

        Run finished = new Run(
                first,
                JOB,
                YearMonth.of(2024, 4),
                RunStatus.FAILED,
                1,
                NOW,
                NOW,
                NOW,
                "it broke",
                Map.of(RunCount.FILES_FOUND, 7, RunCount.FILES_UNCHANGED, 5));
        Run open = new Run(second, JOB, YearMonth.of(2024, 5), RunStatus.STARTED, 1, NOW, NOW, null, "", Map.of());
        assertThat(second).isGreaterThan(first);
        assertThat(runs.list(10)).containsExactly(open, finished);
        assertThat(runs.list(1)).containsExactly(open);
        assertThat(runs.list(new Runs.Filter(JOB, true), 10)).containsExactly(finished);
        assertThat(runs.list(new Runs.Filter("other", false), 10)).isEmpty();
        assertThat(runs.find(first)).contains(finished);
        assertThat(runs.find(second + 1)).isEmpty();
        assertThatThrownBy(() -> runs.finish(second + 1, RunStatus.COMPLETED, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"STARTED, true", "FAILED, true", "STOPPED, true", "COMPLETED, false"})
    void whatWasBrokenOffIsContinued(RunStatus ended, boolean continued) {
        Run first = begin("2024-05");
        if (ended != RunStatus.STARTED) {
            runs.finish(first.id(), ended, null, ended == RunStatus.FAILED ? "it broke" : "");
        }

        Run next = begin("2024-05");

        assertThat(next.id() == first.id()).isEqualTo(continued);
        assertThat(next.attempts()).isEqualTo(continued ? 2 : 1);
        assertThat(next.status()).isEqualTo(RunStatus.STARTED);
        assertThat(next.finished()).isNull();
        assertThat(next.message()).isEmpty();
        assertThat(runs.attempts(JOB, YearMonth.of(2024, 5))).isEqualTo(2);
    }

    @Test
    void onlyTheLastRunOfAllIsContinued() {
        Run march = begin("2024-03");
        Run april = begin("2024-04");

        assertThat(runs.find(march.id()).orElseThrow())
                .as("closed by who came after")
                .extracting(Run::status, Run::message)
                .containsExactly(RunStatus.FAILED, "it died, or was killed");

        Run again = begin("2024-03");

        assertThat(again.id()).isGreaterThan(april.id());
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(runs.attempts(JOB, YearMonth.of(2024, 3))).isEqualTo(2);
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

        assertThat(files.record(List.of(workbook), first)).isOne();
        assertThat(files.record(List.of(summary), first)).isOne();
        assertThat(files.record(List.of(workbook), second)).isZero();
        assertThat(files.find(workbook.path())).contains(workbook);
        assertThat(files.writtenBy(second)).isEmpty();

        assertThat(files.record(List.of(revised), second)).isOne();
        assertThat(files.list()).containsExactly(revised, summary);
        assertThat(files.writtenBy(first)).containsExactly(workbook, summary);
        assertThat(files.record(List.of(workbook), second)).isOne();
        assertThat(files.find(workbook.path())).contains(workbook);
        assertThat(files.find("other")).isEmpty();
    }

    @Test
    void tellsSinceWhenAFileIsRejected() {
        RejectedFiles files = bean(RejectedFiles.class);
        RejectedFile unread = new RejectedFile("a.txt", null, null, "no_permission", "no permission");
        RejectedFile empty = new RejectedFile("b.txt", 17L, SHA, "empty", "empty");
        RejectedFile other = new RejectedFile("b.txt", 17L, "b".repeat(64), "empty", "empty");
        Runs runs = bean(Runs.class);
        long first = startRun();
        long ofAnotherJob = runs.start("another job", YearMonth.of(2026, 1));
        long second = startRun();
        long third = startRun();
        files.record(unread, first);
        files.record(other, ofAnotherJob);
        files.record(empty, ofAnotherJob);
        files.record(empty, second);
        files.record(unread, third);
        files.record(empty, third);

        assertThat(files.firstOf(third))
                .containsOnlyKeys("a.txt", "b.txt")
                .extractingByKeys("a.txt", "b.txt")
                .extracting(FirstRejection::runId)
                .containsExactly(first, second);
        files.record(other, third);
        assertThat(files.firstOf(third).get("b.txt").runId())
                .as("other content")
                .isEqualTo(third);
        assertThat(files.firstOf(first).get("a.txt"))
                .isEqualTo(
                        new FirstRejection(first, runs.find(first).orElseThrow().period()));
    }

    @Test
    void keepsRejectionsOfLongNamesApart() {
        RejectedFiles files = bean(RejectedFiles.class);
        String folder = "\uD83D\uDE42".repeat(700);
        long run = startRun();
        files.record(new RejectedFile(folder + "/a.txt", 1L, SHA, "empty", "m".repeat(100_000)), run);
        files.record(new RejectedFile(folder + "x/a.txt", 1L, SHA, "empty", ""), run);

        assertThat(files.of(run)).hasSize(2).allSatisfy(file -> {
            assertThat(file.name())
                    .hasSizeBetween(490, 500)
                    .startsWith("\uD83D\uDE42")
                    .endsWith("/a.txt");
            assertThat(file.name().codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        });
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

        files.clear(first);

        assertThat(files.of(first)).isEmpty();
        assertThat(files.of(second)).hasSize(1);
    }

    private Run begin(String period) {
        return transaction().execute(status -> runs.begin(JOB, YearMonth.parse(period)));
    }
}
