package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.DoubtReasons.DoubtReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason to doubt a figure with a sentence that gives it and one like it that does not. */
class DoubtsTest {

    private static final DoubtReasons REASONS = DoubtReasons.load();

    /**
     * @param partner of the report, empty where it is none on a pairing-off
     * @param sentences of one paragraph, with | between
     * @param figure as written in the text
     */
    private record Example(Programme programme, String partner, String sentences, String figure) {

        List<String> doubt() {
            ExtractedSection section = Sentences.extract(programme, partner, sentences.split("\\|"));
            Observation found = Sentences.find(section, figure);
            return found.doubt();
        }

        @Override
        public String toString() {
            return figure + " in: " + sentences;
        }
    }

    private static Example in(Programme programme, String sentences, String figure) {
        return new Example(programme, "", sentences, figure);
    }

    private static Example example(String sentences, String figure) {
        return in(Programme.OTHER, sentences, figure);
    }

    private static Example paired(String sentences, String figure) {
        return new Example(Programme.PAIRING, "CN-FJ", sentences, figure);
    }

    private static Arguments given(String code, Example doubtful, Example clear) {
        return Arguments.of(code, doubtful, clear);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                given(
                        "repaired",
                        example("The county built 4,7,213 wells.", "4,7,213"),
                        example("The county built 47,213 wells.", "47,213")),
                given(
                        "digits_beside",
                        example("The county dug 61 (8) wells.", "61"),
                        example("The county dug 61 wells (8 were dry).", "61")),
                given(
                        "relation_fails",
                        example("The county dug 61 wells, of which 85 wells were deep.", "85"),
                        example("The county dug 85 wells, of which 61 wells were deep.", "61")),
                given(
                        "default_measure",
                        example("The county got 23 million yuan.", "23 million yuan"),
                        example("The county got funds of 23 million yuan.", "23 million yuan")),
                given(
                        "unknown_noun",
                        example("The county made 3,400 frobnicators.", "3,400"),
                        example("The county made 3,400 wells.", "3,400")),
                given(
                        "programme_differs",
                        in(Programme.RELOCATION, "The county gave land to 2,300 people.", "2,300"),
                        in(Programme.VILLAGE, "The county gave land to 2,300 people.", "2,300")),
                given(
                        "programme_differs",
                        in(Programme.VILLAGE, "Labor transfer came to 2,300 people.", "2,300"),
                        in(Programme.OVERVIEW, "Labor transfer came to 2,300 people.", "2,300")),
                given(
                        "no_whole",
                        example("Orchards made up 37% of the land.", "37%"),
                        example("The county had 210 dams, of which 60, or 29%, were new.", "29%")),
                given(
                        "as_before",
                        example(
                                "The county got loans of 60 million yuan, averagely 2 million yuan per village.",
                                "2 million yuan"),
                        example(
                                "The county got loans of 60 million yuan, and loans of 2 million yuan per village.",
                                "2 million yuan")),
                given(
                        "people_alone",
                        example("The centre drew 640 people.", "640"),
                        example("The centre trained 640 people.", "640")),
                given(
                        "place_of_clause",
                        example("The bureau bought 60 stoves for herdsmen of Yongdeng County.", "60"),
                        example("The bureau bought 60 stoves for herdsmen.", "60")),
                given(
                        "amount_for_each",
                        example("The county paid funds of 700 yuan.", "700 yuan"),
                        example("The county paid funds of 7 million yuan.", "7 million yuan")),
                given(
                        "planning_scope",
                        example("The county will build 64 dams.", "64"),
                        example("In 2015, the county will build 64 dams.", "64")),
                given(
                        "day_or_year",
                        example("By the end of 2012, the county dug 64 wells.", "64"),
                        example("In 2012, the county dug 64 wells.", "64")),
                given(
                        "year_before",
                        example(
                                "In 2010, the county dug 64 wells.|Some 31 offices gave 7 million yuan.",
                                "7 million yuan"),
                        example(
                                "In 2010, the county dug 64 wells.|This year, 31 offices gave 7 million yuan.",
                                "7 million yuan")),
                given(
                        "place_before",
                        paired("In Yongdeng County, 64 wells were dug.|Then 12 dams were built.", "12"),
                        paired("In all, 64 wells were dug.|Then 12 dams were built.", "12")),
                given(
                        "far_source",
                        in(
                                Programme.FOREIGN,
                                "A sum of 23 million yuan was invested in the construction of dams.",
                                "23 million yuan"),
                        in(
                                Programme.FOREIGN,
                                "The World Bank invested 23 million yuan in the construction of dams.",
                                "23 million yuan")));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void givesTheReason(String code, Example doubtful, Example clear) {
        assertThat(doubtful.doubt()).contains(code);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void givesItToNoOther(String code, Example doubtful, Example clear) {
        assertThat(clear.doubt()).doesNotContain(code);
    }

    @Test
    void everyReasonOfTheTableHasAnExample() {
        Set<String> left = new TreeSet<>();
        REASONS.all().stream().map(DoubtReason::code).forEach(left::add);
        reasons().forEach(reason -> left.remove((String) reason.get()[0]));
        assertThat(left).isEmpty();
    }

    @Test
    void handsTheDoubtOnToWhatIsReadAfterTheFigure() {
        assertThat(example("The county got 23 million yuan, up 8%.", "8%").doubt())
                .contains("default_measure");
    }

    @Test
    void plainFiguresHaveNone() {
        assertThat(example("In 2012, the province built 48 bridges.", "48").doubt())
                .isEmpty();
    }

    @Test
    void sentencesAreFitForPeopleAndCodesForLists() {
        assertThat(REASONS.all())
                .allSatisfy(reason -> assertThat(reason.code()).matches("[a-z]+(_[a-z]+)*"))
                .allSatisfy(reason ->
                        assertThat(reason.sentence()).matches("[A-Z].*[^.]").hasSizeLessThan(130));
        assertThat(REASONS.sentences(List.of("repaired", "of_another_version")))
                .satisfiesExactly(known -> assertThat(known).endsWith("."), strange -> assertThat(strange)
                        .isEqualTo("of_another_version"));
    }
}
