package org.fupin.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a run shows that it lives, and when it is given up for dead.
 *
 * @param heartbeat the time between two signs of life
 * @param timeout a run without one for longer than this is dead; at least three heartbeats, so that one that comes late
 *     does no harm
 */
public record LockTiming(Duration heartbeat, Duration timeout) {

    /** The variable with the seconds between two heartbeats. */
    public static final String HEARTBEAT = "FUPIN_LOCK_HEARTBEAT";

    /** The variable with the seconds after which a silent run is dead. */
    public static final String TIMEOUT = "FUPIN_LOCK_TIMEOUT";

    public static final LockTiming DEFAULT = new LockTiming(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private static final int MOST_SECONDS = 86_400;

    public LockTiming {
        if (heartbeat.toSeconds() < 1 || timeout.compareTo(heartbeat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("a heartbeat takes at least a second, a timeout three heartbeats");
        }
    }

    /**
     * From the variables of the environment; what is not set is as in {@link #DEFAULT}.
     *
     * @throws IllegalArgumentException with what is wrong with them
     */
    public static LockTiming of(Map<String, String> environment) {
        List<String> mistakes = new ArrayList<>();
        Duration heartbeat = seconds(environment, HEARTBEAT, DEFAULT.heartbeat, mistakes);
        Duration timeout = seconds(environment, TIMEOUT, DEFAULT.timeout, mistakes);
        if (mistakes.isEmpty() && timeout.compareTo(heartbeat.multipliedBy(3)) < 0) {
            mistakes.add(TIMEOUT + ": at least three times " + HEARTBEAT + ", which is " + heartbeat.toSeconds());
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", mistakes));
        }
        return new LockTiming(heartbeat, timeout);
    }

    private static Duration seconds(
            Map<String, String> environment, String name, Duration otherwise, List<String> mistakes) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        String number = value.strip();
        if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > MOST_SECONDS) {
            mistakes.add(name + ": '" + number + "' is no number of seconds from 1 to " + MOST_SECONDS);
            return otherwise;
        }
        return Duration.ofSeconds(Integer.parseInt(number));
    }
}
