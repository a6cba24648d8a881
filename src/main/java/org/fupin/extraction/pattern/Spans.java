package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.extraction.text.PhraseIndex.Hit;

/**
 * Phrases of a sentence, found by the place where they begin or end.
 *
 * @param <T> what a phrase leads to
 */
public final class Spans<T> {

    private final List<Hit<T>> byBegin;
    private final List<Hit<T>> byEnd;
    /** For each place the index of the first phrase that begins there or later, and of the first that ends there or later. */
    private final int[] begins;

    private final int[] ends;

    /** @param tokens how many the sentence has */
    public Spans(List<Hit<T>> phrases, int tokens) {
        byBegin = new ArrayList<>(phrases);
        byBegin.sort(Comparator.comparingInt(Hit::begin));
        byEnd = new ArrayList<>(phrases);
        byEnd.sort(Comparator.comparingInt(Hit::end));
        begins = new int[tokens + 2];
        ends = new int[tokens + 2];
        for (Hit<T> phrase : phrases) {
            begins[phrase.begin() + 1]++;
            ends[phrase.end() + 1]++;
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
            ends[i] += ends[i - 1];
        }
    }

    /** All, by the place where they begin. */
    List<Hit<T>> all() {
        return byBegin;
    }

    /** The phrases that begin at a place, or, for a direction below 0, those that end there. */
    List<Hit<T>> from(int place, int direction) {
        int[] index = direction > 0 ? begins : ends;
        return (direction > 0 ? byBegin : byEnd).subList(index[place], index[place + 1]);
    }
}
