package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlausibilityRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"magnitudes", "sharesOfFew", "households", "years", "malformed"})
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> magnitudes() {
        return Stream.of(
                RuleCase.of(
                        "more households than the province can have",
                        "It supported {a|1.02683 billion|unit=household} poor households.",
                        "plausibility error a"),
                RuleCase.of("many households", "It supported {a|10.2683 million|unit=household} poor households."),
                RuleCase.of(
                        "more people than the province has",
                        "It lifted {a|90 million|unit=person} people out of poverty.",
                        "plausibility error a"),
                RuleCase.of(
                        "registered people may outnumber residents",
                        "It counted {a|52 million|unit=person} registered people."),
                RuleCase.of(
                        "a person can be trained twice", "It trained {a|90 million|unit=person-time} person-times."),
                RuleCase.of(
                        "another place",
                        "There are {a|128 million|unit=person|region=China} poor people in the country."),
                RuleCase.of(
                        "a share beyond the whole",
                        "Women made up {a|140.7%|share} of the trainees.",
                        "plausibility error a"),
                RuleCase.of(
                        "a poverty line above the income that it is compared with",
                        "The line is {l|3,900 yuan|measure=poverty_line|per=person|standard}, {a|130.5%|share|of=l|measure=poverty_line} of the income of farmers.",
                        "plausibility warning a"),
                RuleCase.of(
                        "a poverty line below it",
                        "The line is {l|3,900 yuan|measure=poverty_line|per=person|standard}, {a|40.5%|share|of=l|measure=poverty_line} of the income of farmers."),
                RuleCase.of(
                        "an income above another is no share",
                        "Farmers had {l|6,900 yuan|measure=income|per=person}, {a|104.5%|share|of=l|measure=income} of the average."),
                RuleCase.of("repaid in advance", "The repayment rate was {a|100.6%|measure=repayment_rate}."),
                RuleCase.of(
                        "a poverty rate beyond everyone",
                        "The poverty rate was {a|140%|measure=poverty_rate}.",
                        "plausibility error a"),
                RuleCase.of("more than doubled", "Funds were up {a|122%|growth|up}."),
                RuleCase.of("less than nothing", "Funds were down {a|122%|growth|down}.", "plausibility error a"));
    }

    static Stream<RuleCase> sharesOfFew() {
        return Stream.of(
                RuleCase.of(
                        "a share of few things that none of them makes",
                        "Of what was begun, {s|62.3%|share|doubt=no_whole} of the {n|9|measure=facilities} dams were finished.",
                        "plausibility warning s n"),
                RuleCase.of(
                        "one that six of them make",
                        "Of what was begun, {s|66.7%|share|doubt=no_whole} of the {n|9|measure=facilities} dams were finished."),
                RuleCase.of(
                        "one that is rounded",
                        "Of what was begun, {s|62%|share|doubt=no_whole} of the {n|9|measure=facilities} dams were finished."),
                RuleCase.of(
                        "a share of many",
                        "Of what was begun, {s|62.3%|share|doubt=no_whole} of the {n|914|measure=facilities} dams were finished."),
                RuleCase.of(
                        "a share of what they hold",
                        "It took {s|62.3%|share|doubt=no_whole} of the {n|9|measure=facilities} new dams' water."),
                RuleCase.of(
                        "a share of something else",
                        "It took {s|62.3%|share|doubt=no_whole} of the money for the {n|9|measure=facilities} dams."));
    }

    static Stream<RuleCase> households() {
        return Stream.of(
                RuleCase.of(
                        "families", "It moved {a|1,109|unit=household} households and {b|4,547|unit=person} people."),
                RuleCase.of(
                        "fewer people than households",
                        "It moved {a|38,600|unit=household} poor households and {b|31,500|unit=person} people.",
                        "plausibility error a b"),
                RuleCase.of(
                        "families of thirty",
                        "It moved {a|1,109|unit=household} households with {b|33,270|unit=person} people.",
                        "plausibility warning a b"),
                RuleCase.of(
                        "people of other households",
                        "It moved {a|38,600|unit=household} households and trained {b|31,500|unit=person} people."));
    }

    static Stream<RuleCase> years() {
        return Stream.of(
                RuleCase.of(
                        "a digit of a year",
                        "The works begun in 2010 are done, those begun in 2001 nearly; those of 2012 are planned.",
                        "plausibility warning @49"),
                RuleCase.of(
                        "a year that is there already",
                        "The works begun in 2010 are done, those begun in 2001 nearly; those of 2011 and 2012 are planned."),
                RuleCase.of("an earlier plan", "The outline of 2001 ended in 2010, that of 2011 will end in 2020."),
                RuleCase.of("an old road", "The road of 1998 was mended in 2010 and again in 2012."),
                RuleCase.of(
                        "done in the next year",
                        "In 2013, the province built {a|112 km|unit=km|period=2013} of roads and {b|14|unit=1|period=2013} bridges.",
                        "plausibility warning a b"),
                RuleCase.of(
                        "planned for the next year",
                        "In 2013, the province will build {a|112 km|unit=km|planned|period=2013} of roads."),
                RuleCase.of(
                        "a month of the next year",
                        "By January 2013, the province had built {a|112 km|unit=km|period=2013-01} of roads."),
                RuleCase.of("an earlier year", "In 2010, the province built {a|112 km|unit=km|period=2010} of roads."),
                RuleCase.of(
                        "money is no year",
                        "Incomes rose from {a|2001 yuan|period=2010} in 2010, far below 2,012 yuan, and in 2012."));
    }

    static Stream<RuleCase> malformed() {
        return Stream.of(
                RuleCase.of(
                        "a repaired number",
                        "It moved {a|62.100|value=62100|unit=person|repaired} people.",
                        "malformed warning a"),
                RuleCase.of("a sound one", "It moved {a|62,100|unit=person} people."));
    }

    @Test
    void saysWhichIncomeAPovertyLineWouldMean() {
        assertThat(Passage.of("The line is {l|3,900 yuan|measure=poverty_line|per=person|standard},"
                                + " {a|130%|share|of=l|measure=poverty_line|item=line} of the income of farmers.")
                        .messages())
                .containsExactly(
                        "130% (line) is stated: the income that 3,900 yuan is compared with would be 3,000 yuan, less"
                                + " than the poverty line itself.");
    }

    @Test
    void saysWhatTheRelationsOfTheTextMakeOfARepairedNumber() {
        String text = "It built {t|%s|value=24317|repaired|item=wells} wells (including {a|1,814|part=t} deep ones%s).";
        String read = "24 317 (wells): this is not a well-formed number; it was read as 24,317.";
        assertThat(Passage.of(text.formatted("24 317", " and {b|2,603|part=t} others"))
                        .messages())
                .contains(read + " The parts stated with it make 4,417: 1,814 + 2,603.");
        assertThat(Passage.of(text.formatted("24 317", "")).messages()).containsExactly(read);
        assertThat(Passage.of(text.formatted("24 317", " and {b|22,503|part=t} others"))
                        .messages())
                .contains(read + " With this reading a stated sum holds.");
    }

    @Test
    void namesTheWholeOfAShareWithoutDoubtingIt() {
        assertThat(Passage.of(
                                "Here {s|62.3%|share|doubt=no_whole} of the {n|9|item=dams|measure=facilities} dams stand.")
                        .messages())
                .containsExactly("62.3% of 9 (dams) would be 5.6: no whole number of them makes this percentage.");
    }
}
