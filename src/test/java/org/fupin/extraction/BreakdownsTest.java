package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.extraction.Sentences.extract;
import static org.fupin.extraction.Sentences.find;

import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedSection;
import org.junit.jupiter.api.Test;

/** Totals whose use the next sentences tell. */
class BreakdownsTest {

    @Test
    void sharesLeadToTheTotalOfASentenceBefore() {
        ExtractedSection section = extract(
                "A total of 200 million yuan was raised.",
                "120 million yuan was used for dams, accounting for 60% of the total; 80 million yuan was spent on wells, accounting for 40%.");
        Observation total = find(section, "200 million yuan");
        Observation dams = find(section, "120 million yuan");
        assertThat(dams.partOf()).isEqualTo(total.begin());
        assertThat(find(section, "80 million yuan").partOf()).isEqualTo(total.begin());
        assertThat(find(section, "60%").about()).isEqualTo(dams.begin());
    }

    @Test
    void twoAmountsThatAddUpAreNotItsUse() {
        ExtractedSection section = extract(
                "A total of 200 million yuan was raised.",
                "120 million yuan was lent by banks and 80 million yuan was given by temples.");
        assertThat(find(section, "120 million yuan").partOf()).isNull();
        assertThat(find(section, "80 million yuan").partOf()).isNull();
    }

    @Test
    void shareOfAnotherTotalIsNoPart() {
        ExtractedSection section = extract(
                "A total of 200 million yuan was raised.",
                "130 million yuan was used for dams, accounting for 21% of the total outlay of the province.");
        assertThat(find(section, "130 million yuan").partOf()).isNull();
    }
}
