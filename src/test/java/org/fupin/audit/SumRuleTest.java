package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                // --- complete lists ---
                RuleCase.of(
                        "parts that make up their total",
                        "The office spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t} was for wells and"
                                + " {b|3.3 million yuan|part=t} for roads.",
                        "sum holds t a b"),
                RuleCase.of(
                        "parts that make it up within their digits",
                        "The office spent {t|2.48 billion yuan}, of which {a|1.222 billion yuan|part=t} was for wells"
                                + " and {b|1.26 billion yuan|part=t} for roads.",
                        "sum holds t a b"),
                RuleCase.of(
                        "a list of money that falls short",
                        "The office spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t} was for wells and"
                                + " {b|2.3 million yuan|part=t} for roads.",
                        "sum warning t a b"),
                RuleCase.of(
                        "a list that exceeds",
                        "The office spent {t|7.5 million yuan}, including {a|4.2 million yuan|part=t} for wells and"
                                + " {b|4.3 million yuan|part=t} for roads.",
                        "sum error t a b"),
                RuleCase.of(
                        "zeros at the end that may be rounding",
                        "The office spent {t|680 million yuan}, of which {a|570 million yuan|part=t} came from above"
                                + " and {b|107 million yuan|part=t} from below.",
                        "sum warning t a b"),
                RuleCase.of(
                        "the same without zeros",
                        "The office spent {t|686 million yuan}, of which {a|571 million yuan|part=t} came from above"
                                + " and {b|107 million yuan|part=t} from below.",
                        "sum warning t a b"),
                RuleCase.of(
                        "a list that goes on",
                        "The office spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t} was for wells and"
                                + " {b|2.3 million yuan|part=t} for roads, etc."),
                RuleCase.of(
                        "less than half of the total is hardly meant to be all",
                        "The office spent {t|75 million yuan}, of which {a|4.2 million yuan|part=t} was for wells and"
                                + " {b|3.3 million yuan|part=t} for roads.",
                        "sum warning t a b"),
                RuleCase.of(
                        "a total that is only a bound",
                        "The office spent {t|7 million yuan|over}, of which {a|4.2 million yuan|part=t} was for wells"
                                + " and {b|3.3 million yuan|part=t} for roads."),
                RuleCase.of(
                        "parts over a bound",
                        "The office printed {t|600|over} leaflets, including {a|100|over|part=t} on wells,"
                                + " {b|60|over|part=t} on roads and {c|380|over|part=t} on trees."),
                // --- selections ---
                RuleCase.of(
                        "examples need not make up the total",
                        "The office spent {t|7.5 million yuan}, including {a|4.2 million yuan|part=t} for wells and"
                                + " {b|1.3 million yuan|part=t} for roads."),
                RuleCase.of(
                        "examples that do",
                        "The office spent {t|7.5 million yuan}, including {a|4.2 million yuan|part=t} for wells and"
                                + " {b|3.3 million yuan|part=t} for roads.",
                        "sum holds t a b"),
                RuleCase.of(
                        "examples that miss it by one digit",
                        "The office spent {t|643.77 million yuan} (including {a|22.41 million yuan|part=t} for wells"
                                + " and {b|42.36 million yuan|part=t} for roads).",
                        "sum warning t a b"),
                RuleCase.of(
                        "many examples that nearly make it up",
                        "It printed {t|126} articles, including {a|34|part=t} on wells, {b|52|part=t} on roads,"
                                + " {c|13|part=t} on trees and {d|26|part=t} on sheep.",
                        "sum warning t a b c d"),
                RuleCase.of(
                        "one part says nothing",
                        "The office spent {t|7.5 million yuan}, of which {a|4.2 million yuan|part=t} was for wells."),
                RuleCase.of(
                        "one part cannot exceed its total",
                        "The office spent {t|7.5 million yuan}, of which {a|8.2 million yuan|part=t} was for wells.",
                        "sum error t a"),
                RuleCase.of(
                        "a link without words for it is not trusted",
                        "The office spent {t|7.5 million yuan} on wells; it then invested {a|8.2 million yuan|part=t}"
                                + " in roads."),
                // --- kinds that overlap ---
                RuleCase.of(
                        "counties can be of two kinds at once",
                        "Among the {t|88|measure=counties} counties, {a|83|measure=counties|part=t} have a plan and"
                                + " {b|50|measure=counties|part=t} are key counties."),
                RuleCase.of(
                        "kinds that come near to the total were meant to divide it",
                        "Of the {t|88|measure=counties} counties, {a|43|measure=counties|part=t} are hilly and"
                                + " {b|47|measure=counties|part=t} are flat.",
                        "sum warning t a b"),
                RuleCase.of(
                        "two kinds of things need not be all",
                        "It built {t|90} houses, of which {a|30|part=t} were of stone and {b|20|part=t} had two"
                                + " floors."),
                // --- several breakdowns ---
                RuleCase.of(
                        "by source and by use",
                        "The office spent {t|9 million yuan}, of which {a|5 million yuan|part=t} came from above and"
                                + " {b|4 million yuan|part=t} from below, of which {c|6 million yuan|part=t} was for wells"
                                + " and {d|3 million yuan|part=t} for roads.",
                        "sum holds t a b",
                        "sum holds t c d"),
                RuleCase.of(
                        "by source and by use without a second cue",
                        "The office spent {t|9 million yuan}, of which {a|5 million yuan|part=t} came from above, {b|4"
                                + " million yuan|part=t} from below, {c|6 million yuan|part=t} was for wells and {d|3"
                                + " million yuan|part=t} for roads.",
                        "sum holds t a b",
                        "sum holds t c d"),
                RuleCase.of(
                        "households and people side by side",
                        "It moved {t|540|unit=household|measure=relocated} households and"
                                + " {u|2,250|unit=person|measure=relocated} people, of which"
                                + " {a|330|unit=household|measure=relocated|part=t} households and"
                                + " {b|1,370|unit=person|measure=relocated|part=u} people went to towns and"
                                + " {c|210|unit=household|measure=relocated|part=t} households and"
                                + " {d|880|unit=person|measure=relocated|part=u} people to farms.",
                        "sum holds t a c",
                        "sum holds u b d"),
                RuleCase.of(
                        "a part that is broken down itself",
                        "The office spent {t|9 million yuan}, of which {a|5 million yuan|part=t} ({c|2 million"
                                + " yuan|part=a} for wells and {d|3 million yuan|part=a} for roads) came from above and"
                                + " {b|4 million yuan|part=t} from below.",
                        "sum holds t a b",
                        "sum holds a c d"),
                RuleCase.of(
                        "the same where the inner parts lead to the outer total",
                        "The office spent {t|90.5 million yuan}, of which {a|50.5 million yuan|part=t} ({c|20.3"
                                + " million yuan|part=t} for wells and {d|30.2 million yuan|part=t} for roads) came from"
                                + " above and {b|40 million yuan|part=t} from below.",
                        "sum holds t a b",
                        "sum holds a c d"),
                RuleCase.of(
                        "what follows a closed list",
                        "It kept {t|30|measure=counties} counties, of which {a|19|measure=counties|part=t} are"
                                + " national and {b|11|measure=counties|part=t} provincial, and gave up"
                                + " {c|5|measure=counties|part=t} others.",
                        "sum holds t a b"),
                RuleCase.of(
                        "a list that leaves nothing for its last part",
                        "Donors gave {t|44.5 million yuan}, of which {a|35.6 million yuan|part=t} was from above,"
                                + " {b|8.9 million yuan|part=t} in cash, {c|520,000 yuan|part=t} in kind.",
                        "sum warning t a b c"),
                RuleCase.of(
                        "a stray that exceeds the total alone",
                        "Donors gave {t|44.5 million yuan}, of which {a|35.6 million yuan|part=t} was from above and"
                                + " {b|8.9 million yuan|part=t} in cash, and firms promised {c|200 billion yuan|part=t}.",
                        "sum holds t a b"),
                RuleCase.of(
                        "totals that are divided respectively",
                        "The plans were respectively {s|87 million yuan} and {t|378 million yuan}, of which {a|300"
                                + " million yuan|part=t} and {b|12 million yuan|part=t} was given."),
                // --- lists that go on in the next sentence, or lead nowhere ---
                RuleCase.of(
                        "a list that goes on in the next sentence",
                        "The office spent {t|638.95 million yuan}, of which {a|248.55 million yuan|part=t} was for"
                                + " wells. It put {b|351.42 million yuan} into roads; invested {c|38.98 million yuan} in"
                                + " trees.",
                        "sum holds t a b c"),
                RuleCase.of(
                        "figures after a list that do not fill it",
                        "The office spent {t|638.95 million yuan}, of which {a|248.55 million yuan|part=t} was for"
                                + " wells. It put {b|11.42 million yuan} into roads; invested {c|38.98 million yuan} in"
                                + " trees."),
                RuleCase.of(
                        "a breakdown without links",
                        "It moved {t|22,500|unit=person|measure=relocated} people. Towns took"
                                + " {a|13,700|unit=person|measure=relocated} people, farms"
                                + " {b|7,400|unit=person|measure=relocated} and others"
                                + " {c|1,400|unit=person|measure=relocated} people.",
                        "sum holds t a b c"),
                RuleCase.of(
                        "figures beside a breakdown that adds up",
                        "It moved {h|5400|unit=household|measure=relocated} households and"
                                + " {t|22,500|unit=person|measure=relocated} people. Towns took"
                                + " {x|3,300|unit=household|measure=relocated} households and"
                                + " {a|13,700|unit=person|measure=relocated} people, farms"
                                + " {y|1,600|unit=household|measure=relocated} households and"
                                + " {b|7,400|unit=person|measure=relocated} people and others"
                                + " {z|400|unit=household|measure=relocated} households and"
                                + " {c|1,400|unit=person|measure=relocated} people.",
                        "sum warning h x y z",
                        "sum holds t a b c"),
                RuleCase.of(
                        "a total that was reached",
                        "It added {a|11|measure=counties} counties. Before that, {b|16|measure=counties} had joined."
                                + " So far the number of counties reached {t|27|measure=counties}.",
                        "sum holds t a b"),
                RuleCase.of(
                        "a total that was not",
                        "It added {a|11|measure=counties} counties. Before that, {b|16|measure=counties} had joined."
                                + " So far the number of counties reached {t|29|measure=counties}."),
                RuleCase.of(
                        "a total that the next sentence takes up by its payer",
                        "It got {s|940 million yuan}, of which {t|640 million yuan|part=s|source=central} came from"
                                + " the central government and {u|300 million yuan|part=s|source=provincial} from the"
                                + " province. The central funds include: {a|590 million yuan|source=central} for wells and"
                                + " {b|95 million yuan|source=central} for roads.",
                        "sum holds s t u",
                        "sum warning t a b"),
                RuleCase.of(
                        "the same where the parts do not say who pays",
                        "It got {s|940 million yuan}, of which {t|640 million yuan|part=s|source=central} came from"
                                + " the central government and {u|300 million yuan|part=s|source=provincial} from the"
                                + " province. The works include: {a|590 million yuan} for wells and {b|95 million yuan}"
                                + " for roads.",
                        "sum holds s t u"),
                RuleCase.of(
                        "each part beside what it brought about",
                        "It guided {t|158.81 million yuan|measure=loans} of loans, of which {a|2.5 million"
                                + " yuan|part=t|measure=loans} was spent on {b|108.29 million yuan|part=t|measure=loans}"
                                + " for firms and {c|2.5 million yuan|part=t|measure=loans} on {d|50.52 million"
                                + " yuan|part=t|measure=loans} for households.",
                        "sum holds t b d"),
                RuleCase.of(
                        "some of the people, not of the households",
                        "It moved {p|60,182|unit=person} people and {t|12,877|unit=household} households (including"
                                + " {a|30,000|unit=household|part=t} of the poor)."),
                RuleCase.of(
                        "parts of what was done that lead to a part of it",
                        "It trained {t|157,500|unit=person} people; {a|92,300|unit=person} of them learned to weave,"
                                + " {b|55,200|unit=person|part=a} to drive and {c|10,000|unit=person|part=a} to trade.",
                        "sum holds t a b c"),
                RuleCase.of(
                        "a plan is not what is divided",
                        "It trained {d|196,000|unit=person} people against a plan of {t|200,000|unit=person|planned}."
                                + " Among them, {a|139,400|unit=person|part=t} learned to weave and"
                                + " {b|11,000|unit=person|part=t} to drive."),
                // --- what does not add up by nature ---
                RuleCase.of(
                        "amounts per village",
                        "Each village got {t|4.22 million yuan|per=village}, including {a|4.36 million"
                                + " yuan|per=village|part=t} in the hills."),
                RuleCase.of(
                        "units of one dimension",
                        "It planted {t|30 mu|measure=area} of trees, including {a|1.5|unit=ha|measure=area|part=t} ha"
                                + " of pines and {b|0.5|unit=ha|measure=area|part=t} ha of oaks.",
                        "sum holds t a b"));
    }

    @Test
    void tellsWhatWasStatedAndWhatAddsUp() {
        Passage passage = Passage.of(
                "The villages got {t|11.19 billion yuan|item=village investment}, of which {a|4.2 billion yuan|part=t}"
                        + " was for wells and {b|5.398 billion yuan|part=t} for roads.");
        assertThat(passage.messages())
                .containsExactly(
                        "The two parts add up to 9.598 billion yuan, 1.592 billion yuan less than the stated total of"
                                + " 11.19 billion yuan (village investment).");
    }

    @Test
    void namesTheSlipOfOneDigit() {
        Passage passage = Passage.of(
                "Banks lent {t|5.5225 billion yuan|item=loans}, of which {a|998.5 million yuan|part=t} went to"
                        + " households and {b|2.524 billion yuan|part=t} to firms.");
        assertThat(passage.messages())
                .containsExactly(
                        "The two parts add up to 3.5225 billion yuan, 2 billion yuan less than the stated total of"
                                + " 5.5225 billion yuan (loans). One digit may be wrong: with 3.5225 billion yuan instead of"
                                + " 5.5225 billion yuan it would add up.");
    }

    @Test
    void saysWhatIsLeftWithoutThePartOfWhichNothingIsSaid() {
        Passage passage =
                Passage.of("It sent out {t|61|item=letters} letters, including {a|18|part=t} to farms, {b|7|part=t},"
                        + " {c|7|part=t} to schools, {d|24|part=t} to clinics and {e|12|part=t} to mills.");
        assertThat(passage.messages())
                .containsExactly(
                        "The five parts add up to 68, 7 more than the stated total of 61 (letters). Nothing is said"
                                + " of one part, 7; without it the others add up to the total.");
    }

    @Test
    void saysNothingOfThatWhereItDoesNotMendTheSum() {
        Passage other =
                Passage.of("It sent out {t|163|item=letters} letters, including {a|118|part=t} to farms, {b|7|part=t},"
                        + " {c|7|part=t} to schools, {d|24|part=t} to clinics and {e|12|part=t} to mills.");
        assertThat(other.messages())
                .containsExactly("The five parts add up to 168, 5 more than the stated total of 163 (letters).");
        Passage named = Passage.of(
                "It sent out {t|161|item=letters} letters, including {a|118|part=t} to farms, {b|7|part=t} to"
                        + " banks, {c|7|part=t} to schools, {d|24|part=t} to clinics and {e|12|part=t} to mills.");
        assertThat(named.messages())
                .containsExactly("The five parts add up to 168, 7 more than the stated total of 161 (letters).");
    }

    @Test
    void saysWhatTheOtherPartsLeaveForOneThatRepeatsTheTotal() {
        Passage passage = Passage.of(
                "Of the {t|84.6 million yuan|item=seed money}, {a|31.2 million yuan|part=t} went to the"
                        + " hills, {b|20.1 million yuan|part=t} to the plain and {c|84.6 million yuan|part=t} to the lakes.");
        assertThat(passage.messages())
                .containsExactly(
                        "The three parts add up to 135.9 million yuan, 51.3 million yuan more than the stated total of"
                                + " 84.6 million yuan (seed money). One part is as large as the total; the other parts leave 33.3"
                                + " million yuan for it.");
    }
}
