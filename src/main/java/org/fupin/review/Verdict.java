package org.fupin.review;

import org.fupin.observation.Coded;

/** What a person decided of a number. */
public enum Verdict implements Coded {
    /** It was read rightly. */
    CONFIRMED("confirmed"),
    /** Fields of it are others than was read. No line states this: the lines of the fields do. */
    CHANGED("changed"),
    /** It is no figure. */
    NONE("none"),
    /** It was left out, and is a figure. */
    NEW("new");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one that a line of the field {@code figure} states. */
    static Verdict stated(String code) {
        for (Verdict verdict : values()) {
            if (verdict != CHANGED && verdict.code.equals(code)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("invalid verdict '" + code + "': expected confirmed, none or new");
    }
}
