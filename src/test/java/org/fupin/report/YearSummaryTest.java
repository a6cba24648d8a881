package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fupin.reference.Regions;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Indicator;
import org.junit.jupiter.api.Test;

class YearSummaryTest {

    private final Regions regions = Regions.load();
    private final YearSummary summary = YearSummary.of(
            2013,
            List.of(
                    MarkedReport.shaanxi2013().provinceYear(),
                    MarkedReport.qinghai2013().provinceYear(),
                    MarkedReport.empty("CN-TJ", 2013)
                            .text("# overview | Overview\nNothing to tell.")
                            .provinceYear()),
            regions);

    @Test
    void ranksWhatIsStatedAndListsTheOthersAsNotAvailable() {
        YearSummary.Ranking funds = summary.ranking(Indicator.FUNDS);
        assertThat(funds.rows())
                .extracting(row -> row.region().code() + " " + row.rank())
                .as("money of all sources and of governments is not compared")
                .containsExactly("CN-QH 1", "CN-SN 1", "CN-TJ null");
        assertThat(funds.rows().get(0).flags()).doesNotContain(Flag.DEFINITION);
        assertThat(funds.rows().get(1).flags()).contains(Flag.DEFINITION);
        assertThat(funds.available()).isEqualTo(2);
        assertThat(summary.ranking(Indicator.POVERTY_RATE).available()).isEqualTo(1);
        assertThat(summary.ranking(Indicator.FUNDS_LOTTERY)).isNull();
    }

    @Test
    void aDecreaseOfThePoorRanksByItsSize() {
        assertThat(summary.ranking(Indicator.POVERTY_REDUCED).rows())
                .extracting(row -> row.region().code())
                .startsWith("CN-SN", "CN-QH");
    }

    @Test
    void personsAndHouseholdsAreRankedApart() {
        assertThat(summary.ranking(Indicator.RELOCATED).rows())
                .extracting(row -> row.region().code() + " " + row.rank())
                .containsExactly("CN-QH 1", "CN-SN 1", "CN-TJ null");
    }

    @Test
    void equalAmountsShareARank() {
        MarkedReport twin = MarkedReport.empty("CN-GS", 2013).text("""
                        # overview | Overview
                        {a|2.047 billion yuan|funds|level|2047000000|CNY|financial funds|source=fiscal} were given.
                        """);
        YearSummary tied = YearSummary.of(
                2013,
                List.of(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.shaanxi2013().provinceYear(),
                        twin.provinceYear()),
                regions);
        assertThat(tied.ranking(Indicator.FUNDS).rows())
                .extracting(YearSummary.Rank::rank)
                .as("two of governments, then one of all sources")
                .containsExactly(1, 1, 1);
    }

    @Test
    void provincesStandInTheOrderOfTheirCodesWithTheirFindings() {
        assertThat(summary.provinces())
                .extracting(line -> line.region().code() + " " + line.findings().size())
                .containsExactly("CN-TJ 0", "CN-SN 0", "CN-QH 3");
    }

    @Test
    void coverageAddsUp() {
        int figures = summary.provinces().stream()
                .mapToInt(line -> line.coverage().figures())
                .sum();
        assertThat(summary.coverage().figures()).isEqualTo(figures).isGreaterThan(90);
        assertThat(summary.coverage().checksHolding()).isEqualTo(11);
    }

    @Test
    void aProvinceOfAnotherYearIsAMistake() {
        assertThatThrownBy(() ->
                        YearSummary.of(2013, List.of(MarkedReport.qinghai2012().provinceYear()), regions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2012");
    }
}
