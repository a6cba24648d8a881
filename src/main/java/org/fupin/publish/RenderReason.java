package org.fupin.publish;

import org.fupin.observation.Coded;

/** Why a report is made. */
public enum RenderReason implements Coded {
    /** The manifest does not know it. */
    NEW("new"),
    /** The warehouse now holds something else than it was made from. */
    CHANGED("changed"),
    /** Another version of the program made it. */
    VERSION("version"),
    /** The job file now says something else of the publisher. */
    PUBLISHER("publisher"),
    /** The file is not there any more. */
    MISSING("missing"),
    /** The file does not hold what was written. */
    ALTERED("altered"),
    /** The operator asked for it. */
    FORCED("forced");

    private final String code;

    RenderReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the file will be another one than the manifest knows: the same program makes the same file of the same. */
    boolean makesAnother() {
        return this == NEW || this == CHANGED || this == VERSION || this == PUBLISHER;
    }
}
