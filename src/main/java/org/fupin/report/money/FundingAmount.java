package org.fupin.report.money;

import org.fupin.observation.Programme;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money that a source states, and how it enters the sums.
 *
 * @param programme that it is put into: the one that the words beside it name, else its section's
 * @param level 0 for an amount that is no part of another, 1 for its parts, and so on
 * @param partOf the number of the figure that it is a part of, null if of none
 * @param inTotal whether it is one of the parts that the headline total is broken down into
 * @param use what it is; the sum of its programme counts {@link MoneyUse#PROGRAMME} alone
 * @param reason why the sum of its programme does not count it; empty if it does
 */
public record FundingAmount(
        Figure figure,
        Programme programme,
        int level,
        @Nullable Integer partOf,
        boolean inTotal,
        MoneyUse use,
        String reason) {

    /** Whether the sum of its programme counts it. */
    public boolean inProgramme() {
        return use == MoneyUse.PROGRAMME;
    }
}
