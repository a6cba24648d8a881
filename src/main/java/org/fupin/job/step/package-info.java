/**
 * The steps of the job, as plain work on a key: a file, an article, a province and year, a year. What a step does to a file, a
 * table or a report belongs to the package that is about it; the step only calls it.
 */
@NullMarked
package org.fupin.job.step;

import org.jspecify.annotations.NullMarked;
