package org.fupin.warehouse.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.ReviewedReading;
import org.fupin.reference.Units;
import org.fupin.warehouse.row.ArticleReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people confirmed and corrected, over all provinces and years. Reads only. */
public class Reviews {

    private static final String ARTICLES = """
            SELECT a.article_id FROM article a
            WHERE a.valid_to_run IS NULL AND a.corrections_sha256 IS NOT NULL
            ORDER BY a.article_id""";

    private static final String HELD_AFTER =
            "a.valid_from_run <= :run AND (a.valid_to_run IS NULL OR a.valid_to_run > :run)";

    /** Each number once, whatever lines there are of it. Only a number with a correction bears the flag. */
    private static final String READING = """
            SELECT (SELECT COUNT(*)
                    FROM (SELECT DISTINCT c.article_id, c.span_begin
                          FROM correction c JOIN article a ON a.article_id = c.article_id
                          WHERE c.problem IS NULL AND %1$s) numbers) AS figures,
                   (SELECT COUNT(*)
                    FROM fact_observation f JOIN article a ON a.article_id = f.article_id
                    WHERE a.corrections_sha256 IS NOT NULL AND %1$s
                      AND CONCAT(';', f.flags, ';') LIKE '%%;%2$s;%%') AS rightly_read""".formatted(HELD_AFTER, Observation.CONFIRMED);

    /** So many articles are put together at once. */
    private static final int PORTION = 50;

    private final JdbcClient client;
    private final ArticleReader articles;
    private final Map<Long, ReviewedReading> readings = new ConcurrentHashMap<>();

    /** Of one that is used while a run makes reports: what is corrected in that run must have been before. */
    public Reviews(JdbcTemplate jdbc, Units units) {
        this.client = JdbcClient.create(jdbc);
        this.articles = new ArticleReader(client, units);
    }

    /** The articles that hold and have corrections, in no order that means anything. */
    public List<ExtractedArticle> articles() {
        List<Long> ids = client.sql(ARTICLES).query(Long.class).list();
        List<ExtractedArticle> corrected = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            corrected.addAll(articles.read(ids.subList(from, Math.min(from + PORTION, ids.size()))));
        }
        return corrected;
    }

    /**
     * How well the program had read what people had looked at when the present vintage of a province and year was made. What is
     * corrected later does not change it, so that a vintage always makes the same report.
     */
    public ReviewedReading reading(ProvinceYearKey key) {
        List<Long> vintages = Vintages.runs(client, key.region(), key.year());
        return vintages.isEmpty() ? ReviewedReading.NONE : readingAfter(vintages.get(vintages.size() - 1));
    }

    /** How well the program had read what people had looked at when a run was over. */
    public ReviewedReading readingAfter(long runId) {
        return readings.computeIfAbsent(runId, this::count);
    }

    private ReviewedReading count(long runId) {
        return client.sql(READING)
                .param("run", runId)
                .query((row, n) -> new ReviewedReading(row.getInt("figures"), row.getInt("rightly_read")))
                .single();
    }
}
