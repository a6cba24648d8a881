package org.fupin.batch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * The process that makes a run.
 *
 * @param host name of its machine
 * @param started when it started, in milliseconds since 1970; tells it from a later process of the same number. 0 where
 *     the system does not say
 */
record RunOwner(String host, long process, long started) {

    static RunOwner thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return new RunOwner(hostName(), process.pid(), started(process));
    }

    /** Whether it is another process of this machine that is alive. Of other machines nothing is known. */
    boolean isAliveHere() {
        RunOwner self = thisProcess();
        return host.equals(self.host)
                && !equals(self)
                && ProcessHandle.of(process)
                        .filter(there -> started == 0 || started(there) == started)
                        .isPresent();
    }

    static RunOwner parse(String text) {
        String[] parts = text.split(" ");
        return new RunOwner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return host + " " + process + " " + started;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
