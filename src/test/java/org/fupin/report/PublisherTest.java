package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTest {

    private static final YearMonth EDITION = YearMonth.of(2026, 12);

    /** A job file that nobody has changed since the last release must not announce it for the past. */
    @ParameterizedTest
    @CsvSource({
        "2027-01, January 2027",
        "2026-12-15, 15 December 2026",
        "2026-12, ''",
        "2026-11-30, ''",
        "'', ''",
    })
    void tellsTheNextReleaseOnlyWhereItFollowsTheEdition(String nextRelease, String told) {
        Publisher publisher = new Publisher("Desk", "", "", nextRelease);

        assertThat(publisher.in(EDITION).release()).isEqualTo(told);
        assertThat(publisher.in(EDITION).inWords())
                .isEqualTo("Published by Desk." + (told.isEmpty() ? "" : " Next release: " + told + "."));
        assertThat(publisher.in(EDITION).name()).isEqualTo("Desk");
    }
}
