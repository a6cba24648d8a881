package org.fupin.extraction.pattern;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fupin.extraction.pattern.Pattern.Match;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Cues;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.extraction.text.Word;
import org.jspecify.annotations.Nullable;

/** The words of a sentence as numbers of a vocabulary, and which of its words and cue types there are at all. */
public final class Words {

    private static final CueType[] TYPES = CueType.values();

    private final Word[] tokens;
    private final int count;
    private final BitSet present;
    private @Nullable RowIndex indexed;
    private @Nullable BitSet rows;
    private @Nullable Walk walk;
    private @Nullable Map<Object, Optional<Match>> ofSentence;

    public Words(Vocabulary vocabulary, Tokens tokens, Cues cues) {
        this.tokens = tokens.words(vocabulary);
        count = tokens.count;
        present = new BitSet(vocabulary.size());
        for (int i = 0; i < tokens.count; i++) {
            present.set(this.tokens[i].number);
        }
        for (CueType type : TYPES) {
            if (cues.has(type)) {
                present.set(Vocabulary.of(type));
            }
        }
    }

    /** What a pattern without a figure in it matches: looked for once in a sentence, not for each figure. */
    @Nullable
    Match once(Object pattern, Supplier<@Nullable Match> search) {
        if (ofSentence == null) {
            ofSentence = new IdentityHashMap<>(4);
        }
        return ofSentence
                .computeIfAbsent(pattern, p -> Optional.ofNullable(search.get()))
                .orElse(null);
    }

    /** A walk on through the sentence that has these words. */
    Walk walk(Scene sentence) {
        if (walk == null) {
            walk = new Walk(sentence, this);
        }
        return walk;
    }

    int count() {
        return count;
    }

    int at(int token) {
        return tokens[token].number;
    }

    /** The rows of all tables that can apply in the sentence. */
    BitSet rows(RowIndex index) {
        if (rows == null || indexed != index) {
            rows = index.always();
            indexed = index;
            for (int i = 0; i < count; i++) {
                index.addTo(rows, tokens[i].number);
            }
            for (int type = present.nextSetBit(1);
                    type >= 1 && type <= TYPES.length;
                    type = present.nextSetBit(type + 1)) {
                index.addTo(rows, type);
            }
        }
        return rows;
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
