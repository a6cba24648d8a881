package org.fupin.extraction.text;

import java.util.Arrays;
import org.fupin.extraction.text.Lexicon.Cue;
import org.jspecify.annotations.Nullable;

/** The cues that one word is on its own. Immutable. */
final class CueSet {

    static final CueSet NONE = new CueSet(new Cue[0]);

    private final Cue[] cues;
    private final CueTypes types = new CueTypes();

    private CueSet(Cue[] cues) {
        this.cues = cues;
        for (Cue cue : cues) {
            types.add(cue.type());
        }
    }

    CueSet with(Cue cue) {
        if (Arrays.asList(cues).contains(cue)) {
            return this;
        }
        Cue[] more = Arrays.copyOf(cues, cues.length + 1);
        more[cues.length] = cue;
        return new CueSet(more);
    }

    boolean isEmpty() {
        return cues.length == 0;
    }

    CueTypes types() {
        return types;
    }

    boolean has(CueType type) {
        return types.has(type);
    }

    /** Whether one is of the type and has the value, any value where it is null. */
    boolean has(CueType type, @Nullable String value) {
        if (value == null || !types.has(type)) {
            return types.has(type);
        }
        for (Cue cue : cues) {
            if (cue.type() == type && cue.value().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The first of the type; null if none is. */
    @Nullable
    Cue first(CueType type) {
        for (Cue cue : cues) {
            if (cue.type() == type) {
                return cue;
            }
        }
        return null;
    }

    int size() {
        return cues.length;
    }

    Cue get(int index) {
        return cues[index];
    }
}
