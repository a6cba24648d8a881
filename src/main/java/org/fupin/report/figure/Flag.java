package org.fupin.report.figure;

import java.util.Collection;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;

/**
 * A mark beside a figure. The letters are those of the Government Analysis Function's "Symbols in tables: definitions
 * and help" (United Kingdom), but for {@code c}: nothing in the reports is confidential.
 */
public enum Flag implements Coded {
    REVISED("r", "revised", "The figure was added or changed by a later vintage of its article."),
    CORRECTED(
            "c",
            "corrected",
            "A person corrected what the program had read, or found a figure that it had left out. Corrections"
                    + " tells what was read, who corrected it and why."),
    ESTIMATED("e", "estimated", "The source states it roughly: it says about, nearly or the like."),
    LOW_RELIABILITY(
            "u",
            "low reliability",
            "The program had to guess a part of what the figure means, its number is malformed in the source, or a"
                    + " check that does not hold involves it."),
    BREAK(
            "b",
            "break in the series",
            "The figures of the years are not of the same kind: other money, other people, another poverty line."),
    DEFINITION("d", "differing definition", "The figure counts something else than those that it stands among."),
    ONLY_OTHER(
            "z",
            "not as such",
            "The source states it only as something that is no headline, such as a plan or the figure of one place."),
    NOT_AVAILABLE("x", "not available", "The source states no such figure. It is not zero.");

    private final String code;
    private final String label;
    private final String explanation;

    Flag(String code, String label, String explanation) {
        this.code = code;
        this.label = label;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    /** As it stands in a table: {@code [r]}. */
    public String mark() {
        return "[" + code + "]";
    }

    public String label() {
        return label;
    }

    /** One sentence for the notes. */
    public String explanation() {
        return explanation;
    }

    /** The marks of several flags with a blank between them, empty for none. */
    public static String marks(Collection<Flag> flags) {
        return flags.stream().sorted().map(Flag::mark).collect(Collectors.joining(" "));
    }
}
