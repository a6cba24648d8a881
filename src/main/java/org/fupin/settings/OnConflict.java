package org.fupin.settings;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;

/** What a run does with files that have the same article with different texts. */
public enum OnConflict implements Coded {
    /** It takes none of them. */
    REJECT("reject"),
    /** The text of the file that was changed last holds; where several were changed last, it takes none. */
    NEWEST("newest");

    private final String code;

    OnConflict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if the text is the code of none */
    public static OnConflict parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.stream(values()).map(OnConflict::code).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return code;
    }
}
