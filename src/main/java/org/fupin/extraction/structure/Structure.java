package org.fupin.extraction.structure;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence is built: its clauses, the role of each figure in them, and its enumerations. Found once, when the figures
 * and what they count are known; immutable.
 */
public final class Structure {

    /** Most tokens between a figure and the preposition that governs it: "in more than a dozen poor". */
    private static final int GOVERNED = 6;

    private final Layout layout;
    private final List<Clause> clauses;
    private final List<Enumeration> enumerations;
    private final Map<Figure, Enumeration> enumerationOf;
    private final Map<Figure, Enumeration.Item> itemOf;

    private Structure(Layout layout, List<Clause> clauses, List<Enumeration> enumerations) {
        this.layout = layout;
        this.clauses = clauses;
        this.enumerations = enumerations;
        enumerationOf = enumerations.isEmpty() ? Map.of() : new IdentityHashMap<>();
        itemOf = enumerations.isEmpty() ? Map.of() : new IdentityHashMap<>();
        for (Enumeration enumeration : enumerations) {
            for (Enumeration.Item item : enumeration.items()) {
                for (Figure figure : item.figures()) {
                    if (enumerationOf.putIfAbsent(figure, enumeration) == null) {
                        itemOf.put(figure, item);
                    }
                }
            }
        }
    }

    /**
     * The structure of a sentence.
     *
     * @param figures its figures in order; numbers that are no figures are not among them
     */
    public static Structure of(Layout layout, List<? extends Figure> figures) {
        List<Clause> clauses = Clauses.of(layout, figures);
        return new Structure(layout, clauses, Enumerations.of(layout, figures, clauses));
    }

    /** The clauses of a sentence before it is known what its figures count: without enumerations. */
    public static Structure outline(Layout layout, List<? extends Figure> figures) {
        return new Structure(layout, Clauses.of(layout, figures), List.of());
    }

    /** The clauses, in order; a sentence without words has none. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The clause that the token stands in; of a mark between two clauses the one before. */
    public @Nullable Clause clauseAt(int token) {
        return Clause.at(clauses, token);
    }

    /** The clause before this one, null for the first. */
    public @Nullable Clause before(Clause clause) {
        int index = Sorted.firstFrom(clauses, Clause::from, clause.from());
        return index == 0 ? null : clauses.get(index - 1);
    }

    public List<Enumeration> enumerations() {
        return enumerations;
    }

    /** The item that the figure is the amount of, or one of whose shares it is; null if it stands in no enumeration. */
    public Enumeration.@Nullable Item itemOf(Figure figure) {
        return itemOf.get(figure);
    }

    /** The enumeration that the figure's item belongs to, the first where there are several, null if there is none. */
    public @Nullable Enumeration enumerationOf(Figure figure) {
        return enumerationOf.get(figure);
    }

    /** The part that a figure plays in its clause. */
    public Role role(Figure figure) {
        if (governor(figure) >= 0) {
            return Role.OBLIQUE;
        }
        Clause clause = clauseAt(figure.lead());
        if (clause == null || !clause.hasPredicate()) {
            return Role.BARE;
        }
        return figure.lead() < clause.verbFrom() ? Role.SUBJECT : Role.OBJECT;
    }

    /**
     * The preposition that governs a figure ("in 8 counties", "with a total of 3 million"), -1 if none does. What "of" joins
     * to a noun plays the noun's part: "loans of 20 million yuan".
     */
    public int governor(Figure figure) {
        Tokens tokens = layout.tokens;
        Clause clause = clauseAt(figure.lead());
        int from = clause == null ? 0 : clause.from();
        int steps = 0;
        for (int i = figure.lead() - 1; i >= from && steps < GOVERNED; i--, steps++) {
            if (layout.cueAt(CueType.GOVERNOR, i)) {
                return isComplement(i) ? -1 : i;
            }
            if (clause != null && i < clause.verbTo() && i >= clause.verbFrom()) {
                return -1;
            }
            if (tokens.isNumber(i) || layout.isClauseMark(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "rose to", "put in": the preposition belongs to the verb. */
    private boolean isComplement(int at) {
        int before = at - 1;
        return layout.tokens.is(at, "in") && layout.cueAt(CueType.PHRASAL_IN, before)
                || layout.tokens.is(at, "to")
                        && (layout.cueAt(CueType.LINKING_VERB, before)
                                || layout.cueAt(CueType.UP, before)
                                || layout.cueAt(CueType.DOWN, before)
                                || layout.cueAt(CueType.MOVED, before));
    }
}
