package org.fupin.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.query.Findings.Replacement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingsTest extends WarehouseTestCase {

    private final ExtractedDocument document = document("a.txt")
            .article("CN-HE", 2011, "Hebei")
            .section("Overview", Programme.OVERVIEW)
            .sentence(
                    "Of [120] villages [35] are new.",
                    level(Measure.VILLAGES, "120", "1", "villages"),
                    level(Measure.VILLAGES, "35", "1", "new villages"))
            .build();
    private final List<ObservationRef> figures = document.articles()
            .get(0)
            .observations()
            .map(Observation::begin)
            .map(begin -> new ObservationRef(document.document().file().id(), begin))
            .toList();
    private long run;

    @BeforeEach
    void loadDocument() {
        run = startRun();
        load(document, run);
    }

    private Finding finding(String message) {
        return new Finding(FindingRule.SUM, Severity.ERROR, false, figures, "120", "119", message);
    }

    private Replacement replace(long inRun, Finding... findings) {
        return Objects.requireNonNull(
                transaction().execute(status -> bean(Findings.class).replace("CN-HE", 2011, List.of(findings), inRun)));
    }

    private List<Finding> current() {
        return provinceYears.find("CN-HE", 2011).orElseThrow().findings();
    }

    @Test
    void givesThemBackInOrderWithTheirFigures() {
        Finding identity = new Finding(
                FindingRule.SHARE, Severity.WARNING, true, List.of(figures.get(1)), "29%", "29.17%", "Holds.");
        Finding without = new Finding(FindingRule.PLAUSIBILITY, Severity.WARNING, false, List.of(), "", "", "None.");

        assertThat(replace(run, finding("b"), identity, without, finding("a"))).isEqualTo(new Replacement(4, 0, 0));

        assertThat(current()).containsExactly(finding("b"), identity, without, finding("a"));
        assertThat(jdbc.queryForList("""
                        SELECT f.quoted_text FROM finding_observation o
                        JOIN fact_observation f ON f.article_id = o.article_id AND f.obs_no = o.obs_no
                        JOIN finding g ON g.finding_id = o.finding_id
                        WHERE g.list_no = 0 ORDER BY o.list_no""", String.class)).containsExactly("120", "35");
    }

    @Test
    void keepsWhichFiguresAreBorneOut() {
        Finding all = finding("a");
        Finding some = all.bearingOut(List.of(figures.get(1)));
        replace(run, all);

        assertThat(replace(startRun(), some)).isEqualTo(new Replacement(1, 1, 0));

        assertThat(current()).containsExactly(some);
        assertThat(current().get(0).doubted()).containsExactly(figures.get(0));
    }

    @Test
    void sameFindingsAgainChangeNothing() {
        replace(run, finding("a"), finding("a"), finding("b"));
        long second = startRun();
        Map<String, List<String>> before = everything();

        assertThat(replace(second, finding("a"), finding("a"), finding("b"))).isEqualTo(new Replacement(0, 0, 3));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void closesWhatNoLongerHoldsAndKeepsIt() {
        replace(run, finding("a"), finding("b"), finding("b"));
        long second = startRun();

        assertThat(replace(second, finding("b"), finding("c"))).isEqualTo(new Replacement(1, 2, 1));

        assertThat(current()).containsExactly(finding("b"), finding("c"));
        assertThat(count("finding WHERE valid_from_run = ? AND valid_to_run = ?", run, second))
                .isEqualTo(2);
    }

    @Test
    void takesOverANewOrderWithoutNewRows() {
        replace(run, finding("a"), finding("b"));

        assertThat(replace(startRun(), finding("b"), finding("a"))).isEqualTo(new Replacement(0, 0, 2));

        assertThat(current()).containsExactly(finding("b"), finding("a"));
    }

    @Test
    void oneProvinceYearDoesNotTouchAnother() {
        replace(run, finding("a"));

        transaction().executeWithoutResult(status -> bean(Findings.class).replace("CN-GS", 2011, List.of(), run));
        transaction().executeWithoutResult(status -> bean(Findings.class).replace("CN-HE", 2012, List.of(), run));

        assertThat(current()).containsExactly(finding("a"));
    }
}
