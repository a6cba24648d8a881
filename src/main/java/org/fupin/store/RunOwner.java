package org.fupin.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.fupin.warehouse.ledger.LockOwner;

/** This process as the owner of a lock, and what it can tell about other owners. */
public final class RunOwner {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    /** Read once: on Linux it is reckoned from the clock, and becomes another one when the clock is set. */
    private static final long STARTED = ProcessHandle.current()
            .info()
            .startInstant()
            .map(Instant::toEpochMilli)
            .orElse(0L);

    private RunOwner() {}

    /** With a new name: each acquisition has its own. */
    public static LockOwner thisProcess() {
        return new LockOwner(
                UUID.randomUUID().toString(),
                hostName(),
                space(),
                ProcessHandle.current().pid(),
                STARTED);
    }

    /**
     * Whether a process is certainly gone. Of processes on other machines, in other containers and of other users nothing
     * is known: numbers mean others there, or are not shown. Where there is a process of that number, it may be a later one,
     * but its time of start does not tell: that changes with the clock, and a run that lives would be taken for dead. Its
     * heartbeat decides then.
     */
    static boolean isGone(LockOwner owner) {
        LockOwner self = thisProcess();
        if (!owner.host().equals(self.host()) || !owner.space().equals(self.space())) {
            return false;
        }
        return owner.process() == self.process()
                ? owner.started() != self.started()
                : ProcessHandle.of(owner.process()).isEmpty();
    }

    /**
     * Containers can have one host name and the same process numbers, so the name of the host is not enough: on Linux the
     * kernel's boot and the process namespace tell them apart.
     */
    private static String space() {
        String boot = "";
        String namespace = "";
        try {
            boot = Files.readString(BOOT).strip();
            namespace = Files.readSymbolicLink(NAMESPACE).toString();
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // Not Linux, or hidden: the name of the host has to do.
        }
        return String.join(" ", boot, namespace, System.getProperty("user.name", ""))
                .strip();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
