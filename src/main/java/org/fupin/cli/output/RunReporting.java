package org.fupin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunSettings;
import org.fupin.store.OutputFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells those who watch over runs how one ended: the summary, the log's last line, the metrics. None of it can fail the run. */
public final class RunReporting {

    private static final String LOGGER = "org.fupin.run";

    private final RunSettings settings;
    private final PrintWriter err;
    private final Clock clock;
    private final Instant started;
    private final RunRecorder recorder;

    public RunReporting(RunSettings settings, PrintWriter err, Clock clock) {
        this.settings = settings;
        this.err = err;
        this.clock = clock;
        this.started = clock.instant();
        this.recorder = new RunRecorder(RunProgress.on(err), System::nanoTime);
    }

    /** Is to hear how the run goes. */
    public RunRecorder recorder() {
        return recorder;
    }

    /** A run that has a result. */
    public RunSummary ended(RunResult result, ExitCode exit) {
        Instant finished = clock.instant();
        RunSummary summary = new RunSummary(result, settings.job(), recorder, started, finished, exit);
        result.failures().forEach(failure -> ErrorOutput.print(err, "failed: " + failure));
        long outdated = result.count(Count.OUTDATED);
        if (outdated > 0) {
            ErrorOutput.print(
                    err,
                    "warning: %s of the warehouse %s read by another version of the program or its rules; fupin reextract %s --dry-run shows what this one would read"
                            .formatted(
                                    Counted.of(outdated, "document"),
                                    outdated == 1 ? "was" : "were",
                                    settings.job().name() + ".yml"));
        }
        try (MDC.MDCCloseable run = MDC.putCloseable("run", Long.toString(result.runId()))) {
            Logger log = LoggerFactory.getLogger(LOGGER);
            LoggingEventBuilder event =
                    result.failed() ? log.atError() : result.stopped() ? log.atWarn() : log.atInfo();
            event = event.addKeyValue("status", summary.status()).addKeyValue("exit", exit.number());
            for (Count count : Count.values()) {
                String key = count.logged();
                event = key == null ? event : event.addKeyValue(key, result.count(count));
            }
            event.addKeyValue("seconds", summary.seconds()).log("run finished");
        }
        Path file = settings.summary();
        if (file != null) {
            byte[] json = (summary.json() + "\n").getBytes(StandardCharsets.UTF_8);
            write("summary", file, () -> OutputFile.write(file, out -> out.write(json)));
        }
        metrics(exit, result, finished);
        return summary;
    }

    /** A run that did not get as far as having a result. */
    public void ended(ExitCode exit) {
        metrics(exit, null, clock.instant());
    }

    private void metrics(ExitCode exit, @Nullable RunResult result, Instant finished) {
        JobDefinition job = settings.job();
        Path file = job.metrics();
        if (file != null) {
            RunMetrics metrics =
                    new RunMetrics(job.name(), finished, Duration.between(started, finished), exit, result);
            write("metrics", file, () -> metrics.write(file));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void write(String what, Path file, Writing writing) {
        try {
            writing.write();
        } catch (IOException | RuntimeException e) {
            ErrorOutput.print(err, "warning: the " + what + " could not be written to " + file + ": " + e);
        }
    }
}
