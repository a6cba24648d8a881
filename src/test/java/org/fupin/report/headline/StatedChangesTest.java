package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stated change is that of a headline figure, and how growth that no percentage states is told. */
class StatedChangesTest {

    private static final String SHARES = """
            # funding | Funds
            The centre gave {a|90 million yuan|funds|level|90000000|CNY|anti-poverty funds central government|source=central}, \
            the province {b|30 million yuan|funds|level|30000000|CNY|anti-poverty funds provincial government|source=provincial}.
            """;

    @ParameterizedTest
    @CsvSource({
        "provincial, provincial anti-poverty funds, 2013, up 22%",
        "provincial, provincial school funds, 2013, ''",
        "provincial, provincial anti-poverty funds, 2012, ''",
        "local, provincial anti-poverty funds, 2013, ''"
    })
    void growthInTheNextSentenceIsThatOfTheAmountOfItsName(String source, String item, String period, String expected) {
        Headline funds = headline(
                SHARES
                        + "These {g|22%%|funds|growth|22|percent|%s|dir=up source=%s period=%s}.\n"
                                .formatted(item, source, period),
                Indicator.FUNDS_PROVINCIAL);
        assertThat(funds.changeText()).isEqualTo(expected);
    }

    @Test
    void growthIsThatOfTheNearestAmount() {
        Headline funds = headline(SHARES + """
                It gave schools {c|2 million yuan|funds|level|2000000|CNY|provincial funds for schools|source=provincial}, more by \
                {g|22%|funds|growth|22|percent|provincial funds|dir=up source=provincial}.
                """, Indicator.FUNDS_PROVINCIAL);
        assertThat(funds.changeText()).isEmpty();
    }

    @Test
    void growthOfALaterSentenceIsNone() {
        Headline funds = headline(SHARES + """
                All went well.
                The funds grew by \
                {g|22%|funds|growth|22|percent|provincial anti-poverty funds|dir=up source=provincial}.
                """, Indicator.FUNDS_PROVINCIAL);
        assertThat(funds.changeText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "that of 2012, 2 times that of 2012",
        "those of the previous year, 2 times that of 2012",
        "the neighbours' sum, ''"
    })
    void aMultipleIsOneOfTheYearBefore(String of, String expected) {
        Headline funds = headline("""
                # funding | Funds
                The province gave {b|30 million yuan|funds|level|30000000|CNY|anti-poverty funds|source=provincial}, \
                {g|double|funds|multiple|2|times|anti-poverty funds|source=provincial about=b} %s.
                """.formatted(of), Indicator.FUNDS_PROVINCIAL);
        assertThat(funds.changeText()).isEqualTo(expected);
    }

    @Test
    void incomeThatRoseByAnAmountToAnotherHasThatChange() {
        String text = """
                # overview | Overview
                Net income rose by {g|700 yuan|income|change|700|CNY|net income of farmers|dir=up per=person} to \
                {a|6,100 yuan|income|level|6100|CNY|net income of %s|per=person}.
                """;
        assertThat(headline(text.formatted("farmers"), Indicator.INCOME).changeText())
                .isEqualTo("up 700 Yuan per person");
        assertThat(headline(text.formatted("foresters"), Indicator.INCOME).changeText())
                .isEmpty();
        Headline growth = headline(text.formatted("farmers"), Indicator.INCOME_GROWTH);
        assertThat(growth.status()).isEqualTo(HeadlineStatus.ONLY_OTHER);
        assertThat(growth.note()).isEqualTo("Stated only as an amount of money (700 Yuan per person)");
    }

    @Test
    void growthAgainstAnAverageIsToldAsThat() {
        Headline growth = headline("""
                # overview | Overview
                Net income of farmers grew {g|2 points|income|gap|2|pp|net income of farmers|dir=above} above average.
                """, Indicator.INCOME_GROWTH);
        assertThat(growth.note()).isEqualTo("Stated only against an average (2 percentage points above)");
    }

    @Test
    void growthPerHouseholdIsNoneOfTheIncomePerPerson() {
        Headline growth = headline("""
                # overview | Overview
                Net income rose by {g|700 yuan|income|change|700|CNY|net income of farmers|dir=up per=household}.
                """, Indicator.INCOME_GROWTH);
        assertThat(growth.status()).isEqualTo(HeadlineStatus.NOT_STATED);
    }

    @Test
    void aDecreaseOfThePoorIsShownWithItsPercentage() {
        Headline reduced = headline("""
                # overview | Overview
                The poor were fewer by {a|90,000|poor_population|change|90000|person|poor people|dir=down}, \
                {g|12%|poor_population|growth|12|percent|poor people|dir=down}.
                """, Indicator.POVERTY_REDUCED);
        assertThat(reduced.note()).isEqualTo("Stated as a decrease of the poor population, down 12%");
        assertThat(reduced.changeText()).isEmpty();
    }

    @Test
    void personsComeBeforeHouseholdsInWhatIsStatedOnlyAsSomethingElse() {
        Headline poor = headline("""
                # overview | Overview
                In 2011, {a|90,000|poor_population|level|90000|household|poor households|period=2011} of \
                {b|300,000|poor_population|level|300000|person|poor people|period=2011} were poor.
                """, Indicator.POOR_POPULATION);
        assertThat(poor.note()).isEqualTo("Stated only for 2011 (300,000 persons)");
    }

    private static Headline headline(String text, Indicator indicator) {
        return ProvinceYearReport.of(
                        MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load())
                .headlines()
                .stream()
                .filter(headline -> headline.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }
}
