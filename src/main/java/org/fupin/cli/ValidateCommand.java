package org.fupin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.Mailing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Checks a job file and the environment, and says everything that is wrong with them at once. Runs nothing."
        },
        footerHeading = "%nExample:%n",
        footer = "  fupin validate jobs/sample.yml")
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Override
    public Integer call() {
        Configuration configuration = Configuration.read(file, Map.of(), null, Environment.ofProcess(), true);
        JobDefinition job = configuration.job();
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is right: job " + job.name());
        settings(configuration).forEach((name, value) -> out.println("  %-14s%s".formatted(name, value)));
        return ExitCode.DONE.number();
    }

    private static Map<String, Object> settings(Configuration configuration) {
        JobDefinition job = configuration.job();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("inbox", job.inbox());
        settings.put("out", job.out());
        settings.put("database", job.database() + user(configuration.credentials()));
        settings.put("period", Objects.requireNonNullElse(job.period(), "the month of the run"));
        settings.put("parallel", job.parallel());
        settings.put("year", all(job.scope().years()));
        settings.put("area", all(job.scope().areas()));
        settings.put("quiet", job.limits().quiet().toSeconds() + " seconds");
        settings.put("file-seconds", job.limits().perFile().toSeconds());
        settings.put("max-rejected", Objects.requireNonNullElse(job.limits().maxRejected(), "any number"));
        settings.put("on-conflict", job.limits().onConflict());
        settings.put("publisher", publisher(job.publisher()));
        settings.put("recipients", recipients(configuration.mailing()));
        settings.put("metrics", Objects.requireNonNullElse(job.metrics(), "none"));
        settings.put("log", configuration.log());
        return settings;
    }

    private static String publisher(Publisher publisher) {
        return publisher.isKnown()
                ? Stream.of(publisher.name(), publisher.contact(), publisher.licence(), publisher.nextRelease(), publisher.completePdf()
                                ? "complete PDF"
                                : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "))
                : "none";
    }

    private static String recipients(@Nullable Mailing mailing) {
        return mailing == null
                ? "nobody"
                : Counted.of(mailing.recipients().offices().size(), "office") + ", through "
                        + mailing.server().host() + ":" + mailing.server().port();
    }

    private static String all(Collection<?> values) {
        return values.isEmpty() ? "all" : values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String user(Credentials credentials) {
        String user = credentials.user();
        return (user == null ? "" : ", user " + user) + (credentials.password() == null ? "" : ", with a password");
    }
}
