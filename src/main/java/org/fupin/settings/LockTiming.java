package org.fupin.settings;

import java.time.Duration;

/**
 * How a run shows that it lives, and when it is given up for dead.
 *
 * @param heartbeat the time between two signs of life
 * @param timeout a run without one for longer than this is dead; at least three heartbeats, so that one that comes late
 *     does no harm
 */
public record LockTiming(Duration heartbeat, Duration timeout) {

    public static final LockTiming DEFAULT = new LockTiming(Duration.ofSeconds(10), Duration.ofSeconds(60));

    public LockTiming {
        if (heartbeat.toSeconds() < 1 || timeout.compareTo(heartbeat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("a heartbeat takes at least a second, a timeout three heartbeats");
        }
    }
}
