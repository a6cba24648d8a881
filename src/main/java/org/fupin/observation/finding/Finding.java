package org.fupin.observation.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The outcome of one check of the stated figures: an identity that holds, or one that does not.
 *
 * @param holds true for an identity that holds; false for an error or a warning
 * @param observations those involved; the total, level or whole first
 * @param stated what the report says, for people: "11.19 billion Yuan"
 * @param expected what follows from the other figures, for people
 * @param message one or two sentences that a person can read without the source at hand
 * @param borneOut those of {@code observations} that other relations of the text confirm, so that the mistake is in another one
 */
public record Finding(
        FindingRule rule,
        Severity severity,
        boolean holds,
        List<ObservationRef> observations,
        String stated,
        String expected,
        String message,
        List<ObservationRef> borneOut) {

    public Finding {
        observations = List.copyOf(observations);
        borneOut = List.copyOf(borneOut);
    }

    /** A finding of which nothing tells which of its figures is right. */
    public Finding(
            FindingRule rule,
            Severity severity,
            boolean holds,
            List<ObservationRef> observations,
            String stated,
            String expected,
            String message) {
        this(rule, severity, holds, observations, stated, expected, message, List.of());
    }

    /** The figures that it gives reason to doubt: all that are involved but those that are borne out; none if it holds. */
    public List<ObservationRef> doubted() {
        return holds
                ? List.of()
                : observations.stream().filter(ref -> !borneOut.contains(ref)).toList();
    }

    /** The same, with more in its message. */
    public Finding saying(String more) {
        return new Finding(rule, severity, holds, observations, stated, expected, message + more, borneOut);
    }

    /** The same, of another severity. */
    public Finding of(Severity other) {
        return new Finding(rule, other, holds, observations, stated, expected, message, borneOut);
    }

    /** The same, with more of its figures borne out; those that it does not involve are passed over. */
    public Finding bearingOut(List<ObservationRef> more) {
        Set<ObservationRef> refs = new LinkedHashSet<>(borneOut);
        refs.addAll(more);
        List<ObservationRef> ordered = new ArrayList<>(observations);
        ordered.retainAll(refs);
        return new Finding(rule, severity, holds, observations, stated, expected, message, ordered);
    }
}
