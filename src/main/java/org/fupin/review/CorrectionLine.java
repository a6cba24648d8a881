package org.fupin.review;

import java.time.Instant;
import org.fupin.observation.CorrectedField;

/**
 * One line of a corrections file.
 *
 * @param field what it corrects
 * @param value in the form of the records; empty for "not stated"
 * @param reason why, empty if nobody said
 * @param by who
 * @param at when
 * @param file name of the file
 * @param line its first line there, from 1
 */
public record CorrectionLine(
        CorrectedField field, String value, String reason, String by, Instant at, String file, int line) {

    /** Where it stands, for people. */
    public String place() {
        return file + ":" + line;
    }
}
