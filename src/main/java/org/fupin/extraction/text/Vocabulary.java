package org.fupin.extraction.text;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the words that the lexicon and the patterns of rules name, so that each word of a sentence is looked up once and
 * then told apart by its number. The numbers from 1 on stand for the types of cues. Filled before the first sentence is
 * read; from then on read by any number of threads.
 */
public final class Vocabulary {

    /** The number of all words that nothing names. */
    public static final int UNKNOWN = 0;

    private static final int FIRST_WORD = CueType.values().length + 1;

    /** How many rare words a common one is as common as. */
    private static final int COMMON = 50;

    /** The small letters of the characters of ASCII; all others as they are. */
    private static final char[] SMALL = new char[128];

    static {
        for (char c = 0; c < SMALL.length; c++) {
            SMALL[c] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
    }

    /** By the number of a type how many cues are of it. */
    private final int[] cues = new int[FIRST_WORD];

    private final BitSet common = new BitSet();

    private int count;
    /** A table of twice as many places as words, or more; a word stands at its hash or at the next free place behind. */
    private @Nullable Word[] words = new Word[1024];

    /** The number of the word, a new one if it had none. */
    public int add(String word) {
        return word(word).number;
    }

    /** The word, a new one if it was not known. */
    synchronized Word word(String word) {
        Word known = find(word);
        if (known == null) {
            String singular = Lemma.of(word);
            int lemma = singular.equals(word) ? size() : add(singular);
            known = new Word(word.intern(), singular, word.hashCode(), size(), lemma);
            if (count * 2 >= words.length) {
                grow();
            }
            words[free(words, known.hash)] = known;
            count++;
            if (!Character.isLetter(word.charAt(0))) {
                common.set(known.number);
            }
        }
        return known;
    }

    /** The word of a token: the one that is known, or one without a number. */
    Word of(String norm) {
        Word known = find(norm);
        return known == null ? unknown(norm) : known;
    }

    /** A word that is not known; its singular may be. */
    Word unknown(String norm) {
        String lemma = Lemma.of(norm);
        Word singular = lemma.equals(norm) ? null : find(lemma);
        return new Word(norm, lemma, 0, UNKNOWN, singular == null ? UNKNOWN : singular.number);
    }

    private void grow() {
        @Nullable Word[] more = new Word[words.length * 2];
        for (Word word : words) {
            if (word != null) {
                more[free(more, word.hash)] = word;
            }
        }
        words = more;
    }

    private static int free(@Nullable Word[] table, int hash) {
        int place = place(table, hash);
        while (table[place] != null) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int place(@Nullable Word[] table, int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    @Nullable
    Word find(String word) {
        return find(word, 0, word.length());
    }

    /**
     * The word that the text has {@code from} to before {@code to}, in small letters and with plain apostrophes; null for one
     * that is not known, and for one in capitals of other alphabets.
     */
    @Nullable
    Word find(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + plain(text.charAt(i));
        }
        @Nullable Word[] words = this.words;
        int place = place(words, hash);
        Word word = words[place];
        while (word != null && (word.hash != hash || !isSame(word.text, text, from, to))) {
            place = place + 1 & words.length - 1;
            word = words[place];
        }
        return word;
    }

    private static boolean isSame(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        if (text.startsWith(word, from)) {
            return true; // as most words are written
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char plain(char c) {
        return c < SMALL.length ? SMALL[c] : c == '’' ? '\'' : c;
    }

    /** Adds what the lexicon tells of a word. */
    void add(Word word, Lexicon.Cue cue) {
        word.add(cue);
        if (cue.type() == CueType.FUNCTION) {
            common.set(word.number);
        }
    }

    void count(CueType type) {
        cues[of(type)]++;
    }

    /** How common the word, or the cues of the type, with the number are: as so many rare words. */
    public int commonness(int number) {
        if (number < FIRST_WORD) {
            return cues[number];
        }
        return common.get(number) ? COMMON : 1;
    }

    public static int of(CueType type) {
        return type.ordinal() + 1;
    }

    /** One more than the highest number. */
    public int size() {
        return FIRST_WORD + count;
    }
}
