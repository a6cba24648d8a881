package org.fupin.gold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fupin.observation.CorrectedField;

/**
 * What was counted on gold. All shares are from 0 to 1, with four decimals.
 *
 * @param gold figures of the gold
 * @param read figures that were read in its stretches
 * @param paired of both, those that are the same figure
 * @param strict of those, the ones with value, unit, kind, measure, period, status and region all right
 */
public record ScoreResult(int gold, int read, int paired, int strict, Map<CorrectedField, FieldCount> fields) {

    /** Mostly empty: scored by those that are filled. */
    private static final Set<CorrectedField> SPARSE = Set.of(
            CorrectedField.DIRECTION,
            CorrectedField.SOURCE,
            CorrectedField.PER,
            CorrectedField.PART_OF,
            CorrectedField.ABOUT);

    private static final int DECIMALS = 4;

    /**
     * A field.
     *
     * @param gold how often it is filled in the gold
     * @param read how often it is filled in what was read
     * @param right how often it is right, filled or empty
     * @param rightFilled how often it is right and filled
     */
    public record FieldCount(int gold, int read, int right, int rightFilled) {

        static final FieldCount NONE = new FieldCount(0, 0, 0, 0);

        FieldCount plus(boolean inGold, boolean inRead, boolean isRight, boolean isRightFilled) {
            return new FieldCount(
                    gold + (inGold ? 1 : 0),
                    read + (inRead ? 1 : 0),
                    right + (isRight ? 1 : 0),
                    rightFilled + (isRightFilled ? 1 : 0));
        }
    }

    public ScoreResult {
        fields = Map.copyOf(fields);
    }

    /** Of what was read, what is a figure. */
    public BigDecimal precision() {
        return ratio(paired, read);
    }

    /** Of the figures, what was read. */
    public BigDecimal recall() {
        return ratio(paired, gold);
    }

    /** The harmonic mean of both. */
    public BigDecimal f1() {
        return ratio(2 * paired, read + gold);
    }

    /** As F1: of the figures, what was read and is right strictly. */
    public BigDecimal strictF1() {
        return ratio(2 * strict, read + gold);
    }

    /**
     * The share of the gold's figures that were found with the field right; of a field that is mostly empty F1 over those where it is
     * filled.
     */
    public BigDecimal field(CorrectedField field) {
        FieldCount counts = fields.getOrDefault(field, FieldCount.NONE);
        return SPARSE.contains(field)
                ? ratio(2 * counts.rightFilled(), counts.read() + counts.gold())
                : ratio(counts.right(), gold);
    }

    /** All shares by their names, in the order in which they are told. */
    public Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("precision", precision());
        shares.put("recall", recall());
        shares.put("f1", f1());
        Score.FIELDS.forEach(field -> shares.put(field.code(), field(field)));
        shares.put("strict_f1", strictF1());
        return shares;
    }

    /** Rounds as the guide's own scorer does: half to even. */
    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(Math.max(1, whole)), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
