package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.level;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.report.figure.Flag;
import org.fupin.review.CorrectedNumber;
import org.fupin.review.CorrectionLine;
import org.fupin.review.Corrector;
import org.fupin.review.Verdict;
import org.fupin.testing.DocumentBuilder;
import org.junit.jupiter.api.Test;

class CorrectedLineTest {

    private final ExtractedDocument document = DocumentBuilder.document("gansu.txt")
            .article("CN-GS", 2012, "Gansu 2012")
            .section("Funds", Programme.FUNDING)
            .sentence("Funds of [120 Yuan] came.", level(Measure.FUNDS, "120", "CNY", "funds"))
            .sentence("[9 wells] were dug.", level(Measure.FACILITIES, "9", "1", "wells"))
            .sentence("[40 farmers] learned.", level(Measure.TRAINED, "40", "person", "farmers"))
            .build();

    @Test
    void tellsWhatWasCorrectedBesideWhatWasRead() {
        ProvinceYearReport report = report(
                number("120 Yuan", "source=central", "value=1250"),
                number("9 wells", "figure=none"),
                number("40 farmers", "figure=confirmed"));

        assertThat(report.corrections().stream()
                        .map(line ->
                                line.field() + ": " + line.read() + " -> " + line.corrected() + ", " + line.state()))
                .containsExactly(
                        "Value: 120 -> 1,250, applied",
                        "Payer: No single payer stated -> Central government, applied",
                        "Figure: 9 1 -> No figure, applied",
                        "Figure: 40 person -> Confirmed, confirmed");
        assertThat(report.corrections().get(1).asRead()).isEqualTo("payer read as No single payer stated");
        assertThat(report.corrected()).isEqualTo("By people: 2 figures corrected, 1 figure confirmed");
        assertThat(report.state()).isEqualTo("Provisional, with corrections (vintage 1)");
        assertThat(report.figures().stream().map(figure -> Flag.marks(figure.flags())))
                .containsExactly("[c]", "");
        assertThat(report.corrections().get(0).figure())
                .isEqualTo(report.figures().get(0));
        assertThat(report.corrections().get(2).figure()).isNull();
        assertThat(report.leftOut().numbers())
                .singleElement()
                .matches(line -> line.reason() == LeftOutReason.CORRECTED);
    }

    @Test
    void whatIsConfirmedOrNotAppliedChangesNothing() {
        ProvinceYearReport report = report(number("40 farmers", "figure=confirmed"), number("120 Yuan", "low=5"));

        assertThat(report.state()).isEqualTo("Provisional (vintage 1)");
        assertThat(report.corrected()).isEqualTo("By people: 1 figure confirmed, 1 figure to be reviewed again");
        CorrectedLine open = report.corrections().get(0);
        assertThat(open.state()).isEqualTo("needs review");
        assertThat(open.remark()).startsWith("Needs review: ").endsWith(". Reason: see the annex");
        assertThat(report.figures()).allMatch(figure -> figure.flags().isEmpty());
    }

    @Test
    void whatNobodyCorrectedSaysNothing() {
        assertThat(report().corrections()).isEmpty();
        assertThat(report().corrected()).isEmpty();
    }

    private ProvinceYearReport report(CorrectedNumber... numbers) {
        ExtractedArticle read = document.articles().get(0);
        ExtractedArticle corrected = new Corrector(Units.load()).correct(read, List.of(numbers), id -> read.article());
        return ProvinceYearReport.of(
                new ProvinceYear(
                        "CN-GS",
                        2012,
                        1,
                        YearMonth.of(2013, 5),
                        List.of(document.document().file()),
                        List.of(corrected),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        List.of()),
                List.of(),
                Regions.load());
    }

    private CorrectedNumber number(String text, String... fields) {
        int begin = document.document().text().indexOf(text);
        List<CorrectionLine> lines = new ArrayList<>();
        Verdict verdict = Verdict.CHANGED;
        for (CorrectedField field : CorrectedField.values()) {
            for (String pair : fields) {
                if (pair.startsWith(field.code() + "=")) {
                    String value = pair.substring(field.code().length() + 1);
                    lines.add(
                            new CorrectionLine(field, value, "see the annex", "Wang Fang", Instant.EPOCH, "a.csv", 2));
                    verdict = field == CorrectedField.FIGURE ? Coded.of(Verdict.class, value) : verdict;
                }
            }
        }
        return new CorrectedNumber(
                document.document().file().id(), new Span(begin, begin + text.length()), text, verdict, lines);
    }
}
