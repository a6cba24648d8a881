package org.fupin.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.output.RunLines;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunAtWork;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.fupin.store.WorkerAtWork;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunCount;
import org.fupin.warehouse.query.ProvinceYearKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows what the warehouse holds, which run and which workers are at work on it, and how the last runs ended.",
            "While a run is at work on an H2 file, no other process can read the file: then only the run is "
                    + "shown.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fupin status --job jobs/sample.yml", "  fupin status --database jdbc:mysql://db/fupin --json"})
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many runs to list; 5 by default.")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        if (limit < 1) {
            throw new SettingsException("--runs", "expected at least 1");
        }
        DatabaseOptions.Access access = database.access();
        DatabaseUrl url = access.url();
        try (WarehouseView warehouse = access.view()) {
            List<Run> runs = warehouse.runs(limit);
            List<RejectedFile> rejected = runs.isEmpty()
                    ? List.of()
                    : warehouse.rejectedBy(runs.get(0).id());
            Map<Integer, List<String>> held = new TreeMap<>();
            for (ProvinceYearKey key : warehouse.provinceYears()) {
                held.computeIfAbsent(key.year(), year -> new ArrayList<>()).add(key.region());
            }
            AtWork atWork = new AtWork(warehouse.atWork(), warehouse.workers());
            if (json) {
                spec.commandLine().getOut().println(json(url, atWork, held, runs, rejected));
            } else {
                print(url, atWork, held, runs, rejected);
            }
        } catch (RunInProgressException e) {
            RunAtWork other = e.atWork().orElseThrow(() -> e);
            if (json) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("database", url.toString());
                answer.put("at_work", RunLines.json(other));
                spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
            } else {
                spec.commandLine().getOut().println("warehouse " + url);
                print(other);
            }
        }
        return ExitCode.DONE.number();
    }

    /** Who is at work now. */
    private record AtWork(Optional<RunAtWork> run, List<WorkerAtWork> workers) {}

    private void print(WorkerAtWork worker) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  " + worker);
        worker.inWork()
                .forEach(partition -> out.println("    " + partition.step() + " " + partition.label() + ", for "
                        + partition.since().toSeconds() + " s"));
        if (worker.seemsDead()) {
            out.println("    seems dead: others do what it had in work");
        }
    }

    private void print(RunAtWork atWork) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("at work");
        out.println("  " + atWork);
        if (atWork.seemsDead()) {
            out.println("  seems dead: the next run takes over");
        }
    }

    private void print(
            DatabaseUrl url,
            AtWork atWork,
            Map<Integer, List<String>> held,
            List<Run> runs,
            List<RejectedFile> rejected) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("warehouse " + url);
        if (held.isEmpty()) {
            out.println("  holds nothing yet");
        }
        held.forEach((year, regions) -> out.println(
                "  " + year + "  " + Counted.of(regions.size(), "province") + ": " + String.join(" ", regions)));
        atWork.run().ifPresent(this::print);
        if (!atWork.workers().isEmpty()) {
            out.println("workers");
            atWork.workers().forEach(this::print);
        }
        out.println(runs.isEmpty() ? "no runs yet" : "last runs");
        for (Run run : runs) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %d  %s  %5s  %-9s  %s for %s: %,d loaded, %,d rejected, %,d observations, %,d reports",
                    run.id(),
                    RunLines.time(run.attemptStarted()),
                    RunLines.duration(run),
                    run.status().code(),
                    run.job(),
                    run.period(),
                    run.count(RunCount.FILES_LOADED),
                    run.count(RunCount.FILES_REJECTED),
                    run.count(RunCount.OBSERVATIONS),
                    run.count(RunCount.REPORTS)));
        }
        if (!rejected.isEmpty()) {
            out.println("rejected by the last run");
            rejected.forEach(
                    file -> out.println("  " + file.name() + ": " + file.message() + " (" + file.reason() + ")"));
        }
    }

    private static String json(
            DatabaseUrl url,
            AtWork atWork,
            Map<Integer, List<String>> held,
            List<Run> runs,
            List<RejectedFile> rejected) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", url.toString());
        atWork.run().ifPresent(other -> json.put("at_work", RunLines.json(other)));
        json.put("workers", atWork.workers().stream().map(RunLines::json).toList());
        json.put("province_years", held);
        json.put("runs", runs.stream().map(RunLines::json).toList());
        json.put("rejected", rejected);
        return JsonMapper.shared().writeValueAsString(json);
    }
}
