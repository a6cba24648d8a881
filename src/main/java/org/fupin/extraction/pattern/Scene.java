package org.fupin.extraction.pattern;

import org.fupin.extraction.text.Cues;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A sentence as patterns see it. A place is the number of the token that follows it, 0 to {@code tokens().count}. */
public interface Scene {

    /**
     * A figure, or a number that was left out: tokens {@code lead} to before {@code to}, its number from {@code from} on, with
     * the noun phrase that follows to before {@code behindNoun}.
     */
    interface Figure extends Facts {

        int lead();

        int from();

        boolean isLeftOut();

        int to();

        /** The place behind the noun phrase where that follows directly; otherwise {@code to}. */
        int behindNoun();
    }

    Tokens tokens();

    /** The numbers of the words that a vocabulary knows; made once for a sentence. */
    Words words(Vocabulary vocabulary);

    /** The cue words. */
    Cues cues();

    /** Those of several words. */
    Spans<Cue> cuePhrases();

    /** The phrases of a class that the caller supplies, such as {@code place}; asked for names that the tables know. */
    Spans<String> supplied(String name);

    /** The place where the clause of the token behind the place begins. */
    int clauseStart(int place);

    /** The place where the clause of the token behind the place ends. */
    int clauseEnd(int place);

    /** The figure or left-out number whose lead or quantity begins at the place, null if none does. */
    @Nullable
    Figure numberBeginning(int place);

    /** The figure or left-out number whose quantity ends at the place, null if none does. */
    @Nullable
    Figure numberEnding(int place);
}
