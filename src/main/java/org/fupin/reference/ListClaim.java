package org.fupin.reference;

import org.fupin.observation.Coded;

/** What the words that join a total and its parts say about the list of parts. */
public enum ListClaim implements Coded {
    /** The list divides the total: "of which". */
    PARTITION("partition"),
    /** The list may be a selection: "including". */
    EXAMPLE("example"),
    /** The list is the total, said again: "namely". */
    WHOLE("whole"),
    /** Said after the list: there is more, "etc." */
    OPEN("open");

    private final String code;

    ListClaim(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
