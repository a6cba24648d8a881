package org.fupin.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.delivery.smtp.SmtpSettings;
import org.fupin.delivery.smtp.SmtpSettings.Tls;
import org.fupin.report.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * All that a run goes by, checked before it begins: job file, options and environment.
 *
 * @param summary the file that gets the summary as JSON; null for none
 * @param mailing who gets mail, and through which server; null if nobody does
 * @param broker by which the work is shared; null if the run does all of it
 */
public record RunSettings(
        JobDefinition job,
        Credentials credentials,
        LockTiming timing,
        LogSettings log,
        @Nullable Path summary,
        @Nullable Mailing mailing,
        @Nullable Broker broker) {

    /**
     * Reads everything.
     *
     * @param options settings that win over the job file's, by name
     * @param mail whether mail is sent if the job has recipients
     * @throws SettingsException with everything that is wrong, wherever it is written
     */
    public static RunSettings read(
            Path file, Map<String, String> options, Map<String, String> variables, boolean mail) {
        SettingsReader reader = SettingsReader.of(file, options, variables);
        JobDefinition job = job(reader);
        Path summary = reader.get(Settings.SUMMARY);
        Credentials credentials = credentials(reader);
        LockTiming timing = timing(reader);
        LogSettings log = log(reader);
        Mailing mailing = mail ? mailing(job, reader) : null;
        Broker broker = broker(job, reader);
        reader.check();
        return new RunSettings(Objects.requireNonNull(job), credentials, timing, log, summary, mailing, broker);
    }

    /** Null where none is set, or after noting a mistake. */
    private static @Nullable Broker broker(@Nullable JobDefinition job, SettingsReader reader) {
        BrokerUrl url = reader.get(Settings.BROKER);
        String user = reader.get(Settings.BROKER_USER);
        String password = reader.get(Settings.BROKER_PASSWORD);
        if (url == null) {
            return null;
        }
        if (user == null && reader.isGiven(Settings.BROKER_PASSWORD)) {
            reader.mistake(Settings.BROKER_USER, "is missing beside the password");
        } else if (user != null && !reader.isGiven(Settings.BROKER_PASSWORD)) {
            reader.mistake(
                    Settings.BROKER_PASSWORD,
                    "is missing beside the user; " + Settings.BROKER_PASSWORD.fileVariable()
                            + " can name a file with it");
        }
        if (job != null && job.database().isH2()) {
            reader.mistake(
                    Settings.BROKER,
                    "needs a database on MySQL or MariaDB, which several machines can use; this one is H2: "
                            + job.database());
        }
        return new Broker(url, user, password);
    }

    /** Null only after noting a mistake. */
    public static @Nullable JobDefinition job(SettingsReader reader) {
        reader.get(Settings.JOB);
        Path inbox = reader.get(Settings.INBOX);
        Path out = reader.get(Settings.OUT);
        DatabaseUrl database = reader.get(Settings.DATABASE);
        YearMonth period = reader.get(Settings.PERIOD);
        Integer parallel = reader.get(Settings.PARALLEL);
        SortedSet<Integer> years = reader.get(Settings.YEAR);
        SortedSet<String> areas = reader.get(Settings.AREA);
        Duration quiet = reader.get(Settings.QUIET);
        Duration perFile = reader.get(Settings.FILE_SECONDS);
        OnConflict onConflict = reader.get(Settings.ON_CONFLICT);
        RejectionLimit maxRejected = reader.get(Settings.MAX_REJECTED);
        Publisher publisher = publisher(reader);
        CorrectionsFolder corrections = corrections(reader);
        Path recipientsFile = reader.get(Settings.RECIPIENTS);
        Recipients recipients = recipientsFile == null ? null : RecipientsReader.read(recipientsFile, reader);
        Path metrics = reader.get(Settings.METRICS);
        if (inbox != null && out != null && out.startsWith(inbox)) {
            reader.mistake(Settings.OUT, "lies in the inbox, so that the next run would read the reports: " + out);
        }
        if (inbox == null
                || out == null
                || database == null
                || parallel == null
                || quiet == null
                || perFile == null
                || onConflict == null) {
            return null;
        }
        return new JobDefinition(
                reader.jobName(),
                inbox,
                out,
                database,
                period,
                parallel,
                new RunScope(
                        Objects.requireNonNullElseGet(years, TreeSet::new),
                        Objects.requireNonNullElseGet(areas, TreeSet::new)),
                new IntakeLimits(quiet, perFile, maxRejected, onConflict),
                publisher,
                corrections,
                recipients,
                metrics);
    }

    private static @Nullable CorrectionsFolder corrections(SettingsReader reader) {
        Path path = reader.get(Settings.CORRECTIONS);
        if (path == null) {
            return null;
        }
        try {
            CorrectionsFolder folder = CorrectionsFolder.read(path);
            folder.corrections().mistakes().stream().map(folder::mistake).forEach(reader::mistake);
            return folder;
        } catch (IOException e) {
            reader.mistake(Settings.CORRECTIONS, "cannot be read: " + e);
            return null;
        }
    }

    private static Publisher publisher(SettingsReader reader) {
        String name = reader.get(Settings.PUBLISHER_NAME);
        String contact = reader.get(Settings.PUBLISHER_CONTACT);
        String licence = reader.get(Settings.PUBLISHER_LICENCE);
        String nextRelease = reader.get(Settings.PUBLISHER_NEXT_RELEASE);
        Boolean completePdf = reader.get(Settings.PUBLISHER_PDF);
        boolean any = Stream.of(
                        Settings.PUBLISHER_CONTACT,
                        Settings.PUBLISHER_LICENCE,
                        Settings.PUBLISHER_NEXT_RELEASE,
                        Settings.PUBLISHER_PDF)
                .anyMatch(reader::isGiven);
        if (any && !reader.isGiven(Settings.PUBLISHER_NAME)) {
            reader.missing(Settings.PUBLISHER_NAME);
        }
        return new Publisher(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(contact, ""),
                Objects.requireNonNullElse(licence, ""),
                Objects.requireNonNullElse(nextRelease, ""),
                Boolean.TRUE.equals(completePdf));
    }

    public static Credentials credentials(SettingsReader reader) {
        return new Credentials(reader.get(Settings.DB_USER), reader.get(Settings.DB_PASSWORD));
    }

    /** The usual one after noting a mistake. */
    public static LockTiming timing(SettingsReader reader) {
        Duration heartbeat = reader.get(Settings.LOCK_HEARTBEAT);
        Duration timeout = reader.get(Settings.LOCK_TIMEOUT);
        if (heartbeat == null || timeout == null) {
            return LockTiming.DEFAULT;
        }
        if (timeout.compareTo(heartbeat.multipliedBy(3)) < 0) {
            reader.mistake(
                    Settings.LOCK_TIMEOUT,
                    "expected at least three times " + Settings.LOCK_HEARTBEAT.name() + ", which is "
                            + heartbeat.toSeconds());
            return LockTiming.DEFAULT;
        }
        return new LockTiming(heartbeat, timeout);
    }

    /** A part that is wrong has its default, after noting the mistake. */
    public static LogSettings log(SettingsReader reader) {
        return new LogSettings(
                Objects.requireNonNullElse(reader.get(Settings.LOG_LEVEL), LogSettings.Level.INFO),
                Objects.requireNonNullElse(reader.get(Settings.LOG_FORMAT), LogSettings.Format.TEXT),
                reader.get(Settings.LOG_FILE));
    }

    private static @Nullable Mailing mailing(@Nullable JobDefinition job, SettingsReader reader) {
        Recipients recipients = job == null ? null : job.recipients();
        SmtpSettings server = mailServer(
                reader, recipients == null ? "" : ", and the job has recipients; --no-mail runs it without mail");
        return recipients == null || server == null ? null : new Mailing(recipients, server);
    }

    /**
     * Null where none is set, or after noting a mistake.
     *
     * @param why a server is needed though no variable is set; empty if it is not
     */
    public static @Nullable SmtpSettings mailServer(SettingsReader reader, String why) {
        boolean any = Stream.of(
                        Settings.SMTP_PORT,
                        Settings.SMTP_TLS,
                        Settings.SMTP_CA_FILE,
                        Settings.SMTP_USER,
                        Settings.SMTP_PASSWORD,
                        Settings.SMTP_TIMEOUT)
                .anyMatch(reader::isGiven);
        String host = reader.get(Settings.SMTP_HOST);
        if ((any || !why.isEmpty()) && !reader.isGiven(Settings.SMTP_HOST)) {
            reader.mistake(Settings.SMTP_HOST, "is missing" + why);
        }
        Tls tls = reader.get(Settings.SMTP_TLS);
        Integer port = reader.get(Settings.SMTP_PORT);
        Duration timeout = reader.get(Settings.SMTP_TIMEOUT);
        String user = reader.get(Settings.SMTP_USER);
        String password = reader.get(Settings.SMTP_PASSWORD);
        List<Certificate> authorities = reader.get(Settings.SMTP_CA_FILE);
        boolean withPassword = reader.isGiven(Settings.SMTP_PASSWORD);
        if (user == null && withPassword) {
            reader.mistake(Settings.SMTP_USER, "is missing beside the password");
        } else if (user != null && !withPassword) {
            reader.mistake(
                    Settings.SMTP_PASSWORD,
                    "is missing beside the user; " + Settings.SMTP_PASSWORD.fileVariable()
                            + " can name a file with it");
        } else if (user != null && tls == Tls.NONE && host != null && !isLoopback(host)) {
            reader.mistake(
                    Settings.SMTP_TLS,
                    "'none' would send the password in the clear to " + host + ": expected starttls or tls");
        }
        if (host == null || tls == null || timeout == null) {
            return null;
        }
        return new SmtpSettings(
                host,
                port == null ? tls.port() : port,
                user,
                password,
                tls,
                timeout,
                authorities == null ? List.of() : authorities);
    }

    private static boolean isLoopback(String host) {
        // Only names that need no asking: a resolver could be made to lie.
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return host.matches("[\\d.]+|\\[?[0-9a-fA-F:]+\\]?")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
