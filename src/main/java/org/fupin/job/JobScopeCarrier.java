package org.fupin.job;

import org.springframework.batch.core.scope.context.JobContext;
import org.springframework.batch.core.scope.context.JobSynchronizationManager;
import org.springframework.core.task.TaskDecorator;

/** Takes the job execution along from the thread that hands out work to the one that does it: what there is one of for each. */
final class JobScopeCarrier implements TaskDecorator {

    @Override
    public Runnable decorate(Runnable work) {
        JobContext job = JobSynchronizationManager.getContext();
        if (job == null) {
            return work;
        }
        return () -> {
            JobSynchronizationManager.register(job.getJobExecution());
            try {
                work.run();
            } finally {
                JobSynchronizationManager.close();
            }
        };
    }
}
