package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.junit.jupiter.api.Test;

class AuditorTest {

    private static final String TEXT = """
        # overview
        It spent {l|50 million yuan}, with an increase of {c|10 million yuan|change|up|of=l}, up {g|35%|growth|up|of=l}, of which {a|20 million yuan|part=l} was for wells and {b|30 million yuan|part=l} for roads.
        # relocation
        It moved {h|1,109|unit=household} households and {p|547|unit=person|repaired} people.
        """;

    @Test
    void ordersByPlaceAndRule() {
        assertThat(Passage.of(TEXT).audit())
                .containsExactly(
                        "sum holds l a b", "growth error l c g", "plausibility error h p", "malformed warning p");
    }

    @Test
    void givesTheSameEachTime() {
        ExtractedArticle article = Passage.of(TEXT).article();
        Auditor auditor = Auditor.create();
        assertThat(auditor.audit(List.of(article)))
                .isEqualTo(auditor.audit(List.of(article)))
                .isEqualTo(Auditor.create().audit(List.of(article)));
    }

    @Test
    void saysWhereOnlyRoundingMakesASumHold() {
        assertThat(sums(
                        "The office spent {t|2.48 billion yuan}, of which {a|1.222 billion yuan|part=t} was for wells and"
                                + " {b|1.26 billion yuan|part=t} for roads."))
                .containsExactly("The two parts add up to 2.482 billion yuan, within rounding the stated total of"
                        + " 2.48 billion yuan (t): 1.222 billion yuan + 1.26 billion yuan.");
        assertThat(sums("The office spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t} was for wells and"
                        + " {b|3.3 million yuan|part=t} for roads."))
                .containsExactly("The two parts add up to the stated total of 7.5 million yuan (t): 4.2 million yuan"
                        + " + 3.3 million yuan.");
    }

    private static List<String> sums(String passage) {
        return Auditor.create().audit(List.of(Passage.of(passage).article())).stream()
                .filter(finding -> finding.rule() == FindingRule.SUM)
                .map(Finding::message)
                .toList();
    }

    @Test
    void reportsTheSameFiguresOnce() {
        List<Finding> findings = Auditor.create().audit(List.of(Passage.of(TEXT).article()));
        Set<Set<ObservationRef>> figures = new HashSet<>();
        for (Finding finding : findings) {
            assertThat(figures.add(Set.copyOf(finding.observations())))
                    .as(finding.message())
                    .isTrue();
        }
    }

    @Test
    void whatRestsOnADoubtfulReadingIsAWarningThatSaysSo() {
        Passage passage = Passage.of(
                "It spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t|doubt=default_measure} was for"
                        + " wells and {b|4.3 million yuan|part=t} for roads.");
        assertThat(passage.audit()).containsExactly("sum warning t a b");
        assertThat(passage.messages().get(0))
                .endsWith("The program is not certain that it read 4.2 million yuan rightly: the text does not name"
                        + " what is measured: assumed to be what such amounts mostly are.");
    }

    @Test
    void aSlipThatBreaksTheSumAndAShareIsToldOnce() {
        assertThat(Passage.of("It spent {t|7.5 million yuan}, of which {a|5.2 million yuan|part=t} was for wells,"
                                + " accounting for {s|56%|share|of=a} of the total, and {b|3.3 million"
                                + " yuan|part=t} for roads.")
                        .audit())
                .containsExactly("sum error t a b");
    }

    @Test
    void aFigureThatMendsTwoRelationsIsNamed() {
        Passage passage = Passage.of(
                "It spent {t|16.54 million yuan}, of which {a|57.4 million yuan|part=t} (including {c|3.04 million"
                        + " yuan|part=a} for wells, {d|2.00 million yuan|part=a} for dams and {e|0.70 million yuan|part=a}"
                        + " for the rest) came from above and {b|10.80 million yuan|part=t} from below.");
        assertThat(passage.messages())
                .allMatch(message ->
                        message.endsWith("with 5.74 million yuan instead of 57.4 million yuan it would add up."
                                + " That would settle another relation of the text too."))
                .hasSize(2);
        assertThat(passage.doubted()).containsExactly("a", "a");
    }

    @Test
    void aTotalThatAnotherRelationConfirmsIsNotDoubtedForTheSlipOfItsPart() {
        String total =
                "The county spent {t|%s million yuan}, {s|40%%|share|of=t} of the {w|62.85 million yuan} of that year,"
                        + " of which {a|%s million yuan|part=t} was for wells, {b|8.13 million yuan|part=t} for dams and"
                        + " {c|12.31 million yuan|part=t} for roads.";
        Passage slip = Passage.of(total.formatted("25.14", "47.0"));
        assertThat(slip.audit()).contains("share holds w t s", "sum error t a b c");
        assertThat(slip.doubted()).containsExactly("a");
        assertThat(slip.messages())
                .anyMatch(
                        message -> message.endsWith(
                                " Another relation confirms 25.14 million yuan, so that 47.0 million yuan is to be checked first."));
        Passage noSlip = Passage.of(total.formatted("25.14", "36.2"));
        assertThat(noSlip.doubted()).containsExactly("t a b c");
        Passage unconfirmed = Passage.of(total.formatted("25.14", "47.0").replace("62.85", "94.3"));
        assertThat(unconfirmed.doubted()).contains("t a b c");
    }

    @Test
    void putsTheArticlesInTheirOrder() {
        Passage later = Passage.of("b", "", "It moved {a|9,999 million|unit=person} people.");
        Passage earlier = Passage.of("a", "", "It moved {a|9,999 million|unit=person} people.");
        assertThat(Auditor.create().audit(List.of(later.article(), earlier.article())))
                .extracting(finding -> finding.observations().get(0).documentId())
                .containsExactly("b", "a");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Auditor.create().audit(List.of())).isEmpty();
        assertThat(Passage.of("There are no figures here.").audit()).isEmpty();
    }

    @Test
    void staysQuickWhereASentenceNeverEnds() {
        StringBuilder text = new StringBuilder("It spent {t|9 billion yuan}, of which ");
        for (int i = 0; i < 3000; i++) {
            text.append("{a%d|%d million yuan|part=t} was for wells in 2012, ".formatted(i, i % 7 + 1));
        }
        Passage passage = Passage.of(text + "and that was all.");
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(passage.audit()).singleElement().asString().startsWith("sum error t a0 a1"));
    }
}
