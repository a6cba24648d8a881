package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.finding.FindingRule;
import org.fupin.report.MarkedReport;
import org.fupin.report.figure.FigureIndex;
import org.junit.jupiter.api.Test;

/** What is said of the other amounts of an indicator, and which are none. */
class AlternativesTest {

    @Test
    void partsOfTheFigureOrOfAnotherAmountAreNone() {
        Choice trained = choice(report("""
                # training | Training
                Courses reached {a|9,000|trained|level|9000|person|farmers}. Of {b|5,000|trained|level|5000|person|officials} \
                {c|3,000|trained|level|3000|person|clerks|part=b} were clerks, {d|800|trained|level|800|person|young clerks|part=c} \
                of these young; of the farmers {e|4,000|trained|level|4000|person|women|part=a} were women.
                """), Indicator.TRAINED);
        assertThat(trained.note()).isEqualTo("Largest of 2 stated, the other 5,000 persons under \"Training\"");
    }

    @Test
    void whatAddsUpToAnAmountIsPartOfIt() {
        MarkedReport report = report("""
                # training | Training
                Courses reached {a|9,000|trained|level|9000|person|farmers}: in spring {b|5,000|trained|level|5000|person|farmers}, \
                in autumn {c|4,000|trained|level|4000|person|farmers}.
                """);
        assertThat(choice(report, Indicator.TRAINED).note()).isEmpty();
        MarkedReport fails = report("""
                # training | Training
                Courses reached {a|9,000|trained|level|9000|person|farmers}: in spring {b|5,000|trained|level|5000|person|farmers}, \
                in autumn {c|3,000|trained|level|3000|person|farmers}.
                """);
        assertThat(choice(fails, Indicator.TRAINED).among().others()).isEqualTo(2);
        assertThat(choice(fails.finding(FindingRule.SUM, false, "a", "b", "c"), Indicator.TRAINED)
                        .note())
                .isEmpty();
    }

    @Test
    void whatPayersGiveIsNoOtherTotal() {
        String text = """
                # funding | Funds
                {t|90 million yuan|funds|level|90000000|CNY|anti-poverty funds} were put in. \
                The state gave {c|40 million yuan|funds|level|40000000|CNY|anti-poverty funds|%s}.
                """;
        assertThat(choice(report(text.formatted("source=central")), Indicator.FUNDS)
                        .note())
                .isEmpty();
        assertThat(choice(report(text.formatted("source=fiscal")), Indicator.FUNDS)
                        .note())
                .isEqualTo("Largest of 2 stated, the other 40 million Yuan under \"Funds\"");
    }

    /** All are counted only where no other figure of the measure may be one, too. */
    @Test
    void whatMayBeOneMakesTheNumberUncertain() {
        String text = """
                # village | Villages
                Village advancement began in {a|480|villages|level|480|1|villages}, and {b|90|villages|level|90|1|villages}.
                # infrastructure | Roads
                Surveyors counted {c|%s|villages|level|%s|1|villages}%s.
                """;
        assertThat(choice(report(text.formatted("70", "70", "")), Indicator.VILLAGES)
                        .note())
                .isEqualTo("Largest of several stated, the next 90 under \"Villages\"");
        assertThat(choice(report(text.formatted("700", "700", "")), Indicator.VILLAGES)
                        .among()
                        .brief())
                .isEqualTo("One of several stated");
    }

    @Test
    void whatStandsInTheFiguresOwnSectionIsSaid() {
        Choice relocated = choice(report("""
                        # relocation | Relocation
                        It moved {a|3,100|relocated|level|3100|person|people}.
                        For the reservoir {b|8,000|relocated|level|8000|person|people} were moved.
                        """), Indicator.RELOCATED);
        assertThat(relocated.note())
                .isEqualTo("One of several stated; 8,000 persons under \"Relocation\" may be another");
    }

    @Test
    void theSamePeopleInHouseholdsAreNone() {
        Choice relocated = choice(report("""
                # relocation | Relocation
                It moved {a|900|relocated|level|900|household|households} and {b|3,100|relocated|level|3100|person|people}.
                """), Indicator.RELOCATED);
        assertThat(relocated.note()).isEmpty();
        assertThat(choice(report("""
                        # relocation | Relocation
                        It moved {a|3,100|relocated|level|3100|person|people} and {b|800|relocated|level|800|person|people}.
                        """), Indicator.RELOCATED).note())
                .isEqualTo("Largest of 2 stated, the other 800 persons under \"Relocation\"");
    }

    @Test
    void theOtherAmountOfAnotherSectionIsSaid() {
        Choice subsidy = choice(report("""
                # industry | Companies
                {a|90 million yuan|interest_subsidy|level|90000000|CNY|interest subsidies} was given to companies.
                # credit | Small loans
                {b|50 million yuan|interest_subsidy|level|50000000|CNY|interest subsidies} was given to farmers.
                """), Indicator.INTEREST_SUBSIDY);
        assertThat(subsidy.note()).isEqualTo("Largest of 2 stated, the other 50 million Yuan under \"Small loans\"");
        assertThat(subsidy.among().brief()).isEqualTo("Largest of 2 stated");
    }

    @Test
    void aLargerOneOfAnotherSectionIsNamed() {
        Choice villages = choice(report("""
                # village | Villages
                Village advancement began in {a|480|villages|level|480|1|villages} and {b|12|villages|level|12|1|towns}.
                # social | Society
                Work teams supported {c|5,000|villages|level|5000|1|villages}.
                """), Indicator.VILLAGES);
        assertThat(villages.note()).isEqualTo("One of 3 stated, the largest 5,000 under \"Society\"");
    }

