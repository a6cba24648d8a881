package org.fupin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists the mail of a warehouse, the newest first: recipient, subject and status.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin outbox --job jobs/monthly.yml",
            "  fupin outbox --job jobs/monthly.yml --status failed",
            "  fupin outbox --job jobs/monthly.yml --office gansu --period 2026-03 --json"
        })
final class OutboxCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only messages with this status: ${COMPLETION-CANDIDATES}, in upper or lower case.")
    private @Nullable DeliveryStatus status;

    @Option(names = "--office", paramLabel = "ID", description = "Only the mail of this office; owner for the owner.")
    private @Nullable String office;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "Only the mail of this month.")
    private @Nullable YearMonth period;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many messages to list; 50 by default.")
    private int limit;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        if (limit < 1) {
            throw new SettingsException("--limit", "expected at least 1");
        }
        List<OutboxEntry> entries;
        try (WarehouseView warehouse = database.access().view()) {
            entries = warehouse.outbox(new OutboxQuery(status, office, period, limit));
        }
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonMapper.shared()
                            .writeValueAsString(
                                    entries.stream().map(OutboxCommand::json).toList()));
        } else {
            print(entries);
        }
        return ExitCode.DONE.number();
    }

    private void print(List<OutboxEntry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        if (entries.isEmpty()) {
            out.println("no mail");
        }
        for (OutboxEntry entry : entries) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s  %-10s  %s  %s  %s",
                    time(entry.sent() == null ? entry.queued() : entry.sent()),
                    entry.status().code(),
                    entry.period(),
                    entry.office(),
                    entry.address()));
            out.println("    " + entry.subject() + " (" + Counted.of(entry.files(), "file") + ")");
            if (!entry.reason().isEmpty()) {
                out.println("    " + entry.reason()
                        + (entry.attempts() == 0 ? "" : ", after " + Counted.of(entry.attempts(), "attempt"))
                        + (entry.nextAttempt() == null ? "" : ", next not before " + time(entry.nextAttempt())));
            }
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static Map<String, Object> json(OutboxEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", entry.id());
        json.put("office", entry.office());
        json.put("address", entry.address());
        json.put("period", entry.period().toString());
        json.put("kind", entry.kind().code());
        json.put("subject", entry.subject());
        json.put("files", entry.files());
        json.put("status", entry.status().code());
        json.put("attempts", entry.attempts());
        json.put("reason", entry.reason());
        json.put("queued", entry.queued().toString());
        json.put(
                "next_attempt",
                entry.nextAttempt() == null ? "" : entry.nextAttempt().toString());
        json.put("sent", entry.sent() == null ? "" : entry.sent().toString());
        json.put("message_id", entry.messageId());
        json.put("run", entry.runId() == null ? 0 : entry.runId());
        return json;
    }
}
