package org.fupin.gold;

/** A file that is no gold: what is wrong, and what is expected. */
public final class InvalidGoldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    InvalidGoldException(String file, int line, String what) {
        super(what);
        this.place = file + ":" + line;
    }

    /** File and line. */
    public String place() {
        return place;
    }
}
