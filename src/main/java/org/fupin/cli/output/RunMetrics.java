package org.fupin.cli.output;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.store.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a job as metrics, in a file that Prometheus' node exporter collects (its textfile collector): gauges,
 * with the job's name as a label.
 *
 * @param result null if the run did not get as far as having one: another run was at work, the database did not answer
 */
record RunMetrics(
        String job,
        Instant ended,
        Duration duration,
        ExitCode exit,
        @Nullable RunResult result) {

    private static final String LAST_SUCCESS = "fupin_run_last_success_timestamp_seconds";

    /** Puts the file in place in one go: collectors see the old one or the new. */
    void write(Path file) throws IOException {
        MetricSnapshots metrics = snapshots(completed() ? OptionalDouble.of(seconds(ended)) : lastSuccess(file));
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder().build();
        OutputFile.write(file, out -> writer.write(out, metrics));
    }

    /** Whether the reports were made; mail that was not sent and files that were rejected have metrics of their own. */
    private boolean completed() {
        return exit == ExitCode.DONE || exit == ExitCode.REJECTED || exit == ExitCode.MAIL;
    }

    private MetricSnapshots snapshots(OptionalDouble lastSuccess) {
        MetricSnapshots.Builder all = MetricSnapshots.builder()
                .metricSnapshot(gauge(
                        "fupin_run_last_timestamp_seconds",
                        "When the last run ended, whatever became of it.",
                        seconds(ended)))
                .metricSnapshot(gauge("fupin_run_exit_code", "Exit code of the last run; 0 is good.", exit.number()))
                .metricSnapshot(gauge(
                        "fupin_run_duration_seconds", "How long the last run took.", duration.toMillis() / 1000.0));
        if (lastSuccess.isPresent()) {
            all.metricSnapshot(
                    gauge(LAST_SUCCESS, "When a run last made all reports that were due.", lastSuccess.getAsDouble()));
        }
        if (result != null) {
            counts(result.counts()).forEach(all::metricSnapshot);
        }
        return all.build();
    }

    private GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(value, Labels.of("job", job)))
                .build();
    }

    /** A gauge for each name, with a point for each count of that name. */
    private Collection<GaugeSnapshot> counts(Counts counts) {
        Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            Count.Metric metric = count.metric();
            if (metric != null) {
                Labels labels = Labels.of("job", job);
                gauges.computeIfAbsent(
                                metric.name(),
                                name -> GaugeSnapshot.builder().name(name).help(metric.help()))
                        .dataPoint(point(
                                counts.get(count),
                                metric.label().isEmpty() ? labels : labels.add(metric.label(), metric.value())));
            }
        }
        return gauges.values().stream().map(GaugeSnapshot.Builder::build).toList();
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }

    /** From the file of the run before: the warehouse knows, too, but may be what does not answer. */
    private OptionalDouble lastSuccess(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return OptionalDouble.empty();
        }
        String label = job.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        Matcher line = Pattern.compile(
                        "(?m)^" + LAST_SUCCESS + Pattern.quote("{job=\"" + label + "\"}") + " ([0-9.Ee+-]+)$")
                .matcher(Files.readString(file));
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
