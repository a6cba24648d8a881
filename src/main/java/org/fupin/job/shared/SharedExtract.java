package org.fupin.job.shared;

import java.nio.file.Files;
import java.util.Optional;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.OutOfScope;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Progress;
import org.fupin.job.step.Extract;
import org.fupin.observation.Printable;

/** Documents that workers take in. What became of one becomes of its duplicates, of which they do not know. */
public final class SharedExtract extends SharedStep<Incoming> {

    private final Extract extract;

    public SharedExtract(Extract extract, ActiveRun run, Progress progress) {
        super(extract, run, progress);
        this.extract = extract;
    }

    @Override
    String conclude(Incoming document, PartitionReport report) {
        LeftFile left = report.left().stream()
                .filter(file -> file.file().equals(document.name()))
                .findFirst()
                .orElse(null);
        if (left != null && left.why() == LeftFile.Why.GONE && Files.exists(document.file())) {
            return "the inbox of " + report.worker() + " is not that of the run: " + Printable.line(document.name())
                    + " is not in it";
        }
        if (report.done().contains(extract.label(document))) {
            extract.settled(document, turnedAway(document, left, report));
        }
        return "";
    }

    /** Empty for one that was taken in. */
    private static Optional<Outcome<?>> turnedAway(Incoming document, LeftFile left, PartitionReport report) {
        if (left != null) {
            return Optional.of(new Left<>(left));
        }
        if (report.passedOver().contains(document.name())) {
            return Optional.of(new OutOfScope<>());
        }
        return report.rejected().stream()
                .filter(rejection -> rejection.file().equals(document.name()))
                .findFirst()
                .map(Rejected::new);
    }
}
