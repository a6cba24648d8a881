package org.fupin.settings;

import org.fupin.observation.Coded;

/** What a run does with files that have the same article with different texts. */
public enum OnConflict implements Coded {
    /** It takes none of them. */
    REJECT("reject"),
    /** The text of the file that was changed last holds; where several were changed last, it takes none. */
    NEWEST("newest");

    private final String code;

    OnConflict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
