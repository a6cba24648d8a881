package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.SUPERSEDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.UNCHANGED;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

/** When an article takes the place of an earlier one. */
class ReplacedArticlesTest extends LoadingTestCase {

    @Test
    void changedArticleSupersedesAndNothingIsDeleted() {
        long first = startRun();
        load(hebei("a.txt", 35), first);
        long second = startRun();

        LoadResult result = load(hebei("b.txt", 36), second);

        assertThat(result.articles()).extracting(LoadedArticle::outcome).containsExactly(SUPERSEDED);
        assertThat(result.affected()).containsExactly(new ProvinceYearKey(HEBEI, 2011));
        assertThat(current()).containsExactly("CN-HE 2011: 36 in b.txt");
        assertThat(count("article WHERE valid_from_run = ? AND valid_to_run = ?", first, second))
                .isEqualTo(1);
        assertThat(count("fact_observation WHERE valid_from_run = ? AND valid_to_run = ?", first, second))
                .isEqualTo(1);
        assertThat(List.of(count("sentence"), count("left_out_number"), count("source_document")))
                .containsExactly(2, 2, 2);
        assertConsistent();
    }

    @Test
    void identityIsRegionYearTitleAndPartner() {
        long run = startRun();
        load(titled("a.txt", HEBEI, "", 2011, "Poverty Alleviation in Hebei"), run);
        load(titled("b.txt", HEBEI, "", 2012, "Poverty Alleviation in Hebei"), run);
        load(titled("c.txt", GANSU, "", 2011, "Poverty Alleviation in Hebei"), run);
        load(titled("d.txt", HEBEI, GANSU, 2011, "Poverty Alleviation in Hebei"), run);
        load(titled("e.txt", HEBEI, "", 2011, "Pairing-off in Hebei"), run);
        LoadResult retyped = load(titled("f.txt", HEBEI, "", 2011, "POVERTY  ALLEVIATION in “Hebei”"), startRun());

        assertThat(retyped.articles()).extracting(LoadedArticle::outcome).containsExactly(SUPERSEDED);
        assertThat(count("article WHERE valid_to_run IS NULL")).isEqualTo(5);
        assertConsistent();
    }

    @Test
    void correctedCompilationSupersedesItsCorrectedArticleOnly() {
        load(stating("2011.txt", 2011, new TreeMap<>(Map.of(HEBEI, 35, GANSU, 50))), startRun());

        LoadResult result =
                load(stating("2011-corrected.txt", 2011, new TreeMap<>(Map.of(HEBEI, 36, GANSU, 50))), startRun());

        assertThat(result.articles()).extracting(LoadedArticle::outcome).containsExactly(UNCHANGED, SUPERSEDED);
        assertThat(result.affected()).containsExactly(new ProvinceYearKey(HEBEI, 2011));
        assertThat(current()).containsExactly("CN-GS 2011: 50 in 2011.txt", "CN-HE 2011: 36 in 2011-corrected.txt");
        assertThat(count("article_copy")).isEqualTo(1);
        assertConsistent();
    }

    @Test
    void whiteSpaceMakesNoVintage() {
        load(document("a.txt").article(HEBEI, 2011, "Hebei in brief").build(), startRun());

        LoadResult result = load(
                document("b.txt")
                        .article(HEBEI, 2011, "Hebei \r\n in\u00a0brief")
                        .build(),
                startRun());

        assertThat(result.articles()).extracting(LoadedArticle::outcome).containsExactly(UNCHANGED);
        assertThat(result.affected()).isEmpty();
    }

    private static ExtractedDocument titled(String name, String region, String partner, int year, String title) {
        return document(name)
                .furniture("The file " + name)
                .article(region, partner, year, title)
                .build();
    }
}
