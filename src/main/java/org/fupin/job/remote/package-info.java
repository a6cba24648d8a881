/**
 * A run whose work is shared among processes: offers, who has claimed what, who is alive. The process that makes the run
 * {@linkplain org.fupin.job.remote.SharedWorkload offers} partitions, {@linkplain org.fupin.job.remote.Workbench workers} take and do
 * them. What the work is belongs to {@code job}, how a text gets from one to the other to {@code job.broker}.
 */
@NullMarked
package org.fupin.job.remote;

import org.jspecify.annotations.NullMarked;
