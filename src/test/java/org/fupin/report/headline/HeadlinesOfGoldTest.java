package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.fupin.reference.Regions;
import org.fupin.report.GoldProvinceYears;
import org.fupin.report.ProvinceYearReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of six real reports would quote, against what is chosen from their annotated figures. */
class HeadlinesOfGoldTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "d1_sdxj2009, FUNDS,",
        "d1_sdxj2009, FUNDS_COUNTERPART, 1574000000",
        "d1_sdxj2009, INCOME,",
        "d2_xpcc2011, FUNDS, 261000000",
        "d2_xpcc2011, POOR_POPULATION, 246600",
        "d2_xpcc2011, POVERTY_LINE, 3500",
        "d3_he2012, FUNDS, 21000000000",
        "d3_he2012, FUNDS_CENTRAL, 847000000",
        "d3_he2012, POOR_POPULATION,",
        "d3_he2012, VILLAGES, 3277",
        "d4_ha2012, FUNDS, 5879000000",
        "d4_ha2012, FUNDS_MASSES, 1405000000",
        "d4_ha2012, FUNDS_DEPARTMENT, 17163000000",
        "d4_ha2012, POVERTY_REDUCED, 1130000",
        "d4_ha2012, INCOME_GROWTH, 15.57",
        "d5_gx2012, FUNDS, 1786000000",
        "d5_gx2012, FUNDS_PROVINCIAL, 330000000",
        "d5_gx2012, POOR_POPULATION, 10120000",
        "d6_xj2012, FUNDS, 2355460000",
        "d6_xj2012, POVERTY_REDUCED, 318000",
        "d6_xj2012, INCOME, 4893",
        "d6_xj2012, INCOME_GROWTH, 19.7"
    })
    void choosesWhatAReaderWouldQuote(String report, Indicator indicator, @Nullable String value) {
        assumeTrue(GoldProvinceYears.present(), "no annotated reports beside this checkout");
        Headline headline =
                ProvinceYearReport.of(new GoldProvinceYears().read(report), List.of(), Regions.load())
                        .headlines()
                        .stream()
                        .filter(h -> h.indicator() == indicator)
                        .findFirst()
                        .orElse(null);
        if (value == null) {
            assertThat(headline == null || !headline.isAvailable()).isTrue();
        } else {
            assertThat(headline.value()).isEqualByComparingTo(value);
        }
    }
}
