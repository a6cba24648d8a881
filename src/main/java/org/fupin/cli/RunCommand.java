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
import org.fupin.intake.PlannedFile;
import org.fupin.job.DryRun;
import org.fupin.job.Progress;
import org.fupin.job.ReportJob;
import org.fupin.job.ReportMail;
import org.fupin.job.RunPlan;
import org.fupin.job.RunResult;
import org.fupin.job.StopSignal;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunRequest;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
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
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD, or a file that",
            "FUPIN_DB_PASSWORD_FILE names. FUPIN_LOG_LEVEL (ERROR, WARN, INFO, DEBUG, TRACE), FUPIN_LOG_FORMAT (text, json) and",
            "FUPIN_LOG_FILE say how much is logged, how and where."
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
            paramLabel = "N|P%",
            description = "Load nothing if more files than this, or more than this share of them, are rejected.")
    private @Nullable String maxRejected;

    @Option(
            names = "--on-conflict",
            paramLabel = "RULE",
            description = {
                "What to do with files that have the same article with different texts: reject (take none of them, the",
                "default) or newest (the text of the file that was changed last holds)."
            })
    private @Nullable String onConflict;

    @Option(names = "--metrics", paramLabel = "FILE", description = "The file for the metrics of the run.")
    private @Nullable String metrics;

    @Option(names = "--summary", paramLabel = "FILE", description = "The file for the summary as JSON.")
    private @Nullable String summary;

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
    public Integer call() throws DatabaseUnreachableException, RunInProgressException, IOException {
        Configuration configuration =
                Configuration.read(file, options(), summary, Environment.ofProcess(), !noMail && !dryRun);
        PrintWriter err = spec.commandLine().getErr();
        if (dryRun) {
            return plan(configuration, err).number();
        }
        StopSignal stop = new StopSignal();
        try (StopOnSignal signal = StopOnSignal.open(stop, err)) {
            return run(configuration, new RunReporting(configuration, err, Clock.systemUTC()), stop)
                    .number();
        }
    }

    private ExitCode run(Configuration configuration, RunReporting reporting, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        RunRequest request = request(configuration.job());
        RunResult result;
        try (ReportJob reports = open(configuration, reporting.recorder(), stop)) {
            result = reports.run(request);
        } catch (DatabaseUnreachableException e) {
            reporting.ended(Failures.exitCode(e));
            Mailing mailing = configuration.mailing();
            if (mailing != null) {
                ReportMail.tellOwner(request, mailing, e);
            }
            throw e;
        } catch (RunInProgressException | RuntimeException e) {
            reporting.ended(Failures.exitCode(e));
            throw e;
        }
        ExitCode exit = exitCode(result);
        RunSummary told = reporting.ended(result, exit);
        spec.commandLine().getOut().println(json ? told.json() : told.text());
        return exit;
    }

    private static ReportJob open(Configuration configuration, Progress progress, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        JobDefinition job = configuration.job();
        return ReportJob.open(
                job.database(),
                configuration.credentials(),
                job.parallel(),
                progress,
                stop,
                configuration.timing(),
                configuration.mailing());
    }

    private RunRequest request(JobDefinition job) {
        YearMonth month = Objects.requireNonNullElseGet(job.period(), () -> YearMonth.now(Clock.systemDefaultZone()));
        return new RunRequest(job, month, force);
    }

    private ExitCode plan(Configuration configuration, PrintWriter err)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        RunRequest request = request(configuration.job());
        RunPlan plan = DryRun.of(
                request,
                noMail ? null : configuration.job().recipients(),
                configuration.credentials(),
                configuration.timing(),
                RunProgress.on(err));
        PlanSummary told = new PlanSummary(plan, request.job());
        spec.commandLine().getOut().println(json ? told.json() : told.text());
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
        put(options, "on-conflict", onConflict);
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
        if (!result.allMailSent()) {
            return ExitCode.MAIL;
        }
        return result.rejections().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
