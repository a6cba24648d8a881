package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.ADDED;
import static org.fupin.warehouse.load.LoadResult.ArticleOutcome.SUPERSEDED;

import java.util.Map;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.testing.DocumentBuilder;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

/** Files whose area, year or title an operator states anew. */
class RestatedFilesTest extends LoadingTestCase {

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

    /** A text that does not say its year, which the operator states. */
    private static ExtractedDocument stated(String name, int year) {
        DocumentBuilder builder = document(name).stated("year: " + year);
        builder.article(GANSU, year, "Relief Work")
                .section("Overview", Programme.OVERVIEW)
                .sentence("Work began in [7] villages.", level(Measure.VILLAGES, "7", "1", "villages"));
        return builder.build();
    }
}
