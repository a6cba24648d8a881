package org.fupin.extraction.pattern;

import java.util.BitSet;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;

/** The words of a sentence as numbers of a vocabulary, and which of its words and cue types there are at all. */
public final class Words {

    private final int[] tokens;
    private final BitSet present;

    public Words(Vocabulary vocabulary, Tokens tokens, Spans<Cue> cues) {
        this.tokens = new int[tokens.count];
        present = new BitSet(vocabulary.size());
        for (int i = 0; i < tokens.count; i++) {
            int word = vocabulary.of(tokens.norm[i]);
            this.tokens[i] = word;
            present.set(word);
        }
        for (Hit<Cue> cue : cues.all()) {
            present.set(Vocabulary.of(cue.value().type()));
        }
    }

    int count() {
        return tokens.length;
    }

    int at(int token) {
        return tokens[token];
    }

    /** Whether of each group of words and cue types one occurs. */
    boolean hasAll(int[][] needs) {
        for (int[] group : needs) {
            boolean found = false;
            for (int i = 0; i < group.length && !found; i++) {
                found = present.get(group[i]);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
