package org.fupin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fupin.batch.DatabaseUnreachableException;
import org.fupin.batch.DryRun;
import org.fupin.batch.JobDefinition;
import org.fupin.batch.JobDefinitionException;
import org.fupin.batch.JobDefinitionReader;
import org.fupin.batch.LockTiming;
import org.fupin.batch.PlannedFile;
import org.fupin.batch.ReportJob;
import org.fupin.batch.RunInProgressException;
import org.fupin.batch.RunPlan;
import org.fupin.batch.RunRequest;
import org.fupin.batch.RunResult;
import org.fupin.batch.StopSignal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs a job: loads what is new in the inbox, audits it, and makes the reports that it changes.",
            "Files that the warehouse holds already are skipped; reports that are missing are made again; a run that was",
            "broken off is continued by the next. An inbox without files is no failure. One run at a time works on a",
            "database. SIGTERM stops a run within seconds.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin run jobs/sample.yml",
            "  fupin run jobs/monthly.yml --inbox /srv/inbox --out /srv/reports --database jdbc:mysql://db/fupin",
            "  fupin run jobs/monthly.yml --dry-run",
            "  fupin run jobs/monthly.yml --period 2026-03 --force",
            "  fupin run jobs/monthly.yml --year 2009..2012 --area CN-XJ --no-mail"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Option(names = "--inbox", paramLabel = "DIR", description = "The folder of the reports to read.")
    private @Nullable String inbox;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for the workbooks and PDFs.")
    private @Nullable String out;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "The database: a JDBC URL or the path of an H2 file.")
    private @Nullable String database;

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            description = "The month the run is for; this month by default.")
    private @Nullable String period;

    @Option(names = "--parallel", paramLabel = "N", description = "How many files, or reports, to work on at a time.")
    private @Nullable String parallel;

    @Option(
            names = "--year",
            paramLabel = "YEARS",
            description = "Only reports on these years: 2012, 2009..2012 or 2009..2011,2015.")
    private @Nullable String year;

    @Option(
            names = "--area",
            paramLabel = "CODES",
            description = "Only reports of these provinces: CN-XJ or CN-XJ,CN-GS.")
    private @Nullable String area;

    @Option(
            names = "--max-rejected",
            paramLabel = "N|P%%",
            description = "Load nothing if more files than this, or more than this share of them, are rejected.")
    private @Nullable String maxRejected;

    @Option(names = "--metrics", paramLabel = "FILE", description = "The file for the metrics of the run.")
    private @Nullable String metrics;

    @Option(names = "--no-mail", description = "Send nothing; the next run without this option does.")
    private boolean noMail;

    @Option(names = "--force", description = "Make all reports again, though nothing changed.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description = "Tell what the run would do, and write nothing: no file, no folder, no table.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    @Override
    public Integer call()
            throws JobDefinitionException, DatabaseUnreachableException, RunInProgressException, IOException {
        JobDefinition job = JobDefinitionReader.read(file, options());
        YearMonth month = Objects.requireNonNullElseGet(job.period(), () -> YearMonth.now(Clock.systemDefaultZone()));
        PrintWriter err = spec.commandLine().getErr();
        RunRequest request = new RunRequest(job, month, force);
        if (dryRun) {
            return plan(request, err).number();
        }
        StopSignal stop = new StopSignal();
        try (StopOnSignal signal = StopOnSignal.open(stop, err)) {
            return run(request, stop).number();
        }
    }

    private ExitCode run(RunRequest request, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        JobDefinition job = request.job();
        PrintWriter err = spec.commandLine().getErr();
        LockTiming timing = DatabaseOptions.lockTiming();
        RunResult result;
        try (ReportJob reports = ReportJob.open(
                job.database(), DatabaseOptions.credentials(), job.parallel(), RunProgress.on(err), stop, timing)) {
            result = reports.run(request);
        }
        RunSummary summary = new RunSummary(result, job.inbox(), job.out());
        if (json) {
            spec.commandLine().getOut().println(summary.json());
        } else {
            spec.commandLine().getOut().println(summary.text());
        }
        result.failures().forEach(failure -> err.println("fupin: failed: " + failure));
        return exitCode(result);
    }

    private ExitCode plan(RunRequest request, PrintWriter err)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        RunPlan plan =
                DryRun.of(request, DatabaseOptions.credentials(), DatabaseOptions.lockTiming(), RunProgress.on(err));
        PlanSummary summary = new PlanSummary(plan, request.job());
        spec.commandLine().getOut().println(json ? summary.json() : summary.text());
        if (plan.stops() != null) {
            return ExitCode.FAILED;
        }
        return plan.count(PlannedFile.State.REJECTED) == 0 ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "inbox", inbox);
        put(options, "out", out);
        put(options, "database", database);
        put(options, "period", period);
        put(options, "parallel", parallel);
        put(options, "year", year);
        put(options, "area", area);
        put(options, "max-rejected", maxRejected);
        put(options, "metrics", metrics);
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static ExitCode exitCode(RunResult result) {
        if (result.failed() || result.stopped()) {
            return ExitCode.FAILED;
        }
        return result.rejections().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
