package org.fupin.cli;

import java.io.PrintWriter;
import org.fupin.batch.DatabaseUnreachableException;
import org.fupin.batch.JobDefinitionException;
import org.fupin.batch.RunInProgressException;
import org.fupin.batch.SchemaException;
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

    private static ExitCode report(Exception failure, PrintWriter err) {
        if (failure instanceof UsageException usage) {
            usage.mistakes().forEach(mistake -> err.println("fupin: " + mistake));
            return ExitCode.USAGE;
        }
        if (failure instanceof JobDefinitionException definition) {
            definition.mistakes().forEach(mistake -> err.println("fupin: " + mistake));
            return ExitCode.USAGE;
        }
        if (failure instanceof DatabaseUnreachableException) {
            err.println("fupin: " + failure.getMessage());
            return ExitCode.DATABASE;
        }
        if (failure instanceof RunInProgressException) {
            err.println("fupin: " + failure.getMessage());
            return ExitCode.LOCKED;
        }
        if (failure instanceof SchemaException) {
            err.println("fupin: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).error("failed", failure);
        err.println("fupin: failed: " + failure);
        return ExitCode.FAILED;
    }
}
