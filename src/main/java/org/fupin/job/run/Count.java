package org.fupin.job.run;

import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What a run counts. Text and JSON of the summary, the metrics and the log's last line show what stands here: who adds a
 * count adds a constant, and counts it.
 */
public enum Count implements Coded {
    FOUND(Topic.FILES, "files_found", "found", Shown.ALWAYS, "found", null),
    LOADED(Topic.FILES, "files_loaded", "loaded", Shown.ALWAYS, "loaded", Metric.files("loaded")),
    /** Whose content the warehouse held before, or got from another file of the run. */
    KNOWN(Topic.FILES, "files_known", "known already", Shown.ALWAYS, null, Metric.files("known")),
    REJECTED(Topic.FILES, "files_rejected", "rejected", Shown.ALWAYS, "rejected", Metric.files("rejected")),
    LEFT(Topic.FILES, "files_left", "left for the next run", Shown.UNLESS_ZERO, null, Metric.files("left")),
    /** None of their articles is in the scope of the run. */
    OUT_OF_SCOPE(
            Topic.FILES, "files_out_of_scope", "out of scope", Shown.UNLESS_ZERO, null, Metric.files("out_of_scope")),
    /** Of all that hold something; {@code fupin reextract} reads them again. */
    OUTDATED(
            Topic.FILES,
            "documents_outdated",
            "document(s) read by another version of the program or its rules",
            Shown.UNLESS_ZERO,
            null,
            new Metric(
                    "fupin_run_documents_outdated",
                    "Documents that another version of the program or its rules has read.")),
    ADDED(Topic.ARTICLES, "articles_added", "added", Shown.ALWAYS, null, null),
    SUPERSEDED(Topic.ARTICLES, "articles_superseded", "superseded", Shown.ALWAYS, null, null),
    DISPLACED(Topic.ARTICLES, "articles_displaced", "displaced by a newer file", Shown.UNLESS_ZERO, null, null),
    OBSERVATIONS(
            Topic.OBSERVATIONS,
            "observations",
            "added",
            Shown.ALWAYS,
            "observations",
            new Metric("fupin_run_observations", "Observations that the last run added.")),
    /** Of articles, and outside of them: those of articles are what the reports of the province-years account for. */
    LEFT_OUT(
            Topic.OBSERVATIONS,
            "left_out",
            "number(s) left out",
            Shown.ALWAYS,
            null,
            new Metric("fupin_run_left_out_numbers", "Numbers that the last run left out, with the reason.")),
    LEFT_OUT_OUTSIDE(
            Topic.OBSERVATIONS,
            "left_out_outside",
            "of them outside of every article",
            Shown.UNLESS_ZERO,
            null,
            new Metric("fupin_run_left_out_numbers_outside", "Numbers left out that are outside every article.")),
    CORRECTED(Topic.CORRECTIONS, "articles_corrected", "article(s) changed", Shown.ALWAYS, "corrected", null),
    /** Lines that the articles have which hold. */
    APPLIED(
            Topic.CORRECTIONS,
            "corrections_applied",
            "line(s) applied",
            Shown.ALWAYS,
            null,
            Metric.corrections("applied")),
    /** Lines that could not be applied. */
    TO_REVIEW(
            Topic.CORRECTIONS,
            "corrections_to_review",
            "to be reviewed",
            Shown.ALWAYS,
            null,
            Metric.corrections("to_review")),
    ERRORS(Topic.CHECKS, "errors", "error(s)", Shown.ALWAYS, null, Metric.findings("error")),
    WARNINGS(Topic.CHECKS, "warnings", "warning(s)", Shown.ALWAYS, null, Metric.findings("warning")),
    HELD(Topic.CHECKS, "identities_held", "identities that hold", Shown.ALWAYS, null, null),
    AUDITED(Topic.CHECKS, "province_years_audited", "province-year(s) audited", Shown.ALWAYS, null, null),
    WRITTEN(
            Topic.REPORTS,
            "reports_written",
            "new or changed",
            Shown.ALWAYS,
            "reports",
            new Metric("fupin_run_reports", "Report files with new content from the last run.")),
    /** Of those that {@code --force} made again. */
    UNCHANGED(Topic.REPORTS, "reports_unchanged", "made again with the same content", Shown.UNLESS_ZERO, null, null),
    /** Which are none any more, because what they were on is not held, or too few provinces are. */
    WITHDRAWN(Topic.REPORTS, "reports_withdrawn", "withdrawn", Shown.UNLESS_ZERO, null, null),
    SENT(Topic.MAIL, "mail_sent", "sent", Shown.ALWAYS, null, Metric.mails("sent")),
    UNSENT(Topic.MAIL, "mail_waiting", "waiting", Shown.ALWAYS, null, Metric.mails("waiting")),
    UNDELIVERABLE(Topic.MAIL, "mail_failed", "given up", Shown.ALWAYS, null, Metric.mails("failed"));

    /** Whether the text of the summary shows a number. */
    private enum Shown {
        ALWAYS,
        UNLESS_ZERO
    }

    /** What a count is about: a line of the summary. */
    public enum Topic {
        FILES,
        ARTICLES,
        OBSERVATIONS,
        CORRECTIONS,
        CHECKS,
        REPORTS,
        /** One for each message and address. */
        MAIL
    }

    /**
     * A gauge of the metrics file.
     *
     * @param help the same for all of a name
     * @param label tells those of one name apart, by {@code value}; both empty for the only one of its name
     */
    public record Metric(String name, String help, String label, String value) {

        Metric(String name, String help) {
            this(name, help, "", "");
        }

        private static Metric files(String state) {
            return new Metric("fupin_run_files", "Files of the inbox, by what the last run did.", "state", state);
        }

        private static Metric corrections(String state) {
            return new Metric("fupin_run_corrections", "Lines of corrections after the last run.", "state", state);
        }

        private static Metric findings(String severity) {
            return new Metric(
                    "fupin_run_findings",
                    "Findings in the province-years that the last run audited.",
                    "severity",
                    severity);
        }

        private static Metric mails(String state) {
            return new Metric(
                    "fupin_run_mails",
                    "Mail of the last run, one for each message and address; waiting is what is in the outbox.",
                    "state",
                    state);
        }
    }

    private final Topic topic;
    private final String code;
    private final String label;
    private final Shown shown;
    private final @Nullable String logged;
    private final @Nullable Metric metric;

    /**
     * @param code the field of the summary as JSON
     * @param label what the text says after the number
     * @param logged its key in the log's last line; null if it is not there
     * @param metric null if the metrics do not have it
     */
    Count(Topic topic, String code, String label, Shown shown, @Nullable String logged, @Nullable Metric metric) {
        this.topic = topic;
        this.code = code;
        this.label = label;
        this.shown = shown;
        this.logged = logged;
        this.metric = metric;
    }

    /** The field of the summary as JSON. */
    @Override
    public String code() {
        return code;
    }

    public Topic topic() {
        return topic;
    }

    /** What the text says after the number; {@code (s)} falls away after 1 and is an s after others. */
    public String label() {
        return label;
    }

    /** Whether the text shows this number. */
    public boolean isShown(long number) {
        return shown == Shown.ALWAYS || number != 0;
    }

    /** Its key in the log's last line; null if it is not there. */
    public @Nullable String logged() {
        return logged;
    }

    /** Null if the metrics do not have it. */
    public @Nullable Metric metric() {
        return metric;
    }
}
