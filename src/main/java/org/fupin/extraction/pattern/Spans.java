package org.fupin.extraction.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.fupin.extraction.text.PhraseIndex.Hit;

/**
 * Phrases of a sentence, found by the place where they begin or end.
 *
 * @param <T> what a phrase leads to
 */
public final class Spans<T> {

    private final Side<T> byBegin;
    private final Side<T> byEnd;

    /** @param tokens how many the sentence has */
    public Spans(List<Hit<T>> phrases, int tokens) {
        byBegin = Side.of(phrases, tokens, Hit::begin);
        byEnd = Side.of(phrases, tokens, Hit::end);
    }

    /** All, by the place where they begin. */
    List<Hit<T>> all() {
        return byBegin.phrases();
    }

    /** Phrases found by the place where they begin, or, for a direction below 0, by that where they end. */
    Side<T> from(int direction) {
        return direction > 0 ? byBegin : byEnd;
    }

    /**
     * Phrases in the order of their begins or of their ends.
     *
     * @param first for each place the index of the first phrase there or behind it
     */
    record Side<T>(List<Hit<T>> phrases, int[] first) {

        private static <T> Side<T> of(List<Hit<T>> phrases, int tokens, ToIntFunction<Hit<T>> place) {
            int[] first = new int[tokens + 2];
            for (Hit<T> phrase : phrases) {
                first[place.applyAsInt(phrase) + 1]++;
            }
            for (int i = 1; i < first.length; i++) {
                first[i] += first[i - 1];
            }
            int[] next = first.clone();
            List<Hit<T>> sorted = Arrays.asList(phrases.toArray(Side::array));
            for (Hit<T> phrase : phrases) {
                sorted.set(next[place.applyAsInt(phrase)]++, phrase);
            }
            return new Side<>(sorted, first);
        }

        @SuppressWarnings("unchecked")
        private static <T> Hit<T>[] array(int size) {
            return (Hit<T>[]) new Hit<?>[size];
        }

        int first(int place) {
            return first[place];
        }

        /** The index behind the last phrase at the place. */
        int last(int place) {
            return first[place + 1];
        }

        Hit<T> get(int index) {
            return phrases.get(index);
        }
    }
}
