package org.fupin.settings;

import java.util.List;
import java.util.stream.Collectors;

/** A job cannot be run as it is defined: all that is wrong with it at once. */
public final class JobDefinitionException extends Exception {

    /**
     * One thing that is wrong.
     *
     * @param where {@code jobs/monthly.yml:3}, {@code jobs/monthly.yml} or {@code --inbox}
     * @param what for people
     */
    public record Mistake(String where, String what) {
        @Override
        public String toString() {
            return where + ": " + what;
        }
    }

    private final transient List<Mistake> mistakes;

    JobDefinitionException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order of the file, at least one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
