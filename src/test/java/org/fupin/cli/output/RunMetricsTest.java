package org.fupin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fupin.cli.Results;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunMetricsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T03:00:05.5Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T03:00:05.5Z");

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheRunDid() throws IOException {
        Path file = folder.resolve("fupin.prom");

        metrics("monthly", MARCH, ExitCode.REJECTED, Results.withOneRejected()).write(file);

        assertThat(Files.readAllLines(file))
                .contains(
                        "# HELP fupin_run_last_timestamp_seconds When the last run ended, whatever became of it.",
                        "# TYPE fupin_run_last_timestamp_seconds gauge",
                        "fupin_run_last_timestamp_seconds{job=\"monthly\"} 1.7723340055E9",
                        "fupin_run_last_success_timestamp_seconds{job=\"monthly\"} 1.7723340055E9",
                        "fupin_run_exit_code{job=\"monthly\"} 3.0",
                        "fupin_run_duration_seconds{job=\"monthly\"} 12.25",
                        "fupin_run_files{job=\"monthly\",state=\"loaded\"} " + Results.number(Count.LOADED) + ".0",
                        "fupin_run_findings{job=\"monthly\",severity=\"error\"} " + Results.number(Count.ERRORS) + ".0",
                        "fupin_run_observations{job=\"monthly\"} " + Results.number(Count.OBSERVATIONS) + ".0",
                        "fupin_run_left_out_numbers{job=\"monthly\"} " + Results.number(Count.LEFT_OUT) + ".0",
                        "fupin_run_reports{job=\"monthly\"} " + Results.number(Count.WRITTEN) + ".0")
                .filteredOn(line -> !line.startsWith("#"))
                .hasSize(4
                        + (int) Stream.of(Count.values())
                                .filter(count -> count.metric() != null)
                                .count());
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExitCode.class,
            names = {"FAILED", "LOCKED", "DATABASE"})
    void keepsTheLastSuccessWhenARunFails(ExitCode exit) throws IOException {
        Path file = folder.resolve("fupin.prom");
        metrics("a \"job\" \\ 贵州", MARCH, ExitCode.DONE, Results.withOneRejected())
                .write(file);

        metrics("a \"job\" \\ 贵州", APRIL, exit, null).write(file);
        metrics("a \"job\" \\ 贵州", APRIL, exit, null).write(file);

        String label = "{job=\"a \\\"job\\\" \\\\ 贵州\"} ";
        assertThat(Files.readAllLines(file))
                .contains(
                        "fupin_run_last_timestamp_seconds" + label + "1.7750124055E9",
                        "fupin_run_last_success_timestamp_seconds" + label + "1.7723340055E9",
                        "fupin_run_exit_code" + label + exit.number() + ".0")
                .noneMatch(line -> line.startsWith("fupin_run_files"));
    }

    @Test
    void knowsOfNoSuccessWhereThereWasNone() throws IOException {
        Path file = folder.resolve("fupin.prom");
        metrics("other", MARCH, ExitCode.DONE, null).write(file);

        metrics("monthly", APRIL, ExitCode.FAILED, null).write(file);

        assertThat(Files.readString(file)).doesNotContain("last_success");
    }

    @Test
    void writesWhatPrometheusOwnToolAccepts() throws Exception {
        Path tool = Path.of("/usr/bin/promtool");
        Assumptions.assumeTrue(Files.isExecutable(tool), "skipped: promtool is not installed");
        Path file = folder.resolve("fupin.prom");
        metrics("monthly", MARCH, ExitCode.DONE, Results.withOneRejected()).write(file);

        Process process = new ProcessBuilder(List.of(tool.toString(), "check", "metrics"))
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private static RunMetrics metrics(String job, Instant ended, ExitCode exit, RunResult result) {
        return new RunMetrics(job, ended, Duration.ofMillis(12_250), exit, result);
    }
}
