package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.Flag;
import org.fupin.report.money.FundingAmount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineChooserTest {

    private static final Regions REGIONS = Regions.load();

    static Stream<Arguments> choices() {
        return Stream.of(
                choice(
                        "the widest training, whatever its section and unit",
                        Indicator.TRAINED,
                        "9,000 person-times",
                        """
                        # training | Training
                        {a|9,000|trained|level|9000|person-time|trainings} were held.
                        # overview | Overview
                        {b|5,000|trained|level|5000|person|people trained} were trained.
                        """),
                choice("the overview before a section about something else", Indicator.TRAINED, "5,000", """
                        # science | Science
                        {a|9,000|trained|level|9000|person|farmers} heard of it.
                        # overview | Overview
                        {b|5,000|trained|level|5000|person|people trained} were trained.
                        """),
                choice("the largest of several", Indicator.VILLAGES, "318", """
                        # village | Villages
                        {a|87|villages|level|87|1|pilot villages}, {b|318|villages|level|318|1|villages of the programme} and \
                        {c|12|villages|level|12|1|flooded villages}.
                        """),
                choice(
                        "a total before its parts, even a larger part of another total",
                        Indicator.FUNDS,
                        "50 million Yuan",
                        """
                        # funding | Funds
                        {t|50 million yuan|funds|level|50000000|CNY|funds}, of which \
                        {p|80 million yuan|funds|level|80000000|CNY|misprinted part|part=t}.
                        """),
                choice("money in general before that of one payer", Indicator.FUNDS, "70 million Yuan", """
                        # overview | Overview
                        Donors gave {a|90 million yuan|funds|level|90000000|CNY|donations|source=social}; in all \
                        {b|70 million yuan|funds|level|70000000|CNY|anti-poverty funds} were spent.
                        """),
                choice("aid of partners is not the province's money", Indicator.FUNDS, null, """
                        # overview | Overview
                        Partners gave {a|90 million yuan|funds|level|90000000|CNY|aid|source=counterpart}.
                        """),
                choice(
                        "the money of one government where nothing else is stated",
                        Indicator.FUNDS,
                        "90 million Yuan",
                        """
                        # overview | Overview
                        The centre gave {a|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=central}.
                        """),
                choice("a total broken down by payer before a larger number", Indicator.FUNDS, "60 million Yuan", """
                        # funding | Funds
                        {t|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was put in, of which \
                        {p|50 million yuan|funds|level|50000000|CNY|central funds|source=central part=t}.
                        {b|500 million yuan|funds|level|500000000|CNY|anti-poverty funds} was spent.
                        """),
                choice("a larger number where nothing is broken down", Indicator.FUNDS, "500 million Yuan", """
                        # funding | Funds
                        {t|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was put in.
                        {b|500 million yuan|funds|level|500000000|CNY|anti-poverty funds} was spent.
                        """),
                choice(
                        "money of an overview that is not called one of poverty alleviation",
                        Indicator.FUNDS,
                        null,
                        """
                        # overview | Overview
                        {b|500 million yuan|funds|level|500000000|CNY|investment} was made in fences.
                        """),
                choice("trade of an overview", Indicator.FUNDS, null, """
                        # overview | Overview
                        Anti-poverty trade came to {b|500 million yuan|funds|level|500000000|CNY|trade}.
                        """),
                choice("a stock of the end of the year is no flow of it", Indicator.TRAINED, null, """
                        # training | Training
                        {a|900|trained|level|900|person|people trained|period=2013-12-31} have been trained.
                        """),
                choice(
                        "the poor who are a result of a task are not all the poor",
                        Indicator.POOR_POPULATION,
                        null,
                        """
                        # overview | Overview
                        The living of {a|9,000|poor_population|level|9000|person|poor people} was bettered, \
                        {c|120%|poor_population|completion|120|percent|task|about=a} of the task.
                        """),
                choice(
                        "the income of the province before that of its key counties",
                        Indicator.INCOME,
                        "7,000 Yuan",
                        """
                        # overview | Overview
                        Income in the key counties was {a|4,000 yuan|income|level|4000|CNY|net income|per=person}; that of \
                        all farmers {b|7,000 yuan|income|level|7000|CNY|net income|per=person}.
                        """),
                choice("the income of the poor is none of the province", Indicator.INCOME, null, """
                        # overview | Overview
                        The income of poor households was {a|4,000 yuan|income|level|4000|CNY|income|per=person}.
                        """),
                choice("the villages of the programme before more others", Indicator.VILLAGES, "80", """
                        # overview | Overview
                        Entire village advancement began in {a|80|villages|level|80|1|poor villages}. Roads reached \
                        {b|300|villages|level|300|1|other villages}.
                        """),
                choice("a total is not dwarfed by what one government gives", Indicator.FUNDS, "2 billion Yuan", """
                        # overview | Overview
                        {a|5 million yuan|funds|level|5000000|CNY|anti-poverty funds} was given.
                        # funding | Funds
                        The centre gave {b|2 billion yuan|funds|level|2000000000|CNY|central funds|source=central}.
                        """),
                choice("bank loans do not dwarf a total", Indicator.FUNDS, "500 million Yuan", """
                        # overview | Overview
                        {a|500 million yuan|funds|level|500000000|CNY|anti-poverty funds} were spent, banks gave \
                        {b|70 billion yuan|funds|level|70000000000|CNY|credit|source=credit}.
                        """),
                choice("what a total includes does not make it that", Indicator.FUNDS, "90 million Yuan", """
                        # overview | Overview
                        It gave financial anti-poverty funds (with those of work-for-relief) of \
                        {a|90 million yuan|funds|level|90000000|CNY|those of work-for-relief|source=fiscal}.
                        """),
                choice("a few Yuan are no province's money", Indicator.FUNDS, null, """
                        # overview | Overview
                        Everyone got {a|6,000 yuan|funds|level|6000|CNY|help}.
                        """),
                choice("one person is not those lifted out of poverty", Indicator.POVERTY_REDUCED, null, """
                        # overview | Overview
                        {a|One|poverty_reduced|level|1|person|person} left poverty.
                        """),
                choice("a pilot project's money is not the province's", Indicator.FUNDS, null, """
                        # overview | Overview
                        The work went on.
                        # lottery | Lottery
                        The pilot took {a|90 million yuan|funds|level|90000000|CNY|funds of the pilot}.
                        """),
                choice(
                        "a payer's part of the total before a larger amount elsewhere",
                        Indicator.FUNDS_CENTRAL,
                        "30 million Yuan",
                        """
                        # funding | Funds
                        Bridges took {b|45 million yuan|funds|level|45000000|CNY|bridge funds|source=central}.
                        {t|60 million yuan|funds|level|60000000|CNY|funds}, of which \
                        {p|30 million yuan|funds|level|30000000|CNY|central funds|source=central part=t}.
                        """),
                choice("plans are no headlines", Indicator.RELOCATED, null, """
                        # overview | Overview
                        {a|9,000|relocated|level|9000|person|people to be relocated|status=planned} will move.
                        """),
                choice("neither are figures of one place", Indicator.POOR_POPULATION, null, """
                        # overview | Overview
                        Maqin County has {a|9,000|poor_population|level|9000|person|poor people|region=Maqin_County} poor.
                        """),
                choice("nor ranges", Indicator.TRAINED, null, """
                        # overview | Overview
                        Some {a|900 to 1,000|trained|level|900..1000|person|people trained} came.
                        """),
                choice("nor cumulations over several years", Indicator.TRAINED, null, """
                        # overview | Overview
                        In three years {a|9,000|trained|level|9000|person|people trained|period=2011/2013} were trained.
                        """),
                choice("a well formed number before a repaired one", Indicator.TRAINED, "5,000 persons", """
                        # overview | Overview
                        {a|62.100|trained|level|62100|person|people trained|flags=repaired}, or \
                        {b|5,000|trained|level|5000|person|people trained}.
                        """),
                choice(
                        "this year's stock before that of the end of the last",
                        Indicator.POOR_POPULATION,
                        "7,000 persons",
                        """
                        # overview | Overview
                        Before, {a|9,000|poor_population|level|9000|person|poor people|period=2012-12-31} were poor.
                        # identification | Files
                        Now {b|7,000|poor_population|level|7000|person|poor people|period=2013-12-31} are.
                        """),
                choice(
                        "the stock of the end of the last year is none of this one",
                        Indicator.POOR_POPULATION,
                        null,
                        """
                        # overview | Overview
                        Before, {a|9,000|poor_population|level|9000|person|poor people|period=2012-12-31} were poor.
                        """),
                choice("a flow is never that of the last year", Indicator.TRAINED, null, """
                        # overview | Overview
                        {a|900|trained|level|900|person|people trained|period=2012-12-31} had been trained.
                        """),
                choice("persons before more households", Indicator.RELOCATED, "800 persons", """
                        # relocation | Relocation
                        {a|900|relocated|level|900|household|households}, {b|800|relocated|level|800|person|people}.
                        """),
                choice("households where there are no persons", Indicator.RELOCATED, "900 households", """
                        # relocation | Relocation
                        {a|900|relocated|level|900|household|households} moved.
                        """),
                choice("income: the first, not the largest", Indicator.INCOME, "5,187 Yuan per person", """
                        # overview | Overview
                        {a|5,187 yuan|income|level|5187|CNY|net income of farmers|per=person}, in towns \
                        {b|19,000 yuan|income|level|19000|CNY|income in towns|per=person}.
                        """),
                choice("the line is a standard", Indicator.POVERTY_LINE, "2,736 Yuan per person", """
                        # identification | Files
                        {a|2,736 yuan|poverty_line|level|2736|CNY|poverty line|per=person status=standard}
                        """),
                choice(
                        "a line of the province's own before the national one",
                        Indicator.POVERTY_LINE,
                        "3,100 Yuan per person",
                        """
                        # overview | Overview
                        By the national line of {a|2,736 yuan|poverty_line|level|2736|CNY|poverty line|per=person status=standard} \
                        and by lower ones, few are poor.
                        # identification | Files
                        It set its own at {b|3,100 yuan|poverty_line|level|3100|CNY|poverty line|per=person status=standard}.
                        """),
                choice(
                        "the line itself before what is over it, which is a city's",
                        Indicator.POVERTY_LINE,
                        "2,736 Yuan per person",
                        """
                        # identification | Files
                        Only the capital set its line above {b|2,736 yuan|poverty_line|level|2736|CNY|poverty line|per=person status=standard q=over}, \
                        all others at {a|2,736 yuan|poverty_line|level|2736|CNY|poverty line|per=person status=standard}.
                        """),
                choice(
                        "a line holds until the next one: the latest up to the year",
                        Indicator.POVERTY_LINE,
                        "3,100 Yuan per person",
                        """
                        # identification | Files
                        The line rose from {a|2,500 yuan|poverty_line|level|2500|CNY|poverty line|per=person period=2009} to \
                        {b|3,100 yuan|poverty_line|level|3100|CNY|poverty line|per=person period=2011} and is to be \
                        {c|4,000 yuan|poverty_line|level|4000|CNY|poverty line|per=person period=2015 status=planned}.
                        """),
                choice("but not for ever", Indicator.POVERTY_LINE, null, """
                        # identification | Files
                        The line had been {a|625 yuan|poverty_line|level|625|CNY|poverty line|per=person period=2000}.
                        """),
                choice(
                        "whose income reached the line is out of poverty",
                        Indicator.POVERTY_REDUCED,
                        "63,000 persons",
                        """
                        # overview | Overview
                        The line is {l|3,100 yuan|poverty_line|level|3100|CNY|poverty line|per=person status=standard}.
                        The income of {a|63,000|people|level|63000|person|residents} reached \
                        {i|3,100 yuan|income|level|3100|CNY|income|per=person}.
                        """),
                choice("whose income reached another amount is not", Indicator.POVERTY_REDUCED, null, """
                        # overview | Overview
                        The line is {l|3,100 yuan|poverty_line|level|3100|CNY|poverty line|per=person status=standard}.
                        The income of {a|63,000|people|level|63000|person|residents} reached \
                        {i|2,900 yuan|income|level|2900|CNY|income|per=person}.
                        """),
                choice("pairing may be within the province", Indicator.FUNDS_COUNTERPART, null, """
                        # pairing | Pairing
                        {a|60 million yuan|funds|level|60000000|CNY|relief funds|source=counterpart doubt=far_source} was allocated.
                        """),
                choice(
                        "where another province is named, it is its money",
                        Indicator.FUNDS_COUNTERPART,
                        "60 million Yuan",
                        """
                        # pairing | Pairing
                        Zhejiang was paired: {a|60 million yuan|funds|level|60000000|CNY|funds|source=counterpart doubt=far_source} came.
                        """),
                choice("a project of several years, and its parts", Indicator.FUNDS_FOREIGN, null, """
                        # foreign | Foreign projects
                        {a|90 million yuan|funds|level|90000000|CNY|funds|source=foreign} was allocated and the project \
                        period is long, of which {b|40 million yuan|funds|level|40000000|CNY|funds|source=foreign part=a} was for wells.
                        """),
                choice("companies' own business is no money given", Indicator.FUNDS_ENTERPRISE, null, """
                        # social | Society
                        Leading companies put {a|90 million yuan|funds|level|90000000|CNY|funds|source=enterprise} into sheds.
                        """),
                choice("those who saw a doctor are not those covered", Indicator.PEOPLE, null, """
                        # overview | Overview
                        Free medical care was given to {a|9,000|people|level|9000|person|people}.
                        """),
                choice("those moved before more for whom houses are built", Indicator.RELOCATED, "700 persons", """
                        # relocation | Relocation
                        They completed the relocation of {a|700|relocated|level|700|person|people}, and houses rose, covering \
                        {b|900|relocated|level|900|person|people}.
                        """),
                choice("whose income is told is not reached by a work", Indicator.HOUSEHOLDS, null, """
                        # overview | Overview
                        The mean income of {a|9,000|households|level|9000|household|households} was high.
                        """),
                choice(
                        "those moved from a flood are not relocated out of poverty",
                        Indicator.RELOCATED,
                        "3,100 persons",
                        """
                        # relocation | Relocation
                        {a|900|relocated|level|900|household|households} and {b|3,100|relocated|level|3100|person|people} left \
                        poverty by relocation, and {d|5,200|relocated|level|5200|person|people} and \
                        {c|1,400|relocated|level|1400|household|households} moved because of a flood.
                        """),
                choice(
                        "villages that are named by the programme before more in its section",
                        Indicator.VILLAGES,
                        "80",
                        """
                        # village | Entire Village Advancement
                        The entire village work began in {a|80|villages|level|80|1|villages}. The number of pilots was \
                        {b|300|villages|level|300|1|pilots (Entire Village Advancement)}.
                        """),
                choice("what the budget pays for one thing is no part of its own", Indicator.FUNDS_FISCAL, null, """
                        # funding | Funds
                        {t|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was given, of which \
                        {p|50 million yuan|funds|level|50000000|CNY|central funds|source=central part=t} and \
                        {q|9 million yuan|funds|level|9000000|CNY|work-for-relief funds|source=fiscal part=t}.
                        """),
                choice("nor is its sum over levels, which has parts of theirs", Indicator.FUNDS_FISCAL, null, """
                        # funding | Funds
                        {t|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was given.
                        # other | Construction
                        {u|50 million yuan|funds|level|50000000|CNY|relief funds|source=fiscal} was spent, of which \
                        {p|30 million yuan|funds|level|30000000|CNY|central funds|source=central part=u} and \
                        {q|20 million yuan|funds|level|20000000|CNY|provincial funds|source=provincial part=u}.
                        """),
                choice("bank credit at large is none of poverty alleviation", Indicator.LOANS, null, """
                        # funding | Funds
                        Banks lent {a|900 million yuan|loans|level|900000000|CNY|credit funds} to the area.
                        """),
                choice("the size to which a project grew is not how many it moved", Indicator.RELOCATED, null, """
                        # relocation | Relocation
                        The project was enlarged from {a|3,000|relocated|level|3000|person|people|period=2012} people to \
                        {b|8,000|relocated|level|8000|person|people} people.
                        """),
                choice("who gets allowances is not covered by the work", Indicator.PEOPLE, null, """
                        # overview | Overview
                        Minimum living allowances went to {a|9,000|people|level|9000|person|people}.
                        """),
                choice("nor are those whom a work is meant for", Indicator.PEOPLE, null, """
                        # overview | Overview
                        Targeting {a|9,000|people|level|9000|person|people}, it began.
                        """),
                choice("what some units put in is no total", Indicator.FUNDS, null, """
                        # funding | Funds
                        {a|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was put in by units of the capital.
                        """),
                choice(
                        "a decrease of the poor stands for those lifted out of poverty",
                        Indicator.POVERTY_REDUCED,
                        "318,000 persons",
                        """
                        # overview | Overview
                        The poor became {a|318,000|poor_population|change|318000|person|poor people|dir=down} fewer.
                        """),
                choice("an increase of the poor does not", Indicator.POVERTY_REDUCED, null, """
                        # overview | Overview
                        The poor became {a|318,000|poor_population|change|318000|person|poor people|dir=up} more.
                        """),
                choice(
                        "without an overview, the first section with figures is it",
                        Indicator.TRAINED,
                        "5,000 persons",
                        """
                        # other | A year of work
                        {a|5,000|trained|level|5000|person|people trained} were trained.
                        # science | Science
                        {b|9,000|trained|level|9000|person|people trained} heard of science.
                        """));
    }

    private static Arguments choice(String name, Indicator indicator, @Nullable String expected, String text) {
        return Arguments.of(name, indicator, expected, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void chooses(String name, Indicator indicator, @Nullable String expected, String text) {
        Headline headline =
                headline(MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), indicator);
        if (expected == null) {
            assertThat(headline == null ? "" : headline.text()).isEmpty();
        } else {
            assertThat(headline).isNotNull();
            assertThat(headline.text()).startsWith(expected);
        }
    }

    @Test
    void theGeneralReportComesBeforeOneOnPairing() {
        MarkedReport general = MarkedReport.empty("CN-QH", 2013)
                .text("# training | Training\n{a|500|trained|level|500|person|people trained} were trained.");
        MarkedReport pairing = MarkedReport.qinghai2013().pairedWith("CN-JS");
        Headline trained = headline(pairing.with(general), Indicator.TRAINED);
        assertThat(trained.text()).isEqualTo("500 persons");
    }

    @Test
    void aChoiceAmongSeveralIsSaid() {
        Headline villages = headline(MarkedReport.empty("CN-QH", 2013).text("""
                                # village | Villages
                                {a|87|villages|level|87|1|pilot villages} and \
                                {b|318|villages|level|318|1|villages of the programme}.
                                """).provinceYear(), Indicator.VILLAGES);
        assertThat(villages.note()).isEqualTo("Largest of 2 stated, the other 87 under \"Villages\"");
    }

    /** What another amount, or a clause of its own, does not comprise is nothing of this one. */
    @Test
    void whatAnAmountDoesNotCompriseIsSaid() {
        assertThat(headline(
                                MarkedReport.empty("CN-QH", 2013)
                                        .text(
                                                "# funding | Funds\nThe province put in {a|80 million yuan|funds|level|80000000|CNY|anti-poverty"
                                                        + " funds} of anti-poverty funds (excluding relief for droughts) for its villages.")
                                        .provinceYear(),
                                Indicator.FUNDS)
                        .note())
                .isEqualTo("Excluding relief for droughts");
        assertThat(headline(
                                MarkedReport.empty("CN-QH", 2013)
                                        .text(
                                                "# funding | Funds\nThe province put in {a|80 million yuan|funds|level|80000000|CNY|anti-poverty"
                                                        + " funds} of anti-poverty funds (part of them early), relief (excluding that for droughts)"
                                                        + " came later.")
                                        .provinceYear(),
                                Indicator.FUNDS)
                        .note())
                .isEmpty();
    }

    @Test
    void aChoiceThatIsNotTheLargestIsNotSaidToBe() {
        Headline villages = headline(MarkedReport.empty("CN-QH", 2013).text("""
                                # village | Villages
                                Village advancement began in {a|80|villages|level|80|1|villages}; roads reached \
                                {b|300|villages|level|300|1|hamlets}.
                                """).provinceYear(), Indicator.VILLAGES);
        assertThat(villages.text()).isEqualTo("80");
        assertThat(villages.note()).isEqualTo("One of 2 stated, the other 300 under \"Villages\"");
    }

    @Test
    void aLineOfTheProvincesOwnIsSaidToBeThat() {
        Headline line = headline(MarkedReport.empty("CN-QH", 2013).text("""
                                # identification | Files
                                Nationally {a|2,736 yuan|poverty_line|level|2736|CNY|line|per=person status=standard} is the line. \
                                Ours was set: its poverty line is {b|3,100 yuan|poverty_line|level|3100|CNY|line|per=person status=standard}.
                                """).provinceYear(), Indicator.POVERTY_LINE);
        assertThat(line.note())
                .isEqualTo("The province's own among 2 stated, the other 2,736 Yuan per person under \"Files\"");
    }

    @Test
    void sharesOfGovernmentsWithoutATotalAreListed() {
        Headline funds = headline(MarkedReport.empty("CN-QH", 2013).text("""
                                # funding | Funds
                                The centre gave {a|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=central}.
                                The province gave {b|20 million yuan|funds|level|20000000|CNY|funds|source=provincial}.
                                """).provinceYear(), Indicator.FUNDS);
        assertThat(funds.status()).isEqualTo(HeadlineStatus.SEVERAL);
        assertThat(funds.flags()).isEmpty();
        assertThat(funds.note())
                .isEqualTo(
                        "Several stated: 90 million Yuan (central government), 20 million Yuan (provincial government)");
    }

    @Test
    void whatIsStatedOnlyAsSomethingElseIsToldFromWhatIsNotStated() {
        ProvinceYear year = MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        {a|9,000|relocated|level|9000|person|people to be relocated|status=planned} will move.
                        """).provinceYear();
        Headline relocated = headline(year, Indicator.RELOCATED);
        assertThat(relocated.flags()).containsExactly(Flag.ONLY_OTHER);
        assertThat(relocated.note()).isEqualTo("Stated only as a plan (9,000 persons)");
        assertThat(headline(year, Indicator.TRAINED).flags()).containsExactly(Flag.NOT_AVAILABLE);

        ProvinceYear before = MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        {a|1.5 million|poor_population|level|1500000|person|poor people|period=2011-12-31} were poor.
                        """).provinceYear();
        assertThat(headline(before, Indicator.POOR_POPULATION).note())
                .isEqualTo("Stated only at the end of 2011 (1.5 million persons)");
    }

    @Test
    void whatManyOrAVillageTakeInIsNoIncomePerPerson() {
        ProvinceYear year = MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        Workers took home {a|4 billion yuan|income|level|4000000000|CNY|net income}, the collective income was \
                        {b|90,000 yuan|income|level|90000|CNY|collective income|per=village}.
                        """).provinceYear();
        assertThat(headline(year, Indicator.INCOME).flags()).containsExactly(Flag.NOT_AVAILABLE);
    }

    @Test
    void aFigureThatACheckDoubtsIsShownWithTheFinding() {
        Headline funds = headline(
                MarkedReport.empty("CN-QH", 2013)
                        .text("""
                                # funding | Funds
                                {t|60 million yuan|funds|level|60000000|CNY|anti-poverty funds} was put in, of which \
                                {p|50 million yuan|funds|level|50000000|CNY|central funds|source=central part=t} and \
                                {q|30 million yuan|funds|level|30000000|CNY|provincial funds|source=provincial part=t}.
                                {b|55 million yuan|funds|level|55000000|CNY|anti-poverty funds} was spent.
                                """)
                        .finding(FindingRule.SUM, false, "t", "p", "q")
                        .provinceYear(),
                Indicator.FUNDS);
        assertThat(funds.text()).isEqualTo("60 million Yuan");
        assertThat(funds.findingText()).contains("is not what the other figures make");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all_sources, masses, 'anti-poverty funds', ''",
        "government, local, 'anti-poverty funds', ''",
        "central_and_provincial, provincial, 'anti-poverty funds', ''",
        "government, fiscal, 'financial anti-poverty funds', '|source=fiscal'",
        "central_and_provincial, fiscal, 'central and provincial anti-poverty funds', '|source=fiscal'"
    })
    void whoseMoneyATotalComprisesFollowsFromItsParts(String expected, String second, String item, String more) {
        Headline funds = headline(
                MarkedReport.empty("CN-QH", 2013)
                        .text("""
                                # funding | Funds
                                {t|60 million yuan|funds|level|60000000|CNY|%s%s} was put in, of which \
                                {p|50 million yuan|funds|level|50000000|CNY|funds|source=%s part=t} and \
                                {q|10 million yuan|funds|level|10000000|CNY|funds|source=%s part=t}.
                                """.formatted(item, more, second.equals("fiscal") ? second : "central", second))
                        .provinceYear(),
                Indicator.FUNDS);
        assertThat(funds.basis().money().code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "the 9 key counties (and towns) on the list, key_counties",
        "the 9 key counties (3 of them new) and others, province",
        "the province (with its key counties), province"
    })
    void anAsideInBracketsDoesNotPartAnIncomeFromThoseWhoHaveIt(String whose, String scope) {
        Headline income = headline(
                MarkedReport.empty("CN-QH", 2013).text("""
                                # overview | Overview
                                Income in %s was {a|4,000 yuan|income|level|4000|CNY|net income|per=person}.
                                """.formatted(whose)).provinceYear(), Indicator.INCOME);
        assertThat(income.basis().scope().code()).isEqualTo(scope);
    }

    private static @Nullable Headline headline(ProvinceYear year, Indicator indicator) {
        return ProvinceYearReport.of(year, List.of(), REGIONS).headlines().stream()
                .filter(headline -> headline.indicator() == indicator)
                .findFirst()
                .orElse(null);
    }

    @Test
    void reportOfACountyGivesNoHeadlineOfTheProvince() {
        ProvinceYear province = MarkedReport.empty("CN-GS", 2012).text("""
                # overview | Overview
                {a|7 million yuan|funds|level|7000000|CNY|anti-poverty funds} were spent.
                """).provinceYear();
        ExtractedArticle own = province.articles().get(0);
        Article of = own.article();
        Article county = new Article(
                of.documentId(),
                of.title(),
                of.region(),
                "Tongwei County",
                "",
                of.year(),
                of.span(),
                of.author(),
                "",
                of.sections());
        ProvinceYear local = new ProvinceYear(
                province.region(),
                province.year(),
                province.vintage(),
                province.edition(),
                province.files(),
                List.of(new ExtractedArticle(county, own.sections(), own.outside())),
                province.findings(),
                province.revisions(),
                List.of(),
                province.vintage() > 1,
                List.of());
        assertThat(headline(province)).isNotNull();
        assertThat(headline(local)).isNull();
        ProvinceYearReport report = ProvinceYearReport.of(local, List.of(), REGIONS);
        assertThat(report.figures()).hasSize(1);
        assertThat(report.programmes()).isEmpty();
        assertThat(report.funding().amounts()).noneMatch(FundingAmount::inProgramme);
        assertThat(report.sources().articles().get(0).subArea()).isEqualTo("Tongwei County");
    }

    private static @Nullable Figure headline(ProvinceYear source) {
        return new HeadlineChooser(new FigureIndex(source), source.region(), source.year()).figure(Indicator.FUNDS);
    }

    /** The number of counties stands between the amount and the word, so that it is told by the next figure. */
    @ParameterizedTest
    @CsvSource({"counties, AREA", "projects, PAYER_PART"})
    void moneyForSoManyCountiesIsOfAPartOfTheProvince(String measure, Scope scope) {
        Choice choice = chooser("""
                        # funding | Funds
                        The province gave {a|90 million yuan|funds|level|90000000|CNY|special funds|source=provincial} of \
                        special funds for {c|12|%s|level|12|1|key ones}.
                        """.formatted(measure)).choice(Indicator.FUNDS_PROVINCIAL);
        assertThat(choice.scope()).isEqualTo(scope);
    }

    @Test
    void theGrowthOfAFactIsToldWhereverItIsStated() {
        HeadlineChooser chooser = chooser("""
                # funding | Funds
                The province gave {a|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=provincial}, up \
                {g|34%|funds|growth|34|percent|funds|dir=up about=a}. In all \
                {t|200 million yuan|funds|level|200000000|CNY|anti-poverty funds} was put in, of which \
                {b|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=provincial part=t} was the province's.
                """);
        assertThat(chooser.figure(Indicator.FUNDS_PROVINCIAL).observation().partOf())
                .isNotNull();
        assertThat(chooser.change(Indicator.FUNDS_PROVINCIAL).text()).isEqualTo("up 34%");
    }

    private static HeadlineChooser chooser(String text) {
        return new HeadlineChooser(
                new FigureIndex(MarkedReport.empty("CN-QH", 2013).text(text).provinceYear()), "CN-QH", 2013);
    }
}
