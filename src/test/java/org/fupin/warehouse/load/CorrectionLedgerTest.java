package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.audit.Auditor;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.review.CorrectedNumber;
import org.fupin.review.CorrectionLine;
import org.fupin.review.Verdict;
import org.fupin.testing.DocumentBuilder.Figure;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.load.CorrectionLedger.Due;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

class CorrectionLedgerTest extends WarehouseTestCase {

    private static final ProvinceYearKey GANSU = new ProvinceYearKey("CN-GS", 2012);
    private static final Figure FUNDS = level(Measure.FUNDS, "120", "CNY", "funds");
    private static final Figure WELLS = level(Measure.FACILITIES, "9", "1", "wells");

    @Test
    void correctsWhatHoldsAndKeepsWhatWasRead() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came. ", "[9 wells] were dug.");
        load(first, startRun());
        audit();
        long run = startRun();

        assertThat(correct(run, number(first, "120 Yuan", "source", "central"))).isEqualTo(1);

        assertThat(funds().source()).isEqualTo(FundingSource.CENTRAL);
        assertThat(funds().flags()).containsExactly(Observation.CORRECTED);
        ProvinceYear held = held();
        assertThat(held.vintage()).isEqualTo(2);
        assertThat(held.revised()).isFalse();
        assertThat(held.revisions()).isEmpty();
        assertThat(corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.field()).isEqualTo(CorrectedField.SOURCE);
            assertThat(correction.read()).isEmpty();
            assertThat(correction.value()).isEqualTo("central");
            assertThat(correction.by()).isEqualTo("Wang Fang");
            assertThat(correction.at()).isEqualTo("2013-06-01T08:30:00.120Z");
            assertThat(correction.place()).isEqualTo(funds().span());
        });
        assertThat(ledger().applied()).isEqualTo(1);
        assertThat(ledger().open()).isEmpty();
        assertThat(provinceYears.toAudit()).containsExactly(GANSU);
        assertThat(count(
                        "fact_observation WHERE funding_source IS NULL AND measure = 'funds' AND valid_to_run = ?",
                        run))
                .isEqualTo(1);
    }

    @Test
    void doesNothingWhereNothingChanged() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.");
        load(first, startRun());
        CorrectedNumber number = number(first, "120 Yuan", "source", "central");
        correct(startRun(), number);
        Map<String, List<String>> before = everything();

        assertThat(correct(startRun(), number)).isZero();
        assertThat(ledger().assign(List.of(number)).due()).isEmpty();
        before.put("run", everything().get("run"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesBackWhatIsWithdrawnAndTakesWhatIsChanged() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.");
        load(first, startRun());
        correct(startRun(), number(first, "120 Yuan", "source", "central"));

        assertThat(correct(startRun(), number(first, "120 Yuan", "source", "local")))
                .isEqualTo(1);
        assertThat(funds().source()).isEqualTo(FundingSource.LOCAL);

        assertThat(correct(startRun())).isEqualTo(1);
        assertThat(funds().source()).isNull();
        assertThat(funds().flags()).isEmpty();
        assertThat(corrections()).isEmpty();
        assertThat(held().vintage()).isEqualTo(4);
        assertThat(held().articles()).isEqualTo(first.articles());
    }

    @Test
    void isTheSameWhenItIsDoneAgainWithinTheRun() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.");
        load(first, startRun());
        long run = startRun();
        Due due = ledger().assign(List.of(number(first, "120 Yuan", "source", "central")))
                .due()
                .get(0);
        transaction().executeWithoutResult(status -> ledger().correct(due, run));
        Map<String, List<String>> once = everything();
        transaction().executeWithoutResult(status -> ledger().correct(due, run));
        assertThat(everything()).isEqualTo(once);

        correct(run, number(first, "120 Yuan", "source", "local"));
        assertThat(funds().source()).isEqualTo(FundingSource.LOCAL);
        assertThat(held().vintage()).isEqualTo(2);
    }

    @Test
    void followsTheSentenceIntoTheNextEdition() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.", "[9 wells] were dug.");
        load(first, startRun());
        CorrectedNumber funds = number(first, "120 Yuan", "source", "central");
        CorrectedNumber wells = number(first, "9 wells", "value", "19");
        correct(startRun(), funds, wells);

        ExtractedDocument second = gansu("Much was done.", "Funds of [120 Yuan] came.", "In all [9 wells] were dug.");
        long run = startRun();
        load(second, run);
        assertThat(correct(run, funds, wells)).isEqualTo(1);

        assertThat(funds().source()).isEqualTo(FundingSource.CENTRAL);
        assertThat(funds().begin()).isEqualTo(second.document().text().indexOf("120 Yuan"));
        ProvinceYear held = held();
        assertThat(held.revised()).isTrue();
        assertThat(corrections().stream().map(Correction::problem))
                .containsExactly(null, "its sentence was changed, or is gone");
        assertThat(ledger().applied()).isEqualTo(1);
        assertThat(ledger().open()).singleElement().matches(open -> open.document()
                .equals("gansu.txt"));
        assertThat(held.revisions()).isEmpty();
    }

    @Test
    void tellsRevisionsOfTheProvinceFromCorrections() {
        load(gansu("Funds of [120 Yuan] came.", "[9 wells] were dug."), startRun());
        ExtractedDocument second = document("gansu.txt")
                .article("CN-GS", 2012, "Gansu 2012")
                .section("Funds", Programme.FUNDING)
                .sentence("Funds of [130 Yuan] came.", level(Measure.FUNDS, "130", "CNY", "funds"))
                .sentence("[9 wells] were dug.", WELLS)
                .build();
        load(second, startRun());
        correct(
                startRun(),
                number(second, "130 Yuan", "source", "central"),
                number(second, "9 wells", "figure", "none"));

        assertThat(held().vintage()).isEqualTo(3);
        assertThat(held().revisions()).singleElement().satisfies(revision -> {
            assertThat(revision.before().quantity().value()).isEqualByComparingTo("120");
            assertThat(revision.after()).isEqualTo(funds());
        });
        assertThat(held().articles().get(0).leftOut()).hasSize(1);
    }

    @Test
    void aNewEditionComesBeforeWhatTheRunCorrectedOfTheOneBefore() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.");
        load(first, startRun());
        long run = startRun();
        CorrectedNumber number = number(first, "120 Yuan", "source", "central");
        correct(run, number);
        // The run is broken off, and goes on with a file more, whose name comes first.
        ExtractedDocument second = document("a.txt")
                .article("CN-GS", 2012, "Gansu 2012")
                .section("Funds", Programme.FUNDING)
                .sentence("Then funds of [120 Yuan] came.", FUNDS)
                .build();
        LoadResult loaded = load(second, run);

        assertThat(loaded.articles().get(0).outcome()).isEqualTo(LoadResult.ArticleOutcome.SUPERSEDED);
        assertThat(loaded.displaced()).isEmpty();
        assertThat(bean(Editions.class).displacedIn(run)).isEmpty();
        correct(run, number);
        assertThat(funds().source()).isNull();
        assertThat(corrections()).singleElement().matches(correction -> !correction.applied());
        assertThat(held().vintage()).isEqualTo(2);
        assertThat(held().revisions()).isEmpty();
    }

    @Test
    void whatStandsInNoArticleThatHoldsIsTold() {
        ExtractedDocument first = gansu("Funds of [120 Yuan] came.");
        load(first, startRun());
        CorrectedNumber number = number(first, "120 Yuan", "source", "central");
        CorrectedNumber unknown =
                new CorrectedNumber("0".repeat(64), number.span(), number.text(), number.verdict(), number.lines());

        assertThat(ledger().assign(List.of(number, unknown)).nowhere()).containsExactly(unknown);
    }

    @Test
    void findingsLeadToTheFiguresThatHold() {
        Figure bad = WELLS.but(figure -> figure.withMarks(figure.rules(), List.of(Observation.REPAIRED), List.of()));
        ExtractedDocument first = document("gansu.txt")
                .article("CN-GS", 2012, "Gansu 2012")
                .section("Funds", Programme.FUNDING)
                .sentence("Funds of [120 Yuan] came.", FUNDS)
                .sentence("[9 wells] were dug.", bad)
                .build();
        load(first, startRun());
        audit();
        assertThat(held().findings()).isNotEmpty();
        long run = startRun();
        correct(run, number(first, "120 Yuan", "source", "central"));
        audit();

        assertThat(count("finding_observation o JOIN finding f ON f.finding_id = o.finding_id"
                        + " JOIN article a ON a.article_id = o.article_id"
                        + " WHERE f.valid_to_run IS NULL AND a.valid_to_run IS NOT NULL"))
                .isZero();
        assertThat(provinceYears.toAudit()).isEmpty();
    }

    private void audit() {
        List<Finding> findings = Auditor.create().audit(held().articles(), Map.of());
        long run = startRun();
        transaction().executeWithoutResult(status -> bean(Findings.class)
                .replace(GANSU.region(), GANSU.year(), findings, run));
    }

    private CorrectionLedger ledger() {
        return bean(CorrectionLedger.class);
    }

    /** How many articles were corrected. */
    private int correct(long run, CorrectedNumber... numbers) {
        List<Due> due = ledger().assign(List.of(numbers)).due();
        due.forEach(one -> transaction().executeWithoutResult(status -> ledger().correct(one, run)));
        return due.size();
    }

    private ProvinceYear held() {
        return provinceYears.find("CN-GS", 2012).orElseThrow();
    }

    private List<Correction> corrections() {
        return held().articles().get(0).corrections();
    }

    private Observation funds() {
        return held().articles()
                .get(0)
                .observations()
                .filter(figure -> figure.measure() == Measure.FUNDS)
                .findFirst()
                .orElseThrow();
    }

    private static ExtractedDocument gansu(String... sentences) {
        var builder = document("gansu.txt").article("CN-GS", 2012, "Gansu 2012").section("Funds", Programme.FUNDING);
        for (String sentence : sentences) {
            List<Figure> figures = new ArrayList<>();
            if (sentence.contains("Yuan")) {
                figures.add(FUNDS);
            }
            if (sentence.contains("wells")) {
                figures.add(WELLS);
            }
            builder.sentence(sentence, figures.toArray(Figure[]::new));
        }
        return builder.build();
    }

    private static CorrectedNumber number(ExtractedDocument document, String text, String field, String value) {
        int begin = document.document().text().indexOf(text);
        CorrectedField corrected = Coded.of(CorrectedField.class, field);
        return new CorrectedNumber(
                document.document().file().id(),
                new Span(begin, begin + text.length()),
                text,
                value.equals("none") ? Verdict.NONE : Verdict.CHANGED,
                List.of(new CorrectionLine(
                        corrected,
                        value,
                        "the annex says so",
                        "Wang Fang",
                        Instant.parse("2013-06-01T08:30:00.120Z"),
                        "a.csv",
                        2)));
    }
}
