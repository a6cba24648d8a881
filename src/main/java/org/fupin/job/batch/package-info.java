/**
 * The one adapter to Spring Batch. It makes steps of plain {@linkplain org.fupin.job.batch.Work work}, so that nothing else knows
 * Spring Batch: its records of executions, partitions, their contexts and their states. What a step does belongs elsewhere.
 */
@NullMarked
package org.fupin.job.batch;

import org.jspecify.annotations.NullMarked;
