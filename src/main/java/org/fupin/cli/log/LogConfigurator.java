package org.fupin.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import net.logstash.logback.composite.loggingevent.KeyValuePairsJsonProvider;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.composite.loggingevent.MdcJsonProvider;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.composite.loggingevent.mdc.LongMdcEntryWriter;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.fupin.settings.LogSettings;
import org.fupin.settings.RunSettings;
import org.fupin.settings.Settings;
import org.fupin.settings.SettingsReader;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets logging up as the environment says, see {@link LogSettings}. Logback finds it as a service. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    /** What runs do. On a terminal bars show it. */
    private static final String RUN = "org.fupin.run";

    /** What the command line says on standard error in its own words; for the file only. */
    private static final String CONSOLE = "org.fupin.console";

    /** What libraries say at length, or wrongly, and the program says itself. */
    private static final Map<String, Level> TALKATIVE = Map.ofEntries(
            // They log each failure several times over; the job logs it once.
            Map.entry("org.springframework.batch.core.step.AbstractStep", Level.OFF),
            Map.entry("org.springframework.batch.core.job.AbstractJob", Level.OFF),
            // A connection that went away is told in a line by who needed it.
            Map.entry("org.springframework.batch.core.step.tasklet.TaskletStep", Level.OFF),
            Map.entry("org.springframework.batch.core.launch.support", Level.OFF),
            Map.entry("org.springframework.transaction", Level.OFF),
            Map.entry("org.springframework.jdbc.support.JdbcTransactionManager", Level.OFF),
            // A broker that is away is told in a line, and again when it is back.
            Map.entry("org.fupin.job.broker.MessageReceiver$Container", Level.OFF),
            Map.entry("org.apache.activemq", Level.OFF),
            Map.entry("com.zaxxer.hikari", Level.ERROR),
            // Warns at each start of servers that are newer than it is.
            Map.entry("org.flywaydb.core.internal.database.base.Database", Level.ERROR),
            // Asks for a backup to be restored, which a change that broke off does not need.
            Map.entry("org.flywaydb.core.internal.command.DbMigrate", Level.OFF),
            // Of a migration that failed it says at length what it could not undo.
            Map.entry("org.flywaydb.core.internal.jdbc", Level.OFF),
            // What they find wrong with a PDF, its rejection says once.
            Map.entry("org.apache.pdfbox", Level.OFF),
            Map.entry("org.apache.fontbox", Level.OFF));

    /** Set by the launcher, which can tell whether standard error is a terminal. */
    private static final String TERMINAL = "fupin.terminal";

    /** Set by a command that must write nothing: there is no file then, whatever the environment says. */
    private static final String NO_FILE = "fupin.log.nofile";

    private static final int DAYS_KEPT = 366;
    private static final String SIZE_KEPT = "1GB";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        if (Boolean.getBoolean(NO_FILE)) {
            variables.remove(Settings.LOG_FILE.name());
        }
        configure(context, variables, Boolean.getBoolean(TERMINAL));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Keeps the log from being opened; to be called before anything is logged. */
    public static void withoutFile() {
        System.setProperty(NO_FILE, "true");
    }

    /** Waits for what is in work: the compression of yesterday's file. Wakes the logging up where nothing was logged: only where there is a file. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    /** @param terminal whether standard error is one */
    static void configure(LoggerContext context, Map<String, String> variables, boolean terminal) {
        // Commands that need the settings to be right have said what is wrong with them.
        LogSettings settings = RunSettings.log(SettingsReader.of(Map.of(), variables));
        if (settings.level() != LogSettings.Level.TRACE) {
            TALKATIVE.forEach((name, level) -> context.getLogger(name).setLevel(level));
        }
        context.getLogger("org.fupin").setLevel(Level.toLevel(settings.level().name()));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(libraries(settings.level()));
        Logger run = context.getLogger(RUN);
        run.setAdditive(false);
        Logger said = context.getLogger(CONSOLE);
        said.setAdditive(false);

        Appender<ILoggingEvent> stderr = standardError(context, settings);
        root.addAppender(stderr);
        if (!terminal) {
            run.addAppender(stderr);
        }
        if (settings.file() != null) {
            Appender<ILoggingEvent> file = file(context, settings.file(), settings.format());
            root.addAppender(file);
            run.addAppender(file);
            said.addAppender(file);
        }
    }

    /** They say at INFO what no operator asks for. */
    private static Level libraries(LogSettings.Level level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN, INFO, DEBUG -> Level.WARN;
            case TRACE -> Level.DEBUG;
        };
    }

    private static Appender<ILoggingEvent> standardError(LoggerContext context, LogSettings settings) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, settings.format()));
        if (settings.file() != null) {
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel("WARN");
            filter.start();
            appender.addFilter(filter);
        }
        appender.start();
        return appender;
    }

    /** A new file each day; those of earlier days are compressed. */
    private static Appender<ILoggingEvent> file(LoggerContext context, Path file, LogSettings.Format format) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, format));
        TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
        daily.setContext(context);
        daily.setParent(appender);
        daily.setFileNamePattern(file + ".%d{yyyy-MM-dd, UTC}.gz");
        daily.setMaxHistory(DAYS_KEPT);
        daily.setTotalSizeCap(FileSize.valueOf(SIZE_KEPT));
        daily.start();
        appender.setRollingPolicy(daily);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogSettings.Format format) {
        Encoder<ILoggingEvent> encoder =
                switch (format) {
                    case TEXT -> text(context);
                    case JSON -> json(context);
                };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        TextLayout layout = new TextLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        return encoder;
    }

    /** timestamp, level, logger, message, run, the event's own values and stack_trace. */
    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        LoggingEventFormattedTimestampJsonProvider timestamp = new LoggingEventFormattedTimestampJsonProvider();
        timestamp.setFieldName("timestamp");
        timestamp.setTimeZone(TimeZone.getTimeZone("UTC").getID());
        timestamp.setPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        LoggerNameJsonProvider logger = new LoggerNameJsonProvider();
        logger.setFieldName("logger");
        MdcJsonProvider mdc = new MdcJsonProvider();
        mdc.addMdcEntryWriter(new LongMdcEntryWriter());
        LoggingEventJsonProviders providers = new LoggingEventJsonProviders();
        providers.addTimestamp(timestamp);
        providers.addLogLevel(new LogLevelJsonProvider());
        providers.addLoggerName(logger);
        providers.addMessage(new MessageJsonProvider());
        providers.addMdc(mdc);
        providers.addKeyValuePairs(new KeyValuePairsJsonProvider());
        providers.addStackTrace(new StackTraceJsonProvider());
        LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
        encoder.setProviders(providers);
        return encoder;
    }
}
