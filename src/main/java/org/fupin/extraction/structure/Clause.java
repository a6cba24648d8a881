package org.fupin.extraction.structure;

import java.util.List;
import org.fupin.extraction.text.Sorted;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence with one predicate: "the county built 30 wells".
 *
 * @param from its first token, behind the conjunction or mark that parts it from what stands before
 * @param to token before which it ends
 * @param subjectFrom first token of its subject, which may stand in an earlier clause that shares it
 * @param subjectTo behind the last token of its subject; equal to {@code subjectFrom} where it has none
 * @param verbFrom first token of its predicate, {@code to} where it has none
 * @param verbTo behind the last token of its predicate
 * @param isPassive whether the predicate says what was done with its subject
 * @param isRelative whether it tells of a noun of the clause before ("which came from ...")
 */
public record Clause(
        int from,
        int to,
        int subjectFrom,
        int subjectTo,
        int verbFrom,
        int verbTo,
        boolean isPassive,
        boolean isRelative) {

    /** The clause of a sentence that the token stands in, of a mark between two clauses the one before; null before the first. */
    static @Nullable Clause at(List<Clause> clauses, int token) {
        int index = Sorted.firstFrom(clauses, Clause::from, token + 1) - 1;
        return index < 0 ? null : clauses.get(index);
    }

    /** Whether the clause before it has the same subject: "built 30 wells and repaired 20". */
    public boolean sharesSubject() {
        return subjectTo > subjectFrom && subjectTo <= from;
    }

    public boolean hasSubject() {
        return subjectTo > subjectFrom;
    }

    public boolean hasPredicate() {
        return verbTo > verbFrom;
    }

    /** Whether the token stands in its own subject or in the one that it shares. */
    public boolean isInSubject(int token) {
        return token >= subjectFrom && token < subjectTo;
    }
}
