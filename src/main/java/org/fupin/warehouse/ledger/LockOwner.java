package org.fupin.warehouse.ledger;

/**
 * A process that holds a lock, or would like to.
 *
 * @param token names one acquisition: random, 36 characters
 * @param host name of its machine
 * @param space where the process number has a meaning: the number says nothing about processes of another space; empty
 *     where the system does not tell
 * @param process its number
 * @param started when it started, in milliseconds since 1970; tells it from a later process of the same number. 0 where
 *     the system does not tell
 */
public record LockOwner(String token, String host, String space, long process, long started) {

    /** Whether it is the same process, whatever it acquired. */
    public boolean isSameProcess(LockOwner other) {
        return host.equals(other.host)
                && space.equals(other.space)
                && process == other.process
                && started == other.started;
    }

    @Override
    public String toString() {
        return "process " + process + " on host " + host;
    }
}
