package org.fupin.cli.output;

import java.util.Locale;

/** Numbers with their nouns. */
public final class Counted {

    private Counted() {}

    /** "1 file", "2,300 files"; the noun takes an s. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** The same with a label whose {@code (s)} is an s or nothing. */
    public static String labelled(long number, String label) {
        return String.format(Locale.ROOT, "%,d %s", number, label.replace("(s)", number == 1 ? "" : "s"));
    }
}
