package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of a sentence, found by the place where they begin or end.
 *
 * @param <T> what a phrase leads to
 */
public final class Spans<T> {

    private final List<Hit<T>> phrases;
    private final int tokens;
    /** Made when first asked for: most patterns read one way. */
    private @Nullable Side<T> byBegin;

    private @Nullable Side<T> byEnd;

    /** @param tokens how many the sentence has */
    public Spans(List<Hit<T>> phrases, int tokens) {
        this.phrases = phrases;
        this.tokens = tokens;
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Phrases found by the place where they begin, or, for a direction below 0, by that where they end. */
    Side<T> from(int direction) {
        if (direction > 0) {
            byBegin = byBegin == null ? Side.of(phrases, tokens, Hit::begin) : byBegin;
            return byBegin;
        }
        byEnd = byEnd == null ? Side.of(phrases, tokens, Hit::end) : byEnd;
        return byEnd;
    }

    /**
     * Phrases in the order of their begins or of their ends.
     *
     * @param first for each place the index of the first phrase there or behind it
     */
    record Side<T>(List<Hit<T>> phrases, int[] first) {

        private static <T> Side<T> of(List<Hit<T>> phrases, int tokens, ToIntFunction<Hit<T>> place) {
            int[] first = new int[tokens + 3];
            for (int i = 0; i < phrases.size(); i++) {
                first[place.applyAsInt(phrases.get(i)) + 2]++;
            }
            for (int i = 1; i < first.length; i++) {
                first[i] += first[i - 1];
            }
            if (isSorted(phrases, place)) {
                return new Side<>(phrases, Arrays.copyOfRange(first, 1, first.length));
            }
            // an index moves on with each phrase at its place, up to where those of the next place begin
            List<Hit<T>> sorted = new ArrayList<>(phrases);
            for (int i = 0; i < phrases.size(); i++) {
                Hit<T> phrase = phrases.get(i);
                sorted.set(first[place.applyAsInt(phrase) + 1]++, phrase);
            }
            return new Side<>(sorted, first);
        }

        private static <T> boolean isSorted(List<Hit<T>> phrases, ToIntFunction<Hit<T>> place) {
            for (int i = 1; i < phrases.size(); i++) {
                if (place.applyAsInt(phrases.get(i - 1)) > place.applyAsInt(phrases.get(i))) {
                    return false;
                }
            }
            return true;
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
