package org.fupin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.observation.Coded;
import org.fupin.observation.Printable;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.settings.Mailing;
import org.fupin.settings.Mistake;
import org.fupin.settings.RunSettings;
import org.fupin.settings.Setting;
import org.fupin.settings.Setting.Source;
import org.fupin.settings.Settings;
import org.fupin.settings.SettingsException;
import org.fupin.settings.SettingsReader;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.SchemaException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks a job file and the environment, and reports all mistakes at once. Runs nothing.",
        footerHeading = "%nExample:%n",
        footer = "  fupin validate jobs/sample.yml")
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Override
    public Integer call() {
        Map<String, String> variables = Fupin.environment(spec);
        RunSettings settings = RunSettings.read(file, Map.of(), variables, true);
        PrintWriter out = spec.commandLine().getOut();
        String corrections = corrections(settings);
        out.println(file + " is right: job " + settings.job().name());
        SettingsReader reader = SettingsReader.of(file, Map.of(), variables);
        for (Setting<?> setting : Settings.all()) {
            if (!setting.isFrom(Source.RECIPIENTS_FILE) && setting != Settings.SUMMARY) {
                out.println("  %-22s%s".formatted(setting.name(), shown(setting, reader.get(setting))));
            }
        }
        if (!corrections.isEmpty()) {
            out.println(corrections);
        }
        Mailing mailing = settings.mailing();
        if (mailing != null) {
            out.println(
                    "mail goes to " + Counted.of(mailing.recipients().offices().size(), "office") + " through "
                            + mailing.server().host() + ":" + mailing.server().port());
        }
        return ExitCode.DONE.number();
    }

    /**
     * Compares the corrections with the documents that they name, if the warehouse is there to ask.
     *
     * @return what there is to say of them
     * @throws SettingsException with all that is wrong with them
     */
    private static String corrections(RunSettings settings) {
        CorrectionsFolder folder = settings.job().corrections();
        if (folder == null) {
            return "";
        }
        String lines = "corrections: " + Counted.of(folder.corrections().lines(), "line");
        if (folder.corrections().lines() == 0) {
            return lines;
        }
        try (WarehouseView warehouse = WarehouseView.open(
                settings.job().database(), settings.credentials(), settings.timing(), WarehouseView.Check.NONE)) {
            List<Mistake> mistakes = folder.corrections().against(warehouse::text).stream()
                    .map(folder::mistake)
                    .toList();
            if (!mistakes.isEmpty()) {
                throw new SettingsException(mistakes);
            }
            return lines;
        } catch (DatabaseUnreachableException | RunInProgressException | SchemaException e) {
            return lines + ", not compared with their documents: " + Printable.line(String.valueOf(e.getMessage()));
        }
    }

    private static String shown(Setting<?> setting, @Nullable Object value) {
        if (value == null) {
            return setting.otherwise();
        }
        if (setting.isFrom(Source.SECRET)) {
            return "set";
        }
        if (value instanceof Duration duration) {
            return Counted.of(duration.toSeconds(), "second");
        }
        if (setting == Settings.SMTP_CA_FILE) {
            return Counted.of(((Collection<?>) value).size(), "certificate");
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value instanceof Coded coded ? coded.code() : value.toString();
    }
}
