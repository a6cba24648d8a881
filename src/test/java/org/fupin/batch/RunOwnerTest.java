package org.fupin.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunOwnerTest {

    private final RunOwner self = RunOwner.thisProcess();

    @Test
    void isReadAsItIsWritten() {
        assertThat(RunOwner.parse(self.toString())).isEqualTo(self);
    }

    @Test
    void knowsALivingProcessFromADeadOne() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        long started = process.info().startInstant().orElseThrow().toEpochMilli();
        RunOwner owner = new RunOwner(self.host(), process.pid(), started);
        try {
            assertThat(owner.isAliveHere()).isTrue();
            assertThat(new RunOwner(self.host(), process.pid(), started - 60_000).isAliveHere())
                    .as("an earlier process of the same number")
                    .isFalse();
            assertThat(new RunOwner("another", process.pid(), started).isAliveHere())
                    .isFalse();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(owner.isAliveHere()).isFalse();
    }

    @Test
    void takesNotItselfForAnother() {
        assertThat(self.isAliveHere()).isFalse();
    }
}
