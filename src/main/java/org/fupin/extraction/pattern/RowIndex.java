package org.fupin.extraction.pattern;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables of an extractor by the words and cue types that they cannot do without, so that a sentence is looked
 * through once and not for each table. Filled while the tables are compiled; from then on read by any number of threads.
 */
final class RowIndex {

    private static final int[] NONE = {};

    private int size;
    /** The rows that need no certain word. */
    private final BitSet always = new BitSet();
    /** By the number of a word or cue type the rows that need one of a group that it belongs to. */
    private int[][] byWord = {};

    int size() {
        return size;
    }

    /** Enters the next row under the words of which each of its alternatives needs one. */
    void add(@Nullable Pattern when) {
        int[] words = when == null ? NONE : when.openers();
        if (words.length == 0) {
            always.set(size);
        }
        for (int word : words) {
            if (word >= byWord.length) {
                int known = byWord.length;
                byWord = Arrays.copyOf(byWord, word + 1);
                Arrays.fill(byWord, known, byWord.length, NONE);
            }
            int[] rows = Arrays.copyOf(byWord[word], byWord[word].length + 1);
            rows[rows.length - 1] = size;
            byWord[word] = rows;
        }
        size++;
    }

    /** The rows that can apply whatever words occur. */
    BitSet always() {
        return (BitSet) always.clone();
    }

    /** Adds the rows that can apply where the word or cue type occurs. */
    void addTo(BitSet rows, int word) {
        if (word < byWord.length) {
            for (int row : byWord[word]) {
                rows.set(row);
            }
        }
    }
}
