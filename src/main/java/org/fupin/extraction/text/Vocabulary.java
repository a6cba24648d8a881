package org.fupin.extraction.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the words that the lexicon and the patterns of rules name, so that each word of a sentence is looked up once and
 * then told apart by its number. The numbers from 1 on stand for the types of cues. Filled before the first sentence is
 * read: a word that is added later is not seen in sentences that were numbered before.
 */
public final class Vocabulary {

    /** The number of all words that nothing names. */
    public static final int UNKNOWN = 0;

    private static final int FIRST_WORD = CueType.values().length + 1;

    /**
     * A word that is known.
     *
     * @param lemma the number of its singular
     */
    record Word(int number, int lemma) {}

    private final Map<String, Word> words = new ConcurrentHashMap<>();

    /** The number of the word, a new one if it had none. */
    public synchronized int add(String word) {
        Word known = words.get(word);
        if (known == null) {
            String singular = Lemma.of(word);
            int lemma = singular.equals(word) ? size() : add(singular);
            known = new Word(size(), lemma);
            words.put(word, known);
        }
        return known.number();
    }

    @Nullable
    Word find(String word) {
        return words.get(word);
    }

    public static int of(CueType type) {
        return type.ordinal() + 1;
    }

    /** One more than the highest number. */
    public int size() {
        return FIRST_WORD + words.size();
    }
}
