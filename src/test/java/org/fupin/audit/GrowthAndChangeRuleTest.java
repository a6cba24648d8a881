package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrowthAndChangeRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                RuleCase.of(
                        "level, change and percent",
                        "It spent {l|50 million yuan}, with an increase of {c|10 million yuan|change|up|of=l}, up"
                                + " {g|25%|growth|up|of=l}.",
                        "growth holds l c g"),
                RuleCase.of(
                        "a percent that does not follow",
                        "It spent {l|50 million yuan}, with an increase of {c|10 million yuan|change|up|of=l}, up"
                                + " {g|35%|growth|up|of=l}.",
                        "growth error l c g"),
                RuleCase.of(
                        "the percent of the new level is wrong too",
                        "It spent {l|50 million yuan}, with an increase of {c|10 million yuan|change|up|of=l}, up"
                                + " {g|20%|growth|up|of=l}.",
                        "growth error l c g"),
                RuleCase.of(
                        "a decrease",
                        "It spent {l|30 million yuan}, {c|10 million yuan|change|down|of=l} less than in 2011, down"
                                + " {g|25%|growth|down|of=l}.",
                        "growth holds l c g"),
                RuleCase.of(
                        "a decrease counted from the new level",
                        "It spent {l|30 million yuan}, {c|10 million yuan|change|down|of=l} less than in 2011, down"
                                + " {g|33.3%|growth|down|of=l}.",
                        "growth error l c g"),
                RuleCase.of(
                        "about a quarter",
                        "It spent {l|50 million yuan}, with an increase of {c|10.2 million yuan|change|up|of=l}, up"
                                + " {g|25%|growth|up|about|of=l}.",
                        "growth holds l c g"),
                RuleCase.of(
                        "a percent that leads to another figure though it follows the change",
                        "It gave {n|35|measure=counties} counties {l|11.19 billion yuan}, {c|2.279 billion"
                                + " yuan|change|up|of=l} more than in 2011, up {g|52%|growth|up|of=n}.",
                        "growth error l c g"),
                RuleCase.of(
                        "the target of an increase is another change",
                        "Incomes came to {l|4893 yuan}, beating the target of {x|600 yuan|change|up|of=l}, {c|805"
                                + " yuan|change|up|of=l} more than in 2011, up {g|19.7%|growth|up|of=l}.",
                        "growth holds l c g"),
                RuleCase.of(
                        "two changes of which the one right before does not fit",
                        "Incomes came to {l|4893 yuan}, beating the target of {x|600 yuan|change|up|of=l}, {c|805"
                                + " yuan|change|up|of=l} more than in 2011, up {g|29.7%|growth|up|of=l}.",
                        "growth warning l c g"),
                RuleCase.of(
                        "from an earlier level to this one",
                        "Loans rose from {e|40 million yuan|period=2011} in 2011 to {l|50 million yuan}, up"
                                + " {g|25%|growth|up|of=l}.",
                        "growth holds l e g"),
                RuleCase.of(
                        "an average annual growth is compound",
                        "Input rose from {e|300 million yuan|period=2008} in 2008 to {l|620 million yuan}, an average"
                                + " annual growth of {g|19.9%|growth|up|of=l|period=2008/2012}.",
                        "growth holds l e g"),
                RuleCase.of(
                        "an annual growth that does not fit",
                        "Input rose from {e|300 million yuan|period=2008} in 2008 to {l|620 million yuan}, growing by"
                                + " {g|12.5%|growth|up|of=l|period=2008/2012} a year.",
                        "growth warning l e g"),
                RuleCase.of(
                        "an annual decrease",
                        "Cases fell from {e|1,000|period=2010} in 2010 to {l|810}, an annual decrease of"
                                + " {g|10%|growth|down|of=l|period=2010/2012}.",
                        "growth holds l e g"),
                RuleCase.of(
                        "from an earlier level with the wrong percent",
                        "Loans rose from {e|40 million yuan|period=2011} in 2011 to {l|50 million yuan}, up"
                                + " {g|35%|growth|up|of=l}.",
                        "growth error l e g"),
                RuleCase.of(
                        "an earlier level that is something else",
                        "After {e|40 million yuan|period=2011} for wells in 2011 it spent {l|50 million yuan} on"
                                + " roads, up {g|35%|growth|up|of=l}."),
                RuleCase.of(
                        "from, to and the difference",
                        "Societies rose from {e|964|period=2011-12-31} at the end of 2011 to"
                                + " {l|1,200|period=2012-12-31} at the end of 2012, an increase of"
                                + " {c|236|change|up|of=l}.",
                        "change holds l e c"),
                RuleCase.of(
                        "from, to and another difference",
                        "Societies rose from {e|964|period=2011-12-31} at the end of 2011 to"
                                + " {l|1,200|period=2012-12-31} at the end of 2012, an increase of"
                                + " {c|263|change|up|of=l}.",
                        "change warning l e c"),
                RuleCase.of(
                        "from, to and another difference, without zeros that may be rounding",
                        "Societies rose from {e|964|period=2011-12-31} at the end of 2011 to"
                                + " {l|1,203|period=2012-12-31} at the end of 2012, an increase of"
                                + " {c|263|change|up|of=l}.",
                        "change error l e c"),
                RuleCase.of(
                        "percentages and points",
                        "Poverty fell from {e|40.5%|period=2011|measure=poverty_rate} to"
                                + " {l|35.0%|measure=poverty_rate}, a decrease of {c|5.5 percentage"
                                + " points|change|down|of=l}.",
                        "change holds l e c"),
                RuleCase.of(
                        "percentages and wrong points",
                        "Poverty fell from {e|40.5%|period=2011|measure=poverty_rate} to"
                                + " {l|35.0%|measure=poverty_rate}, a decrease of {c|6.5 percentage"
                                + " points|change|down|of=l}.",
                        "change error l e c"),
                RuleCase.of(
                        "parts that grew by more than their total",
                        "It spent {l|90 million yuan}, {c|5 million yuan|change|up|of=l} more, of which {a|50 million"
                                + " yuan|part=l} was for wells, {d|6 million yuan|change|up|of=a} more, and {b|40 million"
                                + " yuan|part=l} for roads, {f|2 million yuan|change|up|of=b} more.",
                        "sum holds l a b",
                        "change warning c d f"),
                RuleCase.of(
                        "parts that grew as their total did",
                        "It spent {l|90 million yuan}, {c|8 million yuan|change|up|of=l} more, of which {a|50 million"
                                + " yuan|part=l} was for wells, {d|6 million yuan|change|up|of=a} more, and {b|40 million"
                                + " yuan|part=l} for roads, {f|2 million yuan|change|up|of=b} more.",
                        "sum holds l a b",
                        "change holds c d f"),
                RuleCase.of(
                        "a part that shrank makes room",
                        "It spent {l|90 million yuan}, {c|4 million yuan|change|up|of=l} more, of which {a|50 million"
                                + " yuan|part=l} was for wells, {d|6 million yuan|change|up|of=a} more, and {b|40 million"
                                + " yuan|part=l} for roads, {f|2 million yuan|change|down|of=b} less.",
                        "sum holds l a b"));
    }

    @Test
    void tellsLevelChangeAndBothPercentages() {
        Passage passage =
                Passage.of("It spent {l|50 million yuan|item=training funds}, with an increase of {c|10 million"
                        + " yuan|change|up|of=l}, up {g|35%|growth|up|of=l}.");
        assertThat(passage.messages())
                .containsExactly(
                        "50 million yuan (training funds) is 10 million yuan more than the 40 million yuan before, that is up"
                                + " 25%; 35% is stated.");
    }
}
