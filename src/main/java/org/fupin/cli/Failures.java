package org.fupin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.fupin.cli.output.ErrorOutput;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.broker.BrokerUnreachableException;
import org.fupin.job.remote.RefusedWorkerException;
import org.fupin.observation.Printable;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.Reason;
import org.fupin.store.RunInProgressException;
import org.fupin.store.SchemaException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what ends a command into a message and an exit code. What an operator can mend gets no stack trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        ExitCode code = report(failure, err);
        err.flush();
        return code.number();
    }

    /** What a command that ended so exits with. */
    static ExitCode exitCode(Exception failure) {
        if (failure instanceof DatabaseUnreachableException || DatabaseFailure.isOf(failure)) {
            return ExitCode.DATABASE;
        }
        if (failure instanceof BrokerUnreachableException) {
            return ExitCode.BROKER;
        }
        if (failure instanceof SettingsException
                || failure instanceof SchemaException
                || failure instanceof RefusedWorkerException) {
            return ExitCode.USAGE;
        }
        return failure instanceof RunInProgressException ? ExitCode.LOCKED : ExitCode.FAILED;
    }

    private static ExitCode report(Exception failure, PrintWriter err) {
        ExitCode code = exitCode(failure);
        if (failure instanceof SettingsException settings) {
            ErrorOutput.print(
                    err, settings.mistakes().stream().map(Object::toString).toList());
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            LoggerFactory.getLogger(Failures.class).debug("failed", failure);
            String what = Reason.of(failure);
            String why = Reason.innermost(failure);
            ErrorOutput.print(err, "failed: " + Printable.line(what.endsWith(why) ? what : what + ": " + why));
        } else if (code == ExitCode.FAILED) {
            LoggerFactory.getLogger(Failures.class).error("failed", failure);
            ErrorOutput.print(err, "failed: " + Printable.line(failure.toString()));
        } else if (code == ExitCode.DATABASE
                && !(failure instanceof DatabaseUnreachableException || failure instanceof SchemaException)) {
            ErrorOutput.print(err, "the database failed: " + Printable.line(Reason.innermost(failure)));
        } else {
            ErrorOutput.print(err, String.valueOf(failure.getMessage()));
        }
        return code;
    }
}
