package org.fupin.intake;

import org.fupin.observation.Printable;

/**
 * A file that a run left alone, for the next one to look at: nothing is wrong with it.
 *
 * @param file its path, relative to the inbox
 */
public record LeftFile(String file, Why why) {

    /** Why it was left. */
    public enum Why {
        RECENT("was changed only just now, so it may not be complete"),
        CHANGED("changed while the run was at work"),
        GONE("was there when the run began, and no more when it was to be read"),
        DUPLICATE("has the same content as a file that was left");

        private final String message;

        Why(String message) {
            this.message = message;
        }

        /** For people, without the file's name. */
        public String message() {
            return message;
        }
    }

    /** On one line; the name may hold anything. */
    @Override
    public String toString() {
        return Printable.line(file) + ": " + why.message();
    }
}
