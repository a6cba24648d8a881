package org.fupin.extraction.structure;

/** The part that a figure plays in its clause. */
public enum Role {
    /** What the clause is about: "64 million yuan was granted". */
    SUBJECT,
    /** What the predicate takes or says: "built 30 wells", "reached 5,000 yuan". */
    OBJECT,
    /** Where, for whom, with what: "to 8 counties", "with a total of 3 million yuan". */
    OBLIQUE,
    /** The clause has no predicate. */
    BARE
}
