package org.fupin.cli;

/** Numbers with their nouns. */
final class Counted {

    private Counted() {}

    /** "1 file", "2,300 files"; the noun takes an s. */
    static String of(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }
}
