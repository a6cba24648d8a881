package org.fupin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fupin.audit.Auditor;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.record.RecordType;
import org.fupin.intake.Conflicts;
import org.fupin.intake.Conflicts.Contender;
import org.fupin.intake.Conflicts.Dispute;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.fupin.warehouse.load.ArticleEdition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads reports, extracts their figures and checks their arithmetic, without a database.",
            "A file that cannot be read is rejected with the reason; the others are checked all the same. Files "
                    + "that hold the same article with different texts are all checked, with a warning."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin check report.txt                 prints what was found",
            "  fupin check --out target/check inbox   writes a file for each kind of record"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Reports, archives (zip) of reports, or folders that contain them.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write the records to, one JSON object a line.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Intake intake = Intake.create(IntakeLimits.DEFAULT);
        Map<String, ExtractedDocument> documents = new LinkedHashMap<>();
        Map<String, List<String>> copies = new HashMap<>();
        int rejections = 0;
        for (CheckedFile checked : CheckedFile.of(files)) {
            for (Outcome<ExtractedDocument> outcome : checked.extract(intake)) {
                if (outcome instanceof Accepted<ExtractedDocument> accepted) {
                    SourceFile file = accepted.value().document().file();
                    accepted.value()
                            .document()
                            .warnings()
                            .forEach(warning -> err(
                                    Printable.line(file.name()) + ": warning: " + Printable.line(warning.message())));
                    ExtractedDocument same = documents.putIfAbsent(file.id(), accepted.value());
                    if (same != null) {
                        copies.computeIfAbsent(file.id(), any -> new ArrayList<>())
                                .add(file.name());
                        err(Printable.line(file.name()) + " has the same content as "
                                + Printable.line(same.document().file().name()) + ", checked once");
                    }
                } else {
                    rejections++;
                    err(
                            outcome instanceof Rejected<ExtractedDocument> rejected
                                    ? "rejected " + rejected.rejection()
                                    : "not checked: " + outcome);
                }
            }
        }
        disputes(documents.values())
                .forEach(dispute -> err("warning: " + Printable.line(dispute.toString())
                        + ": a run takes one of the files at most, see on-conflict"));
        CheckResult result = CheckResult.of(documents.values(), copies, Auditor.create());
        if (out == null) {
            result.print(spec.commandLine().getOut());
        } else {
            result.write(Files.createDirectories(out));
        }
        spec.commandLine()
                .getOut()
                .println(result.summary(
                                out == null
                                        ? ""
                                        : Printable.line(out.resolve(RecordType.FINDINGS.name() + ".jsonl")
                                                .toString()))
                        + (rejections == 0 ? "" : "; " + rejections + " rejected"));
        return (rejections == 0 ? ExitCode.DONE : ExitCode.REJECTED).number();
    }

    /** What a run would not take: a check reads all that it is given, whether one of them is right or not. */
    private static List<Dispute> disputes(Collection<ExtractedDocument> documents) {
        return Conflicts.among(
                        documents.stream()
                                .map(ExtractedDocument::document)
                                .map(document -> new Contender(
                                        document.file().id(),
                                        List.of(document.file().name()),
                                        0,
                                        true,
                                        ArticleEdition.of(document)))
                                .toList(),
                        OnConflict.REJECT)
                .disputes();
    }

    private void err(String line) {
        spec.commandLine().getErr().println("fupin: " + line);
    }
}
