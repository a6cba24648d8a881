package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.load.LoadForecast.FigureChanges;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.fupin.warehouse.load.LoadForecast.ForecastProvinceYear;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest extends WarehouseTestCase {

    private static final List<String> NAMES = List.of("a.txt", "b.txt", "c.txt", "d.txt");
    private static final List<String> REGIONS = List.of("CN-HE", "CN-GS", "CN-XJ");

    @Test
    void tellsWhatACorrectionRevises() {
        load(stating("a.txt", Map.of("CN-HE", 5, "CN-GS", 7)), startRun());
        LoadPlan plan = plan(null);
        ExtractedDocument correction = stating("b.txt", Map.of("CN-HE", 6, "CN-GS", 7));

        plan.add(correction, null);
        LoadForecast forecast = plan.forecast();

        assertThat(forecast.articles())
                .extracting(ForecastArticle::provinceYear, ForecastArticle::outcome)
                .containsExactlyInAnyOrder(
                        tuple(new ProvinceYearKey("CN-HE", 2011), ArticleOutcome.SUPERSEDED),
                        tuple(new ProvinceYearKey("CN-GS", 2011), ArticleOutcome.UNCHANGED));
        ForecastProvinceYear hebei = forecast.provinceYears().get(new ProvinceYearKey("CN-HE", 2011));
        assertThat(hebei.vintage()).isEqualTo(2);
        assertThat(hebei.figures()).as("the villages, and one more road").isEqualTo(new FigureChanges(1, 1, 0));
        ForecastProvinceYear gansu = forecast.provinceYears().get(new ProvinceYearKey("CN-GS", 2011));
        assertThat(gansu.vintage()).isEqualTo(1);
        assertThat(gansu.changed()).isFalse();
        assertThat(gansu.files()).extracting(SourceFile::name).containsExactly("a.txt");
    }

    @Test
    void tellsWhatIsTakenBackWhereTheSameTextIsStatedToBeOfAnotherYear() {
        load(stated(2012), startRun());
        load(stating("rest.txt", Map.of("CN-GS", 3)), startRun());
        LoadPlan plan = plan(null);
        plan.add(stated(2011), null);
        LoadForecast forecast = plan.forecast();

        long run = startRun();
        load(stated(2011), run);
        assertThat(forecast.articles())
                .extracting(ForecastArticle::provinceYear, ForecastArticle::outcome)
                .containsExactly(tuple(new ProvinceYearKey("CN-GS", 2011), ArticleOutcome.SUPERSEDED));
        assertThat(vintagesAndFiles(forecast)).isEqualTo(vintagesAndFiles());
        assertThat(forecast.provinceYears().keySet()).isEqualTo(provinceYears.keys());

        LoadPlan back = plan(null);
        ExtractedDocument again = stated(2010);
        back.add(again, null);
        forecast = back.forecast();
        load(again, startRun());
        assertThat(vintagesAndFiles(forecast)).isEqualTo(vintagesAndFiles());
        assertThat(forecast.provinceYears()
                        .get(new ProvinceYearKey("CN-GS", 2011))
                        .figures())
                .isEqualTo(new FigureChanges(0, 0, 1));
        assertThat(provinceYears.find("CN-GS", 2011).orElseThrow().revisions()).hasSize(1);
    }

    /** One file's text is stated to be of another year, and another file brings the article of the year that it leaves. */
    @ParameterizedTest
    @CsvSource({"7, true", "7, false", "8, true", "8, false"})
    void agreesWhereAFileBringsWhatAnotherTakesBack(int villages, boolean restatedFirst) {
        load(stated(2012), startRun());
        ExtractedDocument restated = stated(2011);
        ExtractedDocument other = relief(document("b.txt"), 2012, villages);
        LoadPlan plan = plan(null);
        plan.add(restated, null);
        plan.add(other, null);
        LoadForecast forecast = plan.forecast();

        long run = startRun();
        load(restatedFirst ? restated : other, run);
        load(restatedFirst ? other : restated, run);

        assertThat(vintagesAndFiles(forecast)).isEqualTo(vintagesAndFiles());
        assertThat(forecast.changes().keySet()).isEqualTo(provinceYears.affectedBy(run));
        assertThat(provinceYears.files(new ProvinceYearKey("CN-GS", 2012)))
                .extracting(SourceFile::name)
                .containsExactly(villages == 7 ? "a.txt" : "b.txt");
    }

    /** A text that does not say its year, which the operator states. */
    private static ExtractedDocument stated(int year) {
        return relief(document("a.txt").stated("year: " + year), year, 7);
    }

    private static ExtractedDocument relief(DocumentBuilder builder, int year, int villages) {
        builder.article("CN-GS", year, "Relief Work")
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "Work began in [" + villages + "] villages.",
                        level(Measure.VILLAGES, "" + villages, "1", "villages"));
        return builder.build();
    }

    @Test
    void writesNothing() {
        load(stating("a.txt", Map.of("CN-HE", 35)), startRun());
        Map<String, List<String>> before = everything();
        LoadPlan plan = plan(null);

        ExtractedDocument correction = stating("b.txt", Map.of("CN-HE", 36));
        assertThat(plan.holds(correction.document().file().id(), null)).isFalse();
        plan.add(correction, null);
        plan.forecast();

        assertThat(everything()).isEqualTo(before);
    }

    /** Random inboxes, run after run, some runs broken off and continued: what was told is what then happens. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithWhatLoadingThenDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            long run = startRun();
            List<ExtractedDocument> inbox = inbox(random);
            boolean brokenOff = random.nextBoolean();
            int first = brokenOff ? random.nextInt(inbox.size()) : 0;
            inbox.subList(0, first).forEach(document -> load(document, run));

            LoadPlan plan = plan(brokenOff ? run : null);
            List<ExtractedDocument> fresh = new ArrayList<>();
            for (ExtractedDocument document : inbox) {
                if (!plan.holds(document.document().file().id(), null)) {
                    fresh.add(document);
                    plan.add(document, null);
                }
            }
            LoadForecast forecast = plan.forecast();
            int[] articles = articles(run);
            Collections.shuffle(fresh, random);
            fresh.forEach(document -> load(document, run));

            assertThat(vintagesAndFiles(forecast))
                    .as("seed %d, run %d", seed, i)
                    .isEqualTo(vintagesAndFiles());
            if (!brokenOff) {
                assertThat(articles(run))
                        .containsExactly(
                                articles[0] + forecast.count(ArticleOutcome.ADDED),
                                articles[1] + forecast.count(ArticleOutcome.SUPERSEDED));
                assertThat(forecast.provinceYears().entrySet().stream()
                                .filter(entry -> entry.getValue().changed())
                                .map(Map.Entry::getKey))
                        .containsExactlyElementsOf(provinceYears.affectedBy(run));
                forecast.provinceYears().forEach((key, told) -> assertRevisions(key, told));
            }
        }
    }

    private void assertRevisions(ProvinceYearKey key, ForecastProvinceYear told) {
        ProvinceYear now = provinceYears.find(key.region(), key.year()).orElseThrow();
        if (told.changed() && now.vintage() > 1) {
            int added = 0;
            int revised = 0;
            int removed = 0;
            for (var revision : now.revisions()) {
                added += revision.before() == null ? 1 : 0;
                removed += revision.after() == null ? 1 : 0;
                revised += revision.before() != null && revision.after() != null ? 1 : 0;
            }
            assertThat(told.figures()).isEqualTo(new FigureChanges(added, revised, removed));
        } else if (told.changed()) {
            int figures = (int) now.articles().stream()
                    .flatMap(article -> article.observations())
                    .count();
            assertThat(told.figures()).isEqualTo(new FigureChanges(figures, 0, 0));
        }
    }

    private LoadPlan plan(@Nullable Long continued) {
        return new LoadPlan(jdbc, provinceYears, continued);
    }

    private static Map<ProvinceYearKey, String> vintagesAndFiles(LoadForecast forecast) {
        SortedMap<ProvinceYearKey, String> held = new TreeMap<>();
        forecast.provinceYears().forEach((key, told) -> held.put(key, told.vintage() + " " + told.files()));
        return held;
    }

    private Map<ProvinceYearKey, String> vintagesAndFiles() {
        SortedMap<ProvinceYearKey, String> held = new TreeMap<>();
        for (ProvinceYearKey key : provinceYears.keys()) {
            held.put(key, provinceYears.vintage(key) + " " + provinceYears.files(key));
        }
        return held;
    }

    /** Articles that hold from a run on: the first of their identity, and those in the place of an earlier vintage. */
    private int[] articles(long run) {
        String held = "article a WHERE a.valid_from_run = ? AND (a.valid_to_run IS NULL OR a.valid_to_run <> ?) AND ";
        String earlier =
                "EXISTS (SELECT 1 FROM article b WHERE b.article_key = a.article_key AND b.valid_from_run <> ?)";
        return new int[] {count(held + "NOT " + earlier, run, run, run), count(held + earlier, run, run, run)};
    }

    private static List<ExtractedDocument> inbox(Random random) {
        List<ExtractedDocument> inbox = new ArrayList<>();
        for (String name : NAMES) {
            Map<String, Integer> villages = new LinkedHashMap<>();
            for (String region : REGIONS) {
                if (random.nextInt(3) > 0) {
                    villages.put(region, 1 + random.nextInt(3));
                }
            }
            ExtractedDocument document = stating(name, villages);
            boolean twice = inbox.stream().anyMatch(other -> other.document()
                    .file()
                    .id()
                    .equals(document.document().file().id()));
            if (!villages.isEmpty() && !twice) {
                inbox.add(document);
            }
        }
        if (inbox.isEmpty()) {
            inbox.add(stating("z.txt", Map.of("CN-HE", random.nextInt(50))));
        }
        Collections.shuffle(inbox, random);
        return inbox;
    }

    /** A document with one article for each region, which states as many villages, and as often a road. */
    private static ExtractedDocument stating(String name, Map<String, Integer> villagesByRegion) {
        DocumentBuilder builder = document(name);
        new TreeMap<>(villagesByRegion).forEach((region, villages) -> {
            builder.article(region, 2011, "Poverty Alleviation in " + region)
                    .section("Overview", Programme.OVERVIEW)
                    .sentence(
                            "Work began in [" + villages + "] villages.",
                            level(Measure.VILLAGES, "" + villages, "1", "villages"));
            for (int road = 1; road < villages; road++) {
                builder.sentence(
                        "A road of [" + road + "] km was built.",
                        level(Measure.LENGTH, "" + road, "km", "road number " + road));
            }
        });
        return builder.build();
    }
}
