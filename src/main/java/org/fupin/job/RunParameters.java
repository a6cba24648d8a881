package org.fupin.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fupin.intake.Incoming;
import org.fupin.observation.Coded;
import org.fupin.publish.OutputRun;
import org.fupin.report.Publisher;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RejectionLimit;
import org.fupin.settings.RunScope;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * A run as the parameters of its batch job. Job, period and attempt identify it; the others say how it is done, and by
 * whom.
 *
 * @param job name of the job
 * @param attempt from 1, over all runs of the job for the period; it can be run as often as one likes
 * @param runId of the warehouse's row
 * @param corrections the folder of the corrections; null for none
 * @param owner token of the run's lock, which each change confirms
 */
record RunParameters(
        String job,
        YearMonth period,
        long attempt,
        long runId,
        Path inbox,
        Path out,
        boolean force,
        RunScope scope,
        IntakeLimits limits,
        Publisher publisher,
        @Nullable Path corrections,
        String owner)
        implements OutputRun {

    JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString("job", job)
                .addString("period", period.toString())
                .addLong("attempt", attempt)
                .addLong("run", runId, false)
                .addString("inbox", inbox.toString(), false)
                .addString("out", out.toString(), false)
                .addString("force", Boolean.toString(force), false)
                .addString("year", join(scope.years()), false)
                .addString("area", join(scope.areas()), false)
                .addString("quiet", limits.quiet().toString(), false)
                .addString("per-file", limits.perFile().toString(), false)
                .addString("max-rejected", maxRejected(), false)
                .addString("on-conflict", limits.onConflict().code(), false)
                .addString("publisher", publisher.name(), false)
                .addString("publisher-contact", publisher.contact(), false)
                .addString("publisher-licence", publisher.licence(), false)
                .addString("publisher-next-release", publisher.nextRelease(), false)
                .addString("publisher-complete-pdf", Boolean.toString(publisher.completePdf()), false)
                .addString("corrections", corrections == null ? "" : corrections.toString(), false)
                .addString("owner", owner, false)
                .toJobParameters();
    }

    static RunParameters of(JobParameters parameters) {
        return new RunParameters(
                text(parameters, "job"),
                YearMonth.parse(text(parameters, "period")),
                number(parameters, "attempt"),
                number(parameters, "run"),
                Path.of(text(parameters, "inbox")),
                Path.of(text(parameters, "out")),
                Boolean.parseBoolean(text(parameters, "force")),
                scope(text(parameters, "year"), text(parameters, "area")),
                new IntakeLimits(
                        Duration.parse(text(parameters, "quiet")),
                        Duration.parse(text(parameters, "per-file")),
                        limit(text(parameters, "max-rejected")),
                        Coded.of(OnConflict.class, text(parameters, "on-conflict"))),
                new Publisher(
                        text(parameters, "publisher"),
                        text(parameters, "publisher-contact"),
                        text(parameters, "publisher-licence"),
                        text(parameters, "publisher-next-release"),
                        Boolean.parseBoolean(text(parameters, "publisher-complete-pdf"))),
                folder(text(parameters, "corrections")),
                text(parameters, "owner"));
    }

    /** When a document was last changed, where the run goes by it; else null. */
    @Nullable
    Long changed(Incoming document) {
        return document.changed(limits.onConflict());
    }

    private static @Nullable Path folder(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }

    private String maxRejected() {
        return limits.maxRejected() == null ? "" : limits.maxRejected().toString();
    }

    private static @Nullable RejectionLimit limit(String text) {
        return text.isEmpty() ? null : RejectionLimit.parse(text);
    }

    private static String join(SortedSet<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static RunScope scope(String years, String areas) {
        return new RunScope(
                years.isEmpty() ? new TreeSet<>() : RunScope.years(years),
                areas.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(areas.split(","))));
    }

    private static String text(JobParameters parameters, String name) {
        String value = parameters.getString(name);
        if (value == null) {
            throw new IllegalArgumentException("the run has no parameter '" + name + "'");
        }
        return value;
    }

    private static long number(JobParameters parameters, String name) {
        Long value = parameters.getLong(name);
        if (value == null) {
            throw new IllegalArgumentException("the run has no parameter '" + name + "'");
        }
        return value;
    }
}
