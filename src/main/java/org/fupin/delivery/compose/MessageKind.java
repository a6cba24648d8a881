package org.fupin.delivery.compose;

import org.fupin.observation.Coded;

/** What a message is for. */
public enum MessageKind implements Coded {
    /** The first reports of a period. */
    REPORTS("reports"),
    /** More of them, or changed ones, within the period. */
    UPDATE("update"),
    NOTHING_NEW("nothing_new"),
    /** For the owner. */
    OWNER("owner");

    private final String code;

    MessageKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
