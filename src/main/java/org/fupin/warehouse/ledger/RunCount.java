package org.fupin.warehouse.ledger;

import org.fupin.observation.Coded;

/**
 * What the ledger keeps of a run, in all its attempts: the columns of the table {@code run}. What hangs on the order in which
 * files were loaded counts for nothing: an article that another file of the same run outdid was never one of the run's.
 */
public enum RunCount implements Coded {
    /** In the inbox, by the last attempt that looked. */
    FILES_FOUND("files_found", "files_found", "file(s) found", RunCount.SEEN),
    /** Whose content was new. */
    FILES_LOADED("files_loaded", "files_loaded", "loaded", "SELECT COUNT(*) FROM source_document WHERE run_id = :run"),
    /** Whose content the warehouse held before the run. */
    FILES_UNCHANGED("files_unchanged", "files_known", "known", RunCount.SEEN),
    /** By the last attempt, see {@link RejectedFiles}. */
    FILES_REJECTED(
            "files_rejected", "files_rejected", "rejected", "SELECT COUNT(*) FROM rejected_file WHERE run_id = :run"),
    /** That hold from this run on: added, or in the place of an earlier vintage. */
    ARTICLES("articles", "articles", "article(s)", "SELECT COUNT(*) FROM article a WHERE " + RunCount.HOLDS),
    /** Of these articles. */
    OBSERVATIONS(
            "observations",
            "observations",
            "observation(s)",
            "SELECT COUNT(*) FROM fact_observation f JOIN article a ON a.article_id = f.article_id WHERE "
                    + RunCount.HOLDS),
    /** Left-out numbers of these articles, and of the run's documents outside of every article. */
    LEFT_OUT(
            "left_out",
            "left_out",
            "left out",
            "(SELECT COUNT(*) FROM left_out_number l JOIN article a ON a.article_id = l.article_id WHERE "
                    + RunCount.HOLDS + ") + (SELECT COUNT(*) FROM left_out_number l JOIN source_document d"
                    + " ON d.document_id = l.document_id WHERE d.run_id = :run AND l.article_id IS NULL)"),
    /** Errors and warnings of the province-years audited. */
    FINDINGS(
            "findings",
            "findings",
            "finding(s)",
            "SELECT COUNT(*) FROM finding f JOIN audit a ON a.ref_area = f.ref_area AND a.ref_year = f.ref_year"
                    + " WHERE a.run_id = :run AND f.valid_to_run IS NULL AND f.holds = FALSE"),
    /** Report files entered, see {@link ReportFiles}. */
    REPORTS("reports", "reports", "report(s)", "SELECT COUNT(*) FROM report_file WHERE run_id = :run");

    /** No table tells it; the attempt saw it. */
    static final String SEEN = "";

    private static final String HOLDS = "a.valid_from_run = :run AND (a.valid_to_run IS NULL OR a.valid_to_run <> :run)"
            // Not what the run corrected of an earlier document.
            + " AND EXISTS (SELECT 1 FROM source_document s WHERE s.document_id = a.document_id AND s.run_id = :run)";

    private final String column;
    private final String code;
    private final String label;
    private final String sql;

    RunCount(String column, String code, String label, String sql) {
        this.column = column;
        this.code = code;
        this.label = label;
        this.sql = sql;
    }

    String column() {
        return column;
    }

    /** An expression that counts it for {@code :run}; {@link #SEEN} if none does. */
    String sql() {
        return sql;
    }

    /** What records of runs call it. */
    @Override
    public String code() {
        return code;
    }

    /** What people read after the number; {@code (s)} falls away after 1 and is an s after others. */
    public String label() {
        return label;
    }
}
