/**
 * What a run is to its steps: what it works for and with, what they count, how they tell of their progress, whether
 * it has been asked to stop. What a step does with it belongs to {@code job.step}.
 */
@NullMarked
package org.fupin.job.run;

import org.jspecify.annotations.NullMarked;
