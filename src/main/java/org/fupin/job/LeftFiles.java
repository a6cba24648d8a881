package org.fupin.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.fupin.intake.LeftFile;
import org.fupin.intake.LeftFile.Why;
import org.springframework.batch.core.step.StepExecution;

/**
 * The files that steps left for the next run, in the contexts of the steps. A context has room for so much; of many files
 * the first are named, and all are counted and told while the run is at work.
 */
final class LeftFiles {

    private static final String PREFIX = "left.";

    /** MySQL's tables of Spring Batch hold 64 KiB for a context. */
    private static final int MOST = 40;

    private static final int LONGEST_NAME = 200;

    private LeftFiles() {}

    static void store(List<LeftFile> files, StepExecution step) {
        files.stream().limit(MOST).forEach(left -> {
            String name = left.file();
            String shown = name.length() <= LONGEST_NAME ? name : "..." + name.substring(name.length() - LONGEST_NAME);
            step.getExecutionContext().putString(PREFIX + shown, left.why().name());
        });
    }

    /** Of all steps, by name. */
    static List<LeftFile> of(Collection<StepExecution> steps) {
        return steps.stream()
                .flatMap(step -> step.getExecutionContext().toMap().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .map(entry -> new LeftFile(
                        entry.getKey().substring(PREFIX.length()), Why.valueOf(String.valueOf(entry.getValue()))))
                .distinct()
                .sorted(Comparator.comparing(LeftFile::file))
                .toList();
    }
}
