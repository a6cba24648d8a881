package org.fupin.observation.edition;

import org.fupin.observation.Coded;

/** Why an edition was made. An edition may have several reasons. */
public enum EditionReason implements Coded {
    /** The first files on the province and year. */
    FIRST("first"),
    /** Files of the province changed what it had said, added to it or took it back. */
    REVISION("revision"),
    /** The same files were read again by a newer program. */
    READING("reading"),
    /** People corrected the reading, or took a correction back. */
    CORRECTION("correction");

    private final String code;

    EditionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
