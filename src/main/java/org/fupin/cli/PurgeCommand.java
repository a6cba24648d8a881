package org.fupin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.batch.OldExecution;
import org.fupin.job.purge.Purge;
import org.fupin.job.purge.PurgeResult;
import org.fupin.job.purge.PurgeResult.OldFile;
import org.fupin.observation.Printable;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.Retention;
import org.fupin.settings.RunSettings;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Removes old records of batch executions and old superseded report files.",
            "Files of messages that are not sent yet are kept, and so are executions that the next run may "
                    + "continue. The warehouse keeps everything: documents, figures of all editions, findings, and the "
                    + "ledgers of runs and mail.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin purge --older-than 18m --job jobs/monthly.yml --dry-run",
            "  fupin purge --older-than 2y --job jobs/monthly.yml"
        })
final class PurgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            description = "Age from which records and files are removed: 90d, 12w, 18m (months), 2y or P1Y6M.")
    private String age;

    @Option(
            names = "--job",
            required = true,
            paramLabel = "JOB.yml",
            description = "The database and the reports of this job.")
    private Path file;

    @Option(names = "--dry-run", description = "Show what would be removed, and remove nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException, IOException {
        Retention retention = retention();
        RunSettings settings = RunSettings.read(file, Map.of(), Fupin.environment(spec), false);
        JobDefinition job = settings.job();
        Clock clock = Clock.systemDefaultZone();
        PurgeResult result = dryRun
                ? Purge.plan(job, retention, settings.credentials(), settings.timing(), clock)
                : Purge.run(job, retention, settings.credentials(), settings.timing(), clock);
        spec.commandLine().getOut().println(json ? json(job, result) : text(job, result));
        return ExitCode.DONE.number();
    }

    private Retention retention() {
        try {
            return Retention.parse(age);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("--older-than", String.valueOf(e.getMessage()));
        }
    }

    private String text(JobDefinition job, PurgeResult result) {
        List<String> lines = new ArrayList<>();
        add(lines, "purge of %s: what is from before %s", job.name(), day(result));
        add(
                lines,
                "  batch records  %s with %s%s",
                Counted.of(result.executions().size(), "execution"),
                Counted.of(result.steps(), "step"),
                dryRun ? "" : " removed");
        add(
                lines,
                "  superseded     %s of %,.1f MB%s, in %s",
                Counted.of(result.files().size(), "report file"),
                result.bytes() / 1e6,
                dryRun ? "" : " removed",
                job.out());
        if (dryRun) {
            result.files().forEach(old -> add(lines, "    %s  %s", day(old), Printable.line(old.path())));
        }
        if (result.keptForRestart() > 0) {
            add(
                    lines,
                    "  kept           %s that the next run may continue from",
                    Counted.of(result.keptForRestart(), "execution"));
        }
        if (result.keptForMail() > 0) {
            add(
                    lines,
                    "  kept           %s that mail brings which was not sent yet",
                    Counted.of(result.keptForMail(), "report file"));
        }
        if (dryRun) {
            add(lines, "this would be removed; nothing was removed");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static LocalDate day(PurgeResult result) {
        return LocalDate.ofInstant(result.before(), ZoneId.systemDefault());
    }

    private static LocalDate day(OldFile file) {
        return LocalDate.ofInstant(file.since(), ZoneId.systemDefault());
    }

    private String json(JobDefinition job, PurgeResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", job.name());
        json.put("dry_run", dryRun);
        json.put("before", result.before().toString());
        json.put("executions", result.executions().size());
        json.put("steps", result.steps());
        json.put("files", result.files().size());
        json.put("bytes", result.bytes());
        json.put("kept_for_restart", result.keptForRestart());
        json.put("kept_for_mail", result.keptForMail());
        json.put(
                "old_executions",
                result.executions().stream().map(PurgeCommand::json).toList());
        json.put("old_files", result.files().stream().map(PurgeCommand::json).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(OldExecution execution) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("execution", execution.id());
        json.put("job", execution.job());
        json.put("period", execution.period());
        json.put("status", execution.status().toLowerCase(Locale.ROOT));
        json.put("ended", execution.ended().toString());
        json.put("steps", execution.steps());
        return json;
    }

    private static Map<String, Object> json(OldFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("bytes", file.size());
        json.put("superseded", file.since().toString());
        return json;
    }

    private static void add(List<String> lines, String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}
