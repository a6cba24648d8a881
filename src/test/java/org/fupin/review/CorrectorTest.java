package org.fupin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reference.Units;
import org.fupin.testing.DocumentBuilder;
import org.fupin.testing.DocumentBuilder.Figure;
import org.junit.jupiter.api.Test;

class CorrectorTest {

    private static final Figure FUNDS = level(Measure.FUNDS, "120", "CNY", "funds");
    private static final Figure DOUBTFUL =
            FUNDS.but(figure -> figure.withMarks(figure.rules(), List.of(Observation.REPAIRED), List.of("payer-far")));
    private static final Figure TRAINED = level(Measure.TRAINED, "40", "person", "farmers");

    private final Map<String, Article> editions = new HashMap<>();

    private final ExtractedDocument document =
            document("Funds of [120 Yuan] came.", "In all [40 farmers] were trained in {3} courses.");

    @Test
    void correctsAFieldAndKeepsWhatWasRead() {
        ExtractedArticle corrected = correct(document, number(document, "120 Yuan", "source=central", "value=125"));

        Observation figure = figure(corrected, "120 Yuan");
        assertThat(figure.source()).isEqualTo(FundingSource.CENTRAL);
        assertThat(figure.quantity().value()).isEqualByComparingTo("125");
        assertThat(figure.item()).isEqualTo("funds");
        assertThat(figure.flags()).containsExactly(Observation.REPAIRED, Observation.CORRECTED);
        assertThat(figure.doubt()).isEmpty();
        assertThat(corrected.corrections()).allMatch(Correction::applied);
        assertThat(corrected.corrections().stream().map(c -> c.field().code() + ": " + c.read() + " -> " + c.value()))
                .containsExactly("value: 120 -> 125", "source:  -> central");
        assertThat(figure(corrected, "40 farmers"))
                .isEqualTo(only(document).observations().toList().get(1));
    }

    @Test
    void confirmsAFigure() {
        Observation figure = figure(correct(document, number(document, "120 Yuan", "figure=confirmed")), "120 Yuan");

        assertThat(figure.flags()).containsExactly(Observation.REPAIRED, Observation.CONFIRMED);
        assertThat(figure.doubt()).isEmpty();
        assertThat(figure.quantity()).isEqualTo(figure(document, "120 Yuan").quantity());
    }

    @Test
    void confirmsWhatANewerProgramReadsRightly() {
        Observation figure = figure(correct(document, number(document, "120 Yuan", "value=120")), "120 Yuan");

        assertThat(figure.flags()).containsExactly(Observation.REPAIRED, Observation.CONFIRMED);
    }

    @Test
    void takesAFigureOut() {
        ExtractedDocument linked = linked();
        int total = figure(linked, "120 Yuan").begin();
        assertThat(figure(linked, "40 farmers").about()).isEqualTo(total);

        ExtractedArticle corrected = correct(linked, number(linked, "120 Yuan", "figure=none"));

        assertThat(corrected.observations().map(Observation::text)).containsExactly("40 farmers");
        assertThat(figure(corrected, "40 farmers").about()).isNull();
        assertThat(corrected.leftOut().map(LeftOutNumber::text)).containsExactly("120 Yuan", "3");
        assertThat(corrected.leftOut().map(LeftOutNumber::reason).findFirst()).contains(LeftOutReason.CORRECTED);
    }

    @Test
    void makesAFigureOfALeftOutNumber() {
        CorrectedNumber courses = number(
                document,
                "3 courses",
                "figure=new",
                "value=3",
                "unit=1",
                "kind=level",
                "measure=trained",
                "item=courses",
                "about=" + figure(document, "40 farmers").begin());
        ExtractedArticle corrected = correct(document, courses);

        Observation figure = figure(corrected, "3 courses");
        assertThat(figure.region()).isEqualTo("CN-GS");
        assertThat(figure.period().iso()).isEqualTo("2012");
        assertThat(figure.about()).isEqualTo(figure(document, "40 farmers").begin());
        assertThat(figure.flags()).containsExactly(Observation.CORRECTED);
        assertThat(corrected.leftOut()).isEmpty();
        assertThat(corrected.corrections().get(0).read()).isNull();
    }

