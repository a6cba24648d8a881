package org.fupin.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fupin.warehouse.WarehouseLoader;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lists the inbox and leaves for the extract step what the warehouse does not hold. */
final class DiscoverTasklet implements Tasklet {

    static final String STEP = "discover";

    private final WarehouseLoader loader;
    private final Discovery discovery;
    private final StopSignal stop;
    private final Progress progress;

    DiscoverTasklet(WarehouseLoader loader, Discovery discovery, StopSignal stop, Progress progress) {
        this.stop = stop;
        this.loader = loader;
        this.discovery = discovery;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobParameters());
        List<Path> files = InboxFiles.under(run.inbox());
        progress.begin(STEP, files.size());
        List<String> toExtract = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : files) {
            if (stop.requested()) {
                contribution.getStepExecution().setTerminateOnly();
                return RepeatStatus.FINISHED;
            }
            String path = run.inbox().relativize(file).toString().replace('\\', '/');
            Optional<String> hash = hash(file);
            // A file that cannot be read is left to the extract step, which says why. Of two new files with the same
            // content the first in order is taken; the other is one that the warehouse then holds already.
            if (hash.isEmpty() || !isKnown(file, hash.get(), run.runId()) && seen.add(hash.get())) {
                toExtract.add(path);
            }
            progress.done(STEP, path);
        }
        discovery.hold(toExtract);
        Counts counts = new Counts();
        counts.add(Counts.FOUND, files.size());
        counts.add(Counts.KNOWN, files.size() - toExtract.size());
        counts.store(contribution.getStepExecution());
        progress.end(STEP);
        return RepeatStatus.FINISHED;
    }

    private static Optional<String> hash(Path file) {
        try {
            return OutputFile.sha256(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isKnown(Path file, String hash, long runId) {
        return loader.unchanged(hash, file.getFileName().toString(), runId).isPresent();
    }
}
