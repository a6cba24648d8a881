package org.fupin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.delivery.SendResult;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.job.ReportMail;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunSettings;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Sends the mail that waits in the outbox of a job. Mail that could not be sent before is tried again "
                    + "when it is due.",
            "The mail server is set by FUPIN_SMTP_HOST and the variables that belong to it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin send --job jobs/monthly.yml",
            "  fupin send --job jobs/monthly.yml --to gansu           one office, due or not",
            "  fupin send --job jobs/monthly.yml --to gansu --again   its last message again"
        })
final class SendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--job", paramLabel = "JOB.yml", required = true, description = "The job file.")
    private Path file;

    @Option(names = "--to", paramLabel = "OFFICE", description = "Only the mail of the office with this id.")
    private @Nullable String office;

    @Option(names = "--again", description = "With --to: send the last message again, even if it was sent.")
    private boolean again;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        if (again && office == null) {
            throw new SettingsException("--again", "expected with --to, which names the office");
        }
        RunSettings settings = RunSettings.read(file, Map.of(), Fupin.environment(spec), true);
        Mailing mailing = settings.mailing();
        if (mailing == null) {
            throw new SettingsException(file.toString(), "sets no recipients");
        }
        if (office != null && mailing.recipients().office(office).isEmpty()) {
            throw new SettingsException("--to", "unknown office '" + office + "'");
        }
        Optional<QueuedMessage> copy = Optional.empty();
        SendResult result;
        StopSignal stop = new StopSignal();
        try (StopOnSignal signal = StopOnSignal.open(stop, spec.commandLine().getErr());
                ReportMail mail =
                        ReportMail.open(settings.job(), mailing, settings.credentials(), settings.timing(), stop)) {
            if (again) {
                copy = mail.again(String.valueOf(office));
            }
            result = mail.send(office);
        }
        if (json) {
            spec.commandLine().getOut().println(json(copy, result));
        } else {
            print(copy, result);
        }
        return (result.failed().isEmpty() && result.deferred().isEmpty() && result.stopped() == null
                        ? ExitCode.DONE
                        : ExitCode.MAIL)
                .number();
    }

    private void print(Optional<QueuedMessage> copy, SendResult result) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (again && copy.isEmpty()) {
            out.println("there is no message to " + office + " that could be sent again");
        }
        copy.ifPresent(message -> out.println("again: " + message.subject()));
        out.println(Counted.of(result.sent(), "message") + " sent, "
                + result.failed().size() + " given up, " + result.waiting() + " waiting");
        result.failed().forEach(mail -> err.println("given up: " + line(mail)));
        result.deferred().forEach(mail -> err.println("tried again later: " + line(mail)));
        if (result.stopped() != null) {
            err.println("fupin: " + result.stopped());
        }
    }

    private static String line(Undelivered mail) {
        return mail.address() + " (" + mail.office() + "), " + mail.subject() + ": " + mail.reason();
    }

    private static String json(Optional<QueuedMessage> copy, SendResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<String> copied = new ArrayList<>();
        copy.ifPresent(message -> copied.add(message.subject()));
        json.put("again", copied);
        json.put("sent", result.sent());
        json.put("failed", result.failed());
        json.put("deferred", result.deferred());
        json.put("waiting", result.waiting());
        json.put("stopped", result.stopped() == null ? "" : result.stopped());
        return JsonMapper.shared().writeValueAsString(json);
    }
}
