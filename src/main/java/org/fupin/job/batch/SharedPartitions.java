package org.fupin.job.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has the partitions of a work done by other processes, which {@linkplain PartitionExecutor execute} them and write Spring
 * Batch's records of them.
 *
 * <p>Spring Batch's own handler for messages sends and waits. It cannot be stopped, does not send again what got lost, and reads
 * all records at each look.
 */
final class SharedPartitions<K> extends AbstractPartitionHandler {

    private final SharedWork<K> work;
    private final Distribution distribution;
    private final BooleanSupplier stop;
    private final Telling telling;

    SharedPartitions(SharedWork<K> work, Distribution distribution, BooleanSupplier stop, Telling telling) {
        this.work = work;
        this.distribution = distribution;
        this.stop = stop;
        this.telling = telling;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) throws Exception {
        Map<Long, StepExecution> open = new LinkedHashMap<>();
        Map<Long, String> offered = new LinkedHashMap<>();
        int most = 1;
        for (StepExecution partition : partitions) {
            List<K> keys = keys(partition);
            most = Math.max(most, keys.size());
            open.put(partition.getId(), partition);
            offered.put(
                    partition.getId(),
                    work.label(keys.get(0)) + (keys.size() == 1 ? "" : " and " + (keys.size() - 1) + " more"));
        }
        try {
            if (!open.isEmpty()) {
                distribution.offer(work.name(), offered, most);
            }
            while (!open.isEmpty()) {
                if (stop.getAsBoolean()) {
                    // Each time: what a dead worker had is free again.
                    distribution
                            .recall(new HashSet<>(open.keySet()))
                            .forEach(id -> end(open.remove(id), BatchStatus.STOPPED));
                }
                hear(open);
            }
        } catch (Exception e) {
            telling.failed(work, Map.of(), e);
            throw e;
        }
        return partitions;
    }

    private void hear(Map<Long, StepExecution> open) throws Exception {
        for (Distribution.Through through : distribution.next()) {
            StepExecution partition = open.remove(through.id());
            if (partition != null) {
                List<SharedWork.Failed> failures = new ArrayList<>(work.heard(keys(partition), through.report()));
                failures.forEach(failure -> telling.failed(work, failure.key(), failure.why()));
                end(partition, failures.isEmpty() ? BatchStatus.COMPLETED : BatchStatus.FAILED);
            }
        }
    }

    private List<K> keys(StepExecution partition) {
        return Partitions.keys(work, partition.getExecutionContext());
    }

    /** In memory, for the step to go by: the record is the other process's, and of one that nobody began there is none. */
    private static void end(StepExecution partition, BatchStatus status) {
        partition.setStatus(status);
        partition.setExitStatus(new ExitStatus(status.name()));
    }
}
