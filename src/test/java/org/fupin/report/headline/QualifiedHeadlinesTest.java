package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said with a figure because the source words its indicator otherwise, or of a smaller group. */
class QualifiedHeadlinesTest {

    private static Headline headline(String text, Indicator indicator) {
        return found(text, indicator).orElseThrow();
    }

    private static Optional<Headline> found(String text, Indicator indicator) {
        return ProvinceYearReport.of(
                        MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load())
                .headlines()
                .stream()
                .filter(headline -> headline.indicator() == indicator)
                .filter(headline -> headline.isAvailable() || headline.status() == HeadlineStatus.ONLY_OTHER)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Income in 58 poor counties was; 58 poor counties only",
                "Farmers of 7 national and provincial key counties earned; 7 national and provincial key counties only",
                "The 9 key counties (cities) of the north reached; 9 key counties only",
                "In the national key counties the income was; National key counties only",
                "Beside 12 key counties, income in the poor areas of the west was; Poor areas only",
                "Farmers of poor counties earned; Poor counties only",
                "Income of counties was; Key or poor counties only"
            })
    void theCountiesAreNamedAsTheSentenceNamesThem(String sentence, String scope) {
        Headline income = headline(
                "# overview | Overview\n" + sentence + " {a|4,469 yuan|income|level|4469|CNY|income|per=person}.",
                Indicator.INCOME);
        assertThat(income.scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "source=central part=a; Of it 30 million Yuan (grants for schools)",
                "source=provincial part=a; ''",
                "source=central; ''"
            })
    void whatAPayersAmountComprisesIsToldUnlessOthersPayForItToo(String fields, String note) {
        Headline central = headline("""
                # funding | Funds
                The state gave {a|80 million yuan|funds|level|80000000|CNY|anti-poverty funds|source=central}, of which \
                {b|30 million yuan|funds|level|30000000|CNY|grants for schools|%s} were grants.
                """.formatted(fields), Indicator.FUNDS_CENTRAL);
        assertThat(central.note().startsWith("Of it")).isEqualTo(!note.isEmpty());
        assertThat(central.note()).startsWith(note);
    }

    @Test
    void aLongNameDoesNotFitOnACard() {
        Headline income = headline("""
                # overview | Overview
                In 38 former border counties and the contiguous poor counties and banners income was \
                {a|4,469 yuan|income|level|4469|CNY|income|per=person}.
                """, Indicator.INCOME);
        assertThat(income.scope())
                .isEqualTo("38 former border counties and the contiguous poor counties and banners only");
        assertThat(income.briefScope()).isEqualTo("Key or poor counties only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' (2010 constant prices)'; At constant prices of 2010",
                "' (at constant prices of 2010)'; At constant prices of 2010",
                "' at constant prices'; At constant prices",
                "' in 2010, when prices were constantly rising'; ''"
            })
    void theYearOfALinesPricesIsSaid(String behind, String note) {
        Headline line = headline("""
                # overview | Overview
                Its line was {a|2,300 yuan|poverty_line|level|2300|CNY|line|per=person status=standard}. As decided, the line is \
                {b|2,300 yuan|poverty_line|level|2300|CNY|line|per=person status=standard}%s.
                """.formatted(behind), Indicator.POVERTY_LINE);
        assertThat(line.note()).isEqualTo(note);
    }

    /** The same number of people is once all who are poor, once those whom a measure reached. */
    @ParameterizedTest
    @CsvSource({"people, 1.5 million, 1500000, true", "people, 1.4 million, 1400000, false"})
    void whoWasReachedMayNotBeAllWhoArePoor(String measure, String text, String value, boolean qualified) {
        Headline poor = headline("""
                # overview | Overview
                Teams worked in villages, covering {a|%s|%s|level|%s|person|poor people}. \
                There were {b|1.5 million|poor_population|level|1500000|person|poor people}.
                """.formatted(text, measure, value), Indicator.POOR_POPULATION);
        assertThat(poor.isQualified()).isEqualTo(qualified);
    }

    @ParameterizedTest
    @CsvSource({"cadres of poor counties, true", "cadres and farmers, false", "young people, false"})
    void cadresAreNotThePoorWhoWereTrained(String whom, boolean qualified) {
        Headline trained = headline("""
                # training | Training
                Courses reached {a|2,648|trained|level|2648|person-time|%s}.
                """.formatted(whom), Indicator.TRAINED);
        assertThat(trained.isQualified()).isEqualTo(qualified);
    }

    @Test
    void whatIsEarnedInAMonthIsSaidToBeThat() {
        Headline income = headline("""
                # training | Courses
                The monthly labor income exceeded {a|2,000 yuan|income|level|2000|CNY|income|per=person}.
                """, Indicator.INCOME);
        assertThat(income.note()).isEqualTo("Stated only per month (2,000 Yuan per person)");
    }

    /** Governments pay most of it, but who pays the rest is not said. */
    @ParameterizedTest
    @CsvSource({"70, false", "100, true"})
    void aTotalIsOneOfGovernmentsWhereTheyPayAllOfIt(String central, boolean governments) {
        Headline funds = headline("""
                # funding | Funds
                {t|110 million yuan|funds|level|110000000|CNY|anti-poverty funds} was put in, \
                {a|%s million yuan|funds|level|%s000000|CNY|funds|source=central part=t} of it by the state, \
                {b|10 million yuan|funds|level|10000000|CNY|funds|source=local part=t} by counties.
                """.formatted(central, central), Indicator.FUNDS);
        assertThat(funds.basis().money()).isEqualTo(MoneyClass.GOVERNMENT);
        assertThat(funds.scope()).isEqualTo(governments ? "Money of governments" : "");
    }

    /** What departments give in their own trades is theirs; what a zone pools of them, or a part of a project, is not told as it. */
    @ParameterizedTest
    @CsvSource({
        "'The departments of the province invested {a|38 million yuan|funds|level|38000000|CNY|funds|source=department} in towns.', 38 million Yuan",
        "'Funds of departments were integrated: {a|38 million yuan|funds|level|38000000|CNY|funds|source=department}.', ''",
        "'Of {t|90 million yuan|funds|level|90000000|CNY|funds} departments gave {a|38 million yuan|funds|level|38000000|CNY|funds|source=department part=t}.', ''"
    })
    void departmentsGiveInTheirOwnTrades(String sentence, String amount) {
        assertThat(found("# industry | Poverty alleviation by sectors\n" + sentence, Indicator.FUNDS_DEPARTMENT)
                        .map(Headline::text)
                        .orElse(""))
                .isEqualTo(amount);
    }

    /** A section on society tells of a partner where it names another province. */
    @ParameterizedTest
    @CsvSource({"Beijing, '', 80 million Yuan", "Beijing, ' per=year', 80 million Yuan per year", "Every city, '', ''"})
    void partnersAreToldOfInSectionsOnSociety(String partner, String per, String amount) {
        assertThat(found("""
                        # social | Society
                        %s gave {a|80 million yuan|funds|level|80000000|CNY|anti-poverty funds|source=counterpart%s}.
                        """.formatted(partner, per), Indicator.FUNDS_COUNTERPART)
                        .map(Headline::text)
                        .orElse(""))
                .isEqualTo(amount);
    }

    @Test
    void aSmallAmountIsToldLast() {
        Headline funds = headline("""
                # overview | Overview
                It gave a subsidy of {a|400,000 yuan|funds|level|400000|CNY|subsidy} and newly added funds of \
                {b|45 million yuan|funds|level|45000000|CNY|development funds}.
                """, Indicator.FUNDS);
        assertThat(funds.note())
                .isEqualTo("Stated only as newly added money (45 million Yuan), as a small amount (400,000 Yuan)");
    }
}
