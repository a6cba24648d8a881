package org.fupin.report.figure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.Qualifier;

/** How exact an amount is that is computed from stated ones: what is left of "over 5 billion" is "over" so much, too. */
public final class Qualifiers {

    private Qualifiers() {}

    /** Of the sum of figures, or of their largest if they are one: about, where some are over and others under it. */
    public static Qualifier ofSum(List<Figure> figures) {
        Set<Qualifier> qualifiers = figures.stream()
                .map(figure -> figure.observation().qualifier())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Qualifier.class)));
        qualifiers.remove(Qualifier.EXACT);
        return qualifiers.isEmpty()
                ? Qualifier.EXACT
                : qualifiers.size() == 1 ? qualifiers.iterator().next() : Qualifier.ABOUT;
    }

    /** Of what remains of the first amount less the second. */
    public static Qualifier ofDifference(Qualifier amount, Qualifier less) {
        Qualifier opposite = opposite(less);
        if (amount == opposite || opposite == Qualifier.EXACT) {
            return amount;
        }
        return amount == Qualifier.EXACT ? opposite : Qualifier.ABOUT;
    }

    /** Of the share of a part in a whole: the larger the whole, the smaller the share. */
    public static Qualifier ofShare(Qualifier part, Qualifier whole) {
        return ofDifference(part, whole);
    }

    /** "over 5 billion Yuan"; an exact amount as it is. */
    public static String before(String amount, Qualifier qualifier) {
        return qualifier == Qualifier.EXACT ? amount : qualifier.code() + " " + amount;
    }

    /** "at most 83.4%"; an exact share as it is. */
    public static String beforeShare(String share, Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> share;
            case ABOUT -> "about " + share;
            case OVER -> "at least " + share;
            case UNDER -> "at most " + share;
        };
    }

    private static Qualifier opposite(Qualifier qualifier) {
        return switch (qualifier) {
            case OVER -> Qualifier.UNDER;
            case UNDER -> Qualifier.OVER;
            default -> qualifier;
        };
    }
}
