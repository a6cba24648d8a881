package org.fupin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammesTest {

    private final Programmes programmes = Programmes.load();

    @ParameterizedTest
    @CsvFileSource(resources = "/reading/headings.csv", numLinesToSkip = 1)
    void headingNamesItsProgramme(String heading, String programme) {
        assertThat(programmes.of(heading).code()).isEqualTo(programme);
    }

    @ParameterizedTest
    @CsvSource({
        "Microcredit and Mutual Funds, credit",
        "Mutual Funds and Microcredit, mutual_funds",
        "Social Poverty Alleviation and Industrial Poverty Alleviation, social",
        "Investment and Supervision of Funds, funding"
    })
    void firstNamedProgrammeWins(String heading, String programme) {
        assertThat(programmes.of(heading).code()).isEqualTo(programme);
    }

    @Test
    void letterCasePluralAndHyphensDoNotMatter() {
        assertThat(programmes.of("MUTUAL FUNDS")).isEqualTo(programmes.of("mutual-fund"));
        assertThat(programmes.of("Farmers\u2019 mutual-aid society")).isEqualTo(Programme.MUTUAL_FUNDS);
    }

    @Test
    void nameOfACampaignTellsAProgrammeButNoWorkOfTheOffice() {
        assertThat(programmes.of("Activities of the \u201CPlanning Year\u201D")).isEqualTo(Programme.OTHER);
        assertThat(programmes.of("The \"One Village, One Product\" Action")).isEqualTo(Programme.INDUSTRY);
        assertThat(programmes.of("Training in the \u201CPlanning Year\u201D")).isEqualTo(Programme.TRAINING);
    }

    @Test
    void sectionWithoutHeadingIsAnOverview() {
        assertThat(programmes.of("")).isEqualTo(Programme.OVERVIEW);
        assertThat(programmes.named("Welcome")).isEmpty();
    }
}
