package org.fupin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.output.PastSummary;
import org.fupin.cli.output.PlanSummary;
import org.fupin.cli.output.RunProgress;
import org.fupin.cli.output.RunReporting;
import org.fupin.cli.output.RunSummary;
import org.fupin.intake.PlannedFile;
import org.fupin.job.DryRun;
import org.fupin.job.ReportJob;
import org.fupin.job.ReportMail;
import org.fupin.job.RunPlan;
import org.fupin.job.RunResult;
import org.fupin.job.broker.BrokerUnreachableException;
import org.fupin.job.past.PastReports;
import org.fupin.job.past.PastResult;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.EditionChoice;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunSettings;
import org.fupin.settings.Setting;
import org.fupin.settings.Settings;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs a job: loads new files of the inbox, checks their figures, and makes the reports that change.",
            "Files that the warehouse already holds are skipped; missing reports are made again; a run that was "
                    + "interrupted is continued by the next. An inbox without files is not an error. Only one run at a time"
                    + " works on a database. SIGTERM stops a run within seconds.",
            "With a broker in the job file, workers (fupin work) read the files and make the reports; the run does the rest.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD, or from the file "
                    + "that FUPIN_DB_PASSWORD_FILE names. FUPIN_LOG_LEVEL (ERROR, WARN, INFO, DEBUG, TRACE), "
                    + "FUPIN_LOG_FORMAT (text, json) and FUPIN_LOG_FILE set how much is logged, in which form and where."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin run jobs/sample.yml",
            "  fupin run jobs/monthly.yml --inbox /srv/inbox --out /srv/reports",
            "  fupin run jobs/monthly.yml --dry-run",
            "  fupin run jobs/monthly.yml --period 2026-03 --force",
            "  fupin run jobs/monthly.yml --year 2009..2012 --area CN-XJ --no-mail",
            "  fupin run jobs/monthly.yml --as-of 1 --area CN-GS --year 2012",
            "  fupin run jobs/monthly.yml --as-of 2026-03"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Option(names = "--no-mail", description = "Send nothing; the next run without this option does.")
    private boolean noMail;

    @Option(names = "--force", description = "Make all reports again, even if nothing changed.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description = "Show what the run would do, and write nothing: no file, no folder, no table.")
    private boolean dryRun;

    @Option(
            names = "--as-of",
            paramLabel = "EDITION",
            description = "Only make the reports of a past edition, in a folder of its own, OUT/as-of: a number that "
                    + "fupin history --area --year lists, with --area and --year; or a month such as 2026-03, for each "
                    + "province and year in scope its last edition of that month or before. Nothing is loaded, "
                    + "changed or mailed.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException, IOException {
        EditionChoice past = asOf == null ? null : past(asOf);
        RunSettings settings =
                RunSettings.read(file, options(), Fupin.environment(spec), !noMail && !dryRun && past == null);
        PrintWriter err = spec.commandLine().getErr();
        if (past != null) {
            return past(settings, past, err).number();
        }
        if (dryRun) {
            return plan(settings, err).number();
        }
        StopSignal stop = new StopSignal();
        try (StopOnSignal signal = StopOnSignal.open(stop, err)) {
            return run(settings, new RunReporting(settings, err, Clock.systemUTC()), stop)
                    .number();
        }
    }

    private EditionChoice past(String edition) {
        if (dryRun || force) {
            throw new SettingsException(
                    "--as-of", "makes the reports of a past edition and nothing else: leave out --dry-run and --force");
        }
        try {
            return EditionChoice.parse(edition);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("--as-of", String.valueOf(e.getMessage()));
        }
    }

    private ExitCode past(RunSettings settings, EditionChoice edition, PrintWriter err)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        PastResult made = PastReports.make(
                settings.job(), edition, settings.credentials(), settings.timing(), RunProgress.on(err));
        PastSummary told = new PastSummary(settings.job().name(), made);
        spec.commandLine().getOut().println(json ? told.json() : told.text());
        return ExitCode.DONE;
    }

    private ExitCode run(RunSettings settings, RunReporting reporting, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        RunRequest request = request(settings.job());
        RunResult result;
        try (ReportJob reports = open(settings, reporting.recorder(), stop)) {
            result = reports.run(request);
        } catch (DatabaseUnreachableException | BrokerUnreachableException e) {
            reporting.ended(Failures.exitCode(e));
            Mailing mailing = settings.mailing();
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

    private static ReportJob open(RunSettings settings, Progress progress, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        JobDefinition job = settings.job();
        ReportJob reports = ReportJob.open(
                job.database(),
                settings.credentials(),
                job.parallel(),
                progress,
                stop,
                settings.timing(),
                settings.mailing());
        if (settings.broker() != null) {
            try {
                reports.share(settings.broker(), job.name(), stop);
            } catch (RuntimeException e) {
                reports.close();
                throw e;
            }
        }
        return reports;
    }

    private RunRequest request(JobDefinition job) {
        YearMonth month = Objects.requireNonNullElseGet(job.period(), () -> YearMonth.now(Clock.systemDefaultZone()));
        return new RunRequest(job, month, force);
    }

    private ExitCode plan(RunSettings settings, PrintWriter err)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        RunRequest request = request(settings.job());
        RunPlan plan = DryRun.of(
                request,
                noMail ? null : settings.job().recipients(),
                settings.credentials(),
                settings.timing(),
                RunProgress.on(err));
        PlanSummary told = new PlanSummary(plan, request.job());
        spec.commandLine().getOut().println(json ? told.json() : told.text());
        if (plan.stops() != null) {
            return ExitCode.FAILED;
        }
        return plan.count(PlannedFile.State.REJECTED) == 0 ? ExitCode.DONE : ExitCode.REJECTED;
    }

    /** Adds an option for each of these settings. */
    static void addSettings(CommandSpec command, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            command.addOption(OptionSpec.builder("--" + setting.name())
                    .type(String.class)
                    .paramLabel(setting.label())
                    .description(setting.help().replace("%", "%%"))
                    .build());
        }
    }

    private Map<String, String> options() {
        return options(spec, Settings.from(Setting.Source.OPTION));
    }

    /** What was given of these settings, by name. */
    static Map<String, String> options(CommandSpec spec, List<Setting<?>> settings) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            String value = spec.findOption("--" + setting.name()).getValue();
            if (value != null) {
                options.put(setting.name(), value);
            }
        }
        return options;
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
