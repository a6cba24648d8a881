package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.fupin.observation.FundingSource;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Programme;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.ReviewedReading;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Regions;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.YearHeadlines;
import org.fupin.report.money.Funding;
import org.fupin.report.money.FundingAmount;
import org.junit.jupiter.api.Test;

class ProvinceYearReportTest {

    private final Regions regions = Regions.load();
    private final MarkedReport source = MarkedReport.qinghai2013();
    private final ProvinceYearReport report = ProvinceYearReport.of(
            source.provinceYear(),
            List.of(YearHeadlines.of(MarkedReport.qinghai2012().provinceYear())),
            regions);

    private Headline headline(Indicator indicator) {
        return report.headlines().stream()
                .filter(headline -> headline.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private Figure figure(String id) {
        return report.figures().stream()
                .filter(figure -> figure.ref().equals(source.ref(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsHowWellReadingDoesByWhatWasReviewedIfThatIsEnough() {
        assertThat(reading(new ReviewedReading(199, 150)))
                .isEqualTo(report.reading())
                .contains("98 of 100 figures");
        assertThat(reading(new ReviewedReading(200, 199)))
                .as("never rounded up")
                .isEqualTo(
                        "A program read the sources, not a person. Of 200 figures of all reports that reviewers had confirmed"
                                + " or corrected when this edition was made, 99 % had been read right in all fields");
        assertThat(reading(new ReviewedReading(1200, 1200))).contains("Of 1,200 figures", ", 100 % had been");
    }

    private String reading(ReviewedReading reviewed) {
        return ProvinceYearReport.of(source.provinceYear(), List.of(), reviewed, regions)
                .reading();
    }

    @Test
    void everyFigureLeadsToTheSentenceThatStatesIt() {
        assertThat(report.figures()).hasSize(source.size());
        for (int i = 0; i < report.figures().size(); i++) {
            Figure figure = report.figures().get(i);
            assertThat(figure.number()).isEqualTo(i + 1);
            assertThat(figure.sentence()).isNotNull();
            assertThat(figure.sentenceText()).contains(figure.observation().text());
            assertThat(report.sources().sentences().get(figure.sentence().number() - 1))
                    .isEqualTo(figure.sentence());
            assertThat(figure.sentence().figures()).contains(figure.number());
        }
    }

    @Test
    void headlinesCarryFigureChangeAndEarlierYears() {
        Headline funds = headline(Indicator.FUNDS);
        assertThat(funds.figure()).isEqualTo(figure("total"));
        assertThat(funds.text()).isEqualTo("3.264 billion Yuan");
        assertThat(funds.earlier()).singleElement().satisfies(earlier -> {
            assertThat(earlier.year()).isEqualTo(2012);
            assertThat(funds.value(earlier)).isEqualByComparingTo("2710000000");
        });

        assertThat(headline(Indicator.INCOME).change()).isEqualTo(figure("incgrow"));
        assertThat(headline(Indicator.INCOME_GROWTH).figure()).isEqualTo(figure("incgrow"));
        assertThat(headline(Indicator.FUNDS_PROVINCIAL).change()).isEqualTo(figure("pgrow"));
        assertThat(headline(Indicator.FUNDS_PROVINCIAL).note())
                .isEqualTo("Part of 1.284 billion Yuan of financial funds");
        assertThat(headline(Indicator.POVERTY_REDUCED).flags())
                .as("more than so many is no estimate")
                .isEmpty();
        assertThat(headline(Indicator.POVERTY_REDUCED).text()).isEqualTo("over 175,000 persons");
    }

    @Test
    void anIndicatorThatIsNotStatedIsNotAvailableRatherThanZero() {
        ProvinceYearReport bare =
                ProvinceYearReport.of(MarkedReport.shaanxi2013().provinceYear(), List.of(), regions);
        Headline trained = bare.headlines().stream()
                .filter(headline -> headline.indicator() == Indicator.TRAINED)
                .findFirst()
                .orElseThrow();
        assertThat(trained.isAvailable()).isFalse();
        assertThat(trained.value()).isNull();
        assertThat(trained.flags()).containsExactly(Flag.NOT_AVAILABLE);
        assertThat(bare.headlines()).noneMatch(headline -> headline.indicator() == Indicator.FUNDS_LOTTERY);
    }

    @Test
    void theTotalIsBrokenDownByPayerWithoutCountingThePartsOfThePartsTwice() {
        Funding funding = report.funding();
        assertThat(funding.partsSum()).isEqualByComparingTo("3264000000");
        assertThat(funding.notBrokenDown()).isEqualByComparingTo("0");
        assertThat(funding.byPayer())
                .filteredOn(line -> line.partsSum() != null)
                .extracting(Funding.PayerLine::payer)
                .containsExactly(
                        FundingSource.CENTRAL,
                        FundingSource.PROVINCIAL,
                        FundingSource.DEPARTMENT,
                        FundingSource.SOCIAL,
                        FundingSource.MASSES,
                        FundingSource.CREDIT);
        BigDecimal bars =
                funding.payerBars().stream().map(Funding.Bar::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(bars).isEqualByComparingTo("3264000000");
    }

    @Test
    void aProgrammeCountsNeitherPartsNorPlansNorAmountsPerUnit() {
        Funding.ProgrammeLine village = line(Programme.VILLAGE);
        assertThat(village.counted()).containsExactly(figure("vfund"));
        Funding.ProgrammeLine relocation = line(Programme.RELOCATION);
        assertThat(relocation.sum()).isEqualByComparingTo("683200000");
        assertThat(amount("rplan").reason()).isEqualTo("Planned");
        assertThat(amount("rper").reason()).isEqualTo("Per household");
        assertThat(amount("vdept").reason())
                .isEqualTo("Part of figure " + figure("vfund").number());
        assertThat(amount("usd").reason()).isEqualTo("In US dollars");
    }

    private Funding.ProgrammeLine line(Programme programme) {
        return report.funding().byProgramme().stream()
                .filter(line -> line.programme() == programme)
                .findFirst()
                .orElseThrow();
    }

    private FundingAmount amount(String id) {
        return report.funding().amounts().stream()
                .filter(amount -> amount.figure().ref().equals(source.ref(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAmountThatIsRepeatedUnderAProgrammeCountsOnce() {
        MarkedReport repeated = MarkedReport.empty("CN-QH", 2013).text("""
                        # village | Villages
                        {a|30 million yuan|funds|level|30000000|CNY|funds for villages} were spent.
                        Of these {b|30 million yuan|funds|level|30000000.0|CNY|funds for villages} much went into roads, and \
                        {c|5 million yuan|funds|level|5000000|CNY|funds for bridges} more into bridges.
                        """);
        Funding funding = ProvinceYearReport.of(repeated.provinceYear(), List.of(), regions)
                .funding();
        assertThat(funding.byProgramme()).singleElement().satisfies(line -> assertThat(line.sum())
                .isEqualByComparingTo("35000000"));
        assertThat(funding.amounts().get(1).reason()).isEqualTo("Same amount as figure 1");
    }

    @Test
    void breakdownsShowTheDifferenceToTheStatedTotal() {
        assertThat(report.funding().breakdowns())
                .filteredOn(breakdown -> breakdown.total().equals(figure("ifund")))
                .singleElement()
                .satisfies(breakdown -> assertThat(breakdown.difference()).isEqualByComparingTo("10000000"));
    }

    @Test
    void checksCountWhatHoldsAndPutErrorsFirst() {
        Checks checks = report.checks();
        assertThat(checks.summary()).isEqualTo("11 of 13 relations between figures that were recomputed hold");
        assertThat(checks.tally()).isEqualTo("2 errors and 1 warning");
        assertThat(checks.all()).extracting(Check::outcome).startsWith("error", "error", "warning", "holds");
        assertThat(checks.all()).extracting(Check::number).containsExactlyElementsOf(numbersTo(14));
        assertThat(figure("iherd").flags()).contains(Flag.LOW_RELIABILITY);
        assertThat(figure("central").flags()).isEmpty();
    }

    private static List<Integer> numbersTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void everyNumberIsAFigureOrLeftOutWithItsReason() {
        LeftOut leftOut = report.leftOut();
        assertThat(leftOut.numbers()).hasSize(5);
        assertThat(leftOut.total()).isEqualTo(source.size() + 5);
        assertThat(leftOut.byReason())
                .contains(new LeftOut.ReasonCount(LeftOutReason.DATE, 3))
                .extracting(LeftOut.ReasonCount::count)
                .satisfies(counts ->
                        assertThat(counts.stream().mapToInt(i -> i).sum()).isEqualTo(5));
        LeftOut.Line document = leftOut.numbers().get(3);
        assertThat(report.sources().sentences().get(document.sentence() - 1).text())
                .contains("Document No. 27");
    }

    @Test
    void aRevisedFigureIsMarkedAndItsReportIsNoLongerProvisional() {
        ProvinceYearReport revised = ProvinceYearReport.of(
                MarkedReport.qinghai2013().revised("poor", "640000").provinceYear(), List.of(), regions);
        assertThat(revised.isProvisional()).isFalse();
        assertThat(revised.state()).isEqualTo("Revised (vintage 2)");
        RevisionLine line = revised.revisions().get(0);
        assertThat(line.change()).isEqualTo("changed");
        assertThat(line.figure().flags()).contains(Flag.REVISED);
        assertThat(revised.headlines())
                .filteredOn(headline -> headline.indicator() == Indicator.POOR_POPULATION)
                .singleElement()
                .satisfies(headline -> assertThat(headline.flags()).containsExactly(Flag.REVISED));
    }

    @Test
    void aReportWithoutAnyFigureIsStillAReport() {
        ProvinceYearReport empty = ProvinceYearReport.of(
                MarkedReport.empty("CN-TJ", 2013)
                        .text("# other | Nothing\nNothing was done.")
                        .provinceYear(),
                List.of(),
                regions);
        assertThat(empty.figures()).isEmpty();
        assertThat(empty.headlines()).isNotEmpty().noneMatch(Headline::isAvailable);
        assertThat(empty.funding().payerBars()).isEmpty();
        assertThat(empty.checks().summary()).startsWith("No sum, share or growth rate");
        assertThat(empty.leftOut().total()).isZero();
    }

    @Test
    void anEarlierYearOfAnotherProvinceIsAMistake() {
        assertThatThrownBy(() -> ProvinceYearReport.of(
                        source.provinceYear(),
                        List.of(YearHeadlines.of(MarkedReport.shaanxi2013().provinceYear())),
                        regions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CN-SN");
    }

    @Test
    void aLaterYearIsNoEarlierOne() {
        ProvinceYearReport first = ProvinceYearReport.of(
                MarkedReport.qinghai2012().provinceYear(), List.of(YearHeadlines.of(source.provinceYear())), regions);
        assertThat(first.earlierYears()).isEmpty();
        assertThat(first.headlines())
                .allSatisfy(headline -> assertThat(headline.earlier()).isEmpty());
    }

    @Test
    void findingsOfUnknownFiguresAreShownWithoutComputation() {
        MarkedReport base = MarkedReport.qinghai2013();
        var year = base.provinceYear();
        var unknown = new Finding(
                FindingRule.SUM,
                Severity.ERROR,
                false,
                List.of(new ObservationRef("0", 1), base.ref("central")),
                "1",
                "2",
                "A figure that is no longer held.");
        var changed = new ProvinceYear(
                year.region(),
                year.year(),
                1,
                year.edition(),
                year.files(),
                year.articles(),
                List.of(unknown),
                List.of(),
                List.of(),
                false,
                List.of());
        Check check = ProvinceYearReport.of(changed, List.of(), regions)
                .checks()
                .all()
                .get(0);
        assertThat(check.figures()).hasSize(1);
        assertThat(check.recomputation()).isNull();
    }
}
