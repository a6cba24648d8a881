package org.fupin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunCount;
import org.fupin.warehouse.ledger.Runs;
import org.jspecify.annotations.Nullable;
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
            "Lists the past runs, the newest first: how each ended and why, how long its last attempt took, and what it did",
            "in all its attempts. A run that was broken off is continued under its number.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin history --job jobs/sample.yml",
            "  fupin history --database jdbc:mysql://db/fupin --job-name monthly --failed --limit 5"
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
            description = "How many runs to list; 20 by default.")
    private int limit;

    @Option(names = "--json", description = "Print a JSON object for each run, one a line.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        if (limit < 1) {
            throw new SettingsException("--limit", "expected at least 1");
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
