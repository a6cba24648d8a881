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
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks and prints what they mean: MB of text (UTF-8) a second by the median and by the fastest run, MB
 * allocated per MB of text, and, as a test of linearity, the time per MB of the fastest run compared with that of the
 * shortest text of its kind: other work on the machine only ever adds to a run. Takes JMH's own options.
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
        // One thread in all: the garbage is collected on the same one.
        options.jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
        options.shouldFailOnError(true);
        options.forks(given.getForkCount().orElse(1));
        options.warmupIterations(given.getWarmupIterations().orElse(10));
        options.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(2)));
        options.measurementIterations(given.getMeasurementIterations().orElse(8));
        options.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        print(new Runner(options.build()).run(), System.out);
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        out.printf("%nOne thread, Java %s, corpus: %s%n%n", Runtime.version(), BenchmarkText.corpus());
        out.println("benchmark   text                 KB   median ms     MB/s  best MB/s  MB alloc/MB  time/MB   runs");
        Map<String, Double> shortest = new HashMap<>();
        for (RunResult result : results) {
            String benchmark = result.getPrimaryResult().getLabel();
            String text = result.getParams().getParam("text");
            double size = BenchmarkText.size(text) / MB;
            Statistics runs = result.getPrimaryResult().getStatistics();
            double median = runs.getPercentile(50);
            double fastest = runs.getMin();
            double allocated =
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / MB;
            String kind = benchmark + text.substring(0, text.lastIndexOf('-'));
            double first = shortest.computeIfAbsent(kind, k -> fastest / size);
            out.printf(
                    Locale.ROOT,
                    "%-11s %-14s %8.1f %11.3f %8.2f %10.2f %12.1f %7.2fx %6d%n",
                    benchmark,
                    text,
                    size * 1e3,
                    median,
                    size / (median / 1e3),
                    size / (fastest / 1e3),
                    allocated / size,
                    fastest / size / first,
                    runs.getN());
        }
    }
}
