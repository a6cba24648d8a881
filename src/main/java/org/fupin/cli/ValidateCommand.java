package org.fupin.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fupin.batch.JobDefinition;
import org.fupin.batch.JobDefinitionException;
import org.fupin.batch.JobDefinitionReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks a job file and says everything that is wrong with it at once. Runs nothing.",
        footerHeading = "%nExample:%n",
        footer = "  fupin validate jobs/sample.yml")
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Override
    public Integer call() throws JobDefinitionException {
        JobDefinition job = JobDefinitionReader.read(file, Map.of());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is right: job %s%n  inbox     %s%n  out       %s%n  database  %s%n  period    %s%n  parallel  %d%n",
                        file,
                        job.name(),
                        job.inbox(),
                        job.out(),
                        job.database(),
                        job.period() == null ? "the month of the run" : job.period(),
                        job.parallel());
        return ExitCode.DONE.number();
    }
}
