package org.fupin.extraction.structure;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the finite predicates of a sentence without a tagger: forms of "be", "have" and the modal verbs with the participle
 * that follows, and verbs in the past. A participle that only tells of the noun before it ("loans issued by banks were") is
 * none, neither is one that stands before its noun ("the registered poor").
 */
final class Predicates {

    /** Most tokens between an auxiliary and its participle: "have been successively". */
    private static final int LONGEST_GROUP = 6;

    /** Most words from a participle to the noun that it stands before, with the noun. */
    private static final int LONGEST_MODIFIERS = 5;

    /**
     * A predicate.
     *
     * @param from first token
     * @param to behind the last token
     * @param isPassive whether it is a form of "be" with a participle
     */
    record Predicate(int from, int to, boolean isPassive, boolean isAuxiliary) {}

    private final Layout layout;
    private final Tokens tokens;

    private Predicates(Layout layout) {
        this.layout = layout;
        this.tokens = layout.tokens;
    }

    /** The predicates of the sentence, in order. */
    static List<Predicate> of(Layout layout) {
        return new Predicates(layout).all();
    }

    private List<Predicate> all() {
        List<Predicate> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.count) {
            Predicate predicate = at(at);
            if (predicate == null) {
                at++;
            } else {
                found.add(predicate);
                at = predicate.to();
            }
        }
        return withoutReduced(found);
    }

    private @Nullable Predicate at(int at) {
        if (!tokens.isWord(at) || tokens.isCapitalised(at) || layout.quoted[at]) {
            return null;
        }
        if (layout.cueAt(CueType.AUXILIARY, at)) {
            return group(at);
        }
        return isPast(at) && !isModifier(at) ? new Predicate(at, at + 1, false, false) : null;
    }

    /** An auxiliary with what belongs to it: "were actually put in", "has been", "will be built". */
    private Predicate group(int from) {
        boolean be = layout.cueAt(CueType.BE, from);
        int to = from + 1;
        for (int i = to; i < Math.min(tokens.count, from + LONGEST_GROUP) && tokens.isWord(i); i++) {
            if (layout.cueAt(CueType.BE, i)) {
                be = true;
                to = i + 1;
            } else if (isParticiple(i) || layout.cueAt(CueType.AUXILIARY, i)) {
                return new Predicate(from, i + 1, be && isParticiple(i), true);
            } else if (!isAdverb(i)) {
                break;
            }
        }
        return new Predicate(from, to, false, true);
    }

    private boolean isPast(int at) {
        boolean verb = layout.cueAt(CueType.VERB, at) || layout.cueAt(CueType.PLURAL_VERB, at);
        return verb && tokens.norm[at].endsWith("ed")
                || layout.cueAt(CueType.IRREGULAR_VERB, at)
                || layout.cueAt(CueType.LINKING_VERB, at) && tokens.norm[at].endsWith("ed");
    }

    private boolean isParticiple(int at) {
        return tokens.norm[at].endsWith("ed") || layout.cueAt(CueType.IRREGULAR_PARTICIPLE, at);
    }

    private boolean isAdverb(int at) {
        return tokens.norm[at].endsWith("ly") || layout.cueAt(CueType.VERB_ADVERB, at);
    }

    /** "the registered poor", "of planted trees", "400 registered households", "raised by farmers". */
    private boolean isModifier(int at) {
        int before = at - 1;
        while (before >= 0 && tokens.isWord(before) && isAdverb(before)) {
            before--; // "newly built houses"
        }
        boolean opens = before < 0 || !tokens.isWord(before) && !tokens.isNumber(before);
        boolean coordinated = tokens.is(before, "and") || tokens.is(before, "but") || tokens.is(before, "or");
        if (tokens.is(at + 1, "by") && tokens.isWord(at + 2) && !tokens.isNumber(at + 2)) {
            return !coordinated || !isNumberBehind(at + 2); // "raised by farmers", but "rose by 5%"
        }
        if (opens || coordinated) {
            return before < 0 && !layout.cueAt(CueType.FUNCTION, at + 1); // "Registered households ..."
        }
        return tokens.isNumber(before) && isBeforeNoun(at)
                || layout.cueAt(CueType.FUNCTION, before)
                        && !layout.cueAt(CueType.SUBJECT_END, before)
                        && !layout.cueAt(CueType.CLAUSE_SUBJECT, before);
    }

    /** "400 registered households", but "51 met the standard", "12 needed help". */
    private boolean isBeforeNoun(int at) {
        boolean onlyFinite =
                layout.cueAt(CueType.IRREGULAR_VERB, at) && !layout.cueAt(CueType.IRREGULAR_PARTICIPLE, at);
        for (int i = at + 1;
                !onlyFinite && i < Math.min(tokens.count, at + LONGEST_MODIFIERS) && tokens.isWord(i);
                i++) {
            if (layout.cueAt(CueType.FUNCTION, i)) {
                return false;
            }
            if (tokens.isPlural(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumberBehind(int at) {
        for (int i = at; i < Math.min(tokens.count, at + 3); i++) {
            if (tokens.isNumber(i)) {
                return true;
            }
        }
        return false;
    }

    /** "loans issued in the year reached": of two predicates that nothing parts, the first tells of its noun. */
    private List<Predicate> withoutReduced(List<Predicate> found) {
        List<Predicate> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Predicate predicate = found.get(i);
            boolean reduced = i + 1 < found.size()
                    && !predicate.isAuxiliary()
                    && (!isParted(predicate.to(), found.get(i + 1).from()) || isInWhole(predicate.from()));
            if (!reduced) {
                kept.add(predicate);
            }
        }
        return kept;
    }

    /** "of 64 societies inspected, 51 met": what opens with "of" has no predicate of its own. */
    private boolean isInWhole(int at) {
        return layout.cueAt(CueType.WHOLE_OPENER, layout.clauseStart(at));
    }

    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (layout.isClauseMark(i) && layout.depth[i] == layout.depth[from - 1]
                    || layout.cueAt(CueType.CONJUNCTION, i)) {
                return true;
            }
        }
        return false;
    }
}
