package org.fupin.job.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** What Spring Batch has written down about past executions, by which nothing but a restart goes. */
public final class BatchRecords {

    /** @param keptForRestart how many are old and are kept all the same */
    public record Old(List<OldExecution> executions, int keptForRestart) {}

    private final JobRepository repository;
    private final ZoneId zone;

    /** @param zone that of the processes that wrote the records: Spring Batch notes their local time */
    public BatchRecords(DataSource database, PlatformTransactionManager transactions, ZoneId zone) {
        this.repository = BatchRepository.on(database, transactions);
        this.zone = zone;
    }

    /**
     * The executions that ended before a time, the oldest first. The last one that did not complete stays as long as none
     * after it has: the next run may go on from there.
     */
    public Old before(Instant time) {
        List<OldExecution> old = new ArrayList<>();
        int kept = 0;
        for (String job : repository.getJobNames()) {
            List<JobInstance> instances = repository.findJobInstances(job);
            long lastCompleted = lastCompleted(instances);
            for (JobInstance instance : instances) {
                List<JobExecution> executions = repository.getJobExecutions(instance);
                for (JobExecution execution : executions) {
                    Instant ended = ended(execution);
                    if (ended == null || !ended.isBefore(time)) {
                        continue;
                    }
                    if (isUnfinished(execution) && execution.getId() > lastCompleted) {
                        kept++;
                    } else {
                        old.add(old(execution, ended));
                    }
                }
            }
        }
        old.sort(Comparator.comparingLong(OldExecution::id));
        return new Old(old, kept);
    }

    private long lastCompleted(List<JobInstance> instances) {
        return instances.stream()
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                .mapToLong(JobExecution::getId)
                .max()
                .orElse(-1);
    }

    /** Removes an execution, its steps and contexts, and its instance with the last of its executions. */
    public void remove(OldExecution old) {
        JobExecution execution = repository.getJobExecution(old.id());
        if (execution == null) {
            return;
        }
        JobInstance instance = execution.getJobInstance();
        if (repository.getJobExecutions(instance).size() == 1) {
            repository.deleteJobInstance(instance);
        } else {
            repository.deleteJobExecution(execution);
        }
    }

    private @Nullable Instant ended(JobExecution execution) {
        LocalDateTime end = execution.getEndTime();
        return end == null || execution.getStatus().isRunning()
                ? null
                : end.atZone(zone).toInstant();
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED && execution.getStatus() != BatchStatus.ABANDONED;
    }

    private static OldExecution old(JobExecution execution, Instant ended) {
        return new OldExecution(
                execution.getId(),
                text(execution, "job")
                        .orElseGet(() -> execution.getJobInstance().getJobName()),
                text(execution, "period").orElse(""),
                execution.getStatus().name(),
                ended,
                execution.getStepExecutions().size());
    }

    private static Optional<String> text(JobExecution execution, String parameter) {
        return Optional.ofNullable(execution.getJobParameters().getString(parameter));
    }
}
