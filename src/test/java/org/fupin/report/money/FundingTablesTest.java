package org.fupin.report.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Qualifier;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingTablesTest {

    private static Funding funding(String text) {
        return ProvinceYearReport.of(
                        MarkedReport.empty("CN-QH", 2013).text(text).provinceYear(), List.of(), Regions.load())
                .funding();
    }

    @Test
    void whatATotalIsUsedForIsNoPayerBesideItsPayers() {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds} were allocated: \
                {c|20 million yuan|funds|level|20000000|CNY|funds|part=t source=central} and \
                {p|30 million yuan|funds|level|30000000|CNY|funds|part=t source=provincial}.
                {r|10 million yuan|funds|level|10000000|CNY|funds for roads|part=t} went into roads and \
                {w|40 million yuan|funds|level|40000000|CNY|funds for wells|part=t} into wells.
                """);
        assertThat(funding.byPayer())
                .extracting(Funding.PayerLine::payer)
                .containsExactly(FundingSource.CENTRAL, FundingSource.PROVINCIAL);
        assertThat(funding.partsSum()).isEqualByComparingTo("50000000");
    }

    /** One payer of all of it, and payers of more than it: neither divides a total. */
    @ParameterizedTest
    @CsvSource({"fiscal,20000000,fiscal,30000000", "central,20000000,provincial,40000000"})
    void noBreakdownWhereThePartsDivideNothing(String one, String amount, String other, String more) {
        Funding funding = funding("""
                # funding | Funds
                {t|50 million yuan|funds|level|50000000|CNY|anti-poverty funds|source=fiscal} were allocated, of which \
                {a|the first|funds|level|%s|CNY|funds for roads|part=t source=%s} and \
                {b|the second|funds|level|%s|CNY|funds for wells|part=t source=%s}.
                """.formatted(amount, one, more, other));
        assertThat(funding.total()).isNotNull();
        assertThat(funding.isBrokenDown()).isFalse();
        assertThat(funding.byPayer()).allMatch(line -> line.parts().isEmpty());
    }

    @Test
    void otherMoneyIsNeitherStatedAboveNorAPartBesideItsTotal() {
        Funding funding = funding("""
                # credit | Credit
                {l|71.5 million yuan|loans|level|71500000|CNY|loans} were issued.
                # pairing | Pairing
                Contracts of {c|45.7 million yuan|contract_value|level|45700000|CNY|contracts} were signed, including \
                {d|35.7 million yuan|contract_value|level|35700000|CNY|contracts|part=c} for farms.
                It plans an income of {i|4000 yuan|funds|level|4000|CNY|income|status=planned}.
                """);
        assertThat(funding.apart()).extracting(amount -> amount.figure().text()).containsExactly("45.7 million Yuan");
    }

    @Test
    void whatIsLeftOpenOfAnInexactTotalIsInexact() {
        Funding funding = funding("""
                # funding | Funds
                {t|over 50 million yuan|funds|level|50000000|CNY|anti-poverty funds|q=over} were allocated, of which \
                {c|20 million yuan|funds|level|20000000|CNY|funds|part=t source=central} by the state.
                """);
        assertThat(funding.notBrokenDownQualifier()).isEqualTo(Qualifier.OVER);
        assertThat(funding.payerBars())
                .extracting(Funding.Bar::label, Funding.Bar::text)
                .containsExactly(
                        tuple("Central government", "20 million"), tuple(Funding.NOT_BROKEN_DOWN, "over 30 million"));
    }

    /** Another amount of the payer is money besides the total. */
    @ParameterizedTest
    @CsvSource({"52600000, true", "7000000, false"})
    void aTotalMayBeOnePayersMoney(String value, boolean all) {
        Funding funding = funding("""
                # overview | Overview
                {t|52.6 million yuan|funds|level|52600000|CNY|anti-poverty funds} were put in.
                # funding | Funds
                {c|the amount|funds|level|%s|CNY|anti-poverty funds|source=provincial} came from the province.
                """.formatted(value));
        assertThat(funding.hasOnePayer()).isEqualTo(all);
    }

    @Test
    void doubtAndQualifiersStayWithTheAmounts() {
        Funding funding = funding("""
                # village | Villages
                {a|over 70.5 million yuan|funds|level|70500000|CNY|funds for roads|q=over flags=repaired} went into roads.
                {b|10 million yuan|funds|level|10000000|CNY|funds for wells} went into wells.
                """);
        Funding.ProgrammeLine line = funding.byProgramme().get(0);
        assertThat(Funding.inWords(line.counted(), line.sum())).isEqualTo("over 80.5 million Yuan [u]");
        assertThat(Funding.inWords(line.counted().subList(1, 2), BigDecimal.TEN))
                .isEqualTo("10 Yuan");
        assertThat(funding.programmeBars())
                .extracting(Funding.Bar::label, Funding.Bar::text)
                .containsExactly(tuple("Entire village advancement [u]", "over 70.5 million"));
    }
}
