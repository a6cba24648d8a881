package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.UncategorizedSQLException;

class DatabaseFailureTest {

    static Stream<SQLException> passing() {
        return Stream.of(
                new SQLTransientConnectionException("no connection in time"),
                new SQLException("communications link failure", "08S01", 0),
                new SQLException("Connection is closed"),
                new SQLException("running with the --read-only option", "HY000", 1290),
                new SQLException("more than max_user_connections", "42000", 1203));
    }

    @ParameterizedTest
    @MethodSource
    void passing(SQLException failure) {
        Throwable wrapped = new UncategorizedSQLException("task", null, failure);

        assertThat(DatabaseFailure.isPassing(wrapped)).isTrue();
        assertThat(DatabaseFailure.isOf(wrapped)).isTrue();
    }

    static Stream<SQLException> lasting() {
        return Stream.of(
                new SQLException("the table is full", "HY000", 1114),
                new SQLException("no right", "42000", 1142),
                new SQLNonTransientConnectionException("H2 closed itself: no space left", "90098", 90098),
                new SQLException("H2 cannot write: no space left", "HY000", 50000));
    }

    @ParameterizedTest
    @MethodSource
    void lasting(SQLException failure) {
        assertThat(DatabaseFailure.isPassing(failure)).as("is waited for").isFalse();
        assertThat(DatabaseFailure.isOf(failure)).isTrue();
    }

    @Test
    void isNotWhatAStatementDidWrong() {
        assertThat(DatabaseFailure.isOf(new SQLSyntaxErrorException("no such column", "42S22", 1054)))
                .isFalse();
        assertThat(DatabaseFailure.isOf(new SQLIntegrityConstraintViolationException("twice", "23000", 1062)))
                .isFalse();
        assertThat(DatabaseFailure.isOf(new IllegalStateException("a fault of the program")))
                .isFalse();
    }
}
