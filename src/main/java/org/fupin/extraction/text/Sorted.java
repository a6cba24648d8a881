package org.fupin.extraction.text;

import java.util.List;
import java.util.function.ToIntFunction;

/** Looks places up in lists that are in the order of the text, in a few steps however long they are. */
public final class Sorted {

    private Sorted() {}

    /** Index of the first element whose place is {@code token} or later, the list's size if there is none. */
    public static <T> int firstFrom(List<T> elements, ToIntFunction<T> place, int token) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(elements.get(middle)) < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
