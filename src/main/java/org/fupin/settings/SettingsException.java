package org.fupin.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings cannot be used as they are: all that is wrong with them at once. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /** @param mistakes at least one */
    public SettingsException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    public SettingsException(String where, String what) {
        this(List.of(new Mistake(where, what)));
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
