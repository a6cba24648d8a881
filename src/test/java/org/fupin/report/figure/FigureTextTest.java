package org.fupin.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "funds|level|2352000000|CNY|x; 2.352 billion Yuan",
                "funds|level|1000000|CNY|x|per=village q=about; about 1 million Yuan per village",
                "funds|level|5000000..10000000|CNY|x; 5 million to 10 million Yuan",
                "funds|level|1697|CNY|x|q=under; under 1,697 Yuan",
                "income|growth|15.1|percent|x|dir=up; up 15.1%",
                "poverty_rate|gap|4.2|pp|x|dir=below; 4.2 percentage points below",
                "villages|level|3277|1|x; 3,277",
                "area|level|62100|mu|x; 62,100 mu",
                "area|level|0.05|ha|x; 0.05 hectares",
                "poor_population|level|1880000|person|x|q=over; over 1.88 million persons",
                "income|ratio|2.37|ratio|x; 2.37:1",
                "funds|level|0|CNY|x; 0 Yuan"
            })
    void writesAmountsForPeople(String marked, String text) {
        MarkedReport report =
                MarkedReport.empty("CN-QH", 2013).text("# overview | Overview\n{a|amount|" + marked + "} is stated.");
        assertThat(ProvinceYearReport.of(report.provinceYear(), List.of(), Regions.load())
                        .figures()
                        .get(0)
                        .text())
                .isEqualTo(text);
    }
}
