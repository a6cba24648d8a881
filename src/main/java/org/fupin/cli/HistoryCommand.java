package org.fupin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.EditionLines;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.output.RunLines;
import org.fupin.settings.RunScope;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunCount;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists past runs, the newest first: how each ended and why, how long its last attempt took, and what "
                    + "it did in all its attempts. A run that was interrupted is continued under its number.",
            "With --area and --year it lists the editions of a province and year instead, the newest first: number, "
                    + "month, why each was made (first, revision by the province, reading by a newer program, "
                    + "correction by people), when, by which run, from which documents, and how many figures it added, "
                    + "removed and changed. fupin run JOB.yml --as-of makes the reports of a past one.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin history --job jobs/sample.yml",
            "  fupin history --database jdbc:mysql://db/fupin --job-name monthly --failed",
            "  fupin history --job jobs/sample.yml --area CN-GS --year 2012"
        })
final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--job-name",
            paramLabel = "NAME",
            description = "Only runs of the job of this name: its file's name without the ending.")
    private @Nullable String job;

    @Option(names = "--failed", description = "Only runs that failed and were not continued.")
    private boolean failed;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs or editions to list; 20 by default.")
    private int limit;

    @ArgGroup(exclusive = false)
    private @Nullable ProvinceYearOptions of;

    @Option(names = "--json", description = "Print a JSON object for each run or edition, one a line.")
    private boolean json;

    /** Whose editions are listed. */
    private static final class ProvinceYearOptions {

        @Option(
                names = "--area",
                required = true,
                paramLabel = "CODE",
                description = "The editions of this province, such as CN-GS; with --year.")
        private String area = "";

        @Option(
                names = "--year",
                required = true,
                paramLabel = "YEAR",
                description = "The editions of the reports on this year; with --area.")
        private int year;

        ProvinceYearKey key() {
            try {
                SortedSet<String> areas = RunScope.areas(area);
                if (areas.size() == 1) {
                    return new ProvinceYearKey(areas.first(), year);
                }
            } catch (IllegalArgumentException e) {
                throw new SettingsException("--area", String.valueOf(e.getMessage()));
            }
            throw new SettingsException("--area", "expected one province, such as CN-GS");
        }
    }

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        if (limit < 1) {
            throw new SettingsException("--limit", "expected at least 1");
        }
        if (of != null) {
            if (job != null || failed) {
                throw new SettingsException(
                        "--area", "lists editions, while --job-name and --failed choose among runs: leave one out");
            }
            return editions(of.key());
        }
        PrintWriter out = spec.commandLine().getOut();
        try (WarehouseView warehouse = database.access().view()) {
            List<Run> runs = warehouse.runs(new Runs.Filter(job, failed), limit);
            if (json) {
                runs.forEach(run -> {
                    Map<String, Object> line = RunLines.json(run);
                    out.println(JsonMapper.shared().writeValueAsString(line));
                });
            } else if (runs.isEmpty()) {
                out.println("no runs");
            } else {
                runs.forEach(run -> print(run, out));
            }
        }
        return ExitCode.DONE.number();
    }

    private int editions(ProvinceYearKey key) throws DatabaseUnreachableException, RunInProgressException {
        try (WarehouseView warehouse = database.access().view()) {
            EditionLines lines = new EditionLines(key, warehouse.editions(key));
            (json ? lines.json(limit) : lines.text(limit))
                    .forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.DONE.number();
    }

    private static void print(Run run, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "run %d of %s for %s: %s, %s%s%s",
                run.id(),
                run.job(),
                run.period(),
                run.status().code(),
                RunLines.time(run.attemptStarted()),
                run.finished() == null ? "" : ", " + RunLines.duration(run),
                run.attempts() == 1
                        ? ""
                        : ", " + run.attempts() + " attempts, the first " + RunLines.time(run.started())));
        out.println(Stream.of(RunCount.values())
                .map(count -> Counted.labelled(run.count(count), count.label()))
                .collect(Collectors.joining(", ", "  ", "")));
        run.message().lines().forEach(line -> out.println("  " + line));
    }
}
