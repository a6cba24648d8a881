package org.fupin.extraction.pattern;

import java.util.HashMap;
import java.util.Map;
import org.fupin.extraction.text.CueType;

/**
 * Numbers for the words and cue types that the patterns of all tables name, so that a sentence is looked up once and not for
 * each rule. Filled while the tables are compiled; from then on read by any number of threads.
 */
public final class Vocabulary {

    /** The number of all words that no pattern names. */
    static final int UNKNOWN = 0;

    private static final int FIRST_WORD = CueType.values().length + 1;

    private final Map<String, Integer> words = new HashMap<>();

    int add(String word) {
        return words.computeIfAbsent(word, w -> FIRST_WORD + words.size());
    }

    int of(String word) {
        return words.getOrDefault(word, UNKNOWN);
    }

    static int of(CueType type) {
        return type.ordinal() + 1;
    }

    int size() {
        return FIRST_WORD + words.size();
    }
}
