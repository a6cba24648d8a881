package org.fupin.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.intake.Rejection;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Count.Topic;
import org.fupin.observation.Printable;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.MissingSummary;
import org.fupin.settings.JobDefinition;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.SameContent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run did, for people and for machines.
 *
 * @param started when the command did
 */
public record RunSummary(
        RunResult run, JobDefinition definition, RunRecorder record, Instant started, Instant finished, ExitCode exit) {

    /** So many lines of a list are read, and fit what cron mails. */
    private static final int SHOWN = 20;

    public String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%srun %d of %s for %s (attempt %d): %s, %.1f seconds",
                run.continued() ? "continued " : "",
                run.runId(),
                run.job(),
                run.period(),
                run.attempt(),
                outcome(),
                seconds());
        for (Topic topic : Topic.values()) {
            if (isShown(topic)) {
                line(
                        text,
                        "  %-14s%s%s",
                        topic.name().toLowerCase(Locale.ROOT),
                        counts(topic),
                        topic == Topic.REPORTS ? ", in " + definition.out() : "");
                details(topic, text);
            }
        }
        return text.toString().stripTrailing();
    }

    private boolean isShown(Topic topic) {
        return switch (topic) {
            case MAIL -> definition.recipients() != null;
            case CORRECTIONS ->
                definition.corrections() != null || !run.toReview().isEmpty();
            default -> true;
        };
    }

    private String counts(Topic topic) {
        return Stream.of(Count.values())
                .filter(count -> count.topic() == topic && count.isShown(run.count(count)))
                .map(count -> Counted.labelled(run.count(count), count.label()))
                .collect(Collectors.joining(", "));
    }

    private void details(Topic topic, StringBuilder text) {
        if (topic == Topic.FILES) {
            list(text, "known", run.sameContent(), RunSummary::line);
            list(text, "rejected", run.rejections(), Object::toString);
            list(text, "warning", record.warnings(), Object::toString);
            list(text, "left", run.leftFiles(), Object::toString);
        } else if (topic == Topic.ARTICLES) {
            list(text, "displaced", run.displaced(), RunSummary::line);
        } else if (topic == Topic.CORRECTIONS) {
            list(text, "review", run.toReview(), RunSummary::line);
        } else if (topic == Topic.REPORTS) {
            MissingSummary.lines(run.missingSummaries()).forEach(line -> line(text, "    %s", line));
        }
    }

    /** Of many it shows the first. */
    private static <T> void list(StringBuilder text, String what, Collection<T> all, Function<T, String> line) {
        all.stream().limit(SHOWN).forEach(one -> line(text, "    %-12s%s", what, line.apply(one)));
        if (all.size() > SHOWN) {
            String where = what.equals("rejected") ? "fupin status" : "the summary as JSON";
            line(text, "    %-12s... and %,d more, see %s", what, all.size() - SHOWN, where);
        }
    }

    private static String line(SameContent same) {
        return Printable.line(same.file()) + " has the content of " + Printable.line(same.as());
    }

    private static String line(OpenCorrection open) {
        return Printable.line(open.correction()) + ": " + Printable.line(open.problem());
    }

    private static String line(DisplacedArticle article) {
        return String.format(
                Locale.ROOT,
                "%s: \"%s\" (%s, %d), by %s",
                Printable.line(article.file()),
                Printable.line(article.title()),
                article.provinceYear().region(),
                article.provinceYear().year(),
                Printable.line(article.by()));
    }

    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run.runId());
        json.put("job", run.job());
        json.put("period", run.period().toString());
        json.put("attempt", run.attempt());
        json.put("status", status());
        json.put("exit_code", exit.number());
        json.put("started", started.truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("finished", finished.truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("seconds", seconds());
        json.put("version", BuildInfo.version());
        json.put("nothing_new", run.nothingNew());
        json.put("failures", run.failures());
        for (Count count : Count.values()) {
            json.put(count.code(), run.count(count));
        }
        json.put("same_content", run.sameContent());
        json.put("rejected", run.rejections().stream().map(RunSummary::json).toList());
        json.put("read_warnings", record.warnings());
        json.put("left_for_next_run", run.leftFiles());
        json.put("displaced", run.displaced().stream().map(RunSummary::json).toList());
        json.put("to_review", run.toReview());
        json.put("reports", record.reports());
        json.put("missing_summaries", run.missingSummaries());
        json.put("steps", record.steps());
        json.put("inbox", definition.inbox().toString());
        json.put("out", definition.out().toString());
        return JsonMapper.shared().writeValueAsString(json);
    }

    /** From the start of the command to its result: what log and metrics have, too. */
    double seconds() {
        return Duration.between(started, finished).toMillis() / 1000.0;
    }

    private static Map<String, Object> json(Rejection rejection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", rejection.file());
        json.put("reason", rejection.code());
        json.put("message", rejection.message());
        json.put("size", rejection.size());
        json.put("sha256", rejection.sha256());
        return json;
    }

    private static Map<String, Object> json(DisplacedArticle article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", article.title());
        json.put("region", article.provinceYear().region());
        json.put("year", article.provinceYear().year());
        json.put("file", article.file());
        json.put("by", article.by());
        return json;
    }

    /** {@code completed}, {@code failed} or {@code stopped}. */
    String status() {
        return run.stopped() ? "stopped" : run.failed() ? "failed" : "completed";
    }

    private String outcome() {
        if (run.stopped()) {
            return "stopped, the next run continues";
        }
        if (run.failed()) {
            return "failed";
        }
        if (run.nothingNew()) {
            return run.count(Count.FOUND) == 0
                    ? "nothing new, there is no file in " + definition.inbox()
                    : "nothing new";
        }
        return "done";
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
    }
}
