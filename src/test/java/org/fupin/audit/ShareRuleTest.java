package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShareRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cases", "elsewhere"})
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> elsewhere() {
        String total = """
                # funding
                The year's budgets had {a|%s million yuan|source=fiscal} and {b|4,120 million yuan|source=credit}.
                # relocation
                The villages were rebuilt with {p|1,087 million yuan|source=fiscal}, which was {s|44%%|share|of=p} of %s.
                """;
        String poor = """
                # identification
                The cards of {w|%s|unit=person|measure=poor_population|region=northern part of Hubei} poor people were made.
                # contiguous
                The area had {p|310,000|unit=person|measure=poor_population} of them, {s|one quarter|share|of=p|unit=percent|value=25} of the %s.
                """;
        return Stream.of(
                RuleCase.of(
                        "the payer's money that another section states",
                        total.formatted("2,450", "the total"),
                        "share holds a p s"),
                RuleCase.of("money of the payer that does not give it", total.formatted("3,450", "the total")),
                RuleCase.of("a total of something else", total.formatted("2,450", "the costs of the houses")),
                RuleCase.of(
                        "the poor of the place, told elsewhere",
                        poor.formatted("1,240,000", "poor in North Hubei"),
                        "share holds w p s"),
                RuleCase.of(
                        "the poor of the place, another number",
                        poor.formatted("1,840,000", "poor people of North Hubei"),
                        "share warning w p s"),
                RuleCase.of("the poor of another place", poor.formatted("1,840,000", "poor people of West Hubei")),
                RuleCase.of("all people of the place", poor.formatted("1,840,000", "people of North Hubei")));
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                RuleCase.of(
                        "part over total",
                        "It trained {w|7,951} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|70.6%|share|of=p} of the total.",
                        "share holds w p s"),
                RuleCase.of(
                        "cut off instead of rounded",
                        "It trained {w|7,951} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|70.5%|share|of=p} of the total.",
                        "share holds w p s"),
                RuleCase.of(
                        "the wrong percentage",
                        "It trained {w|7,951} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|60.1%|share|of=p} of the total.",
                        "share error w p s"),
                RuleCase.of(
                        "a percentage so far off that it may be of another total",
                        "It trained {w|7,951} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|10.1%|share|of=p} of the total.",
                        "share warning w p s"),
                RuleCase.of(
                        "a percentage of something else",
                        "It trained {w|7,951} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|10.1%|share|of=p} of all women in the county.",
                        "share warning w p s"),
                RuleCase.of(
                        "a bound is no contradiction",
                        "It trained {w|8,000|over} people, of which {p|5,613|part=w} were women, accounting for"
                                + " {s|60%|share|of=p} of the total."),
                RuleCase.of(
                        "the whole named after the percentage",
                        "It spent {p|684 million yuan} on trees, accounting for {s|33.1%|share|of=p} of the {w|2.064"
                                + " billion yuan} of the year.",
                        "share holds w p s"),
                RuleCase.of(
                        "the whole named after the wrong percentage",
                        "It spent {p|684 million yuan} on trees, accounting for {s|43.1%|share|of=p} of the {w|2.064"
                                + " billion yuan} of the year.",
                        "share error w p s"),
                RuleCase.of(
                        "a whole some sentences before",
                        "It planned {w|210} wells. The money came in May. It built {p|69} wells, accounting for"
                                + " {s|33%|share|of=p} of the total.",
                        "share holds w p s"),
                RuleCase.of(
                        "no whole that fits",
                        "It planned {w|210} wells. The money came in May. It built {p|69} wells, accounting for"
                                + " {s|52%|share|of=p} of the total."),
                RuleCase.of(
                        "a rate of two figures before it",
                        "There are {w|1,161} villages. In {p|895} of them a society was registered, with a rate of"
                                + " {s|77.1%|measure=rate}.",
                        "share holds w p s"),
                RuleCase.of(
                        "a rate of none",
                        "There are {w|1,161} villages. In {p|895} of them a society was registered, with a rate of"
                                + " {s|79.1%|measure=rate}."),
                RuleCase.of(
                        "a coarse rate that is met exactly",
                        "It trained {w|118,000} people and found jobs for {p|101,480}, a rate of {s|86%|measure=rate}.",
                        "share holds w p s"),
                RuleCase.of(
                        "a coarse rate that is met by chance",
                        "It trained {w|118,000} people and found jobs for {p|101,500}, a rate of"
                                + " {s|86%|measure=rate}."),
                RuleCase.of(
                        "shares that make up the whole",
                        "It spent {w|200 million yuan}, of which {p|120 million yuan|part=w} was for wells and {q|80"
                                + " million yuan|part=w} for roads, respectively accounting for {s|60%|share|of=p} and"
                                + " {u|40%|share|of=q}.",
                        "sum holds w p q",
                        "share holds w p s",
                        "share holds w q u",
                        "share holds w s u"),
                RuleCase.of(
                        "shares that do not",
                        "It spent {w|200 million yuan}, of which {p|120 million yuan|part=w} was for wells and {q|80"
                                + " million yuan|part=w} for roads, respectively accounting for {s|60%|share|of=p} and"
                                + " {u|50%|share|of=q}.",
                        "sum holds w p q",
                        "share holds w p s",
                        "share error w q u"));
    }

    @Test
    void tellsPartWholeAndBothPercentages() {
        Passage passage = Passage.of(
                "It trained {w|7,951|item=people trained} people, of which {p|5,613|part=w|item=women} were women,"
                        + " accounting for {s|60.1%|share|of=p} of the total.");
        assertThat(passage.messages())
                .containsExactly("5,613 (women) of 7,951 (people trained) come to 70.59%; 60.1% is stated.");
    }
}
