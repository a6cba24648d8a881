package org.fupin.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.job.Count;
import org.fupin.job.Count.Topic;
import org.fupin.job.RunResult;
import org.fupin.observation.Printable;
import org.fupin.publish.BuildInfo;
import org.fupin.settings.JobDefinition;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.SameContent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run did, for people and for machines.
 *
 * @param started when the command did
 */
record RunSummary(
        RunResult run, JobDefinition definition, RunRecorder record, Instant started, Instant finished, ExitCode exit) {

    /** The JSON has them all. */
    private static final int MOST_TO_REVIEW = 40;

    String text() {
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
            for (SameContent same : run.sameContent()) {
                line(
                        text,
                        "    known       %s has the content of %s",
                        Printable.line(same.file()),
                        Printable.line(same.as()));
            }
            run.rejections().forEach(rejection -> line(text, "    rejected    %s", rejection));
            record.warnings().forEach(warning -> line(text, "    warning     %s", warning));
            run.leftFiles().forEach(left -> line(text, "    left        %s", left));
        } else if (topic == Topic.ARTICLES) {
            for (DisplacedArticle article : run.displaced()) {
                line(
                        text,
                        "    displaced   %s: \"%s\" (%s, %d), by %s",
                        Printable.line(article.file()),
                        Printable.line(article.title()),
                        article.provinceYear().region(),
                        article.provinceYear().year(),
                        Printable.line(article.by()));
            }
        } else if (topic == Topic.CORRECTIONS) {
            run.toReview().stream()
                    .limit(MOST_TO_REVIEW)
                    .forEach(open -> line(
                            text,
                            "    review      %s: %s",
                            Printable.line(open.correction()),
                            Printable.line(open.problem())));
            if (run.toReview().size() > MOST_TO_REVIEW) {
                line(text, "    and %d more", run.toReview().size() - MOST_TO_REVIEW);
            }
        }
    }

    String json() {
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
        json.put("rejected", run.rejections());
        json.put("read_warnings", record.warnings());
        json.put("left_for_next_run", run.leftFiles());
        json.put("displaced", run.displaced().stream().map(RunSummary::json).toList());
        json.put("to_review", run.toReview());
        json.put("reports", record.reports());
        json.put("steps", record.steps());
        json.put("inbox", definition.inbox().toString());
        json.put("out", definition.out().toString());
        return JsonMapper.shared().writeValueAsString(json);
    }

    /** From the start of the command to its result: what log and metrics have, too. */
    double seconds() {
        return Duration.between(started, finished).toMillis() / 1000.0;
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
