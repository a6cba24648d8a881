package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.ADDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.OUTRANKED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.SUPERSEDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.UNCHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

/** Files of one run that have one article: which of them holds. */
class CompetingFilesTest extends LoadingTestCase {

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
}
