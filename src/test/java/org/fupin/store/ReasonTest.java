package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theInnermostCauseSaysItBest() {
        SQLException failure = new SQLException(
                "General error", new IllegalStateException("Writing failed", new IOException("No space left\nmore")));

        assertThat(Reason.innermost(failure)).isEqualTo("No space left");
        assertThat(Reason.of(failure)).isEqualTo("the database failed: No space left");
    }

    @Test
    void aFileThatH2CouldNotWriteIsToldWithoutTheNamesOfItsObjects() {
        SQLException failure = new SQLException(
                "General error: \"General error: \"\"org.h2.mvstore.MVStoreException: Writing to "
                        + "sun.nio.ch.FileChannelImpl@5 failed; length 225 at 42 [2.5.252/2]\"\" [50000-252]\"; SQL statement:");

        assertThat(Reason.innermost(failure))
                .isEqualTo("the database's file could not be written to: is the disk full?");
    }

    @Test
    void whatHasNoMessageIsNamed() {
        assertThat(Reason.innermost(new SQLException("x", new IllegalStateException())))
                .isEqualTo("java.lang.IllegalStateException");
    }
}
