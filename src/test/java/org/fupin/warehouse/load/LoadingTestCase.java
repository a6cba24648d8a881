package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.util.List;
import java.util.Map;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.WarehouseTestCase;

/** A test of loads: small documents, and what then holds. */
abstract class LoadingTestCase extends WarehouseTestCase {

    static final String HEBEI = "CN-HE";

    static final String GANSU = "CN-GS";

    /** A document with one article for each region, which states one figure. */
    static ExtractedDocument stating(String name, int year, Map<String, Integer> villagesByRegion) {
        DocumentBuilder builder = document(name);
        villagesByRegion.forEach((region, villages) -> article(builder, region, year, villages));
        return builder.build();
    }

    static void article(DocumentBuilder builder, String region, int year, int villages) {
        builder.article(region, year, "Poverty Alleviation in " + region)
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "In {" + year + "} work began in [" + villages + "] villages.",
                        level(Measure.VILLAGES, "" + villages, "1", "villages"));
    }

    static ExtractedDocument hebei(String name, int villages) {
        return stating(name, 2011, Map.of(HEBEI, villages));
    }

    static ExtractedDocument renamed(ExtractedDocument document, String name) {
        SourceFile file = document.document().file();
        return new ExtractedDocument(
                new SourceDocument(
                        new SourceFile(file.id(), name, file.format(), file.charset(), file.size()),
                        document.document().text(),
                        document.document().articles()),
                document.articles(),
                document.outside());
    }

    /** What holds: "CN-HE 2011: 35 in a.txt" for each figure. */
    List<String> current() {
        return jdbc.query(
                """
                SELECT f.ref_area, f.time_period, f.obs_value, d.name
                FROM fact_observation f JOIN source_document d ON d.document_id = f.document_id
                WHERE f.valid_to_run IS NULL ORDER BY f.ref_area, f.time_period, f.obs_value""",
                (row, n) -> row.getString("ref_area") + " " + row.getString("time_period") + ": "
                        + row.getBigDecimal("obs_value").intValueExact() + " in " + row.getString("name"));
    }

    /** The two ways in which the tables say what is current agree, for every article and every figure. */
    void assertConsistent() {
        assertThat(count("""
                article a JOIN article_identity i ON i.article_key = a.article_key
                WHERE (a.valid_to_run IS NULL) <> (a.article_id = i.current_article_id)""")).isZero();
        assertThat(count("article_identity WHERE current_article_id IS NULL")).isZero();
        assertThat(count("""
                fact_observation f JOIN article a ON a.article_id = f.article_id
                WHERE f.valid_from_run <> a.valid_from_run
                   OR COALESCE(f.valid_to_run, -1) <> COALESCE(a.valid_to_run, -1)""")).isZero();
        assertThat(jdbc.queryForList(
                        "SELECT article_key FROM article WHERE valid_to_run IS NULL"
                                + " GROUP BY article_key HAVING COUNT(*) > 1",
                        String.class))
                .isEmpty();
    }
}
