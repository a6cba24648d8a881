package org.fupin.observation.edition;

/**
 * How well the program reads the documents of a warehouse, as far as people looked.
 *
 * @param figures numbers that people confirmed or corrected, among them those that they said are none and those that they said
 *     are one
 * @param right those of them that the program had read right in all fields
 */
public record ReviewedReading(int figures, int right) {

    /** Nobody looked. */
    public static final ReviewedReading NONE = new ReviewedReading(0, 0);

    public ReviewedReading {
        if (right < 0 || right > figures) {
            throw new IllegalArgumentException(right + " of " + figures + " cannot be right");
        }
    }
}
