package org.fupin.job;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.task.TaskDecorator;

/** Takes the run's number along from the thread that hands out work to the one that does it. */
final class RunIdCarrier implements TaskDecorator {

    @Override
    public Runnable decorate(Runnable work) {
        String run = MDC.get(RunEvents.RUN);
        return () -> {
            String before = MDC.get(RunEvents.RUN);
            set(run);
            try {
                work.run();
            } finally {
                set(before);
            }
        };
    }

    private static void set(@Nullable String run) {
        if (run == null) {
            MDC.remove(RunEvents.RUN);
        } else {
            MDC.put(RunEvents.RUN, run);
        }
    }
}
