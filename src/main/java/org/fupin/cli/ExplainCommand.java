package org.fupin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fupin.cli.output.ExitCode;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.Rejected;
import org.fupin.observation.document.SourceDocument;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Explains the number at an offset: each field of the figure with its reason, and what each pass did."
        },
        footerHeading = "%nExample:%n",
        footer = "  fupin explain report.txt --at 1161")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The report; for an archive, name the member: reports.zip!/hebei.txt.")
    private Path file;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "OFFSET",
            description =
                    "The offset of the number, in characters from 0, as in 'begin' of the records that check writes.")
    private int offset;

    @Override
    public Integer call() {
        Intake intake = Intake.create(IntakeLimits.DEFAULT);
        Intake.Outcome<SourceDocument> outcome = intake.read(Incoming.at(file));
        if (outcome instanceof Rejected<SourceDocument> rejected) {
            spec.commandLine().getErr().println("fupin: rejected " + rejected.rejection());
            return ExitCode.REJECTED.number();
        }
        if (outcome instanceof Left<SourceDocument> left) {
            spec.commandLine().getErr().println("fupin: " + left.file());
            return ExitCode.REJECTED.number();
        }
        SourceDocument document = ((Accepted<SourceDocument>) outcome).value();
        if (offset < 0 || offset >= document.text().length()) {
            throw new SettingsException(
                    "--at", file + " has the offsets 0 to " + (document.text().length() - 1));
        }
        spec.commandLine()
                .getOut()
                .println(intake.extractor().explain(document, offset).stripTrailing());
        return ExitCode.DONE.number();
    }
}
