package org.fupin.extraction.text;

import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * A word as tokens have it, with all that is known of it alone: looked up once for each token, whatever is asked of it. Words
 * that the vocabulary knows are one object each; filled while the lexicon is made, from then on only read.
 */
public final class Word {

    /** As {@link Tokens#norm}. */
    public final String text;
    /** Its number in the vocabulary, {@link Vocabulary#UNKNOWN} for one that nothing names. */
    public final int number;

    /** The number of its singular. */
    final int lemma;

    final int hash;
    private final boolean plural;

    private CueSet cues = CueSet.NONE;
    private @Nullable NumberWord numberWord;

    Word(String text, String singular, int hash, int number, int lemma) {
        this.text = text;
        this.hash = hash;
        this.number = number;
        this.lemma = lemma;
        plural = Lemma.isPlural(text, singular);
    }

    void add(Lexicon.Cue cue) {
        cues = cues.with(cue);
    }

    void isNumber(NumberWord number) {
        numberWord = number;
    }

    /** The cues that it is on its own. */
    CueSet cues() {
        return cues;
    }

    /** Whether it is a cue of the type on its own. */
    public boolean is(CueType type) {
        return cues.has(type);
    }

    /** The number or magnitude that it is on its own, null if it is none. */
    public @Nullable NumberWord number() {
        return numberWord;
    }

    /** Whether it multiplies the number before it: "million". */
    public boolean isMagnitude() {
        return numberWord != null && numberWord.kind() == NumberWord.Kind.MAGNITUDE;
    }

    /** Whether it looks like a plural. */
    public boolean isPlural() {
        return plural;
    }
}
