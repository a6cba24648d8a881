package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.YearSummary;
import org.junit.jupiter.api.Test;

class YearSummaryWorkbookTest {

    private static final YearSummary SUMMARY = YearSummary.of(
            2013,
            List.of(
                    MarkedReport.qinghai2013().provinceYear(),
                    MarkedReport.shaanxi2013().provinceYear(),
                    MarkedReport.empty("CN-TJ", 2013)
                            .text("# overview | Overview\nNothing to tell.")
                            .provinceYear()),
            Regions.load());

    private static final byte[] WORKBOOK = Workbooks.write(SUMMARY);

    @Test
    void theSameSummaryGivesTheSameBytes() throws InterruptedException {
        Thread.sleep(2100);
        assertThat(Workbooks.write(SUMMARY)).isEqualTo(WORKBOOK);
    }

    @Test
    void provincesStandSideBySide() {
        assertThat(Workbooks.sheets(WORKBOOK))
                .containsExactly("Cover", "Headlines", "Rankings", "Charts", "Coverage", "Findings", "Notes");
        List<Map<String, Object>> lines = Workbooks.table(WORKBOOK, "Headlines");
        assertThat(lines).extracting(line -> line.get("Code")).containsExactly("CN-TJ", "CN-SN", "CN-QH");
        assertThat(lines.get(0)).containsEntry("Poverty alleviation funds, CNY", "[x]");
        assertThat(lines.get(1)).containsEntry("Poverty alleviation funds, CNY", new BigDecimal("2047000000"));
        // 68,200 households are not 68,200 persons.
        assertThat(lines.get(1)).containsEntry("People relocated, person", "[x]");
    }

    @Test
    void rankingsNameWhatIsCounted() {
        List<Map<String, Object>> lines = Workbooks.table(WORKBOOK, "Rankings");
        assertThat(lines)
                .filteredOn(line -> "People lifted out of poverty".equals(line.get("Indicator")))
                .extracting(line -> line.get("Rank") + " " + line.get("Province") + " " + line.get("Value"))
                .containsExactly(" Shaanxi 612000", " Qinghai 175000", "[x] Tianjin [x]");
        // Only the indicators that every report should state are listed where they are not.
        assertThat(lines)
                .filteredOn(line -> "Poverty rate".equals(line.get("Indicator")))
                .extracting(line -> line.get("Province"))
                .containsExactly("Qinghai");
        assertThat(lines.get(0)).containsEntry("What is counted", "funds for poverty alleviation");
    }

    @Test
    void whatIsStatedOnlyAsSomethingElseIsToldFromWhatIsNotStated() {
        byte[] workbook = Workbooks.write(YearSummary.of(
                2013,
                List.of(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.empty("CN-TJ", 2013).text("""
                                        # relocation | Relocation
                                        {a|9,000|relocated|level|9000|person|people|status=planned} are to move.
                                        """).provinceYear()),
                Regions.load()));
        assertThat(Workbooks.table(workbook, "Headlines").get(0))
                .containsEntry("People relocated, person", "[z]")
                .containsEntry("People trained, person", "[x]");
        assertThat(Workbooks.table(workbook, "Rankings"))
                .filteredOn(line -> "People relocated".equals(line.get("Indicator")))
                .extracting(line -> line.get("Rank") + " " + line.get("Province") + " " + line.get("Value"))
                .containsExactly(" Qinghai 24310", "[z] Tianjin [z]");
    }

    @Test
    void coverageAddsUpByFormulas() {
        List<Map<String, Object>> lines = Workbooks.table(WORKBOOK, "Coverage");
        Map<String, Object> all = lines.get(lines.size() - 1);
        assertThat(all)
                .containsEntry("Figures", new BigDecimal(SUMMARY.coverage().figures()))
                .containsEntry("Relations that hold", new BigDecimal("11"))
                .containsEntry("Warnings", new BigDecimal("1"));
    }

    @Test
    void findingsNameTheirProvince() {
        assertThat(Workbooks.table(WORKBOOK, "Findings"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).containsEntry("Province", "Qinghai Province"))
                .first()
                .satisfies(line -> assertThat(line).containsEntry("Outcome", "error"));
    }

    @Test
    void chartsShowTheProvincesThatStateTheIndicator() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(WORKBOOK))) {
            var charts = workbook.getSheet("Charts").getDrawingPatriarch().getCharts();
            // Only one province states its poor population, the two totals of funds are of other money, and of the two
            // numbers of
            // people lifted only one has a poverty line: no charts.
            assertThat(charts).hasSize(1);
            assertThat(charts.get(0)
                            .getCTChart()
                            .getPlotArea()
                            .getBarChartArray(0)
                            .getSerArray(0)
                            .getCat()
                            .getStrRef()
                            .getStrCache()
                            .sizeOfPtArray())
                    .isEqualTo(2);
        }
    }
}
