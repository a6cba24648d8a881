package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Regions;
import org.fupin.report.figure.Figure;
import org.fupin.report.page.ReadReports;
import org.junit.jupiter.api.Test;

class MainPointsTest {

    private static ProvinceYearReport report(String text) {
        return ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load());
    }

    private static List<String> texts(ProvinceYearReport report) {
        return report.mainPoints().stream().map(MainPoint::text).toList();
    }

    @Test
    void areWrittenAsAPersonWritesThem() {
        ProvinceYearReport gansu = ReadReports.of(ReadReports.SAMPLE).get("CN-GS-2012");
        assertThat(texts(gansu))
                .startsWith(
                        "Gansu reports 2.064 billion yuan of poverty alleviation funds for 2012 (money of governments), 24.9%"
                                + " more than in 2011; of this 1.638 billion yuan (79%) from the central government and 306"
                                + " million yuan (15%) from the provincial government.",
                        "1.15 million people were lifted out of poverty; 7.27 million people were poor at the end of 2012.",
                        "Rural income per person in 52 key counties was 3,658 yuan, up 17.1%.")
                .hasSizeBetween(3, 5);
        assertThat(gansu.mainPoints().get(0).figures())
                .as("with the growth and both payers, each of which has its sentence")
                .extracting(Figure::text)
                .containsExactly("2.064 billion Yuan", "up 24.9%", "1.638 billion Yuan", "306 million Yuan");
    }

    @Test
    void nothingThatIsInDoubtIsAmongThem() {
        assertThat(texts(report("""
                        # overview | Overview
                        {a|1.5 million people|poverty_reduced|level|1500000|person|people} were lifted out of poverty.
                        """))).containsExactly("1.5 million people were lifted out of poverty.");
        assertThat(texts(report("""
                        # overview | Overview
                        {a|1.5 million people|poverty_reduced|level|1500000|person|people|flags=repaired} were lifted out.
                        """))).isEmpty();
    }

    /** Whom houses are built for may not have moved. */
    @Test
    void nobodyIsSaidToBeRelocatedWhoIsOnlyCovered() {
        String text = """
                # relocation | Relocation
                Houses were %s {a|5,300 people|relocated|level|5300|person|people} %s.
                """;
        ProvinceYearReport covered = report(text.formatted("built, covering", "of the hills"));
        assertThat(texts(covered)).noneMatch(point -> point.contains("relocated"));
        assertThat(covered.headlines())
                .filteredOn(headline -> headline.isAvailable())
                .singleElement()
                .satisfies(headline -> assertThat(headline.note())
                        .isEqualTo("People covered; the text does not say that they were moved"));
        assertThat(texts(report(text.formatted("ready, and", "of hills and dales were relocated"))))
                .contains("5,300 people were relocated.");
    }

    /** What a government gives beyond a total of governments is none of it. */
    @Test
    void moreThanTheTotalIsToldBesideIt() {
        String text = """
                # funding | Funds
                Governments gave {t|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=fiscal} of anti-poverty funds, of \
                which {p|20 million yuan|funds|level|20000000|CNY|funds|source=fiscal part=t} for villages. In addition, the province gave \
                {a|%s million yuan|funds|level|%s000000|CNY|special anti-poverty funds|source=provincial}.
                """;
        assertThat(texts(report(text.formatted("160", "160"))))
                .singleElement()
                .asString()
                .startsWith(
                        "Qinghai reports 90 million yuan of poverty alleviation funds for 2013 (money of governments);")
                .endsWith("; besides, 160 million yuan from the provincial government.");
        assertThat(texts(report(text.formatted("60", "60")))).noneMatch(point -> point.contains("besides"));
    }

    @Test
    void theWordingOfTheSourceIsToldWithIt() {
        String text = """
                # overview | Overview
                It %s {a|358,000|poverty_reduced|level|358000|person|people} of the villages.
                """;
        assertThat(texts(report(text.formatted("solved the food and clothing problems of"))))
                .containsExactly(
                        "358,000 people were lifted out of poverty (the text says: their food and clothing problems were"
                                + " solved).");
        assertThat(texts(report(text.formatted("sold food and clothing, and lifted out of poverty"))))
                .containsExactly("358,000 people were lifted out of poverty.");
    }

    @Test
    void whatWasDoneIsToldAsItIsCounted() {
        assertThat(texts(report("""
                        # village | Entire village advancement
                        It was done in {a|95 villages|villages|level|95|1|villages}.
                        # training | Training
                        It gave {b|120,000 person-times|trained|level|120000|person-time|training}.
                        """)))
                .containsExactly(
                        "Entire village advancement covered 95 villages and training reached 120,000 person-times.");
    }

    @Test
    void growthOfIncomeIsToldWithoutItsLevel() {
        assertThat(texts(report("""
                        # overview | Overview
                        Income grew by {a|15.5%|income|growth|15.5|percent|income per person|dir=up}.
                        """))).containsExactly("Rural income per person was up 15.5%.");
    }

    @Test
    void aReportOnAidLeadsWithTheAid() {
        MarkedReport aid = MarkedReport.empty("CN-QH", 2013).pairedWith("CN-ZJ").text("""
                # overview | Overview
                It gave {a|30 million yuan|funds|level|30000000|CNY|aid funds|source=counterpart}.
                # training | Training
                {b|700|transferred|level|700|person|people} found jobs.
                """);
        assertThat(texts(ProvinceYearReport.of(aid.provinceYear(), List.of(), Regions.load())))
                .containsExactly(
                        "The report on the aid states 30 million yuan from partner provinces and cities for poverty"
                                + " alleviation in 2013.",
                        "700 people found jobs.");
    }

    @Test
    void whatACheckDoubtsIsNotAmongThem() {
        MarkedReport doubted =
                MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        {t|500 million yuan|funds|level|500000000|CNY|funds for poverty alleviation} were put in, \
                        {a|300 million yuan|funds|level|300000000|CNY|central funds|source=central part=t} by the centre and \
                        {b|150 million yuan|funds|level|150000000|CNY|provincial funds|source=provincial part=t} by the \
                        province. {c|1.5 million people|poverty_reduced|level|1500000|person|people} were lifted out.
                        """).finding(FindingRule.CONTRADICTION, false, "t", "a", "b");
        List<String> texts = texts(ProvinceYearReport.of(doubted.provinceYear(), List.of(), Regions.load()));
        assertThat(texts)
                .hasSize(2)
                .startsWith("1.5 million people were lifted out of poverty.")
                .last()
                .asString()
                .contains("; the checks found 1 warning: ");
    }

    /** The total is what a reader looks for first; its lesser parts alone would pass for it. */
    @Test
    void aTotalThatItsPartsDoNotMakeIsToldWithTheirSum() {
        String text = """
                # overview | Overview
                {t|500 million yuan|funds|level|500000000|CNY|funds for poverty alleviation%s} were put in, of which \
                {a|300 million yuan|funds|level|300000000|CNY|central funds|source=central part=t} came from the \
                centre and {b|150 million yuan|funds|level|150000000|CNY|funds|source=provincial part=t} from the \
                province.
                """;
        MarkedReport unequal = MarkedReport.empty("CN-QH", 2013)
                .text(text.formatted(""))
                .finding(FindingRule.SUM, false, "t", "a", "b");
        assertThat(texts(ProvinceYearReport.of(unequal.provinceYear(), List.of(), Regions.load()))
                        .get(0))
                .startsWith(
                        "Qinghai reports 500 million yuan of poverty alleviation funds for 2013; the parts that are stated add up to ");
        MarkedReport misread = MarkedReport.empty("CN-QH", 2013)
                .text(text.formatted("|flags=repaired"))
                .finding(FindingRule.SUM, false, "t", "a", "b");
        assertThat(texts(ProvinceYearReport.of(misread.provinceYear(), List.of(), Regions.load())))
                .noneMatch(point -> point.contains("500 million yuan of poverty"));
    }

    @Test
    void theLesserPartsDoNotStandForADoubtedLargerOne() {
        MarkedReport doubted = MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        {t|500 million yuan|funds|level|500000000|CNY|funds for poverty alleviation} were put in, of which \
                        {a|300 million yuan|funds|level|300000000|CNY|central funds|source=central part=t} came from the \
                        centre and {b|150 million yuan|funds|level|150000000|CNY|funds|source=provincial part=t} from the \
                        province.
                        """).finding(FindingRule.SUM, false, "a");
        assertThat(texts(ProvinceYearReport.of(doubted.provinceYear(), List.of(), Regions.load()))
                        .get(0))
                .isEqualTo("Qinghai reports 500 million yuan of poverty alleviation funds for 2013.");
    }

    @Test
    void noTotalIsCalledAPartOfItself() {
        assertThat(texts(report("""
                        # overview | Overview
                        {t|514 million yuan|funds|level|514000000|CNY|funds for poverty alleviation} were put in, of which \
                        {a|514 million yuan|funds|level|514000000.0|CNY|financial funds|source=fiscal part=t} were financial.
                        """)))
                .containsExactly("Qinghai reports 514 million yuan of poverty alleviation funds for 2013 (money of"
                        + " governments).");
    }

    @Test
    void allLevelsOfGovernmentAreGovernments() {
        assertThat(texts(report("""
                        # overview | Overview
                        {t|800 million yuan|funds|level|800000000|CNY|funds for poverty alleviation} were put in, of which \
                        {a|300 million yuan|funds|level|300000000|CNY|financial funds|source=fiscal part=t} were financial, \
                        {b|200 million yuan|funds|level|200000000|CNY|funds of counties|source=local part=t} of counties and \
                        {c|100 million yuan|funds|level|100000000|CNY|donations|source=social part=t} given.
                        """)))
                .containsExactly(
                        "Qinghai reports 800 million yuan of poverty alleviation funds for 2013; of this 500 million"
                                + " yuan (63%) from governments and 100 million yuan (13%) from society and aiding units.");
    }

    @Test
    void payersAreToldWhereThereIsNoTotal() {
        ProvinceYearReport payers = report("""
                        # overview | Overview
                        {a|300 million yuan|funds|level|300000000|CNY|central funds for poverty alleviation|source=central} were put in by the centre.
                        {b|90 million yuan|funds|level|90000000|CNY|provincial funds for poverty alleviation|source=provincial} by the province.
                        """);
        assertThat(texts(payers))
                .containsExactly(
                        "Qinghai reports 300 million yuan from the central government and 90 million yuan from the"
                                + " provincial government for poverty alleviation in 2013; it states no single total.");
        assertThat(payers.mainPoints().get(0).figures())
                .extracting(figure -> figure.sentence().number())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anItemIsToldWithoutTheNameOfItsSectionAndWithoutOpenBrackets() {
        List<Figure> figures = report("""
                        # village | Village Advancement
                        {a|30 million yuan|funds|level|30000000|CNY|funds (Village Advancement)} were spent, and \
                        {b|40 million yuan|funds|level|40000000|CNY|funds (for roads} more, and \
                        {c|50 million yuan|funds|level|50000000|CNY|funds (in kind)} more.
                        It put in {d|9 million yuan|funds|level|9000000|CNY|funds to launch} 25 sheds, \
                        {e|8 million yuan|funds|level|8000000|CNY|funds for the sheds of} 12 towns and \
                        {f|7 million yuan|funds|level|7000000|CNY|funds to launch sheds}.
                        """).figures();
        assertThat(figures)
                .extracting(Figure::item)
                .containsExactly(
                        "funds", "funds", "funds (in kind)", "funds", "funds for the sheds", "funds to launch sheds");
    }

    /** Words that name money and not its use say less than the section. */
    @Test
    void anItemThatTellsNoUseIsToldWithItsSection() {
        List<Figure> figures = report("""
                        # training | Courses
                        {a|1 million yuan|funds|level|1000000|CNY|actual investment} was made,
                        {b|2 million yuan|funds|level|2000000|CNY|investment in kitchens} too.
                        """).figures();
        assertThat(figures)
                .extracting(Figure::itemOrSection)
                .containsExactly("actual investment · \"Courses\"", "investment in kitchens");
    }

    @Test
    void theReportOfACountySaysSoInItsTitle() {
        assertThat(report("# overview | Overview\n{a|30 wells|facilities|level|30|1|wells} were dug.")
                        .title())
                .isEqualTo("Poverty alleviation in Qinghai Province, 2013");
    }

    /** What covers say of the quality of reading is what the handbook measured. */
    @Test
    void theQualityOfReadingIsThatOfTheHandbook() throws IOException {
        String quality = Files.readString(Path.of("src/site/markdown/quality.md"));
        assertThat(quality)
                .contains(
                        "Expect a new report between .80 and .90",
                        "| detection F1 | .985 | .999 | .998 | 1.000 | .979 |");
        assertThat(report("# overview | Overview\n").reading()).contains("98 of 100", "80 to 90 of 100");
    }
}
