package org.fupin.extraction.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration: a topic said once, and items with an amount each, what it is for, and its shares. "Distribution of the
 * loans by region: 210 million yuan for the old base areas, accounting for 32.8%; 188 million yuan for ..., 29.4%; ...".
 *
 * @param opener the kind of words that open it
 * @param topicFrom first token of what is enumerated; equal to {@code topicTo} where nothing in the sentence says it
 * @param openerFrom first token of the opener
 * @param total the figure before it, of which the items may be parts; null if none stands in the sentence
 */
public record Enumeration(
        Opener opener,
        int topicFrom,
        int topicTo,
        int openerFrom,
        @Nullable Figure total,
        List<Item> items) {

    /** What opens an enumeration. */
    public enum Opener {
        /** "of which", "including". */
        PARTS,
        /** A colon behind a label. */
        COLON,
        /** A bracket behind a total. */
        BRACKET,
        /** Nothing: like clauses or phrases stand beside each other, each beginning with an amount. */
        PARALLEL
    }

    /**
     * One item.
     *
     * @param from first token
     * @param to token before which it ends
     * @param shares percentages said of the amount, in the text's order
     */
    public record Item(int from, int to, Figure amount, List<Figure> shares) {

        /** The amount and its shares. */
        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>(List.of(amount));
            figures.addAll(shares);
            return figures;
        }

        boolean has(Figure figure) {
            return amount == figure || shares.contains(figure);
        }
    }

    /** The amounts and shares of all items. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Item item : items) {
            figures.addAll(item.figures());
        }
        return figures;
    }

    /** The item whose amount or share the figure is, null if it is none. */
    public @Nullable Item itemOf(Figure figure) {
        for (Item item : items) {
            if (item.has(figure)) {
                return item;
            }
        }
        return null;
    }
}
