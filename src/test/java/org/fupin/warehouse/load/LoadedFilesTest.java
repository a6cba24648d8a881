package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.ADDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.SUPERSEDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.UNCHANGED;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What a load of a file adds, and what it refuses. */
class LoadedFilesTest extends LoadingTestCase {

    @Test
    void reportsWhatItLoaded() {
        LoadResult result = load(stating("a.txt", 2011, Map.of(HEBEI, 35)), startRun());

        assertThat(result.outcome()).isEqualTo(LoadResult.Outcome.LOADED);
        assertThat(result.articles())
                .containsExactly(
                        new LoadedArticle("Poverty Alleviation in CN-HE", new ProvinceYearKey(HEBEI, 2011), 1, ADDED));
        assertThat(result.affected()).containsExactly(new ProvinceYearKey(HEBEI, 2011));
        assertThat(result.observations()).isEqualTo(1);
        assertThat(result.leftOut()).isEqualTo(1);
        assertConsistent();
    }

    @Test
    void sameFileAgainChangesNothing() {
        load(hebei("a.txt", 35), startRun());
        long second = startRun();
        Map<String, List<String>> before = everything();

        LoadResult result = load(hebei("a.txt", 35), second);

        assertThat(result.outcome()).isEqualTo(LoadResult.Outcome.UNCHANGED);
        assertThat(result.affected()).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void sameContentUnderAnotherNameIsNotedOnce() {
        ExtractedDocument document = hebei("a.txt", 35);
        load(document, startRun());
        long second = startRun();

        LoadResult result = load(renamed(document, "copy.txt"), second);
        load(renamed(document, "copy.txt"), startRun());

        assertThat(result)
                .isEqualTo(LoadResult.unchanged(document.document().file().id(), "copy.txt"));
        assertThat(jdbc.queryForList("SELECT name FROM source_document_alias WHERE run_id = ?", String.class, second))
                .containsExactly("copy.txt");
        assertThat(count("source_document_alias")).isEqualTo(1);
        assertThat(current()).containsExactly("CN-HE 2011: 35 in a.txt");
    }

    @Test
    void knowsContentWithoutReadingIt() {
        ExtractedDocument document = hebei("a.txt", 35);
        String id = document.document().file().id();
        long run = startRun();

        assertThat(loader.unchanged(id, "a.txt", null, run)).isEmpty();
        load(document, run);
        assertThat(loader.unchanged(id, "a.txt", null, run)).contains(LoadResult.unchanged(id, "a.txt"));
        assertThat(count("source_document_alias")).isZero();
        assertThat(loader.unchanged(id, "b.txt", null, run)).contains(LoadResult.unchanged(id, "b.txt"));
        assertThat(count("source_document_alias")).isEqualTo(1);
    }

    @Test
    void pathTakesThePlaceOfTheBareNameThatAnEarlierVersionNoted() {
        ExtractedDocument document = hebei("a.txt", 35);
        String id = document.document().file().id();
        load(document, startRun());
        jdbc.update("UPDATE source_document SET is_path = FALSE");
        long run = startRun();

        loader.unchanged(id, "elsewhere/b.txt", null, run);
        loader.unchanged(id, "packed.zip!/a.txt", null, run);
        assertThat(current()).containsExactly("CN-HE 2011: 35 in a.txt");

        loader.unchanged(id, "2011/a.txt", null, run);
        loader.unchanged(id, "2012/a.txt", null, run);
        assertThat(current()).containsExactly("CN-HE 2011: 35 in 2011/a.txt");
        assertThat(jdbc.queryForList("SELECT name FROM source_document_alias ORDER BY name", String.class))
                .containsExactly("2012/a.txt", "elsewhere/b.txt", "packed.zip!/a.txt");
    }

    @Test
    void articlesOfOneIdentityInOneFileStandSideBySide() {
        DocumentBuilder first = document("a.txt");
        article(first, HEBEI, 2011, 35);
        article(first, HEBEI, 2011, 40);
        DocumentBuilder second = document("b.txt");
        article(second, HEBEI, 2011, 35);
        article(second, HEBEI, 2011, 41);

        LoadResult loaded = load(first.build(), startRun());
        LoadResult corrected = load(second.build(), startRun());

        assertThat(loaded.articles()).extracting(LoadedArticle::occurrence).containsExactly(1, 2);
        assertThat(loaded.articles()).extracting(LoadedArticle::outcome).containsExactly(ADDED, ADDED);
        assertThat(corrected.articles()).extracting(LoadedArticle::outcome).containsExactly(UNCHANGED, SUPERSEDED);
        assertThat(current()).containsExactly("CN-HE 2011: 35 in a.txt", "CN-HE 2011: 41 in b.txt");
        assertConsistent();
    }

    @Test
    void figuresKnowTheirSentenceAndEachOther() {
        load(
                document("a.txt")
                        .article(HEBEI, 2011, "Hebei")
                        .section("Overview", Programme.OVERVIEW)
                        .sentence("A first sentence.")
                        .sentence(
                                "Of [120] villages, [35] are new.",
                                level(Measure.VILLAGES, "120", "1", "villages"),
                                level(Measure.VILLAGES, "35", "1", "new villages")
                                        .but(o -> partOf(o, 37)))
                        .build(),
                startRun());

        // The total is named by its offset and by its key, which leads to it.
        String sentenceOfTotal = """
                SELECT s.content FROM fact_observation part
                JOIN fact_observation total ON total.obs_id = part.part_of_obs
                JOIN sentence s ON s.article_id = total.article_id AND s.section_no = total.section_no
                               AND s.sentence_no = total.sentence_no
                WHERE part.obs_value = 35 AND total.span_begin = part.part_of_begin""";
        assertThat(jdbc.queryForList(sentenceOfTotal, String.class)).containsExactly("Of 120 villages, 35 are new.");
    }

    @Test
    void failedLoadLeavesNothing() {
        long run = startRun();
        Map<String, List<String>> before = everything();
        // The second article is of a region that there is not, which the database finds out late.
        ExtractedDocument document = stating("a.txt", 2011, new TreeMap<>(Map.of(HEBEI, 35, "XX-YY", 1)));

        assertThatThrownBy(() -> load(document, run)).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(everything()).isEqualTo(before);
        load(hebei("a.txt", 35), run);
        assertThat(current()).hasSize(1);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        long run = startRun();
        ExtractedDocument fine = hebei("a.txt", 35);
        ExtractedArticle article = fine.articles().get(0);

        assertThatThrownBy(() -> load(new ExtractedDocument(fine.document(), List.of(), List.of()), run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.txt");
        assertThatThrownBy(() -> load(
                        new ExtractedDocument(
                                fine.document(),
                                List.of(new ExtractedArticle(article.article(), List.of(), List.of())),
                                List.of()),
                        run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Poverty Alleviation in CN-HE");
        ExtractedDocument twice = document("twice.txt")
                .article(HEBEI, 2011, "Hebei")
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "[35][] villages",
                        level(Measure.VILLAGES, "35", "1", "villages"),
                        level(Measure.VILLAGES, "35", "1", "villages")
                                .but(o -> new Observation(
                                        new Span(o.begin() - 2, o.begin()),
                                        "35",
                                        o.quantity(),
                                        o.kind(),
                                        o.direction(),
                                        o.measure(),
                                        o.source(),
                                        o.per(),
                                        o.status(),
                                        o.qualifier(),
                                        o.period(),
                                        o.region(),
                                        o.item(),
                                        o.partOf(),
                                        o.about(),
                                        o.rules(),
                                        o.flags(),
                                        o.doubt())))
                .build();
        assertThatThrownBy(() -> load(twice, run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two observations begin at");
        assertThat(count("source_document")).isZero();
    }

    private static Observation partOf(Observation o, int total) {
        return new Observation(
                o.span(),
                o.text(),
                o.quantity(),
                o.kind(),
                o.direction(),
                o.measure(),
                o.source(),
                o.per(),
                o.status(),
                o.qualifier(),
                o.period(),
                o.region(),
                o.item(),
                total,
                o.about(),
                o.rules(),
                o.flags(),
                o.doubt());
    }
}
