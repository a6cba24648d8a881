package org.fupin.extraction.region;

/**
 * A smaller or other place that a sentence names.
 *
 * @param from its first token
 * @param to behind its last token
 * @param name as written, without a possessive ending; empty for what stands for the other names of a list
 */
record Place(int from, int to, String name, Role role) {

    /** What makes it a place of figures. */
    enum Role {
        /** A preposition places there what is told: "in X County". */
        LOCATED,
        /** The clause tells of it: "X County built ...". */
        SUBJECT,
        /** It is one of several that are named together: "X County and Y County". */
        LISTED,
        /** Another province, right behind what is counted: "1,500 firms of X". */
        ELSEWHERE,
        /** It is named, no more. */
        NAMED
    }

    boolean isAlone() {
        return role == Role.LOCATED || role == Role.SUBJECT;
    }

    /** False for what stands for the other names of a list. */
    boolean hasName() {
        return !name.isEmpty();
    }

    boolean isListed() {
        return role == Role.LISTED;
    }
}
