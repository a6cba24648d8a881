package org.fupin.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.SmtpSettings.Tls;
import org.fupin.settings.Setting.Reader;
import org.fupin.settings.Setting.Source;

/**
 * The settings there are, each declared once: name, sources, how it is read, default and help. Job file, options,
 * environment and file of recipients are read by these declarations, {@code --help} and {@code validate} show them, and the
 * handbook's page is checked against them.
 */
public final class Settings {

    private static final List<Setting<?>> ALL = new ArrayList<>();

    public static final Setting<String> JOB =
            declare(inJob("job", "What to do.", SettingValues::job).required());
    public static final Setting<Path> INBOX =
            declare(inJob("inbox", "The folder of the reports to read.", SettingValues::existingFolder)
                    .orOption("DIR")
                    .required());
    public static final Setting<Path> OUT =
            declare(inJob("out", "The folder for the workbooks and PDFs.", SettingValues::outputFolder)
                    .orOption("DIR")
                    .required());
    public static final Setting<DatabaseUrl> DATABASE =
            declare(inJob("database", "The database: a JDBC URL or the path of an H2 file.", DatabaseUrl::parse)
                    .orOption("JDBC-URL")
                    .byDefault("an H2 file data/ + name of the job, beside the job file", job -> "data/" + job));
    public static final Setting<BrokerUrl> BROKER = declare(inJob(
                    "broker",
                    "The message broker by which workers share the work of a run: tcp://HOST:PORT.",
                    BrokerUrl::parse)
            .orOption("URL")
            .otherwise("the run does all work itself"));
    public static final Setting<YearMonth> PERIOD =
            declare(inJob("period", "The month the run is for; this month by default.", SettingValues::month)
                    .orOption("YYYY-MM")
                    .otherwise("the month in which the run starts"));
    public static final Setting<Integer> PARALLEL =
            declare(inJob("parallel", "How many files, or reports, to work on at a time.", SettingValues.number(1, 999))
                    .orOption("N")
                    .byDefault(
                            "one for each processor",
                            job -> Integer.toString(Runtime.getRuntime().availableProcessors())));
    public static final Setting<SortedSet<Integer>> YEAR = declare(inJob(
                    "year",
                    "Only reports on these years: 2012, 2009..2012 or 2009..2011,2015.",
                    (text, base) -> RunScope.years(text))
            .orOption("YEARS")
            .otherwise("all"));
    public static final Setting<SortedSet<String>> AREA = declare(inJob(
                    "area",
                    "Only reports of these provinces: CN-XJ or CN-XJ,CN-GS.",
                    (text, base) -> RunScope.areas(text))
            .orOption("CODES")
            .otherwise("all"));
    public static final Setting<OnConflict> ON_CONFLICT = declare(inJob(
                    "on-conflict",
                    "What to do with files that have the same article with different texts: reject (take none of them, the"
                            + " default) or newest (the text of the file that was changed last holds).",
                    SettingValues.oneOf("rule", OnConflict.values()))
            .orOption("RULE")
            .byDefault("reject"));
    public static final Setting<Duration> QUIET = declare(inJob(
                    "quiet",
                    "For how many seconds a file must not have changed to be taken.",
                    SettingValues.seconds(0, 99_999))
            .byDefault("0"));
    public static final Setting<Duration> FILE_SECONDS = declare(inJob(
                    "file-seconds",
                    "How many seconds reading a file and extracting its figures may take.",
                    SettingValues.seconds(1, 99_999))
            .byDefault("300"));
    public static final Setting<RejectionLimit> MAX_REJECTED = declare(inJob(
                    "max-rejected",
                    "Load nothing if more files than this, or more than this share of them, are rejected.",
                    (text, base) -> RejectionLimit.parse(text))
            .orOption("N|P%")
            .otherwise("no limit"));
    /** The group may be left out; in it, this one is required. */
    public static final Setting<String> PUBLISHER_NAME =
            declare(inJob("publisher.name", "Who publishes the reports.", SettingValues::line)
                    .otherwise("no publisher is named"));