    @Test
    void noPlanStockPlaceOrRepetitionOfAnotherSectionIsOne() {
        Choice loans = choice(report("""
                # credit | Credit
                Banks issued {a|900 million yuan|loans|level|900000000|CNY|discount loans}.
                # mutual_funds | Mutual funds
                Societies will lend {b|5 million yuan|loans|level|5000000|CNY|loans|status=planned}, \
                lent {c|6 million yuan|loans|level|6000000|CNY|loans|period=2012} a year before, had a \
                balance of {d|7 million yuan|loans|level|7000000|CNY|loans}; those of one county lent \
                {e|8 million yuan|loans|level|8000000|CNY|loans|region=Tongwei_County}; banks lent \
                {f|901 million yuan|loans|level|901000000|CNY|discount loans}.
                """), Indicator.LOANS);
        assertThat(loans.note()).isEmpty();
    }

    @Test
    void villagesOfWhichNothingIsDoneAreNone() {
        Choice villages = choice(report("""
                # village | Villages
                Village advancement began in {a|480|villages|level|480|1|villages}.
                # infrastructure | Roads
                Surveyors counted {b|5,000|villages|level|5000|1|villages}.
                """), Indicator.VILLAGES);
        assertThat(villages.note()).isEmpty();
    }

    /** Whatever else the payer's money is, it gave more than that: nothing is the largest beside it. */
    @Test
    void noAmountOfAPayerIsTheLargestBesideAnyOfMore() {
        String text = """
                # social | Social work
                Aiding units gave {a|40 million yuan|funds|level|40000000|CNY|aid|source=social} and later \
                {b|30 million yuan|funds|level|30000000|CNY|aid|source=social}.
                # industry | Industry
                Under contracts they introduced {c|%s million yuan|funds|level|%s000000|CNY|introduced funds|source=social}.
                """;
        assertThat(choice(report(text.formatted("20", "20")), Indicator.FUNDS_SOCIAL)
                        .note())
                .as("the third is counted, but as no certain one")
                .isEqualTo("Largest of several stated, the next 30 million Yuan under \"Social work\"");
        assertThat(choice(report(text.formatted("90", "90")), Indicator.FUNDS_SOCIAL)
                        .note())
                .isEqualTo("One of several stated, the largest 90 million Yuan under \"Industry\"");
    }

    /** What tells the amounts of two payers in one is no more money of either; what rounds an amount is not more than it. */
    @Test
    void theSumOfTwoPayersIsNoMoreOfOne() {
        String text = """
                # funding | Funds
                Under contracts companies and their staff gave {t|%s|funds|level|%s|CNY|funds of all|source=enterprise}.
                # social | Social work
                Companies gave {a|219 million yuan|funds|level|219000000|CNY|aid|source=enterprise}, staff gave \
                {b|387 million yuan|funds|level|387000000|CNY|aid|source=social}.
                """;
        assertThat(choice(report(text.formatted("606 million yuan", "606000000")), Indicator.FUNDS_ENTERPRISE)
                        .note())
                .isEmpty();
        assertThat(choice(report(text.formatted("219.02 million yuan", "219020000")), Indicator.FUNDS_ENTERPRISE)
                        .note())
                .doesNotContain("stated");
        assertThat(choice(report(text.formatted("616 million yuan", "616000000")), Indicator.FUNDS_ENTERPRISE)
                        .note())
                .isEqualTo("One of several stated, the largest 616 million Yuan under \"Funds\"");
    }

    /** A range is no sum of two amounts, and nothing that counts them fails on it. */
    @Test
    void aRangeIsNoSumOfTwoPayers() {
        Choice choice = choice(report("""
                        # funding | Funds
                        They gave {t|600 million to 700 million yuan|funds|level|600000000..700000000|CNY|funds|source=enterprise}.
                        # social | Social work
                        Companies gave {a|219 million yuan|funds|level|219000000|CNY|aid|source=enterprise}.
                        """), Indicator.FUNDS_ENTERPRISE);

        assertThat(choice.figure().observation().text()).isEqualTo("219 million yuan");
    }

    /** Money for the sick is no second statement of the funds of poverty alleviation. */
    @Test
    void moneyOfAnotherKindIsNoStatementOfTheTotal() {
        String text = """
                # overview | Overview
                {a|90 million yuan|funds|level|90000000|CNY|anti-poverty funds} was put in. The offices issued \
                {b|700 million yuan|funds|level|700000000|CNY|%s relief funds} of %s relief funds.
                """;
        assertThat(choice(report(text.formatted("medical", "medical")), Indicator.FUNDS)
                        .note())
                .isEmpty();
        assertThat(choice(report(text.formatted("poverty", "poverty")), Indicator.FUNDS)
                        .note())
                .isNotEmpty();
    }

    /** A batch that the year completed was moved in it and the year before; whom a project covers may not have moved. */
    @Test
    void aBatchThatWasMovedComesBeforeThoseCovered() {
        String text = """
                # relocation | Relocation
                {a|17,000|relocated|level|17000|person|people|period=2012/2013}%s.
                Houses for {b|26,000|relocated|level|26000|person|people} were begun.
                """;
        assertThat(choice(report(text.formatted(" people were relocated")), Indicator.RELOCATED)
                        .figure()
                        .text())
                .isEqualTo("17,000 persons");
        assertThat(choice(report(text.formatted(" people were registered")), Indicator.RELOCATED)
                        .figure()
                        .text())
                .isEqualTo("26,000 persons");
    }

    private static MarkedReport report(String text) {
        return MarkedReport.empty("CN-QH", 2013).text(text);
    }

    private static Choice choice(MarkedReport report, Indicator indicator) {
        return new HeadlineChooser(new FigureIndex(report.provinceYear()), "CN-QH", 2013).choice(indicator);
    }
}
