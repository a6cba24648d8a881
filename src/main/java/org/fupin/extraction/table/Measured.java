package org.fupin.extraction.table;

import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a label says is measured.
 *
 * @param money what an amount of money is of, null where no word says so
 * @param noun what is counted
 * @param plural whether the noun is one of several things; a single one may only be the use of money
 * @param rate what a percentage is of that is a rate
 * @param words those that say so
 */
record Measured(
        @Nullable Measure money,
        @Nullable Noun noun,
        boolean plural,
        @Nullable Measure rate,
        String words) {

    static final Measured NONE = new Measured(null, null, false, null, "");

    boolean isTold() {
        return money != null || noun != null || rate != null;
    }

    Measured withoutNoun() {
        return new Measured(money, null, false, rate, words);
    }

    /** Whether one of both is of what the other is of. */
    boolean meets(Measured other) {
        return money != null && money == other.money
                || noun != null && noun.equals(other.noun)
                || rate != null && rate == other.rate;
    }
}
