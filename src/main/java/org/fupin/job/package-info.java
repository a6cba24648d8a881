/**
 * The job {@code province-year-reports}: runs, dry runs, workers, and what they are put together from. It ties the other
 * packages together. The steps are in {@code job.step}, how they are run in {@code job.batch}, the one package that knows Spring
 * Batch.
 */
@NullMarked
package org.fupin.job;

import org.jspecify.annotations.NullMarked;
