package org.fupin.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fupin.batch.DatabaseUnreachableException;
import org.fupin.batch.DatabaseUrl;
import org.fupin.batch.JobDefinitionException;
import org.fupin.batch.RunInProgressException;
import org.fupin.batch.WarehouseView;
import org.fupin.warehouse.ProvinceYearKey;
import org.fupin.warehouse.RejectedFile;
import org.fupin.warehouse.Run;
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
            "Tells what the warehouse holds and how the last runs ended.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fupin status --job jobs/sample.yml", "  fupin status --database jdbc:mysql://db/fupin --json"})
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

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
    public Integer call() throws JobDefinitionException, DatabaseUnreachableException, RunInProgressException {
        if (limit < 1) {
            throw new UsageException("--runs: at least 1");
        }
        DatabaseUrl url = database.url();
        try (WarehouseView warehouse = WarehouseView.open(url, DatabaseOptions.credentials())) {
            List<Run> runs = warehouse.runs(limit);
            List<RejectedFile> rejected = runs.isEmpty()
                    ? List.of()
                    : warehouse.rejectedBy(runs.get(0).id());
            Map<Integer, List<String>> held = new TreeMap<>();
            for (ProvinceYearKey key : warehouse.provinceYears()) {
                held.computeIfAbsent(key.year(), year -> new ArrayList<>()).add(key.region());
            }
            if (json) {
                spec.commandLine().getOut().println(json(url, held, runs, rejected));
            } else {
                print(url, held, runs, rejected);
            }
        }
        return ExitCode.DONE.number();
    }

    private void print(DatabaseUrl url, Map<Integer, List<String>> held, List<Run> runs, List<RejectedFile> rejected) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("warehouse " + url);
        if (held.isEmpty()) {
            out.println("  holds nothing yet");
        }
        held.forEach((year, regions) -> out.println(
                "  " + year + "  " + Counted.of(regions.size(), "province") + ": " + String.join(" ", regions)));
        out.println(runs.isEmpty() ? "no runs yet" : "last runs");
        for (Run run : runs) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %d  %s  %s  %-9s  %s for %s: %,d loaded, %,d rejected, %,d observations, %,d reports",
                    run.id(),
                    TIME.format(run.started().atZone(ZoneId.systemDefault())),
                    duration(run),
                    run.status().code(),
                    run.job(),
                    run.period(),
                    run.counts().filesLoaded(),
                    run.counts().filesRejected(),
                    run.counts().observations(),
                    run.counts().reports()));
        }
        if (!rejected.isEmpty()) {
            out.println("rejected by the last run");
            rejected.forEach(
                    file -> out.println("  " + file.name() + ": " + file.message() + " (" + file.reason() + ")"));
        }
    }

    private static String duration(Run run) {
        return run.finished() == null
                ? "     "
                : String.format(
                        Locale.ROOT,
                        "%4ds",
                        run.finished().getEpochSecond() - run.started().getEpochSecond());
    }

    private static String json(
            DatabaseUrl url, Map<Integer, List<String>> held, List<Run> runs, List<RejectedFile> rejected) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", url.toString());
        json.put("province_years", held);
        json.put("runs", runs.stream().map(StatusCommand::json).toList());
        json.put("rejected", rejected);
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run.id());
        json.put("job", run.job());
        json.put("period", run.period().toString());
        json.put("status", run.status().code());
        json.put("started", run.started().toString());
        json.put("finished", run.finished() == null ? "" : run.finished().toString());
        json.put("files_found", run.counts().filesFound());
        json.put("files_loaded", run.counts().filesLoaded());
        json.put("files_known", run.counts().filesUnchanged());
        json.put("files_rejected", run.counts().filesRejected());
        json.put("articles", run.counts().articles());
        json.put("observations", run.counts().observations());
        json.put("left_out", run.counts().leftOut());
        json.put("findings", run.counts().findings());
        json.put("reports", run.counts().reports());
        return json;
    }
}
