package org.fupin.warehouse.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fupin.observation.Coded;
import org.fupin.observation.Correction;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Units;
import org.fupin.warehouse.WarehouseConfiguration;
import org.fupin.warehouse.row.ArticleReader;
import org.fupin.warehouse.row.CorrectionRows;
import org.fupin.warehouse.row.ObservationRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Reads all that holds, record by record, in the order of document names and offsets. Memory does not grow with the
 * warehouse: rows are handed on as they come from the server, so a consumer must not use the same connection. Each
 * method is one query and needs no transaction; a caller that holds one gets all of them from one state.
 */
public class WarehouseExport {

    /** Rows that a driver which reads in portions fetches at once. */
    private static final int PORTION = 500;

    /**
     * @param document path of the file in the inbox
     * @param subArea the county or prefecture that alone is reported on, empty for the province
     * @param stated what an operator stated of it and where, empty where the text says it all
     */
    public record ArticleRecord(
            String document,
            String documentId,
            String title,
            String region,
            String partner,
            int year,
            Span span,
            String author,
            String subArea,
            String stated) {}

    /** @param article title */
    public record SectionRecord(String document, String article, String heading, Programme programme, int begin) {}

    /**
     * @param article title
     * @param section heading
     */
    public record ObservationRecord(
            String document, String article, String section, Programme programme, Observation observation) {}

    /** A number of a document that holds at least one current article. */
    public record LeftOutRecord(String document, LeftOutNumber number) {}

    /**
     * @param document name of the document of the first observation, empty if there is none
     * @param documents names of the documents of all observations of the finding, in their order
     */
    public record FindingRecord(String document, List<String> documents, String region, int year, Finding finding) {}

    /**
     * A correction of an article that holds, applied or not.
     *
     * @param document path of the article's file in the inbox
     * @param article title
     */
    public record CorrectionRecord(String document, String article, Correction correction) {}

    private static final String ARTICLES = """
            SELECT d.name AS document, a.document_id, a.title, a.ref_area, a.partner_area, a.ref_year,
                   a.span_begin, a.span_end, a.author, a.sub_area, a.stated_by
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.valid_to_run IS NULL
            ORDER BY d.name, d.document_id, a.span_begin""";

    private static final String SECTIONS = """
            SELECT d.name AS document, a.title, s.heading, s.programme, s.span_begin
            FROM section s
            JOIN article a ON a.article_id = s.article_id
            JOIN source_document d ON d.document_id = a.document_id
            WHERE a.valid_to_run IS NULL
            ORDER BY d.name, d.document_id, a.span_begin, s.section_no""";

    private static final String OBSERVATIONS = """
            SELECT d.name AS document, a.title, s.heading, f.programme, %s
            FROM fact_observation f
            JOIN article a ON a.article_id = f.article_id
            JOIN section s ON s.article_id = f.article_id AND s.section_no = f.section_no
            JOIN source_document d ON d.document_id = a.document_id
            WHERE f.valid_to_run IS NULL
            ORDER BY d.name, d.document_id, f.span_begin""".formatted(ObservationRow.COLUMNS);

    private static final String LEFT_OUT = """
            SELECT d.name AS document, l.span_begin, l.span_end, l.quoted_text, l.reason
            FROM left_out_number l
            JOIN source_document d ON d.document_id = l.document_id
            LEFT JOIN article a ON a.article_id = l.article_id
            WHERE CASE WHEN l.article_id IS NULL
                       THEN EXISTS (SELECT 1 FROM article c
                                    WHERE c.document_id = l.document_id AND c.valid_to_run IS NULL)
                       ELSE a.valid_to_run IS NULL END
            ORDER BY d.name, d.document_id, l.span_begin, l.left_out_id""";

    private static final String CORRECTIONS = """
            SELECT d.name AS document, a.title, %s
            FROM correction c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = a.document_id
            WHERE a.valid_to_run IS NULL
            ORDER BY d.name, d.document_id, a.span_begin, c.list_no""".formatted(CorrectionRows.COLUMNS);

    private static final String FINDINGS = """
            SELECT f.finding_id, f.ref_area, f.ref_year, f.finding_rule, f.severity, f.holds, f.stated, f.expected,
                   f.message, o.document_id, o.span_begin, o.borne_out, d.name AS document
            FROM finding f
            LEFT JOIN finding_observation o1 ON o1.finding_id = f.finding_id AND o1.list_no = 0
            LEFT JOIN source_document d1 ON d1.document_id = o1.document_id
            LEFT JOIN finding_observation o ON o.finding_id = f.finding_id
            LEFT JOIN source_document d ON d.document_id = o.document_id
            WHERE f.valid_to_run IS NULL
            ORDER BY d1.name, d1.document_id, o1.span_begin, f.ref_area, f.ref_year, f.list_no, f.finding_id,
                     o.list_no""";

