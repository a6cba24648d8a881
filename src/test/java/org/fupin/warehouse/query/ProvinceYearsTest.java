package org.fupin.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Status;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.Revision;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Units;
import org.fupin.testing.DocumentBuilder.Figure;
import org.fupin.warehouse.WarehouseTestCase;
import org.junit.jupiter.api.Test;

class ProvinceYearsTest extends WarehouseTestCase {

    private static final Units UNITS = Units.load();

    private static Quantity value(String amount, String unit) {
        return Quantity.of(new BigDecimal(amount), UNITS.unit(unit));
    }

    private static Quantity range(String low, String high, String unit) {
        return Quantity.range(new BigDecimal(low), new BigDecimal(high), UNITS.unit(unit));
    }

    private static Figure quantity(Quantity quantity) {
        return (span, text, region, year) -> new Observation(
                span,
                text,
                quantity,
                Kind.LEVEL,
                null,
                Measure.OTHER,
                null,
                null,
                Status.ACTUAL,
                Qualifier.EXACT,
                Period.ofYear(year),
                region,
                "things",
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** With every field set, to values that differ from each other where they can. */
    private static final Figure FULL = (span, text, region, year) -> new Observation(
            span,
            text,
            range("5000000", "10000000.5", "CNY"),
            Kind.GAP,
            Direction.BELOW,
            Measure.INTEREST_SUBSIDY,
            FundingSource.COUNTERPART,
            PerUnit.HOUSEHOLD,
            Status.STANDARD,
            Qualifier.UNDER,
            Period.between(Period.ofDay(LocalDate.of(2008, 6, 5)), Period.ofMonth(YearMonth.of(2010, 2))),
            "Aheqi County 阿合奇县",
            "loans of “leading” enterprises; 𠮷, \\ and 'quotes'",
            3,
            4,
            List.of("range", "of-which"),
            List.of(Observation.REPAIRED, "rounded"),
            List.of("default_measure", "inherited_period"));

    private static ExtractedDocument rich(String name) {
        return document(name)
                .furniture("Tel. {010} {84419} 𠮷")
                .article("CN-HE", 2011, "Poverty Alleviation in Hebei {2011}")
                .section("", Programme.OTHER)
                .sentence("Before all headings.")
                .section("Overview 概况", Programme.OVERVIEW)
                .sentence("In {2011} about [5-10 million Yuan] was paid.", FULL)
                .paragraph()
                .sentence("In {12} of {13} plans [120 villages] took part.", quantity(value("120", "1")))
                .section("An empty section", Programme.FOREIGN)
                .author("Li Ming, Hebei")
                .article("CN-XJ", "CN-SD", 2011, "Xinjiang and Shandong")
                .section("Pairing", Programme.PAIRING)
                .sentence("[35] villages.", level(Measure.VILLAGES, "35", "1", "villages"))
                .article("CN-HE", 2011, "Pairing in Hebei")
                .build();
    }

    @Test
    void givesBackEqualArticles() {
        ExtractedDocument document = rich("a.txt");
        load(document, startRun());

        ProvinceYear hebei = provinceYears.find("CN-HE", 2011).orElseThrow();
        ProvinceYear xinjiang = provinceYears.find("CN-XJ", 2011).orElseThrow();

        assertThat(hebei.articles())
                .containsExactly(document.articles().get(0), document.articles().get(2));
        assertThat(xinjiang.articles()).containsExactly(document.articles().get(1));
        assertThat(xinjiang.files()).containsExactly(document.document().file());
        assertThat(jdbc.queryForObject("SELECT content FROM source_document", String.class))
                .isEqualTo(document.document().text());
    }

    @Test
    void givesBackEveryQuantityExactly() {
        List<Quantity> quantities = List.of(
                value("2352000000", "CNY"),
                value("2.352E+9", "CNY"),
                value("15.10", "percent"),
                value("0", "1"),
                value("0.000001", "t"),
                value("3.14159265358979", "km"),
                value("-12.5", "CNY"),
                value("9999999999999999999999.999999", "CNY"),
                value("12345678901234567890123456789012345678901234567890", "CNY"),
                value("100000000000000000", "mu"),
                range("5", "10", "mu"),
                range("5.50", "1E+30", "mu"));
        Figure[] figures = quantities.stream().map(ProvinceYearsTest::quantity).toArray(Figure[]::new);
        ExtractedDocument document = document("a.txt")
                .article("CN-HE", 2011, "Hebei")
                .section("Overview", Programme.OVERVIEW)
                .sentence("[1] ".repeat(figures.length), figures)
                .build();
        load(document, startRun());

        assertThat(provinceYears
                        .find("CN-HE", 2011)
                        .orElseThrow()
                        .articles()
                        .get(0)
                        .observations())
                .extracting(Observation::quantity)
                .containsExactlyElementsOf(quantities);
        // What the columns can hold they do hold: in plain form, and exactly where six decimals are enough.
        assertThat(jdbc.queryForList("SELECT obs_value FROM fact_observation ORDER BY obs_no", BigDecimal.class))
                .usingElementComparator(Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
                .containsExactly(
                        new BigDecimal("2352000000"),
                        new BigDecimal("2352000000"),
                        new BigDecimal("15.1"),
                        BigDecimal.ZERO,
                        new BigDecimal("0.000001"),
                        new BigDecimal("3.141593"),
                        new BigDecimal("-12.5"),
                        new BigDecimal("9999999999999999999999.999999"),
                        null,
                        new BigDecimal("100000000000000000"),
                        null,
                        null);
        assertThat(jdbc.queryForObject(
                        "SELECT base_value FROM fact_observation WHERE unit_measure = 'mu' AND obs_value IS NOT NULL",
                        BigDecimal.class))
                .isEqualByComparingTo("66666666666666666666.666667");
        assertThat(count("fact_observation WHERE obs_exact IS NULL")).isEqualTo(7);
    }

    @Test
    void loadsTheLongestTexts() {
        ExtractedDocument document = document("a.txt")
                .article("CN-HE", 2011, "Hebei " + "long title ".repeat(300))
                .section("heading ".repeat(1000), Programme.OVERVIEW)
                .sentence("word ".repeat(100_000) + "[35]", level(Measure.VILLAGES, "35", "1", "item ".repeat(2000)))
                .build();
        load(document, startRun());

        assertThat(provinceYears.find("CN-HE", 2011).orElseThrow().articles()).isEqualTo(document.articles());
    }

    @Test
    void findsNothingWhereNothingIs() {
        load(rich("a.txt"), startRun());

        assertThat(provinceYears.find("CN-HE", 2012)).isEmpty();
        assertThat(provinceYears.find("CN-GS", 2011)).isEmpty();
        assertThat(provinceYears.vintage(new ProvinceYearKey("CN-GS", 2011))).isZero();
        assertThat(provinceYears.keys())
                .containsExactly(new ProvinceYearKey("CN-HE", 2011), new ProvinceYearKey("CN-XJ", 2011));
    }

    private static ExtractedDocument villages(String name, String title, int villages, String thing) {
        return document(name)
                .article("CN-HE", 2011, title)
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "There are [" + villages + "] villages and [7] " + thing + ".",
                        level(Measure.VILLAGES, "" + villages, "1", "villages"),
                        level(Measure.FACILITIES, "7", "1", thing))
                .build();
    }

    @Test
    void countsVintagesInRunsThatChangedSomething() {
        long first = startRun("2024-03");
        load(villages("a.txt", "Hebei", 35, "wells"), first);
        load(villages("b.txt", "Pairing", 12, "schools"), first);
        ProvinceYear one = provinceYears.find("CN-HE", 2011).orElseThrow();
        long second = startRun("2024-04");
        load(villages("a.txt", "Hebei", 35, "wells"), second);
        ProvinceYear still = provinceYears.find("CN-HE", 2011).orElseThrow();
        long third = startRun("2024-05");
        load(villages("c.txt", "Hebei", 36, "wells"), third);
        ProvinceYear two = provinceYears.find("CN-HE", 2011).orElseThrow();
        long fourth = startRun("2024-06");
        load(villages("d.txt", "More from Hebei", 1, "roads"), fourth);
        ProvinceYear three = provinceYears.find("CN-HE", 2011).orElseThrow();

        assertThat(one.vintage()).isEqualTo(1);
        assertThat(one.edition()).isEqualTo(YearMonth.of(2024, 3));
        assertThat(one.revisions()).isEmpty();
        assertThat(one.files()).extracting(SourceFile::name).containsExactly("a.txt", "b.txt");
        assertThat(still).isEqualTo(one);
        assertThat(two.vintage()).isEqualTo(2);
        assertThat(two.edition()).isEqualTo(YearMonth.of(2024, 5));
        assertThat(two.files()).extracting(SourceFile::name).containsExactly("b.txt", "c.txt");
        assertThat(two.revisions())
                .containsExactly(new Revision(
                        "Hebei",
                        figure(one.articles().get(0), 0),
                        figure(two.articles().get(1), 0)));
        assertThat(three.vintage()).isEqualTo(3);
        assertThat(three.edition()).isEqualTo(YearMonth.of(2024, 6));
        assertThat(three.revisions()).extracting(Revision::title).containsOnly("More from Hebei");
        assertThat(three.revisions()).extracting(Revision::before).containsOnlyNulls();
        assertThat(three.revisions()).hasSize(2);
        assertThat(provinceYears.vintage(new ProvinceYearKey("CN-HE", 2011))).isEqualTo(3);
        assertThat(provinceYears.affectedBy(second)).isEmpty();
        assertThat(provinceYears.affectedBy(third)).containsExactly(new ProvinceYearKey("CN-HE", 2011));
    }

    private static Observation figure(ExtractedArticle article, int index) {
        return article.observations().toList().get(index);
    }

    @Test
    void auditIsDueUntilItIsDoneForTheCurrentVintage() {
        ProvinceYearKey hebei = new ProvinceYearKey("CN-HE", 2011);
        ExtractedDocument document = villages("a.txt", "Hebei", 35, "wells");
        long first = startRun();
        load(document, first);
        assertThat(provinceYears.toAudit()).containsExactly(hebei);

        audit(List.of(), first);
        assertThat(provinceYears.toAudit()).isEmpty();

        // The run that loads this dies before its audit; the one after has nothing to load.
        load(villages("b.txt", "Hebei", 36, "wells"), startRun());
        long last = startRun();
        assertThat(provinceYears.affectedBy(last)).isEmpty();
        assertThat(provinceYears.toAudit()).containsExactly(hebei);
        Finding finding = new Finding(
                FindingRule.MALFORMED,
                Severity.WARNING,
                false,
                List.of(new ObservationRef(document.document().file().id(), 3)),
                "36",
                "",
                "Odd.");
        audit(List.of(finding), last);
        assertThat(provinceYears.toAudit()).isEmpty();
        assertThat(provinceYears.find("CN-HE", 2011).orElseThrow().findings()).containsExactly(finding);
    }

    private void audit(List<Finding> findings, long run) {
        transaction().executeWithoutResult(status -> bean(Findings.class).replace("CN-HE", 2011, findings, run));
    }
}
