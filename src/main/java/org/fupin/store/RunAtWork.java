package org.fupin.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.LockHolder;

/**
 * A run that is at work, or seems to be.
 *
 * @param seemsDead whether it has been silent for too long, or its process is gone: the next run takes over
 */
public record RunAtWork(LockHolder holder, boolean seemsDead) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    static RunAtWork of(LockHolder holder, LockTiming timing) {
        return new RunAtWork(
                holder, holder.silence().compareTo(timing.timeout()) > 0 || RunOwner.isGone(holder.owner()));
    }

    /** Who runs what since when, in one line. */
    @Override
    public String toString() {
        return (holder.runId() == null ? "a run" : "run " + holder.runId()) + " of " + holder.job() + " for "
                + holder.period() + ", " + holder.owner() + ", since " + time(holder.since()) + ", last heartbeat "
                + holder.silence().toSeconds() + " s ago";
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