    public static final Setting<String> PUBLISHER_CONTACT = declare(
            inJob("publisher.contact", "Whom readers ask: a mail address or a web address.", SettingValues::contact));
    public static final Setting<String> PUBLISHER_LICENCE = declare(inJob(
            "publisher.licence",
            "The licence of the figures: an SPDX identifier or a web address.",
            SettingValues::licence));
    public static final Setting<String> PUBLISHER_NEXT_RELEASE =
            declare(inJob("publisher.next-release", "When the next reports come.", SettingValues::dayOrMonth));
    public static final Setting<Boolean> PUBLISHER_PDF = declare(inJob(
                    "publisher.pdf",
                    "Whether PDFs list all figures and sentences, which the workbook has anyway: short or complete.",
                    SettingValues::isComplete)
            .byDefault("short"));
    public static final Setting<Path> CORRECTIONS =
            declare(inJob("corrections", "The folder of the corrections.", SettingValues::existingFolder)
                    .otherwise("what was corrected before stays"));
    public static final Setting<Path> RECIPIENTS =
            declare(inJob("recipients", "The file of recipients.", SettingValues::existingFile)
                    .otherwise("nobody gets mail"));
    public static final Setting<Path> METRICS =
            declare(inJob("metrics", "The file for the metrics of the run.", SettingValues::outputFile)
                    .orOption("FILE"));
    public static final Setting<Path> SUMMARY = declare(
            Setting.from(Source.OPTION, "summary", "The file for the summary as JSON.", SettingValues::outputFile)
                    .orOption("FILE"));

    public static final Setting<String> DB_USER =
            declare(variable("FUPIN_DB_USER", "User of the database.", (text, base) -> text)
                    .otherwise("the driver's; sa for H2"));
    public static final Setting<String> DB_PASSWORD = secret("FUPIN_DB_PASSWORD", "Password of the database.");

    public static final Setting<String> BROKER_USER =
            declare(variable("FUPIN_BROKER_USER", "User of the message broker.", (text, base) -> text));
    public static final Setting<String> BROKER_PASSWORD = secret("FUPIN_BROKER_PASSWORD", "Password of that user.");

    public static final Setting<String> SMTP_HOST =
            declare(variable("FUPIN_SMTP_HOST", "The mail server.", SettingValues::host));
    public static final Setting<Integer> SMTP_PORT =
            declare(variable("FUPIN_SMTP_PORT", "Its port.", SettingValues.number(1, 65_535))
                    .otherwise("587; 465 with tls; 25 with none"));
    public static final Setting<Tls> SMTP_TLS = declare(variable(
                    "FUPIN_SMTP_TLS",
                    "How the connection is protected.",
                    SettingValues.oneOf("protection", Tls.values()))
            .byDefault("starttls"));
    public static final Setting<List<Certificate>> SMTP_CA_FILE = declare(variable(
                    "FUPIN_SMTP_CA_FILE",
                    "Certificates in PEM form; the server's certificate must go back to one of them.",
                    SettingValues::certificates)
            .otherwise("the authorities that Java knows"));
    public static final Setting<String> SMTP_USER =
            declare(variable("FUPIN_SMTP_USER", "User of the mail server.", (text, base) -> text));
    public static final Setting<String> SMTP_PASSWORD = secret("FUPIN_SMTP_PASSWORD", "Password of that user.");
    public static final Setting<Duration> SMTP_TIMEOUT = declare(variable(
                    "FUPIN_SMTP_TIMEOUT",
                    "Seconds to wait for the connection and for each answer.",
                    SettingValues.seconds(1, 3_600))
            .byDefault("60"));

    public static final Setting<Duration> LOCK_HEARTBEAT = declare(variable(
                    "FUPIN_LOCK_HEARTBEAT",
                    "Seconds between two heartbeats of a run.",
                    SettingValues.seconds(1, 86_400))
            .byDefault("10"));
    public static final Setting<Duration> LOCK_TIMEOUT = declare(variable(
                    "FUPIN_LOCK_TIMEOUT",
                    "Seconds without a heartbeat after which another run takes over.",
                    SettingValues.seconds(1, 86_400))
            .byDefault("60"));

    public static final Setting<LogSettings.Level> LOG_LEVEL = declare(variable(
                    "FUPIN_LOG_LEVEL",
                    "The least that is logged.",
                    SettingValues.oneOf("level", LogSettings.Level.values()))
            .byDefault("INFO"));
    public static final Setting<LogSettings.Format> LOG_FORMAT = declare(variable(
                    "FUPIN_LOG_FORMAT",
                    "A line or a JSON object for each event.",
                    SettingValues.oneOf("format", LogSettings.Format.values()))
            .byDefault("text"));
    public static final Setting<Path> LOG_FILE = declare(
            variable("FUPIN_LOG_FILE", "The log file.", SettingValues::logFile).otherwise("standard error"));

