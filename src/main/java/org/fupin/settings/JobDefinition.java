package org.fupin.settings;

import java.nio.file.Path;
import java.time.YearMonth;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.report.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * What a job file and the options given with it say, checked.
 *
 * @param name what runs of this job are called: the job file's name without its ending
 * @param inbox absolute; an existing folder
 * @param out absolute; the folder that gets the reports, made when missing
 * @param database where the warehouse is
 * @param period the month that runs are made for, null for the month in which one starts
 * @param parallel how many files are read, and how many reports made, at the same time; at least 1
 * @param publisher who publishes the reports; {@link Publisher#UNKNOWN} where nobody is named
 * @param corrections what people corrected; null for none, then those that the warehouse has stay
 * @param recipients who gets the reports by mail; null if nobody does
 * @param metrics the file that gets the metrics of each run, for Prometheus' textfile collector; null for none
 */
public record JobDefinition(
        String name,
        Path inbox,
        Path out,
        DatabaseUrl database,
        @Nullable YearMonth period,
        int parallel,
        RunScope scope,
        IntakeLimits limits,
        Publisher publisher,
        @Nullable CorrectionsFolder corrections,
        @Nullable Recipients recipients,
        @Nullable Path metrics) {

    /** The one kind of job there is; the value of {@code job} in a job file and the name of the batch job. */
    public static final String PROVINCE_YEAR_REPORTS = "province-year-reports";

    /** One without corrections. */
    public JobDefinition(
            String name,
            Path inbox,
            Path out,
            DatabaseUrl database,
            @Nullable YearMonth period,
            int parallel,
            RunScope scope,
            IntakeLimits limits,
            Publisher publisher,
            @Nullable Recipients recipients,
            @Nullable Path metrics) {
        this(name, inbox, out, database, period, parallel, scope, limits, publisher, null, recipients, metrics);
    }
}
