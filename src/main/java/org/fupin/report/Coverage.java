package org.fupin.report;

/** How much a report rests on, and how well it holds. */
public record Coverage(
        int articles,
        int sections,
        int sentences,
        int figures,
        int leftOut,
        int checksRecomputed,
        int checksHolding,
        int errors,
        int warnings) {

    public static final Coverage NONE = new Coverage(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Coverage plus(Coverage other) {
        return new Coverage(
                articles + other.articles,
                sections + other.sections,
                sentences + other.sentences,
                figures + other.figures,
                leftOut + other.leftOut,
                checksRecomputed + other.checksRecomputed,
                checksHolding + other.checksHolding,
                errors + other.errors,
                warnings + other.warnings);
    }
}
