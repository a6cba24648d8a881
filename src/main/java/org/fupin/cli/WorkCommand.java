package org.fupin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.WorkerJob;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.RunSettings;
import org.fupin.settings.Setting;
import org.fupin.settings.Settings;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Works for the runs of a job: reads files and makes reports that a run on this or another machine hands out "
                    + "through the message broker of the job. Waits for work until it is stopped.",
            "Inbox and outputs must be the same folders on all machines, the program the same release. SIGTERM ends a "
                    + "worker when it has finished what it has begun. A worker can be killed at any time: others do what it "
                    + "had begun.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD, of the broker from "
                    + "FUPIN_BROKER_USER and FUPIN_BROKER_PASSWORD, or from the files that FUPIN_DB_PASSWORD_FILE and "
                    + "FUPIN_BROKER_PASSWORD_FILE name."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fupin work jobs/monthly.yml", "  fupin work jobs/monthly.yml --parallel 4"})
final class WorkCommand implements Callable<Integer> {

    /** What may differ from machine to machine. All else is the run's to say. */
    static final List<Setting<?>> SETTINGS =
            List.of(Settings.INBOX, Settings.OUT, Settings.DATABASE, Settings.BROKER, Settings.PARALLEL);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        RunSettings settings =
                RunSettings.read(file, RunCommand.options(spec, SETTINGS), Fupin.environment(spec), false);
        if (settings.broker() == null) {
            throw new SettingsException(file.toString(), "sets no broker, through which a worker gets work");
        }
        PrintWriter err = spec.commandLine().getErr();
        StopSignal stop = new StopSignal();
        try (StopOnSignal signal = StopOnSignal.ending(stop, err)) {
            spec.commandLine().getOut().println(Counted.of(work(settings, stop, signal), "partition") + " done");
        }
        return ExitCode.DONE.number();
    }

    private static int work(RunSettings settings, StopSignal stop, StopOnSignal signal)
            throws DatabaseUnreachableException, RunInProgressException {
        try (WorkerJob worker = WorkerJob.open(settings, stop)) {
            return worker.work();
        } catch (DatabaseUnreachableException | RunInProgressException | RuntimeException e) {
            signal.failed();
            throw e;
        }
    }
}
