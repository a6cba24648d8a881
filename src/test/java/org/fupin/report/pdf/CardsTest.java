package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.api.Test;

/** What the first page shows of a headline figure. */
class CardsTest {

    @Test
    void aCardSaysThatOtherAmountsAreStated() {
        ProvinceYearReport report = ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text("""
                        # credit | Credit
                        Banks issued {a|900 million yuan|loans|level|900000000|CNY|discount loans}.
                        # mutual_funds | Mutual funds
                        Societies lent {b|60 million yuan|loans|level|60000000|CNY|loans}.
                        # training | Training
                        Courses reached {c|9,000|trained|level|9000|person|farmers}.
                        """).provinceYear(), List.of(), Regions.load());
        List<Map<String, ?>> cards = new Cards(Glyphs.load(), "page.html").of(report.headlines());
        assertThat(cards)
                .extracting(card -> String.valueOf(card.get("label")))
                .containsExactly("Loans", "People trained");
        assertThat(cards)
                .extracting(card -> String.valueOf(card.get("line1")))
                .containsExactly("Largest of 2 stated", "");
    }

    @Test
    void aFigureThatItsLabelDoesNotFitHasNoCard() {
        ProvinceYearReport report = ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        It solved the food and clothing problems of {b|358,000|poverty_reduced|level|358000|person|residents}.
                        # training | Training
                        Courses reached {c|9,000|trained|level|9000|person|cadres}.
                        """).provinceYear(), List.of(), Regions.load());
        List<Map<String, ?>> cards = new Cards(Glyphs.load(), "page.html").of(report.headlines());
        assertThat(cards).singleElement().satisfies(card -> assertThat(card.get("line1"))
                .isEqualTo("Worded otherwise: see its note"));
    }
}