    static final Setting<MailAddress> SENDER_FROM =
            declare(inRecipients("sender.from", "The sender.", (text, base) -> MailAddress.parse(text))
                    .required());
    static final Setting<MailAddress> SENDER_REPLY_TO =
            declare(inRecipients("sender.reply_to", "Where answers go.", (text, base) -> MailAddress.parse(text))
                    .otherwise("the sender"));
    static final Setting<MailAddress> OWNER =
            declare(inRecipients("owner", "Who hears of failures.", (text, base) -> MailAddress.parse(text))
                    .required());
    static final Setting<MailAddress> CONTACT =
            declare(inRecipients("contact", "Whom recipients write to.", (text, base) -> MailAddress.parse(text))
                    .required());
    static final Setting<Long> MAX_ATTACHMENTS = declare(inRecipients(
                    "max_attachments", "Up to this size files are attached.", SettingValues::size)
            // With the 37 % that base64 adds, and the bodies, it fits the 10,240,000 bytes that many servers take.
            .byDefault("7MB"));
    static final Setting<URI> LINKS =
            declare(inRecipients("links", "The address of the folder of the reports.", SettingValues::webFolder));
    static final Setting<String> OFFICES =
            declare(inRecipients("offices", "The list of recipients.", (text, base) -> text)
                    .required());
    static final Setting<String> OFFICE_ID =
            declare(inRecipients("offices[].id", "What the outbox knows the office by.", SettingValues::officeId)
                    .required());
    static final Setting<String> OFFICE_NAME =
            declare(inRecipients("offices[].name", "Its name in the messages.", SettingValues::line)
                    .required());
    static final Setting<MailAddress> OFFICE_TO =
            declare(inRecipients("offices[].to", "Addresses.", (text, base) -> MailAddress.parse(text))
                    .required());
    static final Setting<MailAddress> OFFICE_CC =
            declare(inRecipients("offices[].cc", "Further addresses.", (text, base) -> MailAddress.parse(text)));
    static final Setting<String> OFFICE_AREAS =
            declare(inRecipients("offices[].areas", "The provinces whose reports it gets.", SettingValues::areaOrAll)
                    .required());
    static final Setting<String> OFFICE_FORMATS = declare(inRecipients(
                    "offices[].formats",
                    "The formats that it gets.",
                    SettingValues.oneOf("format", "xlsx", "pdf", "html", Office.DATA))
            // Many mail servers hold back an HTML file.
            .otherwise("[xlsx, pdf]"));
    static final Setting<Boolean> OFFICE_SUMMARIES =
            declare(inRecipients("offices[].summaries", "Whether it gets summaries.", SettingValues::trueOrFalse)
                    .byDefault("false"));
    static final Setting<BodyLanguage> OFFICE_LANGUAGE = declare(inRecipients(
                    "offices[].language",
                    "The language of the message.",
                    SettingValues.oneOf("language", BodyLanguage.values()))
            .byDefault("en"));

    private Settings() {}

    /** In the order of their declaration. */
    public static List<Setting<?>> all() {
        return List.copyOf(ALL);
    }

    /** Those that may come from a source. */
    public static List<Setting<?>> from(Source source) {
        return ALL.stream().filter(setting -> setting.isFrom(source)).toList();
    }

    /** The names in a group of a file, in the order of their declaration: of settings, and of groups in it. */
    static Set<String> names(Source source, String group) {
        return from(source).stream()
                .map(Setting::name)
                .filter(name -> name.startsWith(group))
                .map(name -> name.substring(group.length()).replaceAll("(\\[])?\\..*", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> Setting<T> inJob(String name, String help, Reader<T> reader) {
        return Setting.from(Source.JOB_FILE, name, help, reader);
    }

    private static <T> Setting<T> inRecipients(String name, String help, Reader<T> reader) {
        return Setting.from(Source.RECIPIENTS_FILE, name, help, reader);
    }

    private static <T> Setting<T> variable(String name, String help, Reader<T> reader) {
        return Setting.from(Source.VARIABLE, name, help, reader);
    }

    private static Setting<String> secret(String name, String help) {
        return declare(Setting.from(Source.SECRET, name, help, (text, base) -> text));
    }

    private static <T> Setting<T> declare(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }
}
