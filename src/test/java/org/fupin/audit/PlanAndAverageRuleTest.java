package org.fupin.audit;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanAndAverageRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"plans", "averages", "averagesOfThePoor", "averagesByPayer"})
    void judges(RuleCase ruleCase) {
        ruleCase.check();
    }

    static Stream<RuleCase> plans() {
        return Stream.of(
                RuleCase.of(
                        "done, plan and percent",
                        "A total of {p|4,000|planned|measure=villages} villages were planned, {d|4,360|measure=villages} were completed, {c|109%|completion|of=d} of the plan.",
                        "completion holds p d c"),
                RuleCase.of(
                        "another percent",
                        "A total of {p|4,000|planned|measure=villages} villages were planned, {d|4,360|measure=villages} were completed, {c|119%|completion|of=d} of the plan.",
                        "completion warning p d c"),
                RuleCase.of(
                        "the excess over the plan",
                        "A total of {p|4,000|planned|measure=villages} villages were planned, {d|4,360|measure=villages} were completed, exceeding the plan by {c|9%|completion|of=d}.",
                        "completion holds p d c"),
                RuleCase.of(
                        "a figure that the text calls the plan",
                        "In {d|4,360|measure=villages} villages it was done against a plan of {p|4,000}, completing {c|119%|completion|of=p} of the plan.",
                        "completion warning p d c"),
                RuleCase.of(
                        "a gap to the plan",
                        "It trained {d|171,600|unit=person} people, {g|11,600|unit=person|gap|above|of=d} more than planned, completing {c|107.3%|completion|of=d} of the plan.",
                        "completion holds d g c"),
                RuleCase.of(
                        "a gap that does not fit",
                        "It trained {d|171,600|unit=person} people, {g|11,600|unit=person|gap|above|of=d} more than planned, completing {c|117.3%|completion|of=d} of the plan.",
                        "completion warning d g c"),
                RuleCase.of(
                        "a plan for something else",
                        "A total of {p|60,000|planned|measure=villages} villages are planned by 2020, {d|4,360|measure=villages} were completed, {c|109%|completion|of=d} of the plan."),
                RuleCase.of(
                        "done is rounded, the percentage is of what it was before",
                        "It moved {d|28,400|unit=person|measure=relocated} people, {c|142.11%|completion|of=d} of the planned task ({p|20,000|unit=person|measure=relocated|planned} people).",
                        "completion holds p d c"),
                RuleCase.of(
                        "a percentage beyond what rounding explains",
                        "It moved {d|28,400|unit=person|measure=relocated} people, {c|148.61%|completion|of=d} of the planned task ({p|20,000|unit=person|measure=relocated|planned} people).",
                        "completion warning p d c"),
                RuleCase.of("the plan in another section", """
                        # overview
                        It helped {d|1.3728 million|unit=person|measure=poor_population} of the poor, {c|114.4%|completion|of=d} of the yearly task.
                        # management
                        The task of the year was to lift {p|1.2 million|unit=person|measure=poverty_reduced} people out of poverty.
                        """, "completion holds p d c"),
                RuleCase.of("no plan in another section", """
                        # overview
                        It helped {d|1.3728 million|unit=person|measure=poor_population} of the poor, {c|114.4%|completion|of=d} of the yearly task.
                        # management
                        In the hills {p|1.2 million|unit=person|measure=poverty_reduced} people were lifted out of poverty.
                        """),
                RuleCase.of("the plan for something else in another section", """
                        # overview
                        It helped {d|1.3728 million|unit=person|measure=poor_population} of the poor, {c|114.4%|completion|of=d} of the yearly task.
                        # training
                        The task of the year was to train {p|1.2 million|unit=person|measure=trained} people.
                        """),
                RuleCase.of(
                        "no plan is stated",
                        "It completed {d|4,360|measure=villages} villages, {c|119%|completion|of=d} of the plan."));
    }

    static Stream<RuleCase> averagesOfThePoor() {
        String text = """
                # identification
                Cards were made for {n|%s|unit=person|measure=poor_population} of the rural population.
                # funding
                The province gave {t|2,668 million yuan}. A reward of {r|1,200 yuan|per=person} was paid for each. That was {e|1,130 yuan|per=person} %s.
                """;
        return Stream.of(
                RuleCase.of(
                        "for each of the poor that another section counts",
                        text.formatted("2.36 million", "per low-income farmer"),
                        "average holds t n e"),
                RuleCase.of("for each of others", text.formatted("2.36 million", "per pupil")),
                RuleCase.of("another number of poor", text.formatted("3.36 million", "per low-income farmer")));
    }

    static Stream<RuleCase> averagesByPayer() {
        String text = "It spent {t|3.144 million yuan|per=town} per town. The provincial funds per town were"
                + " {a|1.216 million yuan|per=town|source=provincial} and the integrated funds %s"
                + " {b|%s million yuan|%s|source=department}%s.";
        return Stream.of(
                RuleCase.of(
                        "amounts for each by payer that miss that of all",
                        text.formatted("per town", "1.43", "per=town", ""),
                        "sum warning t a b"),
                RuleCase.of(
                        "amounts for each by payer that make it up",
                        text.formatted("per town", "1.928", "per=town", ""),
                        "sum holds t a b"),
                RuleCase.of("amounts for each, far from it", text.formatted("per town", "0.43", "per=town", "")),
                RuleCase.of("amounts for each of two kinds", text.formatted("per village", "1.43", "per=village", "")),
                RuleCase.of(
                        "amounts for each that are not all", text.formatted("per town", "1.43", "per=town", ", etc")));
    }

    static Stream<RuleCase> averages() {
        return Stream.of(
                RuleCase.of(
                        "few digits where the three follow one another",
                        "The bank lent {t|26.5 million yuan} to {n|3,310|unit=household} families, {e|8,000 yuan|per=household} per family.",
                        "average holds t n e"),
                RuleCase.of(
                        "few digits with something between",
                        "The bank lent {t|26.5 million yuan} to {n|3,310|unit=household} families and {m|12|measure=enterprises} firms, {e|8,000 yuan|per=household} per family."),
                RuleCase.of(
                        "few digits of something else",
                        "The bank lent {t|26.5 million yuan} to {n|3,310|unit=household} families, {e|3,000 yuan|per=household} per family less than before."),
                RuleCase.of(
                        "a total in the sentence before that is enough for fewer",
                        "For the young herders {t|13.65 million yuan} was put aside. {n|12,000|unit=person} of them got {e|1,300 yuan|per=person|standard} each.",
                        "average warning t n e"),
                RuleCase.of(
                        "one that is enough for no round number",
                        "For the young herders {t|13.62 million yuan} was put aside. {n|12,000|unit=person} of them got {e|1,300 yuan|per=person|standard} each."),
                RuleCase.of(
                        "one that is stated too roughly to tell",
                        "For the young herders {t|13 million yuan} was put aside. {n|12,000|unit=person} of them got {e|1,300 yuan|per=person|standard} each."),
                RuleCase.of(
                        "one that is enough for more",
                        "For the young herders {t|18.59 million yuan} was put aside. {n|12,000|unit=person} of them got {e|1,300 yuan|per=person|standard} each."),
                RuleCase.of(
                        "two totals before",
                        "For the herders {u|5.2 million yuan} and {t|13.65 million yuan} was put aside. {n|12,000|unit=person} of them got {e|1,300 yuan|per=person|standard} each."),
                RuleCase.of(
                        "total, count and amount for each",
                        "The {t|30 million yuan} went to {n|four|value=4|measure=counties} counties, {e|7.5 million yuan|per=county} for each.",
                        "average holds t n e"),
                RuleCase.of(
                        "rounded",
                        "It put {t|2.33082 billion yuan} into {n|552|measure=villages} villages, {e|4.22 million yuan|per=village} per village.",
                        "average holds t n e"),
                RuleCase.of(
                        "an area known to hundreds",
                        "It built {n|5397} houses of {t|386,100|unit=m2|measure=area} square meters, {e|71.55|unit=m2|measure=area|per=other} square meters per house.",
                        "average holds t n e"),
                RuleCase.of(
                        "another amount",
                        "It put {t|2.33082 billion yuan} into {n|552|measure=villages} villages, {e|4.52 million yuan|per=village} per village.",
                        "average warning t n e"),
                RuleCase.of(
                        "another average, further off",
                        "It chose {n|4,600|measure=villages} villages and gave {t|782 million yuan}, averagely {e|190,000 yuan|per=village} per village.",
                        "average warning t n e"),
                RuleCase.of(
                        "an amount that has nothing to do with them",
                        "It chose {n|4,600|measure=villages} villages and gave {t|782 million yuan}, with a grant of {e|50,000 yuan|per=village} per village."),
                RuleCase.of(
                        "a rule for each is no average",
                        "It chose {n|4,600|measure=villages} villages and gave {t|782 million yuan}, at {e|180,000 yuan|per=village|standard} per village."),
                RuleCase.of(
                        "the wrong kind of count",
                        "The {t|30 million yuan} went to {n|four|value=4|measure=villages} villages, {e|7.5 million yuan|per=county} for each county."));
    }
}
