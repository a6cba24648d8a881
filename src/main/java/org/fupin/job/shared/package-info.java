/**
 * The steps whose work other processes may do: what is sent to a worker and back for a key, and the terms on which a worker is
 * let in. Who has claimed what belongs to {@code job.remote}, the work itself to {@code job.step}.
 */
@NullMarked
package org.fupin.job.shared;

import org.jspecify.annotations.NullMarked;
