package org.fupin.job;

import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What a run counts. Text and JSON of the summary, the metrics and the log's last line show what stands here: who adds a
 * count adds a constant, and counts it.
 */
public enum Count implements Coded {
    FOUND(Topic.FILES, "files_found", "found", "found", null),
    LOADED(Topic.FILES, "files_loaded", "loaded", "loaded", Metric.files("loaded")),
    /** Whose content the warehouse held before, or got from another file of the run. */
    KNOWN(Topic.FILES, "files_known", "known already", null, Metric.files("known")),
    REJECTED(Topic.FILES, "files_rejected", "rejected", "rejected", Metric.files("rejected")),
    LEFT(Topic.FILES, "files_left", "left for the next run", Metric.files("left")),
    /** None of their articles is in the scope of the run. */
    OUT_OF_SCOPE(Topic.FILES, "files_out_of_scope", "out of scope", Metric.files("out_of_scope")),
    /** Of all that hold something; {@code fupin reextract} reads them again. */
    OUTDATED(
            Topic.FILES,
            "documents_outdated",
            "document(s) read by another version of the program or its rules",
            new Metric(
                    "fupin_run_documents_outdated",
                    "Documents that another version of the program or its rules has read.")),
    ADDED(Topic.ARTICLES, "articles_added", "added", null, null),
    SUPERSEDED(Topic.ARTICLES, "articles_superseded", "superseded", null, null),
    DISPLACED(Topic.ARTICLES, "articles_displaced", "displaced by a newer file", null),
    OBSERVATIONS(
            Topic.OBSERVATIONS,
            "observations",
            "added",
            "observations",
            new Metric("fupin_run_observations", "Observations that the last run added.")),
    /** Of articles, and outside of them: those of articles are what the reports of the province-years account for. */
    LEFT_OUT(
            Topic.OBSERVATIONS,
            "left_out",
            "number(s) left out",
            null,
            new Metric("fupin_run_left_out_numbers", "Numbers that the last run left out, with the reason.")),
    LEFT_OUT_OUTSIDE(
            Topic.OBSERVATIONS,
            "left_out_outside",
            "of them outside of every article",
            new Metric("fupin_run_left_out_numbers_outside", "Numbers left out that are outside every article.")),
    CORRECTED(Topic.CORRECTIONS, "articles_corrected", "article(s) changed", "corrected", null),
    /** Lines that the articles have which hold. */
    APPLIED(Topic.CORRECTIONS, "corrections_applied", "line(s) applied", null, Metric.corrections("applied")),
    /** Lines that could not be applied. */
    TO_REVIEW(Topic.CORRECTIONS, "corrections_to_review", "to be reviewed", null, Metric.corrections("to_review")),
    ERRORS(Topic.CHECKS, "errors", "error(s)", null, Metric.findings("error")),
    WARNINGS(Topic.CHECKS, "warnings", "warning(s)", null, Metric.findings("warning")),
    HELD(Topic.CHECKS, "identities_held", "identities that hold", null, null),
    AUDITED(Topic.CHECKS, "province_years_audited", "province-year(s) audited", null, null),
    WRITTEN(
            Topic.REPORTS,
            "reports_written",
            "new or changed",
            "reports",
            new Metric("fupin_run_reports", "Report files with new content from the last run.")),
    /** Of those that {@code --force} made again. */
    UNCHANGED(Topic.REPORTS, "reports_unchanged", "made again with the same content", null),
    SENT(Topic.MAIL, "mail_sent", "sent", null, Metric.mails("sent")),
    UNSENT(Topic.MAIL, "mail_waiting", "waiting", null, Metric.mails("waiting")),
    UNDELIVERABLE(Topic.MAIL, "mail_failed", "given up", null, Metric.mails("failed"));

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
    private final boolean always;
    private final @Nullable String logged;
    private final @Nullable Metric metric;

    /** One that the text always shows. */
    Count(Topic topic, String code, String label, @Nullable String logged, @Nullable Metric metric) {
        this(topic, code, label, true, logged, metric);
    }

    /** One that the text shows unless it is zero. */
    Count(Topic topic, String code, String label, @Nullable Metric metric) {
        this(topic, code, label, false, null, metric);
    }

    Count(Topic topic, String code, String label, boolean always, @Nullable String logged, @Nullable Metric metric) {
        this.topic = topic;
        this.code = code;
        this.label = label;
        this.always = always;
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
        return always || number != 0;
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
