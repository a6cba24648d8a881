package org.fupin.cli.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fupin.observation.Printable;
import org.slf4j.event.KeyValuePair;

/**
 * An event as a line for people and for grep:
 *
 * <pre>{@code 2026-11-22T03:00:05.123Z INFO  run=12 file loaded path="hebei 2011.txt" articles=1 ms=35}</pre>
 *
 * Time in UTC, level, the run's number if there is one, what happened, and the particulars: numbers bare, everything
 * else in quotes. Events of libraries carry the name of their class. Stack traces follow in lines that begin with a
 * tab, so that nothing in a message or a name can pass for an event.
 */
public final class TextLayout extends LayoutBase<ILoggingEvent> {

    /** The logger of what runs do; its events speak for themselves. */
    private static final String RUN = "org.fupin.run";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ThrowableProxyConverter trace = new ThrowableProxyConverter();

    @Override
    public void start() {
        trace.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200);
        line.append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()));
        String run = event.getMDCPropertyMap().get("run");
        if (run != null) {
            line.append("run=").append(Printable.line(run)).append(' ');
        }
        String logger = event.getLoggerName();
        if (!logger.equals(RUN)) {
            line.append(logger.substring(logger.lastIndexOf('.') + 1)).append(": ");
        }
        line.append(Printable.line(String.valueOf(event.getFormattedMessage())));
        List<KeyValuePair> values = event.getKeyValuePairs();
        if (values != null) {
            values.forEach(pair -> line.append(' ').append(pair.key).append('=').append(value(pair.value)));
        }
        line.append('\n');
        if (event.getThrowableProxy() != null) {
            // Messages of exceptions may have lines of their own.
            line.append(trace.convert(event)
                    .lines()
                    .map(each -> "\t" + Printable.line(each.strip()) + "\n")
                    .collect(Collectors.joining()));
        }
        return line.toString();
    }

    private static String value(Object value) {
        return value instanceof Number ? value.toString() : quoted(String.valueOf(value));
    }

    /** Where it ends can be told for sure: quotes inside, and backslashes, stand behind a backslash. */
    private static String quoted(String text) {
        return '"' + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
