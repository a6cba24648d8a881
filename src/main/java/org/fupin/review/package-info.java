/**
 * Corrections by people, and what they do to the figures of an article: the files that they come in are read and checked,
 * each line is led to its sentence in the edition that holds, and what was read is kept beside what holds now. How
 * corrections are stored, and when a run looks for new ones, belongs to the warehouse and the job.
 */
@NullMarked
package org.fupin.review;

import org.jspecify.annotations.NullMarked;
