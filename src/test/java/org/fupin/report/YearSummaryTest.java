package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fupin.observation.edition.ProvinceYear;
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
                .containsExactly("CN-QH null", "CN-SN null", "CN-TJ null");
        assertThat(funds.rows())
                .extracting(YearSummary.Rank::group)
                .containsExactly("Money of all sources", "Money of governments", "");
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

    /** Who states no line may have another one: its group is not named after one of them. */
    @Test
    void whoStatesNoPovertyLineIsRankedApart() {
        YearSummary.Ranking reduced = summary.ranking(Indicator.POVERTY_REDUCED);
        assertThat(reduced.rows())
                .extracting(YearSummary.Rank::group)
                .startsWith(
                        "Whole province, in persons, no poverty line stated",
                        "Whole province, in persons, by a poverty line of 2,736 Yuan");
        assertThat(reduced.apart()).extracting(row -> row.region().code()).containsExactly("CN-QH");
    }

    @Test
    void personsAndHouseholdsAreRankedApart() {
        assertThat(summary.ranking(Indicator.RELOCATED).rows())
                .extracting(row -> row.region().code() + " " + row.rank())
                .containsExactly("CN-QH null", "CN-SN null", "CN-TJ null");
        assertThat(summary.ranking(Indicator.RELOCATED).rows())
                .extracting(YearSummary.Rank::group)
                .containsExactly("Whole province, in persons", "Whole province, in households", "");
    }

    @Test
    void equalAmountsShareARank() {
        YearSummary tied = YearSummary.of(
                2013,
                List.of(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.shaanxi2013().provinceYear(),
                        funds("CN-GS", "2.047 billion", "2047000000"),
                        funds("CN-NX", "3 billion", "3000000000")),
                regions);
        assertThat(tied.ranking(Indicator.FUNDS).rows())
                .extracting(YearSummary.Rank::rank)
                .as("three of governments, then one of all sources, which is not ranked")
                .containsExactly(1, 2, 2, null);
    }

    @Test
    void fewerThanThreeOfOneKindAreNotRanked() {
        YearSummary two = YearSummary.of(
                2013,
                List.of(funds("CN-GS", "2 billion", "2000000000"), funds("CN-NX", "3 billion", "3000000000")),
                regions);
        assertThat(two.ranking(Indicator.FUNDS).rows())
                .extracting(row -> row.region().code() + " " + row.rank())
                .containsExactly("CN-NX null", "CN-GS null");
        assertThat(two.ranking(Indicator.FUNDS).available()).isEqualTo(2);
    }

    private static ProvinceYear funds(String region, String amount, String value) {
        return MarkedReport.empty(region, 2013)
                .text("# overview | Overview\n{a|" + amount + " yuan|funds|level|" + value
                        + "|CNY|financial funds|source=fiscal} were given.")
                .provinceYear();
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
