package org.fupin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.output.ScoreSummary;
import org.fupin.gold.AnnotatedFigure;
import org.fupin.gold.GoldStretch;
import org.fupin.gold.Score;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.job.reading.ReviewedGold;
import org.fupin.job.reading.StoredReader;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.settings.IntakeLimits;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Measures how well this version of the program reads: extracts the figures of annotated documents again and "
                    + "compares them with their gold, field by field.",
            "Gold is what export gold writes, or what people annotated. With --job the gold is what people confirmed and "
                    + "corrected in the job's warehouse, and the documents are read from the texts that it keeps.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin score --job jobs/monthly.yml --list",
            "  fupin score gold                          the folder has the documents, too",
            "  fupin score gold --texts inbox"
        })
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "GOLD",
            arity = "0..*",
            description = "Files of gold, or folders that contain them (*.jsonl).")
    private List<Path> gold = List.of();

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = "The folder of the documents; by default the folder of the gold.")
    private @Nullable Path texts;

    @Option(names = "--job", paramLabel = "JOB.yml", description = "Take the gold from the warehouse of this job.")
    private @Nullable Path job;

    @Option(
            names = "--list",
            description = "Name each figure that is read wrong, with what is expected and what is read.")
    private boolean list;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final Score score = new Score();
    private int documents;
    private int stretches;
    private int rejected;

    @Override
    public Integer call() throws IOException, DatabaseUnreachableException, RunInProgressException {
        if (job == null) {
            scoreFiles();
        } else {
            scoreReviewed(job);
        }
        ScoreSummary summary = new ScoreSummary(score.result(), documents, stretches, list ? score.wrong() : List.of());
        spec.commandLine().getOut().println(json ? summary.json() : summary.text());
        return (rejected == 0 ? ExitCode.DONE : ExitCode.REJECTED).number();
    }

    private void scoreReviewed(Path ofJob) throws DatabaseUnreachableException, RunInProgressException {
        if (!gold.isEmpty() || texts != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--job takes gold and texts from the warehouse: expected no GOLD and no --texts");
        }
        StoredReader reader = new StoredReader();
        try (WarehouseView warehouse =
                DatabaseOptions.ofJob(ofJob, Fupin.environment(spec)).view()) {
            for (ReviewedGold reviewed : ReviewedGold.of(warehouse)) {
                try {
                    add(reviewed.stretches(), reader.read(reviewed.document()));
                } catch (UnreadableDocumentException e) {
                    reject(reviewed.document().file().name() + ": " + e.getMessage());
                }
            }
        }
    }

    private void scoreFiles() throws IOException {
        if (gold.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "which gold? Expected files or folders of it, or --job");
        }
        Intake intake = Intake.create(IntakeLimits.DEFAULT);
        for (GoldDocument document : GoldDocument.of(gold, texts)) {
            for (CheckedFile file : CheckedFile.of(List.of(document.path()))) {
                for (Outcome<ExtractedDocument> outcome : file.extract(intake)) {
                    if (outcome instanceof Accepted<ExtractedDocument> accepted) {
                        add(document.stretches(), accepted.value());
                    } else {
                        reject(
                                outcome instanceof Rejected<ExtractedDocument> one
                                        ? one.rejection().toString()
                                        : outcome.toString());
                    }
                }
            }
        }
    }

    private void add(List<GoldStretch> ofDocument, ExtractedDocument extracted) {
        String text = extracted.document().text();
        for (GoldStretch stretch : ofDocument) {
            String differing = stretch.differing(text);
            if (!differing.isEmpty()) {
                reject(stretch.document() + ": " + differing);
                return;
            }
        }
        List<AnnotatedFigure> figures = extracted.articles().stream()
                .flatMap(ExtractedArticle::observations)
                .map(AnnotatedFigure::of)
                .toList();
        ofDocument.forEach(stretch -> score.add(stretch, figures));
        documents++;
        stretches += ofDocument.size();
    }

    private void reject(String what) {
        rejected++;
        spec.commandLine().getErr().println("fupin: not scored: " + Printable.line(what));
    }
}
