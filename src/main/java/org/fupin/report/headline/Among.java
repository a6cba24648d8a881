package org.fupin.report.headline;

import org.jspecify.annotations.Nullable;

/**
 * Where a headline figure stands among the amounts that a report states beside it: without this a part of what was done
 * would be read as all of it.
 *
 * @param place null where nothing else is stated
 * @param others how many other amounts are stated, none of them a part of it or of another one
 * @param counted whether these are certainly all
 * @param where under which headings, and where a larger one stands, for people
 */
public record Among(@Nullable Place place, int others, boolean counted, String where) {

    /** What the figure is among them. */
    public enum Place {
        LARGEST("Largest of "),
        OWN("The province's own among "),
        ONE("One of ");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    static final Among NOTHING = new Among(null, 0, true, "");

    /** In a few words, for a card: "Largest of 3 stated", "Largest of several stated"; empty where nothing else is stated. */
    public String brief() {
        return place == null ? "" : place.words + (counted ? others + 1 : "several") + " stated";
    }

    /** "Largest of 3 stated under funding"; empty where nothing else is stated. */
    String text() {
        return brief() + where;
    }
}
