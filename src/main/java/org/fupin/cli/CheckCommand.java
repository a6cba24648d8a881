package org.fupin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fupin.audit.Auditor;
import org.fupin.batch.InboxFiles;
import org.fupin.batch.Intake;
import org.fupin.batch.Intake.Refused;
import org.fupin.batch.Intake.Taken;
import org.fupin.batch.Rejection;
import org.fupin.observation.ExtractedDocument;
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
            "Reads reports, extracts their figures and audits them, without a database.",
            "A file that cannot be read is rejected with its reason; the others are checked all the same."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin check report.txt                 prints what was found",
            "  fupin check --out target/check inbox   writes articles.jsonl, sections.jsonl, observations.jsonl,",
            "                                         left-out.jsonl and findings.jsonl"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Reports, or folders that hold some.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write the records, one JSON object a line.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Intake intake = Intake.create();
        Map<String, ExtractedDocument> documents = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Path file : withoutFolders()) {
            Intake.Outcome<ExtractedDocument> outcome = intake.extract(file);
            if (outcome instanceof Refused<ExtractedDocument> refused) {
                rejections.add(refused.rejection());
                err("rejected " + refused.rejection());
            } else if (outcome instanceof Taken<ExtractedDocument> taken) {
                String id = taken.value().document().file().id();
                ExtractedDocument same = documents.putIfAbsent(id, taken.value());
                if (same != null) {
                    err(file + " has the same content as "
                            + same.document().file().name() + ", checked once");
                }
            }
        }
        CheckResult result = CheckResult.of(documents.values(), Auditor.create());
        if (out == null) {
            result.print(spec.commandLine().getOut());
        } else {
            result.write(Files.createDirectories(out));
        }
        spec.commandLine()
                .getOut()
                .println(result.summary() + (rejections.isEmpty() ? "" : "; " + rejections.size() + " rejected"));
        return (rejections.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED).number();
    }

    private List<Path> withoutFolders() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                all.addAll(InboxFiles.under(file));
            } else {
                all.add(file);
            }
        }
        return all;
    }

    private void err(String line) {
        spec.commandLine().getErr().println("fupin: " + line);
    }
}
