package org.fupin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.fupin.cli.log.LogConfigurator;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.output.StandardOutput;
import org.fupin.settings.Setting;
import org.fupin.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "fupin",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Reads provinces' yearly poverty alleviation reports, checks their figures, makes workbooks and PDFs.",
        description = {
            "",
            "Results go to standard output, everything else to standard error.",
            "fupin COMMAND --help explains a command."
        },
        subcommands = {
            RunCommand.class,
            WorkCommand.class,
            ReextractCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            ScoreCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            OutboxCommand.class,
            SendCommand.class,
            MigrateCommand.class,
            PurgeCommand.class,
            ValidateCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin run jobs/sample.yml",
            "  fupin check report.txt",
            "  fupin export findings --job jobs/sample.yml --format csv"
        })
public final class Fupin implements Runnable {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    private Fupin(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        // Figures and reports look the same on every machine, whatever its language.
        Locale.setDefault(Locale.ROOT);
        // AWT keeps the names of fonts in the language that Java was started in, by its account; a name in another one
        // is read from the font's file each time.
        System.setProperty("user.language", "");
        System.setProperty("user.country", "");
        // The logging wakes up before a command knows its options.
        if (Arrays.asList(args).contains("--dry-run")) {
            LogConfigurator.withoutFile();
        }
        StandardOutput stdout = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(stdout, true, StandardCharsets.UTF_8);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = commandLine(System.getenv()).setOut(out).setErr(err).execute(args);
        // Who reads only the first lines closes the pipe, which is no failure.
        if (out.checkError() && !stdout.closedByReader() && code == ExitCode.DONE.number()) {
            err.println("fupin: standard output could not be written to");
            code = ExitCode.FAILED.number();
        }
        err.flush();
        leave();
        System.exit(code);
    }

    /** What is done last, however the program ends. */
    static void leave() {
        if (System.getenv(Settings.LOG_FILE.name()) != null) {
            LogConfigurator.close();
        }
        TemporaryFolder.delete();
    }

    /**
     * The command line; {@code execute} gives an {@link ExitCode}'s number.
     *
     * @param environment the variables that commands take settings from; the logging has those of the process
     */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine commandLine = new CommandLine(new Fupin(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(Fupin::wrongUsage)
                .setExecutionExceptionHandler(new Failures());
        RunCommand.addSettings(
                commandLine.getSubcommands().get("run").getCommandSpec(), Settings.from(Setting.Source.OPTION));
        RunCommand.addSettings(commandLine.getSubcommands().get("work").getCommandSpec(), WorkCommand.SETTINGS);
        withExitCodes(commandLine);
        return commandLine;
    }

    /** The variables that a command takes settings from. */
    static Map<String, String> environment(CommandSpec command) {
        return ((Fupin) command.root().userObject()).environment;
    }

    /** {@code fupin} alone is a question for what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static void withExitCodes(CommandLine commandLine) {
        commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.table());
        commandLine.getSubcommands().values().forEach(Fupin::withExitCodes);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine commandLine = e.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("fupin: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** The system's own streams may write in another encoding than the text around them is read in. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
