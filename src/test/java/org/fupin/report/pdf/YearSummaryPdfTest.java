package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Region;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.junit.jupiter.api.Test;

class YearSummaryPdfTest {

    private static final Regions REGIONS = Regions.load();
    private static final YearSummaryPdf PDF = new YearSummaryPdf();

    private static WrittenPdf write(YearSummary summary) {
        return WrittenPdf.of(out -> PDF.write(summary, Publisher.UNKNOWN, out));
    }

    private static YearSummary all() {
        List<ProvinceYear> provinces = new ArrayList<>();
        for (Region region : REGIONS.all()) {
            provinces.add(SampleProvince.small(region.code(), 2012).provinceYear());
        }
        return YearSummary.of(2012, provinces, REGIONS);
    }

    @Test
    void rankingsCoverageAndFindingsOfAllProvinces() throws IOException {
        WrittenPdf pdf = write(all());
        int provinces = REGIONS.all().size();

        assertThat(pdf.pages().get(0))
                .contains("Provinces side by side", "2012", provinces + " provinces", "the 16 largest of " + provinces)
                .contains("Poverty alleviation funds", "2.355 billion", "People lifted out of poverty");
        assertThat(pdf.text())
                .containsSubsequence("Rankings", "Coverage", "Findings", "Notes")
                .contains("Poverty alleviation funds: money of ", "1 Beijing Municipality 2.355 billion Yuan up 15.1%")
                .contains("Xinjiang Production and Construction Corps 1, provisional 1")
                .contains("The parts of the funds make 25 million Yuan less than their total.")
                .contains("Few people for so much money")
                .doesNotContain("null");
    }

    @Test
    void provincesThatStateNothingAreNamed() throws IOException {
        ProvinceYear silent = new SampleProvince("CN-QH", 2012, "Poverty Alleviation in Silence")
                .sentence("The work went on as before.")
                .provinceYear();
        YearSummary summary = YearSummary.of(
                2012, List.of(silent, SampleProvince.small("CN-HE", 2012).provinceYear()), REGIONS);

        assertThat(write(summary).text())
                .contains(
                        "Poverty alleviation funds: not ranked",
                        "Stated by 1 of 2 provinces. Not stated [x]: Qinghai. Fewer than 3 provinces state")
                .doesNotContain("1 Hebei Province 2.355");
        assertThat(write(YearSummary.of(2012, List.of(silent), REGIONS)).text())
                .contains("Qinghai Province 1, provisional 1 1 0 0 – 0 0")
                .doesNotContain("null", "Rankings");
    }

    @Test
    void isPdfA1aAndPdfUa1AndAlwaysTheSame() throws Exception {
        WrittenPdf pdf = write(all());

        assertThat(pdf.violations()).isEmpty();
        assertThat(pdf.fonts()).isNotEmpty().allSatisfy(font -> assertThat(font.isEmbedded())
                .isTrue());
        assertThat(write(all()).bytes).isEqualTo(pdf.bytes);
    }
}
