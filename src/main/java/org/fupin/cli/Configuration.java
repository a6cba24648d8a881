package org.fupin.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.fupin.cli.log.LogSettings;
import org.fupin.delivery.recipients.DeliveryConfigurationException;
import org.fupin.delivery.smtp.SmtpSettings;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.JobDefinitionException;
import org.fupin.settings.JobDefinitionReader;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Mailing;
import org.fupin.settings.OutputPlace;
import org.jspecify.annotations.Nullable;

/**
 * All that a run goes by, checked before it begins: job file, options and environment.
 *
 * @param summary the file that gets the summary as JSON; null for none
 * @param mailing who gets mail, and through which server; null if nobody does
 */
record Configuration(
        JobDefinition job,
        Credentials credentials,
        LockTiming timing,
        LogSettings log,
        @Nullable Path summary,
        @Nullable Mailing mailing) {

    /**
     * Reads everything.
     *
     * @param options settings that win over the job file's, by name
     * @param summary as given on the command line
     * @param mail whether mail is sent if the job has recipients
     * @throws UsageException with everything that is wrong, wherever it stands
     */
    static Configuration read(
            Path file, Map<String, String> options, @Nullable String summary, Environment environment, boolean mail) {
        List<String> mistakes = new ArrayList<>();
        BiConsumer<String, String> collector = (where, what) -> mistakes.add(where + ": " + what);
        JobDefinition job = null;
        try {
            job = JobDefinitionReader.read(file, options);
        } catch (JobDefinitionException e) {
            e.mistakes().forEach(mistake -> collector.accept(mistake.where(), mistake.what()));
        }
        Path summaryFile = summary == null ? null : summary(summary, collector);
        Credentials credentials = environment.credentials(collector);
        LockTiming timing = timing(environment, mistakes);
        LogSettings log = environment.log(collector);
        Mailing mailing = mail ? mailing(job, environment, collector) : null;
        if (!mistakes.isEmpty() || job == null) {
            throw new UsageException(mistakes);
        }
        return new Configuration(job, credentials, timing, log, summaryFile, mailing);
    }

    private static @Nullable Mailing mailing(
            @Nullable JobDefinition job, Environment environment, BiConsumer<String, String> mistakes) {
        Optional<SmtpSettings> server;
        try {
            server = SmtpSettings.read(environment.variables());
        } catch (DeliveryConfigurationException e) {
            e.mistakes().forEach(mistake -> mistakes.accept(mistake.where(), mistake.what()));
            return null;
        }
        if (job == null || job.recipients() == null) {
            return null;
        }
        if (server.isEmpty()) {
            mistakes.accept(
                    "FUPIN_SMTP_HOST", "is missing, and the job has recipients; --no-mail runs it without mail");
            return null;
        }
        return new Mailing(job.recipients(), server.get());
    }

    private static LockTiming timing(Environment environment, List<String> mistakes) {
        try {
            return LockTiming.of(environment.variables());
        } catch (IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
            return LockTiming.DEFAULT;
        }
    }

    private static @Nullable Path summary(String text, BiConsumer<String, String> mistakes) {
        try {
            return OutputPlace.file(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            mistakes.accept("--summary", "not a path: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            mistakes.accept("--summary", String.valueOf(e.getMessage()));
        }
        return null;
    }
}
