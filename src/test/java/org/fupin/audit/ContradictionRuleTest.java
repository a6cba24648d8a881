package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContradictionRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cases", "ofPlan", "restated"})
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                RuleCase.of("overview against the programme's section", """
                        # overview
                        Entire village advancement was implemented in {a|450|measure=villages} villages.
                        # village
                        It was carried out in {b|552|measure=villages} villages.
                        """, "contradiction warning a b"),
                RuleCase.of("both agree", """
                        # overview
                        Entire village advancement was implemented in {a|552|measure=villages} villages.
                        # village
                        It was carried out in {b|552|measure=villages} villages.
                        """),
                RuleCase.of("the overview rounds", """
                        # overview
                        It received financial funds of {a|2.36 billion yuan|source=fiscal}.
                        # funding
                        It received {b|2.35546 billion yuan|source=fiscal}.
                        """),
                RuleCase.of("the overview speaks of another programme", """
                        # overview
                        Wells were dug in {a|450|measure=villages} villages.
                        # village
                        It was carried out in {b|552|measure=villages} villages.
                        """),
                RuleCase.of("a part is no headline", """
                        # overview
                        Of {t|900|measure=villages} villages, {a|450|measure=villages|part=t} saw entire village advancement.
                        # village
                        It was carried out in {b|552|measure=villages} villages.
                        """),
                RuleCase.of("far apart means different things", """
                        # overview
                        Entire village advancement was implemented in {a|4500|measure=villages} villages.
                        # village
                        It was carried out in {b|552|measure=villages} villages.
                        """),
                RuleCase.of("unless a digit was dropped", """
                        # overview
                        It trained {a|217,700|unit=person|measure=trained} people.
                        # training
                        Lessons reached {b|21,700|unit=person-time|measure=trained} person-times.
                        """, "contradiction warning a b"),
                RuleCase.of("people who came more than once", """
                        # overview
                        It trained {a|26,700|unit=person|measure=trained} people.
                        # training
                        Lessons were given to {b|31,200|unit=person-time|measure=trained} person-times.
                        """),
                RuleCase.of("fewer person-times than people", """
                        # overview
                        It trained {a|31,200|unit=person|measure=trained} people.
                        # training
                        Lessons were given to {b|26,700|unit=person-time|measure=trained} person-times.
                        """, "contradiction warning a b"),
                RuleCase.of("the section has it further on", """
                        # overview
                        It trained {a|26,700|unit=person|measure=trained} people.
                        # training
                        It trained {b|21,200|unit=person|measure=trained} women and {c|26,700|unit=person|measure=trained} people in all.
                        """),
                RuleCase.of("one name in two sections", """
                        # credit
                        Banks lent {a|2.524 billion yuan|measure=loans|item=discount loans of leading enterprises}.
                        # industry
                        Firms got {b|2.7 billion yuan|measure=loans|item=loans of leading enterprises at a discount}.
                        """, "contradiction warning a b"),
                RuleCase.of("one name where one section speaks of some places only", """
                        # industry
                        It gave {a|723|measure=projects|item=sheep breeding projects}.
                        # contiguous
                        It gave {b|500|measure=projects|item=sheep breeding projects}.
                        """),
                RuleCase.of("one name that tells nothing apart", """
                        # credit
                        It reached {a|2,524|unit=household|measure=households|item=poor households}.
                        # industry
                        It reached {b|2,700|unit=household|measure=households|item=impoverished households}.
                        """),
                RuleCase.of("one name in two years", """
                        # credit
                        Banks lent {a|2.524 billion yuan|measure=loans|item=discount loans of leading enterprises|period=2011}.
                        # industry
                        Firms got {b|2.7 billion yuan|measure=loans|item=loans of leading enterprises at a discount}.
                        """),
                RuleCase.of("one name with three values means several things", """
                        # credit
                        Banks lent {a|2.524 billion yuan|measure=loans|item=discount loans of leading enterprises}.
                        # industry
                        Firms got {b|2.7 billion yuan|measure=loans|item=discount loans of leading enterprises}.
                        # social
                        Firms got {c|2.9 billion yuan|measure=loans|item=discount loans of leading enterprises}.
                        """));
    }

    static Stream<RuleCase> ofPlan() {
        String text = """
                # overview
                It trained {a|48,200|unit=person|measure=trained} people, {c|7.1%%|completion|of=a} more than planned.
                # training
                It trained {b|%s|unit=person|measure=trained} people, completing {d|%s|completion|of=b} of the plan.
                """;
        return Stream.of(
                RuleCase.of(
                        "two percentages of one plan", text.formatted("48,200", "108.4%"), "contradiction warning c d"),
                RuleCase.of("one percentage in two ways", text.formatted("48,200", "107.1%")),
                RuleCase.of(
                        "a digit too few, and another percentage",
                        text.formatted("4,830", "108.4%").replace("48,200", "48,230"),
                        "contradiction warning a b"),
                RuleCase.of(
                        "percentages of two numbers", text.formatted("31,500", "108.4%"), "contradiction warning a b"));
    }

    static Stream<RuleCase> restated() {
        String overview = """
                # overview
                The province finished the ecological resettlement of {a|130,000|unit=person|measure=relocated} people.
                """;
        String swapped = """
                # overview
                Herders' insurance covered {a|418,300|unit=person|measure=people|item=herders covered by grassland insurance} people.
                # public_service
                In all {b|%s|unit=person|measure=people|item=%s} people were covered.
                """;
        String times = """
                # overview
                It gave courses on orchard pruning to {a|26,700|unit=person|measure=trained} people.
                # training
                There were %s for {b|%s|unit=person-time|measure=trained} person-times.
                """;
        String money = """
                # relocation
                The region spent {a|274 million yuan|item=funds} on stone houses, covering {h|1,318|unit=household} households.
                In the year %s.
                """;
        String counted = """
                # other
                It ran {a|740|measure=projects|item=%s poverty alleviation projects} of them.
                # industry
                It ran {b|%s|measure=projects|item=%s poverty alleviation projects} of them.
                """;
        return Stream.of(
                RuleCase.of(
                        "the same words in a section of another programme",
                        overview + """
                        # training
                        It finished the ecological resettlement of {b|310,000|unit=person|measure=relocated} people.
                        """,
                        "contradiction warning a b"),
                RuleCase.of("other words", overview + """
                        # training
                        It also prepared the resettlement in towns of {b|310,000|unit=person|measure=relocated} people.
                        """),
                RuleCase.of("the same words in the section of a programme for some places", overview + """
                        # contiguous
                        It finished the ecological resettlement of {b|110,000|unit=person|measure=relocated} people.
                        """),
                RuleCase.of("the same words for three values", overview + """
                        # training
                        It finished the ecological resettlement of {b|310,000|unit=person|measure=relocated} people.
                        # industry
                        It finished the ecological resettlement of {c|90,000|unit=person|measure=relocated} people.
                        """),
                RuleCase.of("the same words far from the overview", overview.replace("overview", "funding") + """
                        # training
                        It finished the ecological resettlement of {b|310,000|unit=person|measure=relocated} people.
                        """),
                RuleCase.of(
                        "two digits of a number of people swapped",
                        swapped.formatted("481,300", "herders covered by insurance on grassland"),
                        "contradiction warning a b"),
                RuleCase.of(
                        "two digits swapped of what has another name",
                        swapped.formatted("481,300", "children covered by free meals")),
                RuleCase.of("few digits swapped", """
                        # overview
                        Insurance covered {a|410|unit=household|measure=households|item=households with yak insurance}.
                        # public_service
                        In all {b|140|unit=household|measure=households|item=households with yak insurance} were covered.
                        """),
                RuleCase.of(
                        "one number as people and as person-times",
                        times.formatted("courses on orchard pruning", "26,700"),
                        "contradiction warning a b"),
                RuleCase.of("another training for as many", times.formatted("lessons in weaving", "26,700")),
                RuleCase.of("people that were trained twice", times.formatted("courses on orchard pruning", "53,400")),
                RuleCase.of(
                        "one amount that reaches two numbers of households",
                        money.formatted("{b|274 million yuan} was paid for the stone houses, covering"
                                + " {i|2,400|unit=household} households and {j|9,100|unit=person} people"),
                        "contradiction warning a h b i j"),
                RuleCase.of(
                        "one amount that reaches the same households",
                        money.formatted("{b|274 million yuan} was paid for the stone houses, covering"
                                + " {i|1,318|unit=household} households")),
                RuleCase.of(
                        "one amount for two purposes",
                        money.formatted("{b|274 million yuan} was paid for bridges, covering {i|2,400|unit=household}"
                                + " households")),
                RuleCase.of(
                        "households that the amount did not reach",
                        money.formatted(
                                "{b|274 million yuan} was paid for the stone houses, while {i|2,400|unit=household}"
                                        + " households got seed")),
                RuleCase.of(
                        "one name in another section and in its own",
                        counted.formatted("industrial", "790", "industrial"),
                        "contradiction warning a b"),
                RuleCase.of(
                        "what is inspected need not be all",
                        counted.formatted("industrial", "790", "industrial").replace("# other", "# management")),
                RuleCase.of("one name in no section of its own", counted.formatted("bamboo", "790", "bamboo")),
                RuleCase.of("another name in its own", counted.formatted("bamboo", "790", "industrial")));
    }

    @Test
    void quotesTheSameWords() {
        assertThat(Passage.of("""
                # overview
                The province finished the ecological resettlement of {a|130,000|unit=person|measure=relocated|item=people} people.
                # training
                It finished the ecological resettlement of {b|310,000|unit=person|measure=relocated|item=people (Rain Plan)} people.
                """).messages())
                .containsExactly(
                        "130,000 people are stated under \"Overview\", but 310,000 people (Rain Plan) under"
                                + " \"Training and Rain Plan\", in the same words: \"finished the ecological resettlement of\".");
    }

    /** The heading that tells two sections' items apart is not said twice where the section is named. */
    @Test
    void namesASectionOnce() {
        assertThat(Passage.of("""
                # overview
                The province finished the ecological resettlement of {a|130,000|unit=person|measure=relocated|item=people} people.
                # training
                It finished the ecological resettlement of {b|310,000|unit=person|measure=relocated|item=people (Training and Rain Plan)} people.
                """).messages())
                .containsExactly(
                        "130,000 people are stated under \"Overview\", but 310,000 people under"
                                + " \"Training and Rain Plan\", in the same words: \"finished the ecological resettlement of\".");
    }

    @Test
    void saysWithWhichOfTwoValuesARelationHolds() {
        assertThat(Passage.of("""
                # overview
                Entire village advancement was implemented in {a|450|measure=villages|item=villages}.
                # village
                It was carried out in {b|552|measure=villages|item=villages}, {c|138|measure=villages|part=b} of them in the hills, {s|25%|share|of=c} of the total.
                """).messages())
                .contains(
                        "450 (villages) are stated under \"Overview\", but 552 (villages) under \"Entire village advancement\"."
                                + " With 552 a stated share holds.");
    }

    private static final Passage OWN = Passage.of("own", "", """
            # pairing
            Zhejiang Province gave aid funds of {a|76.4 million yuan|source=counterpart} to the province.
            """);

    @Test
    void comparesTheReportOfAPairingWithTheProvincesOwn() {
        Passage pairing = Passage.of("pairing", "CN-ZJ", """
                # overview
                Zhejiang provided aid of {b|74.6 million yuan|source=counterpart}.
                """);
        List<Finding> findings = Auditor.create().audit(List.of(OWN.article(), pairing.article()));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.CONTRADICTION);
            assertThat(finding.holds()).isFalse();
            assertThat(finding.message())
                    .isEqualTo("76.4 million yuan (a) is stated under \"Pairing\" of the report \"Report\", but "
                            + "74.6 million yuan (b) under \"Overview\" of the report \"Report\".");
            assertThat(finding.observations())
                    .extracting(ref -> ref.documentId())
                    .containsExactly("own", "pairing");
        });
        assertThat(Auditor.create()
                        .audit(
                                List.of(OWN.article(), pairing.article()),
                                Map.of("own", "2011/guizhou.txt", "pairing", "zhejiang.zip!/aid.txt")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("under \"Pairing\" of the report \"Report\" (2011/guizhou.txt), but ")
                        .endsWith("under \"Overview\" of the report \"Report\" (zhejiang.zip!/aid.txt)."));
    }

    @Test
    void leavesAnotherPairingAlone() {
        Passage pairing = Passage.of("pairing", "CN-JS", """
                # overview
                Jiangsu provided aid of {b|74.6 million yuan|source=counterpart}.
                """);
        assertThat(Auditor.create().audit(List.of(OWN.article(), pairing.article())))
                .isEmpty();
    }
}
