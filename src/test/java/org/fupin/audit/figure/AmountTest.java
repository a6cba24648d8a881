package org.fupin.audit.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.fupin.audit.Passage;
import org.fupin.observation.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the digits allow, case by case and as properties over many random figures. */
class AmountTest {

    private static final int RUNS = 400;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # figure;                        other;                       fit
            {a|2.352 billion yuan};          {b|2,352,400,000 yuan};      HOLDS
            {a|2.352 billion yuan};          {b|2,352,600,000 yuan};      FAILS
            {a|5,400|unit=household};        {b|5,300|unit=household};    ROUGHLY
            {a|5,412|unit=household};        {b|5,413|unit=household};    FAILS
            {a|62};                          {b|61};                      FAILS
            {a|600|over};                    {b|655};                     HOLDS
            {a|600|over};                    {b|1200};                    ROUGHLY
            {a|600|over};                    {b|560};                     FAILS
            {a|600|under};                   {b|580};                     HOLDS
            {a|600|under};                   {b|655};                     FAILS
            {a|600|about};                   {b|640};                     HOLDS
            {a|600|about};                   {b|655};                     ROUGHLY
            {a|600|about};                   {b|800};                     FAILS
            {a|19.7%};                       {b|19.78%};                  HOLDS
            {a|19.7%};                       {b|19.6%};                   HOLDS
            {a|19.70%};                      {b|19.6%};                   HOLDS
            {a|19.70%};                      {b|19.60%};                  FAILS
            """)
    void fits(String one, String other, Fit fit) {
        assertThat(amount(one).fit(amount(other))).isEqualTo(fit);
        assertThat(amount(other).fit(amount(one))).as("either way").isEqualTo(fit);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void roundedPartsAlwaysReconcileWithTheirRoundedTotal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            int parts = random.nextInt(2, 12);
            int decimals = random.nextInt(0, 5);
            BigDecimal exact = BigDecimal.ZERO;
            Amount sum = Amount.ZERO;
            for (int i = 0; i < parts; i++) {
                BigDecimal part = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L));
                exact = exact.add(part);
                sum = sum.plus(inMillions(part, random.nextInt(0, 5)));
            }
            Amount total = inMillions(exact, decimals);
            assertThat(sum.fit(total)).as("run " + run).isEqualTo(Fit.HOLDS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneMoreThanTheDigitsAllowIsNoLongerRounding(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            int parts = random.nextInt(2, 12);
            BigDecimal exact = BigDecimal.ZERO;
            Amount sum = Amount.ZERO;
            for (int i = 0; i < parts; i++) {
                // The last digit is not zero, so that nothing can be taken for rounded.
                BigDecimal part = BigDecimal.valueOf(random.nextLong(100_000, 1_000_000) * 10 + 1);
                exact = exact.add(part);
                sum = sum.plus(count(part));
            }
            assertThat(sum.fit(Amount.exact(exact))).isEqualTo(Fit.HOLDS);
            BigDecimal beyond = sum.loose().high().add(BigDecimal.ONE);
            assertThat(sum.fit(Amount.exact(beyond))).isEqualTo(Fit.FAILS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void percentagesHoldRoundedAsWellAsCutOff(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal whole = BigDecimal.valueOf(random.nextLong(1000, 100_000_000));
            BigDecimal part = BigDecimal.valueOf(random.nextLong(1, whole.longValue() + 1));
            int decimals = random.nextInt(0, 4);
            BigDecimal percent = part.multiply(Quotients.HUNDRED).divide(whole, decimals + 20, RoundingMode.HALF_EVEN);
            Amount computed = Quotients.percent(count(part), count(whole));
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.DOWN}) {
                BigDecimal stated = percent.setScale(decimals, mode);
                assertThat(computed.fit(amount("{p|" + stated.toPlainString() + "%}")))
                        .as(part + " of " + whole + " stated as " + stated)
                        .isEqualTo(Fit.HOLDS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void growthFollowsFromRoundedLevelAndChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal before = BigDecimal.valueOf(random.nextLong(100_000_000, 10_000_000_000L));
            BigDecimal change = BigDecimal.valueOf(random.nextLong(10_000_000, 20_000_000_000L));
            BigDecimal percent = change.multiply(Quotients.HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
            Amount level = inMillions(before.add(change), random.nextInt(0, 4));
            Amount difference = inMillions(change, random.nextInt(0, 4));
            assertThat(Quotients.percent(difference, level.minus(difference))
                            .fit(amount("{g|" + percent.toPlainString() + "%}")))
                    .isEqualTo(Fit.HOLDS);
        }
    }

    private static Amount inMillions(BigDecimal value, int decimals) {
        BigDecimal millions = value.movePointLeft(6).setScale(decimals, RoundingMode.HALF_UP);
        return amount("{a|" + millions.toPlainString() + " million yuan}");
    }

    private static Amount count(BigDecimal value) {
        return amount("{a|" + value.toPlainString() + "}");
    }

    private static Amount amount(String mark) {
        Observation observation =
                Passage.of(mark).article().observations().findFirst().orElseThrow();
        return Amount.of(observation);
    }
}