    @Test
    void keepsWhatCannotBeApplied() {
        assertThat(problem(number(document, "120 Yuan", "low=5"))).contains("either value, or both low and high");
        assertThat(problem(number(document, "3", "source=central"))).isEqualTo("the number there is left out, as date");
        assertThat(problem(number(document, "courses", "figure=confirmed"))).isEqualTo("no figure begins there");
        assertThat(problem(number(document, "courses", "figure=none"))).isEqualTo("there is no number there");
        assertThat(problem(number(document, "120 Yuan", "region=CN-BJ"))).contains("expected CN-GS or a place's name");
        assertThat(problem(number(document, "120 Yuan", "part_of=3"))).isEqualTo("part_of: no figure begins at 3");
        assertThat(problem(number(
                        document,
                        "120 Yuan",
                        "part_of=" + figure(document, "120 Yuan").begin())))
                .isEqualTo("part_of: leads back to the figure itself");
        assertThat(problem(new CorrectedNumber(
                        document.document().file().id(),
                        figure(document, "120 Yuan").span(),
                        "130 Yuan",
                        Verdict.CONFIRMED,
                        number(document, "120 Yuan", "figure=confirmed").lines())))
                .isEqualTo("the text does not match the document: there is '120 Yuan'");
        assertThat(problem(number(
                        document,
                        "farmers",
                        "figure=new",
                        "value=1",
                        "unit=1",
                        "kind=level",
                        "measure=trained",
                        "item=x")))
                .contains("overlaps the figure '40 farmers'");
    }

    @Test
    void leavesALinkToWhatIsNoFigureAnyMore() {
        int funds = figure(document, "120 Yuan").begin();
        ExtractedArticle corrected = correct(
                document,
                number(document, "120 Yuan", "figure=none"),
                number(document, "40 farmers", "about=" + funds));

        assertThat(corrected.corrections().stream().map(Correction::applied)).containsExactly(true, false);
        assertThat(figure(corrected, "40 farmers").flags()).isEmpty();
    }

    @Test
    void followsTheSentenceIntoANewEdition() {
        ExtractedDocument now =
                document("A word more. Funds of [120 Yuan] came.", "Funds of\n[120 Yuan]  came.", "[40 farmers] left.");
        ExtractedArticle corrected = correct(
                now,
                number(
                        document,
                        "120 Yuan",
                        "source=central",
                        "about=" + figure(document, "40 farmers").begin()),
                number(document, "40 farmers", "figure=confirmed"));

        assertThat(corrected.corrections().stream().map(Correction::problem))
                .containsExactly(
                        "the sentence of the figure that about names was changed, or is gone",
                        "the sentence of the figure that about names was changed, or is gone",
                        "its sentence was changed, or is gone");
        assertThat(corrected.withCorrections(List.of())).isEqualTo(only(now));

        ExtractedArticle moved = correct(now, number(document, "120 Yuan", "source=central"));
        List<Observation> figures = moved.observations().toList();
        assertThat(figures.get(0).source()).isNull();
        assertThat(figures.get(1).source()).isEqualTo(FundingSource.CENTRAL);
        assertThat(moved.corrections().get(0).place()).isEqualTo(figures.get(1).span());
        assertThat(moved.corrections().get(0).span())
                .isEqualTo(figure(document, "120 Yuan").span());
    }

