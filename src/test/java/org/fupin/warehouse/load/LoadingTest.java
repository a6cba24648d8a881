package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.ADDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.OUTRANKED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.SUPERSEDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.UNCHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LoadingTest extends WarehouseTestCase {

    private static final String HEBEI = "CN-HE";
    private static final String GANSU = "CN-GS";

    /** A document with one article for each region, which states one figure. */
    private static ExtractedDocument stating(String name, int year, Map<String, Integer> villagesByRegion) {
        DocumentBuilder builder = document(name);
        villagesByRegion.forEach((region, villages) -> article(builder, region, year, villages));
        return builder.build();
    }

    private static void article(DocumentBuilder builder, String region, int year, int villages) {
        builder.article(region, year, "Poverty Alleviation in " + region)
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "In {" + year + "} work began in [" + villages + "] villages.",
                        level(Measure.VILLAGES, "" + villages, "1", "villages"));
    }

    private static ExtractedDocument hebei(String name, int villages) {
        return stating(name, 2011, Map.of(HEBEI, villages));
    }

    private static ExtractedDocument renamed(ExtractedDocument document, String name) {
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
    private List<String> current() {
        return jdbc.query(
                """
                SELECT f.ref_area, f.time_period, f.obs_value, d.name
                FROM fact_observation f JOIN source_document d ON d.document_id = f.document_id
                WHERE f.valid_to_run IS NULL ORDER BY f.ref_area, f.time_period, f.obs_value""",
                (row, n) -> row.getString("ref_area") + " " + row.getString("time_period") + ": "
                        + row.getBigDecimal("obs_value").intValueExact() + " in " + row.getString("name"));
    }

    /** The two ways in which the tables say what is current agree, for every article and every figure. */
    private void assertConsistent() {
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

    private static ExtractedDocument titled(String name, String region, String partner, int year, String title) {
        return document(name)
                .furniture("The file " + name)
                .article(region, partner, year, title)
                .build();
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

    @Test
    void lastFileByNameSpeaksInWhateverOrderTheyAreLoaded() {
        Map<String, ExtractedDocument> files = Map.of(
                "p", hebei("p.txt", 10),
                "q", hebei("q.txt", 20),
                // The text of p, and the text that held before, in other files.
                "r", reprint("r.txt", 10),
                "z", reprint("z.txt", 5));
        for (boolean held : List.of(false, true)) {
            for (String kept : List.of("pq", "pqr", "pqrz")) {
                List<String> outcomes = new ArrayList<>();
                for (List<Character> order :
                        permutations(kept.chars().mapToObj(c -> (char) c).toList())) {
                    openEmptyWarehouse();
                    long before = startRun();
                    if (held) {
                        load(hebei("held.txt", 5), before);
                    }
                    long run = startRun();
                    order.forEach(name -> load(files.get(name.toString()), run));
                    assertConsistent();
                    outcomes.add(current() + " vintage " + provinceYears.vintage(new ProvinceYearKey(HEBEI, 2011)));
                }
                assertThat(outcomes).as("%s, held %s", kept, held).containsOnly(outcomes.get(0));
            }
        }
    }

    @Test
    void fileThatWasChangedLastSpeaksInWhateverOrderTheyAreLoaded() {
        Map<String, ExtractedDocument> files = Map.of(
                "p", hebei("p.txt", 10),
                "q", hebei("q.txt", 20),
                "r", reprint("r.txt", 10),
                "z", reprint("z.txt", 5));
        Map<String, Long> changed = Map.of("p", 4L, "q", 3L, "r", 2L, "z", 1L);
        for (boolean held : List.of(false, true)) {
            for (String kept : List.of("pq", "pqr", "pqrz", "qz")) {
                List<String> outcomes = new ArrayList<>();
                for (List<Character> order :
                        permutations(kept.chars().mapToObj(c -> (char) c).toList())) {
                    openEmptyWarehouse();
                    if (held) {
                        load(hebei("held.txt", 5), startRun());
                    }
                    long run = startRun();
                    int added = 0;
                    int superseded = 0;
                    for (Character name : order) {
                        LoadResult result = load(files.get(name.toString()), changed.get(name.toString()), run);
                        added += result.count(ADDED);
                        superseded += result.count(SUPERSEDED);
                    }
                    assertConsistent();
                    outcomes.add(current() + " added " + added + " superseded " + superseded + " displaced "
                            + new Editions(jdbc)
                                    .displacedIn(run).stream()
                                            .map(article -> article.file() + " by " + article.by())
                                            .toList()
                            + " shown "
                            + provinceYears.find(HEBEI, 2011).orElseThrow().displaced().stream()
                                    .map(DisplacedEdition::file)
                                    .toList());
                }
                assertThat(outcomes).as("%s, held %s", kept, held).containsOnly(outcomes.get(0));
                if (kept.equals("pqrz")) {
                    assertThat(outcomes.get(0))
                            .isEqualTo("[CN-HE 2011: 10 in p.txt] added " + (held ? 0 : 1) + " superseded "
                                    + (held ? 1 : 0)
                                    + " displaced [q.txt by p.txt, z.txt by p.txt] shown [q.txt, z.txt]");
                }
            }
        }
    }

    /** The article that {@link #hebei} makes, word for word, in a file with other bytes. */
    private static ExtractedDocument reprint(String name, int villages) {
        DocumentBuilder builder = document(name).furniture("A reprint of " + name);
        article(builder, HEBEI, 2011, villages);
        return builder.build();
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : items) {
            List<T> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<T> tail : permutations(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }

    @Test
    void losersOfARunAreKeptClosed() {
        long run = startRun();
        load(hebei("b.txt", 20), run);

        LoadResult result = load(hebei("a.txt", 10), run);

        assertThat(result.articles()).extracting(LoadedArticle::outcome).containsExactly(OUTRANKED);
        assertThat(result.affected()).isEmpty();
        assertThat(count("fact_observation WHERE obs_value = 10 AND valid_from_run = ? AND valid_to_run = ?", run, run))
                .isEqualTo(1);
    }

    /** A text that does not say its year, which the operator states. */
    private static ExtractedDocument stated(String name, int year) {
        DocumentBuilder builder = document(name).stated("year: " + year);
        builder.article(GANSU, year, "Relief Work")
                .section("Overview", Programme.OVERVIEW)
                .sentence("Work began in [7] villages.", level(Measure.VILLAGES, "7", "1", "villages"));
        return builder.build();
    }

    @Test
    void whatIsStatedAnewOfAFileTakesBackWhatWasReadOfItBefore() {
        load(stated("a.txt", 2012), startRun());
        long second = startRun();
        LoadResult corrected = load(stated("a.txt", 2011), second);

        assertThat(corrected.articles()).extracting(LoadedArticle::outcome).containsExactly(SUPERSEDED);
        assertThat(corrected.affected())
                .containsExactly(new ProvinceYearKey(GANSU, 2011), new ProvinceYearKey(GANSU, 2012));
        assertThat(current()).containsExactly("CN-GS 2011: 7 in a.txt");
        assertThat(count("article WHERE valid_to_run = " + second)).isEqualTo(1);
        assertThat(provinceYears.find(GANSU, 2012)).isEmpty();
        assertThat(provinceYears.affectedBy(second)).isEqualTo(corrected.affected());

        LoadResult other = load(stated("b.txt", 2013), startRun());
        assertThat(other.articles()).extracting(LoadedArticle::outcome).containsExactly(ADDED);
        assertThat(current()).containsExactly("CN-GS 2011: 7 in a.txt", "CN-GS 2013: 7 in b.txt");
    }

    @Test
    void whatIsTakenBackIsARevisionOfTheProvinceYearThatLosesIt() {
        load(stated("a.txt", 2012), startRun());
        load(stating("rest.txt", 2012, Map.of(GANSU, 90)), startRun());
        load(stated("a.txt", 2011), startRun());

        assertThat(provinceYears.find(GANSU, 2012).orElseThrow().vintage()).isEqualTo(3);
        assertThat(provinceYears.find(GANSU, 2012).orElseThrow().revisions())
                .singleElement()
                .satisfies(revision -> {
                    assertThat(revision.before()).isNotNull();
                    assertThat(revision.after()).isNull();
                });
        assertThat(current()).containsExactly("CN-GS 2011: 7 in a.txt", "CN-GS 2012: 90 in rest.txt");
    }

    @Test
    void whatAnotherFileStillSaysIsNotTakenBack() {
        load(stated("a.txt", 2012), startRun());
        load(renamed(stated("a.txt", 2012), "b.txt"), startRun());
        load(stated("a.txt", 2011), startRun());

        assertThat(current()).containsExactly("CN-GS 2011: 7 in a.txt", "CN-GS 2012: 7 in a.txt");
        assertConsistent();
    }

    @Test
    void textThatHeldBeforeTheRunHoldsAgainWithItsRow() {
        load(hebei("a.txt", 5), startRun());
        long run = startRun();

        load(hebei("b.txt", 20), run);
        LoadResult result = load(reprint("c.txt", 5), run);

        assertThat(result.articles()).extracting(LoadedArticle::outcome).containsExactly(UNCHANGED);
        assertThat(result.affected()).containsExactly(new ProvinceYearKey(HEBEI, 2011));
        assertThat(current()).containsExactly("CN-HE 2011: 5 in a.txt");
        assertThat(provinceYears.affectedBy(run)).isEmpty();
        assertConsistent();
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

    @Test
    void parallelLoadsOfTheSameArticlesNeitherBlockEachOtherForeverNorDoubleThem() throws Exception {
        int threads = 4;
        int rounds = 6;
        List<String> regions = List.of("CN-HE", "CN-GS", "CN-SX", "CN-NM", "CN-GZ", "CN-YN", "CN-QH", "CN-NX");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < rounds; round++) {
                long run = startRun();
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<LoadResult>> results = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    // Each file has most of the articles, in an order of its own, and years that are new to all.
                    DocumentBuilder builder = document("file-" + thread + ".txt");
                    for (int i = 0; i < regions.size() - 1; i++) {
                        String region = regions.get((i * (thread % 2 == 0 ? 1 : 7) + thread) % regions.size());
                        article(builder, region, 2000 + (round + i) % 5, 100 * round + thread);
                    }
                    ExtractedDocument document = builder.build();
                    Callable<LoadResult> load = () -> {
                        together.await();
                        return load(document, run);
                    };
                    results.add(pool.submit(load));
                }
                for (Future<LoadResult> result : results) {
                    assertThat(result.get().articles()).hasSize(regions.size() - 1);
                }
                assertConsistent();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("source_document")).isEqualTo(threads * rounds);
    }

    @Test
    void parallelLoadsOfTheSameContentLoadItOnce() throws Exception {
        int threads = 4;
        long run = startRun();
        ExtractedDocument document = hebei("a.txt", 35);
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<LoadResult>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                ExtractedDocument named = renamed(document, "file-" + thread + ".txt");
                results.add(pool.submit(() -> {
                    together.await();
                    return load(named, run);
                }));
            }
            List<LoadResult.Outcome> outcomes = new ArrayList<>();
            for (Future<LoadResult> result : results) {
                outcomes.add(result.get().outcome());
            }
            assertThat(outcomes)
                    .containsOnlyOnce(LoadResult.Outcome.LOADED)
                    .filteredOn(LoadResult.Outcome.UNCHANGED::equals)
                    .hasSize(threads - 1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(current()).hasSize(1);
        assertThat(count("source_document_alias")).isEqualTo(threads - 1);
    }
}
