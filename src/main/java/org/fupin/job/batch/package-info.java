/**
 * The one adapter to Spring Batch. It makes steps of plain {@linkplain org.fupin.job.batch.Work work}, so that nothing else knows
 * Spring Batch: its records of executions, partitions, their contexts and their states. What a step does belongs elsewhere.
 * Where a run has nothing new, the steps are done without it ({@link org.fupin.job.batch.DirectSteps}).
 */
@NullMarked
package org.fupin.job.batch;

import org.jspecify.annotations.NullMarked;
