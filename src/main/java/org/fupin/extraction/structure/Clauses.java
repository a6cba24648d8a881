package org.fupin.extraction.structure;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.structure.Predicates.Predicate;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Parts a sentence into clauses, each with one predicate. Between two predicates the next clause begins at a semicolon, at a
 * relative pronoun, or at the conjunction or comma behind which the next predicate's subject stands (or nothing, where the
 * subject is shared).
 */
final class Clauses {

    /** Longest noun phrase, in tokens, that a conjunction joins to the subject behind it: "the county and township offices". */
    private static final int LONGEST_JOINED = 3;

    private final Layout layout;
    private final Tokens tokens;
    private final List<? extends Figure> figures;
    private final List<Clause> clauses = new ArrayList<>();

    private Clauses(Layout layout, List<? extends Figure> figures) {
        this.layout = layout;
        this.tokens = layout.tokens;
        this.figures = figures;
    }

    static List<Clause> of(Layout layout, List<? extends Figure> figures) {
        Clauses clauses = new Clauses(layout, figures);
        clauses.find();
        return List.copyOf(clauses.clauses);
    }

    private void find() {
        int from = 0;
        Predicate current = null;
        for (Predicate next : layout.predicates()) {
            int begin = from;
            // clauses without a predicate end at semicolons, too
            int low = current == null ? from : current.to();
            int boundary = boundary(low, next.from(), current == null);
            if (current != null || boundary > from) {
                add(begin, boundary, current);
                from = behindJoint(boundary);
            }
            current = next;
        }
        splitAtSemicolons(from, current);
    }

    private void splitAtSemicolons(int from, @Nullable Predicate predicate) {
        int start = from;
        Predicate current = predicate;
        int low = predicate == null ? from : predicate.to();
        for (int i = layout.next(Layout.SEMICOLON, low); i < tokens.count; i = layout.next(Layout.SEMICOLON, i + 1)) {
            add(start, i, current);
            current = null;
            start = behindJoint(i);
        }
        add(start, tokens.count, current);
    }

    /** Where the clause of the next predicate begins: at the joint before its subject; {@code low} if there is none. */
    private int boundary(int low, int verb, boolean first) {
        int semicolon = last(low, verb, Layout.SEMICOLON);
        if (semicolon >= 0) {
            return semicolon;
        }
        if (first) {
            return low;
        }
        if (layout.cueAt(CueType.RELATIVE, verb - 1) && verb - 1 >= low) {
            return verb - 1;
        }
        int behindFigures = endOfFigures(low, verb);
        int joint = -1;
        for (int i = verb - 1; i >= low; i--) {
            if (!isJoint(i) || layout.depth[i] > layout.depth[verb]) {
                continue;
            }
            if (joint < 0) {
                joint = i;
                if (i <= behindFigures || !tokens.is(i, "and")) {
                    break;
                }
                continue;
            }
            boolean joined = i >= behindFigures && joint - i - 1 <= LONGEST_JOINED && joint - i > 1;
            if (joined && layout.cueAt(CueType.ARTICLE, i + 1)) {
                joint = i;
            }
            break;
        }
        joint = beforeBoth(joint, low);
        if (joint > low && tokens.is(joint, "and") && tokens.is(joint - 1, ",")) {
            joint--;
        }
        return joint < 0 ? verb : joint;
    }

    /**
     * "came from the hills, | 40 households and 160 people were": the mark before two figures that are one subject, the joint
     * between them otherwise. A figure before the mark may be listed with the first of them, as an object of the verb before.
     */
    private int beforeBoth(int joint, int low) {
        int second = Sorted.firstFrom(figures, Figure::lead, joint + 1);
        boolean joins = joint > low
                && tokens.is(joint, "and")
                && second > 0
                && second < figures.size()
                && figures.get(second).lead() == joint + 1;
        Figure first = joins ? figures.get(second - 1) : null;
        if (first == null
                || first.behindNoun() != joint
                || !first.isCounted()
                || !figures.get(second).isCounted()) {
            return joint;
        }
        int opener = first.lead() - 1;
        while (opener > low && (layout.cueAt(CueType.OF, opener) || layout.cueAt(CueType.RELATIVE, opener))) {
            opener--;
        }
        int mark = tokens.is(opener, "and") ? opener - 1 : opener;
        boolean relative = opener < first.lead() - 1;
        boolean parts = mark >= low && tokens.is(mark, ",") && (relative || endOfFigures(low, mark) < mark);
        return parts ? mark : joint;
    }

    /** The token behind the last figure, and what it counts, that ends before the verb. */
    private int endOfFigures(int low, int verb) {
        int index = Sorted.firstFrom(figures, Figure::lead, verb) - 1;
        while (index >= 0 && figures.get(index).behindNoun() > verb) {
            index--;
        }
        return index >= 0 && figures.get(index).lead() >= low
                ? figures.get(index).behindNoun()
                : low;
    }

    private int last(int low, int before, Layout.Landmark landmark) {
        int found = -1;
        for (int i = layout.next(landmark, low); i < before; i = layout.next(landmark, i + 1)) {
            found = i;
        }
        return found;
    }

    private boolean isJoint(int at) {
        return tokens.is(at, ",") || tokens.is(at, ":") || layout.cueAt(CueType.CONJUNCTION, at);
    }

    private int behindJoint(int at) {
        int next = at;
        while (next < tokens.count && (isJoint(next) || tokens.is(next, ";"))) {
            next++;
        }
        return next;
    }

    private void add(int from, int to, @Nullable Predicate predicate) {
        if (from >= to) {
            return;
        }
        int verbFrom = predicate == null ? to : predicate.from();
        int verbTo = predicate == null ? to : predicate.to();
        boolean passive = predicate != null && predicate.isPassive();
        boolean relative = layout.cueAt(CueType.RELATIVE, from);
        int subject = relative ? from + 1 : subjectFrom(from, verbFrom);
        int subjectTo = verbFrom;
        if (predicate == null) {
            subject = from;
            subjectTo = from;
        } else if (subject >= verbFrom && !clauses.isEmpty()) {
            Clause before = clauses.get(clauses.size() - 1);
            subject = before.subjectFrom();
            subjectTo = before.subjectTo();
        }
        clauses.add(new Clause(from, to, subject, Math.max(subject, subjectTo), verbFrom, verbTo, passive, relative));
    }

    /** Behind the adverbials that open a clause: "In 2012, with its help, | the county". */
    private int subjectFrom(int from, int verb) {
        int at = from;
        while (at < verb && opensAdverbial(at)) {
            int comma = at;
            while (comma < verb && !(tokens.is(comma, ",") && layout.depth[comma] == layout.depth[at])) {
                comma++;
            }
            if (comma == verb) {
                break; // "In 2012 the county": no comma parts it
            }
            at = comma + 1;
        }
        return at;
    }

    private boolean opensAdverbial(int at) {
        return layout.cueAt(CueType.ADVERBIAL, at) || tokens.norm[at].endsWith("ly") || tokens.norm[at].endsWith("ing");
    }
}
