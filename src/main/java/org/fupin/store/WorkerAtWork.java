package org.fupin.store;

import java.util.List;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.HeldPartition;
import org.fupin.warehouse.ledger.WorkerProcess;

/**
 * A process that works for runs, or seems to.
 *
 * @param inWork the partitions that it has in work
 * @param seemsDead whether it has been silent for too long, or its process is gone: others do its partitions
 */
public record WorkerAtWork(WorkerProcess worker, List<HeldPartition> inWork, boolean seemsDead) {

    public WorkerAtWork {
        inWork = List.copyOf(inWork);
    }

    /** Who works for what since when, in one line. */
    @Override
    public String toString() {
        return worker.owner() + ", for " + worker.job() + ", since " + RunAtWork.time(worker.since())
                + ", last heartbeat " + worker.silence().toSeconds() + " s ago, " + worker.done() + " done";
    }

    /** @param held partitions of whatever worker */
    public static List<WorkerAtWork> of(List<WorkerProcess> workers, List<HeldPartition> held, LockTiming timing) {
        return workers.stream()
                .map(worker -> new WorkerAtWork(
                        worker,
                        held.stream()
                                .filter(partition -> partition.worker() != null
                                        && partition.worker().owner().equals(worker.owner()))
                                .toList(),
                        isDead(worker, timing)))
                .toList();
    }

    public static boolean isDead(WorkerProcess worker, LockTiming timing) {
        return worker.silence().compareTo(timing.timeout()) > 0 || RunOwner.isGone(worker.owner());
    }

    /** Whether a partition is to be given to another: its worker is dead or gone, or has it in work for too long. */
    public static boolean isGivenUp(HeldPartition held, LockTiming timing) {
        return held.worker() == null
                || isDead(held.worker(), timing)
                || held.since().compareTo(held.limit()) > 0;
    }
}
