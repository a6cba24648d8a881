package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.fupin.warehouse.ledger.LockOwner;
import org.junit.jupiter.api.Test;

class RunOwnerTest {

    private final LockOwner self = RunOwner.thisProcess();

    @Test
    void knowsALivingProcessFromADeadOne() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        long started = process.info().startInstant().orElseThrow().toEpochMilli();
        LockOwner owner = new LockOwner("a", self.host(), self.space(), process.pid(), started);
        try {
            assertThat(RunOwner.isGone(owner)).isFalse();
            assertThat(RunOwner.isGone(new LockOwner("a", self.host(), self.space(), process.pid(), started - 60_000)))
                    .as("the clock was set meanwhile, or it is a later one: the heartbeat decides")
                    .isFalse();
            assertThat(RunOwner.isGone(
                            new LockOwner("a", self.host(), self.space(), self.process(), self.started() - 60_000)))
                    .as("an earlier process with the number of this one")
                    .isTrue();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(RunOwner.isGone(owner)).isTrue();
    }

    @Test
    void knowsNothingOfOtherMachinesContainersAndUsers() {
        long none = Integer.MAX_VALUE;

        assertThat(RunOwner.isGone(new LockOwner("a", self.host(), self.space(), none, 1)))
                .isTrue();
        assertThat(RunOwner.isGone(new LockOwner("a", "another", self.space(), none, 1)))
                .isFalse();
        assertThat(RunOwner.isGone(new LockOwner("a", self.host(), "another", none, 1)))
                .as("a container with the same host name, or a process of another user")
                .isFalse();
    }

    @Test
    void namesEachAcquisition() {
        LockOwner again = RunOwner.thisProcess();

        assertThat(RunOwner.isGone(self)).isFalse();
        assertThat(again.isSameProcess(self)).isTrue();
        assertThat(again.token()).isNotEqualTo(self.token()).hasSize(36);
    }
}
