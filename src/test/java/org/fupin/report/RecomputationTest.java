package org.fupin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Regions;
import org.fupin.report.Recomputation.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputationTest {

    private static final String TEXT = """
            # overview | Overview
            Of {total|90 million yuan|funds|level|90000000|CNY|funds} {p1|60 million yuan|funds|level|60000000|CNY|part} and \
            {p2|30 million yuan|funds|level|30000000|CNY|part} are {share|66.7%|funds|share|66.7|percent|part} and \
            {rest|33.3%|funds|share|33.3|percent|part}.
            {now|120|villages|level|120|1|villages} after {before|100|villages|level|100|1|villages} are \
            {more|20|villages|change|20|1|villages|dir=up} more or {pct|20%|villages|growth|20|percent|villages|dir=up}, \
            {less|30|villages|change|30|1|villages|dir=down} less or {pctless|20%|villages|growth|20|percent|villages|dir=down}.
            {plan|100|villages|level|100|1|villages|status=planned} were planned, {done|106%|villages|completion|106|percent|villages}, \
            {over|6%|villages|completion|6|percent|villages} more, {gap|20|villages|gap|20|1|villages|dir=above} above plan, \
            {low|30|villages|gap|30|1|villages|dir=below} below it, {half|80%|villages|completion|80|percent|villages}, \
            {result|106|villages|level|106|1|villages}.
            {each|750,000 yuan|funds|level|750000|CNY|funds|per=village} for each.
            {land|300 mu|area|level|300|mu|land} and {ha|20 ha|area|level|20|ha|land}.
            {built|560|facilities|level|560|1|pits} in {bases|14|facilities|level|14|1|bases}, {pits|40|facilities|level|40|1|pits} each.
            {rate|35%|poverty_rate|level|35|percent|rate} after {was|40.5%|poverty_rate|level|40.5|percent|rate}, \
            {points|5.5 points|poverty_rate|change|5.5|pp|rate|dir=down} less.
            {twenty|20%|villages|completion|20|percent|villages}
            """;

    @ParameterizedTest
    @CsvSource({
        "SUM,        SUM,                total p1 p2,      90000000",
        "SUM,        SUM,                land ha,          200000",
        "SHARE,      PERCENT,            total p1 share,   66.667",
        "SHARE,      SUM,                total share rest, 100",
        "GROWTH,     GROWTH_BY_INCREASE, now more pct,     20",
        "GROWTH,     GROWTH_BY_DECREASE, now less pctless, 20",
        "GROWTH,     GROWTH,             now before pct,   20",
        "CHANGE,     DIFFERENCE,         now before more,  20",
        "COMPLETION, PERCENT,            plan result done, 106",
        "COMPLETION, PERCENT_OVER,       plan result over, 6",
        "COMPLETION, GROWTH_BY_INCREASE, now gap twenty,   20",
        "COMPLETION, PERCENT_BELOW,      now low half,     80",
        "AVERAGE,    QUOTIENT,           total now each,   750000",
        "AVERAGE,    QUOTIENT,           built bases pits, 40",
        "CHANGE,     DIFFERENCE,         rate was points,  5.5"
    })
    void recomputes(FindingRule rule, Operation operation, String ids, String result) {
        Recomputation recomputation = recomputation(rule, ids.split(" "));
        assertThat(recomputation).isNotNull();
        assertThat(recomputation.operation()).isEqualTo(operation);
        assertThat(recomputation.recomputed()).isCloseTo(new BigDecimal(result), within(new BigDecimal("0.001")));
    }

    @ParameterizedTest
    @CsvSource({
        "SUM,           total now",
        "CONTRADICTION, now before",
        "MALFORMED,     total",
        "SHARE,         total now share",
        "GROWTH,        now pct",
        "AVERAGE,       total p1 each"
    })
    void doesNotComputeWhatMakesNoComputation(FindingRule rule, String ids) {
        assertThat(recomputation(rule, ids.split(" "))).isNull();
    }

    @Test
    void aWholeOfZeroGivesNoPercentage() {
        MarkedReport report =
                MarkedReport.empty("CN-QH", 2013).text("""
                        # overview | Overview
                        {a|0|villages|level|0|1|villages} {b|5|villages|level|5|1|villages} \
                        {c|5%|villages|share|5|percent|villages}
                        """).finding(FindingRule.SHARE, false, "a", "b", "c");
        assertThat(only(report)).isNull();
    }

    private static @Nullable Recomputation recomputation(FindingRule rule, String... ids) {
        return only(MarkedReport.empty("CN-QH", 2013).text(TEXT).finding(rule, true, ids));
    }

    private static @Nullable Recomputation only(MarkedReport report) {
        return ProvinceYearReport.of(report.provinceYear(), List.of(), Regions.load())
                .checks()
                .all()
                .get(0)
                .recomputation();
    }
}