    @Test
    void tellsSentencesApartThatAreThereTwice() {
        ExtractedDocument twice = document("Funds of [120 Yuan] came.", "Funds of [120 Yuan] came.");
        ExtractedDocument moved = document("Much was done.", "Funds of [120 Yuan] came.", "Funds of [120 Yuan] came.");
        ExtractedDocument once = document("Funds of [120 Yuan] came.", "Much was done.");
        Observation second = only(twice).observations().toList().get(1);
        CorrectedNumber number = new CorrectedNumber(
                twice.document().file().id(),
                second.span(),
                second.text(),
                Verdict.CHANGED,
                number(twice, "120 Yuan", "source=central").lines());

        assertThat(correct(moved, number).observations().map(Observation::source))
                .containsExactly(null, FundingSource.CENTRAL);
        assertThat(correct(once, number).corrections().get(0).problem())
                .isEqualTo("its sentence was changed, or is gone");
    }

    @Test
    void whatWasSaidOfTheEditionThatHoldsComesFirst() {
        ExtractedDocument now = document("Much was done.", "Funds of [120 Yuan] came.");
        ExtractedArticle corrected =
                correct(now, number(document, "120 Yuan", "source=central"), number(now, "120 Yuan", "source=local"));

        assertThat(figure(corrected, "120 Yuan").source()).isEqualTo(FundingSource.LOCAL);
        assertThat(corrected.corrections().stream().filter(c -> !c.applied()).map(Correction::value))
                .containsExactly("central");
    }

    private ExtractedDocument document(String... sentences) {
        DocumentBuilder builder = DocumentBuilder.document("gansu.txt")
                .article("CN-GS", 2012, "Gansu 2012")
                .section("Funds", Programme.OTHER);
        for (String sentence : sentences) {
            List<Figure> figures = new ArrayList<>();
            if (sentence.contains("Yuan")) {
                figures.add(DOUBTFUL);
            }
            if (sentence.contains("farmers")) {
                figures.add(TRAINED);
            }
            builder.sentence(sentence, figures.toArray(Figure[]::new));
        }
        ExtractedDocument built = builder.build();
        editions.put(built.document().file().id(), only(built).article());
        return built;
    }

    private ExtractedDocument linked() {
        int begin = figure(document, "120 Yuan").begin();
        return DocumentBuilder.document("gansu.txt")
                .article("CN-GS", 2012, "Gansu 2012")
                .section("Funds", Programme.OTHER)
                .sentence("Funds of [120 Yuan] came.", DOUBTFUL)
                .sentence(
                        "In all [40 farmers] were trained in {3} courses.",
                        TRAINED.but(figure -> figure.withLinks(null, begin)))
                .build();
    }

    private static CorrectedNumber number(ExtractedDocument document, String text, String... fields) {
        int begin = document.document().text().indexOf(text);
        List<CorrectionLine> lines = new ArrayList<>();
        Verdict verdict = Verdict.CHANGED;
        for (CorrectedField field : CorrectedField.values()) {
            for (String pair : fields) {
                if (pair.startsWith(field.code() + "=")) {
                    String value = pair.substring(field.code().length() + 1);
                    lines.add(new CorrectionLine(field, value, "", "Wang Fang", Instant.EPOCH, "a.csv", 2));
                    verdict = field == CorrectedField.FIGURE ? Coded.of(Verdict.class, value) : verdict;
                }
            }
        }
        return new CorrectedNumber(
                document.document().file().id(), new Span(begin, begin + text.length()), text, verdict, lines);
    }

    private ExtractedArticle correct(ExtractedDocument now, CorrectedNumber... numbers) {
        editions.put(now.document().file().id(), only(now).article());
        return new Corrector(Units.load()).correct(only(now), List.of(numbers), editions::get);
    }

    private String problem(CorrectedNumber number) {
        ExtractedArticle corrected = correct(document, number);
        assertThat(corrected.withCorrections(List.of())).isEqualTo(only(document));
        return corrected.corrections().get(0).problem();
    }

    private static ExtractedArticle only(ExtractedDocument document) {
        return document.articles().get(0);
    }

    private static Observation figure(ExtractedDocument document, String text) {
        return figure(only(document), text);
    }

    private static Observation figure(ExtractedArticle article, String text) {
        return article.observations()
                .filter(figure -> figure.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
