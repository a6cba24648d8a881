package org.fupin.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of payers says of a total and its parts. */
class PayerTableTest {

    private static ProvinceYearReport report(String text) {
        return ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load());
    }

    /** Of "over" an amount that its parts make up, something is left, and nobody knows how much. */
    @ParameterizedTest
    @CsvSource({"over, true", "exact, false"})
    void whatAnOverTotalLeavesIsNotKnown(String qualifier, boolean unknown) {
        Table table = new PayerTable().of(report("""
                # funding | Funds
                Its anti-poverty funds came to {t|2 billion yuan|funds|level|2000000000|CNY|anti-poverty funds|q=%s}: \
                {a|1.5 billion yuan|funds|level|1500000000|CNY|funds|source=central part=t} of the state, \
                {b|500 million yuan|funds|level|500000000|CNY|funds|source=provincial part=t} of the province.
                """.formatted(qualifier)));
        String lines = table.rows().toString();
        assertThat(lines.contains("Not known")).isEqualTo(unknown);
        assertThat(lines.contains("The total is stated as over their sum")).isEqualTo(unknown);
        assertThat(lines.contains("No difference")).isEqualTo(!unknown);
    }

    @Test
    void onePayerOverlapsWithNobody() {
        String one = """
                # social | Social work
                Aiding units gave {a|40 million yuan|funds|level|40000000|CNY|aid|source=social}.
                """;
        assertThat(new PayerTable().of(report(one)).note()).startsWith("The headline amount of the one payer");
        assertThat(new PayerTable()
                        .of(report(one + "# pairing | Pairing\nBeijing gave"
                                + " {b|30 million yuan|funds|level|30000000|CNY|aid|source=counterpart}."))
                        .note())
                .contains("may overlap");
    }

    @ParameterizedTest
    @CsvSource({"160, true", "60, false"})
    void whatIsOverTheTotalIsNoPartOfIt(String amount, boolean over) {
        assertThat(report("""
                        # funding | Funds
                        Governments gave {t|90 million yuan|funds|level|90000000|CNY|anti-poverty funds|source=fiscal} of \
                        anti-poverty funds, {p|20 million yuan|funds|level|20000000|CNY|funds|source=fiscal part=t} to villages.
                        # social | Social work
                        Aiding units gave {a|%s million yuan|funds|level|%s000000|CNY|aid|source=social}.
                        """.formatted(amount, amount)).funding().hasPayerOverTotal())
                .isEqualTo(over);
    }
}
