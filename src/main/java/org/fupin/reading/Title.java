package org.fupin.reading;

import org.fupin.observation.Span;

/**
 * A line that can be the title of an article.
 *
 * @param text as written, white space collapsed
 * @param region ISO 3166-2 code of the region reported on
 * @param partner ISO 3166-2 code of the region that it is paired with, or empty
 * @param year that the title names, 0 if none
 * @param paragraphs how many paragraphs it takes
 * @param strength how sure it is
 */
record Title(String text, Span span, String region, String partner, int year, int paragraphs, Strength strength) {

    enum Strength {
        /** Nothing else looks like it: "Poverty Alleviation and Development in X". */
        CERTAIN,
        /** A heading may read the same: "X-Y Pairing-off Poverty Alleviation". */
        LIKELY,
        /** Only a name: "X Province". */
        BARE
    }
}
