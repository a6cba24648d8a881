/**
 * The job {@code province-year-reports}: its steps, what they count and tell, a run's parameters, plan and result. It ties the
 * other packages together. How steps are run belongs to {@code job.batch}, the one package that knows Spring Batch; what a step does to a file, a table or a report belongs to the package
 * that is about it.
 */
@NullMarked
package org.fupin.job;

import org.jspecify.annotations.NullMarked;
