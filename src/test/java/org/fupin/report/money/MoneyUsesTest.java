package org.fupin.report.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.Programme;
import org.fupin.reference.Regions;
import org.fupin.report.GoldProvinceYears;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.page.ReadReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyUsesTest {

    private static Funding funding(String text) {
        return ProvinceYearReport.of(
                        MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load())
                .funding();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PROGRAMME; The province allocated {a|30 million yuan|funds|level|30000000|CNY|funds} to villages.",
                "PLAN; It plans to spend {a|30 million yuan|funds|level|30000000|CNY|funds|status=planned}.",
                "LOANS; Banks lent {a|30 million yuan|loans|level|30000000|CNY|loans} to villages.",
                "CONTRACT; Agreements of {a|30 million yuan|funds|level|30000000|CNY|funds} were signed.",
                "TRADE; Trade of {a|30 million yuan|funds|level|30000000|CNY|funds} was done.",
                "STOCK; The mutual funds amounted to {a|30 million yuan|funds|level|30000000|CNY|mutual funds}.",
                "PROGRAMME; It allocated {a|30 million yuan|funds|level|30000000|CNY|mutual funds} to villages.",
                "STOCK; There were {a|30 million yuan|funds|level|30000000|CNY|funds|period=2013-12-31} in all.",
                "BROUGHT_IN; Units introduced {a|30 million yuan|funds|level|30000000|CNY|funds} to villages.",
                "BROUGHT_IN; They spent {a|30 million yuan|funds|level|30000000|CNY|funds|source=enterprise}.",
                "STOCK; As of the end of May {h|90|villages|level|90|1|villages} had got {a|30 million yuan|funds|level|30000000|CNY|funds}.",
                "STOCK; It put in {a|30 million yuan|funds|level|30000000|CNY|funds} for wells, and for long (2010-2014).",
                "OTHER; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} to each of the counties.",
                "OTHER; The income is to be {a|300000 yuan|funds|level|300000|CNY|income|status=planned}.",
                "PROGRAMME; It put {a|30 million yuan|funds|level|30000000|CNY|funds} into \"one farm one contract\".",
                "PROGRAMME; It arranged {a|30 million yuan|funds|level|30000000|CNY|funds} of balance transfer payments.",
                "LOANS; Mutual funds of {a|30 million yuan|funds|level|30000000|CNY|mutual funds} were issued to {h|900|households|level|900|household|households}.",
                "PROGRAMME; Mutual funds of {a|30 million yuan|funds|level|30000000|CNY|mutual funds} were issued to {h|90|villages|level|90|1|villages}.",
                "UNASSIGNED; It gave condolence payments of {a|30 million yuan|funds|level|30000000|CNY|payments}.",
                "PROGRAMME; They signed a contract and donated {a|30 million yuan|funds|level|30000000|CNY|funds}.",
                "OTHER; It spent {a|3000 yuan|funds|level|3000|CNY|funds} on students.",
                "BASE; It is {s|40%|funds|share|40|percent|funds} of the {a|30 million yuan|funds|level|30000000|CNY|funds}."
            })
    void eachAmountHasOneTitle(MoneyUse use, String sentence) {
        List<FundingAmount> amounts =
                funding("# village | Villages\n" + sentence).amounts();
        assertThat(amounts).singleElement().extracting(FundingAmount::use).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RELOCATION; village; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} to help and promote relocation.",
                "CREDIT; industry; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} of interest subsidies.",
                "SOCIAL; industry; It got {a|30 million yuan|funds|level|30000000|CNY|donated funds}.",
                "PAIRING; pairing; It got {a|30 million yuan|funds|level|30000000|CNY|donated funds|source=counterpart}.",
                "VILLAGE; village; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} to roads.",
                "VILLAGE; village; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} (not including relocation funds).",
                "VILLAGE; village; It gave {a|30 million yuan|funds|level|30000000|CNY|funds} for uses other than relocation."
            })
    void theWordsBesideAnAmountNameItsProgramme(Programme programme, String section, String sentence) {
        assertThat(funding("# " + section + " | A section\n" + sentence).byProgramme())
                .extracting(Funding.ProgrammeLine::programme)
                .containsExactly(programme);
    }

    /** 48.5 are 30 and 10 and the 8.5 that its own sentence names; 58.5 are not. */
    @ParameterizedTest
    @CsvSource({"48.5 million, 48500000, 1", "58.5 million, 58500000, 3"})
    void amountsThatOtherSentencesListOfATotalAreNotCountedBesideIt(String text, String value, int counted) {
        Funding funding = funding("""
                # industry | Industry
                {t|%s yuan|funds|level|%s|CNY|funds} were spent, of which \\
                {n|8.5 million yuan|funds|level|8500000|CNY|funds|part=t} was central.
                They spent {a|30 million yuan|funds|level|30000000|CNY|funds} on barns and \\
                {b|10 million yuan|funds|level|10000000|CNY|funds} on fences.
                """.formatted(text, value));
        assertThat(funding.amounts().stream().filter(FundingAmount::inProgramme))
                .hasSize(counted);
    }

    @Test
    void theYearsTotalIsNoMoneyOfTheProgrammeWhoseSectionNamesIt() {
        ProvinceYearReport gansu = ReadReports.of(ReadReports.SAMPLE).get("CN-GS-2012");
        assertThat(gansu.funding().byProgramme())
                .filteredOn(line -> line.programme() == Programme.INDUSTRY)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.sum()).isEqualByComparingTo("684000000");
                    assertThat(line.largestAmount()).isEqualByComparingTo("684000000");
                });
    }

    @Test
    void anAmountLargerThanTheHeadlineTotalStandsApart() {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds} were spent in all.
                # village | Villages
                {a|70 million yuan|funds|level|70000000|CNY|funds} were given to villages.
                """);
        assertThat(funding.byProgramme()).isEmpty();
        assertThat(funding.apart()).extracting(FundingAmount::use).containsExactly(MoneyUse.LARGER);
    }

    @Test
    void anAmountMayBeLargerThanATotalOfGovernmentsAlone() {
        Funding funding = funding("""
                # funding | Funds
                Governments spent {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds|source=fiscal} in all.
                # village | Villages
                {a|70 million yuan|funds|level|70000000|CNY|funds of all kinds} and \
                {b|60 million yuan|funds|level|60000000|CNY|fiscal funds|source=fiscal} were given to villages.
                """);
        assertThat(funding.byProgramme()).singleElement().satisfies(line -> assertThat(line.counted())
                .extracting(Figure::text)
                .containsExactly("70 million Yuan"));
        assertThat(funding.hasProgrammeOverTotal()).isTrue();
        assertThat(funding.apart()).extracting(FundingAmount::use).containsExactly(MoneyUse.LARGER);
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "8, 2"})
    void partsOfTheTotalAreMoneyOfTheProgrammeThatTheyAreFor(String industry, int ofIndustry) {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds|source=fiscal} were spent, of which \
                {a|30 million yuan|funds|level|30000000|CNY|funds|part=t} was used to relocate farmers, \
                {b|9 million yuan|funds|level|9000000|CNY|funds|part=t} was for industrial development and \
                {c|11 million yuan|funds|level|11000000|CNY|funds|part=t} was for all else.
                # industry | Industry
                {d|%s million yuan|funds|level|%s000000|CNY|funds} were given to farms.
                """.formatted(industry, industry));
        assertThat(funding.byProgramme())
                .extracting(
                        Funding.ProgrammeLine::programme, line -> line.counted().size())
                .containsExactly(tuple(Programme.INDUSTRY, ofIndustry), tuple(Programme.RELOCATION, 1));
    }

    /** What was given in the year is no stock because another section tells it with the year's end. */
    @ParameterizedTest
    @CsvSource({"medical relief funds for all, 0", "road building funds, 1"})
    void theBetterDatedMentionOfAnAmountRules(String item, int stocks) {
        Funding funding = funding("""
                # overview | Overview
                In the year {a|3 billion yuan|funds|level|3000000000|CNY|medical relief funds to help people} were given.
                # public_service | Health
                As of the end of May, {b|3 billion yuan|funds|level|3000000000|CNY|%s} had been given.
                """.formatted(item));
        assertThat(funding.apart())
                .filteredOn(amount -> amount.use() == MoneyUse.STOCK)
                .hasSize(stocks);
        assertThat(funding.byProgramme())
                .as("it is its section's money instead")
                .hasSize(1 - stocks);
    }

    /** What the total says that it leaves out may be more than it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"' (not including those of offices)'; 1", "' (of which those of offices)'; 0"})
    void aTotalThatLeavesMoneyOutMayBeLessThanAProgrammes(String aside, int programmes) {
        Funding funding = funding("""
                # funding | Funds
                Governments gave {t|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=fiscal} of anti-poverty funds%s.
                # public_service | Health
                Governments gave {a|300 million yuan|funds|level|300000000|CNY|funds|source=fiscal} for care.
                """.formatted(aside));
        assertThat(funding.byProgramme()).hasSize(programmes);
        assertThat(funding.apart())
                .filteredOn(amount -> amount.use() == MoneyUse.LARGER)
                .hasSize(1 - programmes);
    }

    /** A company's works in a county are no money for it; what a donor gives the county is. */
    @ParameterizedTest
    @CsvSource({"enterprise, BROUGHT_IN", "social, PLACE"})
    void aCompanyInvestsInItsBusinessWhereverItIs(String payer, MoneyUse use) {
        Funding funding = funding("""
                # social | Social work
                {a|30 million yuan|funds|level|30000000|CNY|funds|source=%s region=Tongwei_County} was put in there.
                """.formatted(payer));
        assertThat(funding.apart()).extracting(FundingAmount::use).containsExactly(use);
    }

    /** Without a total the cover shows what no programme does. */
    @ParameterizedTest
    @CsvSource({"no number, 2", "'{t|90 million yuan|funds|level|90000000|CNY|anti-poverty funds}', 1"})
    void moneyOfNoProgrammeHasABarWhereThereIsNoTotal(String total, int bars) {
        Funding funding = funding("""
                # training | Training
                {b|4 million yuan|funds|level|4000000|CNY|funds} was given.
                # other | Projects
                Newly added development funds of {a|45 million yuan|funds|level|45000000|CNY|development funds} came.
                # funding | Funds
                Of funds it states %s.
                """.formatted(total));
        assertThat(funding.useBars())
                .extracting(Funding.Bar::label)
                .hasSize(bars)
                .contains("Training and Rain Plan");
    }

    /** A section on all programmes tells two payers' money in one; it is not told a third time. */
    @ParameterizedTest
    @CsvSource({"606, 0", "616, 1"})
    void theSumOfTwoPayersIsNoOtherMoney(String sum, int apart) {
        Funding funding = funding("""
                # funding | Funds
                Firms and their staff introduced {t|%s million yuan|funds|level|%s000000|CNY|introduced funds}.
                # social | Social work
                Firms gave {a|219 million yuan|funds|level|219000000|CNY|aid|source=enterprise}, staff gave \
                {b|387 million yuan|funds|level|387000000|CNY|aid|source=social}.
                """.formatted(sum, sum));
        assertThat(funding.apart()).hasSize(apart);
    }

    @Test
    void aHeadingOfNoProgrammeMakesNone() {
        Funding funding = funding("""
                # other | Projects
                {a|70 million yuan|funds|level|70000000|CNY|funds} were given, and \
                {b|3 million yuan|funds|level|3000000|CNY|funds} of donated funds.
                """);
        assertThat(funding.byProgramme())
                .extracting(Funding.ProgrammeLine::programme)
                .containsExactly(Programme.SOCIAL);
        assertThat(funding.apart()).extracting(FundingAmount::use).containsExactly(MoneyUse.UNASSIGNED);
    }

    @Test
    void aPlaceOfAContiguousAreaIsOfTheProgramme() {
        assertThat(funding(
                                "# contiguous | Areas\nThe hills got {a|30 million yuan|funds|level|30000000|CNY|funds|region=Greenhills}.")
                        .byProgramme())
                .hasSize(1);
        assertThat(funding(
                                "# village | Villages\nThe hills got {a|30 million yuan|funds|level|30000000|CNY|funds|region=Greenhills}.")
                        .byProgramme())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", ", of all"})
    void theLargestAmountIsAsStatedAndNeverASum(String between) {
        assertThat(funding("""
                        # science | Science
                        The state gave {a|30 million yuan|funds|level|30000000|CNY|funds|source=central} %s the county \
                        {b|5 million yuan|funds|level|5000000|CNY|funds|source=local}.
                        """.formatted(between)).byProgramme())
                .singleElement()
                .satisfies(line -> assertThat(line.largestAmount()).isEqualByComparingTo("30000000"));
    }

    /** What is told twice under two headings is one amount, two round amounts of one section are two. */
    @ParameterizedTest
    @CsvSource({"funds for small loans, 2", "discount funds for companies, 1"})
    void twoRoundAmountsOfASectionAreOneOnlyIfOfOneThing(String item, int amounts) {
        assertThat(funding("""
                        # credit | Credit
                        {a|20 million yuan|funds|level|20000000|CNY|discount funds for companies} went to companies, \
                        {b|20 million yuan|funds|level|20000000|CNY|%s} to the banks.
                        """.formatted(item)).byProgramme())
                .singleElement()
                .satisfies(line -> assertThat(line.counted()).hasSize(amounts));
    }

    /** Each stands under a title of its own, with what is in no sum. */
    @ParameterizedTest
    @CsvSource({
        "period=2011/2013, STOCK",
        "period=2012, OTHER_YEARS",
        "period=2009/2011, OTHER_YEARS",
        "region=Greenhills_County, PLACE"
    })
    void moneyOfOtherYearsOrOfAPlaceStandsApart(String options, MoneyUse use) {
        assertThat(funding("""
                        # village | Villages
                        {a|30 million yuan|funds|level|30000000|CNY|funds|%s} was spent.
                        """.formatted(options)).apart())
                .extracting(FundingAmount::use)
                .containsExactly(use);
    }

    /** Its section tells where the money was told of, not what it is; unless the payer is only inferred from the section. */
    @ParameterizedTest
    @CsvSource({"source=social,SOCIAL", "source=social doubt=far_source,INDUSTRY", "source=provincial,INDUSTRY"})
    void whatAidingUnitsGiveIsMoneyOfSociety(String options, Programme programme) {
        Funding funding = funding("""
                # industry | Industry
                Leaders and firms gave {a|130 million yuan|funds|level|130000000|CNY|relief funds|%s}.
                """.formatted(options));
        assertThat(funding.byProgramme())
                .extracting(Funding.ProgrammeLine::programme)
                .containsExactly(programme);
    }

    @Test
    void whatIsGivenPerYearWasGivenInTheYear() {
        Funding funding = funding("""
                # pairing | Pairing
                The partner gives {a|30 million yuan per year|funds|level|30000000|CNY|aid|per=year source=counterpart} and \
                {b|2 million yuan per village|funds|level|2000000|CNY|aid|per=village source=counterpart}.
                """);
        assertThat(funding.byProgramme()).singleElement().satisfies(line -> assertThat(line.counted())
                .extracting(Figure::number)
                .containsExactly(1));
    }

    /** Neither the total told again, nor a payer's amount in more digits, nor what a programme tells. */
    @Test
    void generalMoneyThatNoHeadlineShowsIsOfNoProgramme() {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds} were spent, of which \
                {c|20 million yuan|funds|level|20000000|CNY|funds|part=t source=central} was central. \
                The state gave {d|20.02 million yuan|funds|level|20020000|CNY|anti-poverty funds|source=central}, \
                {r|7 million yuan|funds|level|7000000|CNY|a reward} came on top, and {w|4 million yuan|funds|level|4000000|CNY|funds}.
                # village | Villages
                {v|4 million yuan|funds|level|4000000|CNY|funds} were given to villages.
                """);
        assertThat(funding.apart())
                .extracting(amount -> amount.figure().text(), FundingAmount::use)
                .containsExactly(tuple("7 million Yuan", MoneyUse.UNASSIGNED));
    }

    @Test
    void whatTheTotalIsUsedForIsShown() {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds} were allocated: \
                {c|20 million yuan|funds|level|20000000|CNY|funds|part=t source=central} and \
                {p|30 million yuan|funds|level|30000000|CNY|funds|part=t source=provincial}.
                {r|10 million yuan|funds|level|10000000|CNY|funds for yards|part=t} went into yards and \
                {w|40 million yuan|funds|level|40000000|CNY|funds for wells|part=t} into wells.
                """);
        assertThat(funding.apart())
                .extracting(amount -> amount.figure().text(), FundingAmount::use)
                .containsExactly(tuple("40 million Yuan", MoneyUse.BY_USE), tuple("10 million Yuan", MoneyUse.BY_USE));
    }

    @Test
    void aSumOverTheHeadlineTotalSaysNothing() {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds} were spent in all.
                # village | Villages
                {a|30 million yuan|funds|level|30000000|CNY|funds} and \
                {b|25 million yuan|funds|level|25000000|CNY|funds} were given to villages.
                # industry | Industry
                {c|20 million yuan|funds|level|20000000|CNY|funds} and \
                {d|25.5 million yuan|funds|level|25500000|CNY|funds} were given to farms.
                """);
        assertThat(funding.byProgramme())
                .extracting(Funding.ProgrammeLine::programme, Funding.ProgrammeLine::overTotal)
                .containsExactly(tuple(Programme.VILLAGE, true), tuple(Programme.INDUSTRY, false));
    }

    /** Over all reports of the corpus. */
    @Test
    void nothingIsCountedTwice() {
        assumeTrue(GoldProvinceYears.present(), "no corpus beside this checkout");
        Map<String, ProvinceYearReport> reports = ReadReports.of(GoldProvinceYears.SHARED.resolve("corpus"));
        assertThat(reports).hasSizeGreaterThan(20);
        reports.forEach((key, report) -> {
            Funding funding = report.funding();
            List<FundingAmount> counted = funding.amounts().stream()
                    .filter(FundingAmount::inProgramme)
                    .toList();
            Set<Integer> numbers =
                    counted.stream().map(amount -> amount.figure().number()).collect(Collectors.toSet());
            Map<Integer, Integer> totals = new HashMap<>();
            funding.amounts().forEach(amount -> totals.put(amount.figure().number(), amount.partOf()));
            Set<BigDecimal> telling = new HashSet<>();
            Set<String> inProgramme = new HashSet<>();
            for (FundingAmount amount : counted) {
                BigDecimal value =
                        amount.figure().observation().quantity().baseValue().stripTrailingZeros();
                String what = key + " " + amount.figure().text() + ", figure "
                        + amount.figure().number();
                for (Integer total = amount.partOf(); total != null; total = totals.get(total)) {
                    assertThat(numbers).as(what + " beside its total").doesNotContain(total);
                }
                if (value.precision() > 2) {
                    assertThat(telling.add(value)).as(what + " again").isTrue();
                }
                assertThat(inProgramme.add(
                                amount.programme() + " " + amount.figure().item() + " " + value))
                        .as(what + " again")
                        .isTrue();
                if (funding.total() != null) {
                    assertThat(value)
                            .as(what + " is the headline total itself")
                            .isNotEqualByComparingTo(
                                    funding.total().observation().quantity().baseValue());
                    assertThat(value.compareTo(funding.total()
                                                    .observation()
                                                    .quantity()
                                                    .baseValue())
                                            < 0
                                    || funding.hasProgrammeOverTotal())
                            .as(what + " over the headline total without a word")
                            .isTrue();
                }
            }
            funding.byProgramme().forEach(line -> assertThat(line.counted().stream()
                            .map(figure -> figure.observation().quantity().baseValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(key + " " + line.programme())
                    .isEqualByComparingTo(line.sum()));
        });
    }
}
