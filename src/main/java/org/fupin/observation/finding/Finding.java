package org.fupin.observation.finding;

import java.util.List;

/**
 * The outcome of one check of the stated figures: an identity that holds, or one that does not.
 *
 * @param holds true for an identity that holds; false for an error or a warning
 * @param observations those involved; the total, level or whole first
 * @param stated what the report says, for people: "11.19 billion Yuan"
 * @param expected what follows from the other figures, for people
 * @param message one or two sentences that a person can read without the source at hand
 */
public record Finding(
        FindingRule rule,
        Severity severity,
        boolean holds,
        List<ObservationRef> observations,
        String stated,
        String expected,
        String message) {

    public Finding {
        observations = List.copyOf(observations);
    }

    /** The same, with more in its message. */
    public Finding saying(String more) {
        return new Finding(rule, severity, holds, observations, stated, expected, message + more);
    }

    /** The same, of another severity. */
    public Finding of(Severity other) {
        return new Finding(rule, other, holds, observations, stated, expected, message);
    }
}
