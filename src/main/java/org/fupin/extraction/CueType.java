package org.fupin.extraction;

import org.fupin.observation.Coded;

/** The types of cue words in {@code reference/cues.csv}. */
enum CueType implements Coded {
    QUALIFIER("qualifier"),
    UP("up"),
    DOWN("down"),
    ABOVE("above"),
    BELOW("below"),
    /** Opens the parts of a total: "of which". */
    PART("part"),
    SHARE("share"),
    /** What a completion is a completion of: "plan", "task". */
    COMPLETION("completion"),
    COMPLETION_VERB("completion_verb"),
    PER("per"),
    AVERAGE("average"),
    RESPECTIVELY("respectively"),
    MONTH("month"),
    /** A five-year plan, with its years. */
    PLAN_PERIOD("plan_period"),
    SLOGAN("slogan"),
    /** Before a number that names: "No.", "Phase". */
    NAME_BEFORE("name_before"),
    /** Before a number that delimits a class. */
    CLASS_BEFORE("class_before"),
    CLASS_AFTER("class_after"),
    /** Nouns that number words announce rather than count. */
    ABSTRACT("abstract"),
    /** Words that end a noun phrase. */
    FUNCTION("function"),
    VERB("verb"),
    /** A verb that only links what is measured to its figure: "reached", "totaled". */
    LINKING_VERB("linking_verb");

    private final String code;

    CueType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
