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
    @MethodSource("cases")
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