    private final JdbcTemplate jdbc;
    private final Units units;
    private final int fetchSize;

    /** With portions as the database's driver wants them. */
    public static WarehouseExport on(JdbcTemplate jdbc) {
        return new WarehouseExport(jdbc, Units.load(), fetchSize(jdbc));
    }

    /** MySQL's driver reads a whole result into memory unless it is asked for the smallest integer. */
    private static int fetchSize(JdbcTemplate jdbc) {
        String driver = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDriverName());
        return driver != null && driver.startsWith("MySQL") ? Integer.MIN_VALUE : PORTION;
    }

    /** @param fetchSize the one that makes the driver stream, see {@link WarehouseConfiguration} */
    public WarehouseExport(JdbcTemplate jdbc, Units units, int fetchSize) {
        this.jdbc = jdbc;
        this.units = units;
        this.fetchSize = fetchSize;
    }

    public void articles(Consumer<ArticleRecord> consumer) {
        stream(ARTICLES, row -> {
            consumer.accept(new ArticleRecord(
                    row.getString("document"),
                    row.getString("document_id"),
                    row.getString("title"),
                    row.getString("ref_area"),
                    ArticleReader.text(row, "partner_area"),
                    row.getInt("ref_year"),
                    ArticleReader.span(row),
                    row.getString("author"),
                    ArticleReader.text(row, "sub_area"),
                    ArticleReader.text(row, "stated_by")));
        });
    }

    public void sections(Consumer<SectionRecord> consumer) {
        stream(
                SECTIONS,
                row -> consumer.accept(new SectionRecord(
                        row.getString("document"),
                        row.getString("title"),
                        row.getString("heading"),
                        Coded.of(Programme.class, row.getString("programme")),
                        row.getInt("span_begin"))));
    }

    public void observations(Consumer<ObservationRecord> consumer) {
        stream(
                OBSERVATIONS,
                row -> consumer.accept(new ObservationRecord(
                        row.getString("document"),
                        row.getString("title"),
                        row.getString("heading"),
                        Coded.of(Programme.class, row.getString("programme")),
                        ObservationRow.read(row, units))));
    }

    public void leftOut(Consumer<LeftOutRecord> consumer) {
        stream(
                LEFT_OUT,
                row -> consumer.accept(new LeftOutRecord(row.getString("document"), ArticleReader.leftOut(row))));
    }

    public void corrections(Consumer<CorrectionRecord> consumer) {
        stream(
                CORRECTIONS,
                row -> consumer.accept(new CorrectionRecord(
                        row.getString("document"), row.getString("title"), CorrectionRows.read(row))));
    }

    /** Identities that hold included. */
    public void findings(Consumer<FindingRecord> consumer) {
        FindingCollector collector = new FindingCollector(consumer);
        stream(FINDINGS, collector);
        collector.handOn();
    }

    private void stream(String sql, RowCallbackHandler handler) {
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                    statement.setFetchSize(fetchSize);
                    return statement;
                },
                handler);
    }

    /** Makes one record of the rows of a finding, one for each of its observations, which come one after the other. */
    private static final class FindingCollector implements RowCallbackHandler {

        private final Consumer<FindingRecord> consumer;
        private final List<String> documents = new ArrayList<>();
        private final List<ObservationRef> observations = new ArrayList<>();
        private final List<ObservationRef> borneOut = new ArrayList<>();
        private long id;
        private @Nullable FindingRecord pending;

        FindingCollector(Consumer<FindingRecord> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            long next = row.getLong("finding_id");
            if (pending == null || next != id) {
                handOn();
                id = next;
                pending = new FindingRecord(
                        "",
                        List.of(),
                        row.getString("ref_area"),
                        row.getInt("ref_year"),
                        new Finding(
                                Coded.of(FindingRule.class, row.getString("finding_rule")),
                                Coded.of(Severity.class, row.getString("severity")),
                                row.getBoolean("holds"),
                                List.of(),
                                row.getString("stated"),
                                row.getString("expected"),
                                row.getString("message")));
            }
            String documentId = row.getString("document_id");
            if (documentId != null) {
                documents.add(row.getString("document"));
                ObservationRef ref = new ObservationRef(documentId, row.getInt("span_begin"));
                observations.add(ref);
                if (row.getBoolean("borne_out")) {
                    borneOut.add(ref);
                }
            }
        }

        void handOn() {
            if (pending == null) {
                return;
            }
            Finding finding = pending.finding();
            consumer.accept(new FindingRecord(
                    documents.isEmpty() ? "" : documents.get(0),
                    List.copyOf(documents),
                    pending.region(),
                    pending.year(),
                    new Finding(
                            finding.rule(),
                            finding.severity(),
                            finding.holds(),
                            observations,
                            finding.stated(),
                            finding.expected(),
                            finding.message(),
                            borneOut)));
            documents.clear();
            observations.clear();
            borneOut.clear();
            pending = null;
        }
    }
}
