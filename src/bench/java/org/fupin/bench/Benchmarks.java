package org.fupin.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints what they mean: MB of text (UTF-8) a second, MB allocated per MB of text, and, as a test
 * of linearity, the time per MB compared with that of the shortest text of its kind. Takes JMH's own options.
 */
public final class Benchmarks {

    private static final double MB = 1e6;

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(args);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include("org\\.fupin\\.bench\\.");
        }
        options.addProfiler(GCProfiler.class);
        options.threads(1);
        options.shouldFailOnError(true);
        options.forks(given.getForkCount().orElse(1));
        options.warmupIterations(given.getWarmupIterations().orElse(5));
        options.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)));
        options.measurementIterations(given.getMeasurementIterations().orElse(8));
        options.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        print(new Runner(options.build()).run(), System.out);
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        out.printf("%nOne thread, Java %s, corpus: %s%n%n", Runtime.version(), BenchmarkText.corpus());
        out.printf(
                "%-11s %-14s %10s %11s %9s %9s %12s %10s%n",
                "benchmark", "text", "KB", "ms", "± ms", "MB/s", "MB alloc/MB", "time/MB");
        Map<String, Double> shortest = new HashMap<>();
        for (RunResult result : results) {
            String benchmark = result.getPrimaryResult().getLabel();
            String text = result.getParams().getParam("text");
            double size = BenchmarkText.bytes(text).length / MB;
            double ms = result.getPrimaryResult().getScore();
            double allocated =
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / MB;
            String kind = benchmark + text.substring(0, text.lastIndexOf('-'));
            double first = shortest.computeIfAbsent(kind, k -> ms / size);
            out.printf(
                    Locale.ROOT,
                    "%-11s %-14s %10.1f %11.3f %9.3f %9.2f %12.1f %9.2fx%n",
                    benchmark,
                    text,
                    size * 1e3,
                    ms,
                    result.getPrimaryResult().getScoreError(),
                    size / (ms / 1e3),
                    allocated / size,
                    ms / size / first);
        }
    }
}
