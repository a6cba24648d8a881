package org.fupin.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fupin.intake.LeftFile;
import org.fupin.intake.OneLine;
import org.fupin.intake.Rejection;
import org.fupin.job.RunResult;
import org.fupin.publish.BuildInfo;
import org.fupin.settings.JobDefinition;
import org.fupin.warehouse.DisplacedArticle;
import org.fupin.warehouse.SameContent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run did, for people and for machines.
 *
 * @param started when the command did; the run's own time counts from the first step
 */
record RunSummary(
        RunResult run, JobDefinition definition, RunRecorder record, Instant started, Instant finished, ExitCode exit) {

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
                run.elapsed().toMillis() / 1000.0);
        line(
                text,
                "  files         %,d found, %,d loaded, %,d known already, %,d rejected",
                run.found(),
                run.loaded(),
                run.known(),
                run.rejections().size());
        for (SameContent same : run.sameContent()) {
            line(text, "    known       %s has the content of %s", OneLine.of(same.file()), OneLine.of(same.as()));
        }
        for (Rejection rejection : run.rejections()) {
            line(text, "    rejected    %s", rejection);
        }
        for (String warning : record.warnings()) {
            line(text, "    warning     %s", warning);
        }
        if (run.left() > 0) {
            line(text, "  left          %s for the next run", Counted.of(run.left(), "file"));
        }
        for (LeftFile left : run.leftFiles()) {
            line(text, "    left        %s", left);
        }
        if (run.outOfScope() > 0) {
            line(text, "  out of scope  %s, left for a run that wants them", Counted.of(run.outOfScope(), "file"));
        }
        line(
                text,
                "  articles      %,d added, %,d superseded%s",
                run.added(),
                run.superseded(),
                run.displaced().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d displaced by a newer file",
                                run.displaced().size()));
        for (DisplacedArticle article : run.displaced()) {
            line(
                    text,
                    "    displaced   %s: \"%s\" (%s, %d), by %s",
                    OneLine.of(article.file()),
                    OneLine.of(article.title()),
                    article.provinceYear().region(),
                    article.provinceYear().year(),
                    OneLine.of(article.by()));
        }
        line(text, "  observations  %,d added, %,d numbers left out", run.observations(), run.leftOut());
        line(
                text,
                "  checks        %s, %s, %,d identities that hold, in %s",
                Counted.of(run.errors(), "error"),
                Counted.of(run.warnings(), "warning"),
                run.held(),
                Counted.of(run.audited(), "province-year"));
        text.append(String.format(
                Locale.ROOT, "  reports       %,d new or changed, in %s", run.written(), definition.out()));
        if (definition.recipients() != null) {
            text.append(System.lineSeparator())
                    .append(String.format(
                            Locale.ROOT,
                            "  mail          %,d sent, %,d waiting, %,d given up",
                            run.mailSent(),
                            run.mailWaiting(),
                            run.mailFailed()));
        }
        return text.toString();
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
        json.put("version", BuildInfo.version());
        json.put("nothing_new", run.nothingNew());
        json.put("failures", run.failures());
        json.put("files_found", run.found());
        json.put("files_loaded", run.loaded());
        json.put("files_known", run.known());
        json.put("same_content", run.sameContent());
        json.put("rejected", run.rejections());
        json.put("read_warnings", record.warnings());
        json.put("files_left", run.left());
        json.put("left_for_next_run", run.leftFiles());
        json.put("files_out_of_scope", run.outOfScope());
        json.put("articles_added", run.added());
        json.put("articles_superseded", run.superseded());
        json.put("displaced", run.displaced().stream().map(RunSummary::json).toList());
        json.put("observations", run.observations());
        json.put("left_out", run.leftOut());
        json.put("province_years_audited", run.audited());
        json.put("errors", run.errors());
        json.put("warnings", run.warnings());
        json.put("identities_held", run.held());
        json.put("reports_written", run.written());
        json.put("reports", record.reports());
        json.put("mail_sent", run.mailSent());
        json.put("mail_waiting", run.mailWaiting());
        json.put("mail_failed", run.mailFailed());
        json.put("steps", record.steps());
        json.put("inbox", definition.inbox().toString());
        json.put("out", definition.out().toString());
        json.put("seconds", run.elapsed().toMillis() / 1000.0);
        return JsonMapper.shared().writeValueAsString(json);
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
            return run.found() == 0 ? "nothing new, there is no file in " + definition.inbox() : "nothing new";
        }
        return "done";
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
    }
}
