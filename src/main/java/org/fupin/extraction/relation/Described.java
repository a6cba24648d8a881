package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.kind.StatusPass;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Arithmetic.Stated;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Sorted;
import org.fupin.observation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the levels before a share or a completion: what the clause is about, not a count that only says where or for
 * whom; what the whole names ("of the rural population"); what the text's own arithmetic shows.
 */
final class Described {

    /** How many figures around a level are tried as its whole or plan. */
    private static final int NEAR = 4;

    private final SentenceContext sentence;
    private final List<Mention> figures;

    Described(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.figures = figures;
    }

    /** The level that a derived figure describes, given the last one that it can be said of; null if it is of none stated. */
    @Nullable
    Mention instead(Mention derived, Mention last, int index) {
        if (derived.kind != Kind.SHARE && derived.kind != Kind.COMPLETION) {
            return last;
        }
        if (derived.kind == Kind.COMPLETION && isOfOtherSubject(derived, last)) {
            return null;
        }
        Mention planned = plannedInBrackets(derived, index);
        if (planned != null) {
            return planned;
        }
        if (derived.value != null && isShown(derived, last)) {
            return last;
        }
        Mention shown = shownByArithmetic(derived, index);
        if (shown != null) {
            return shown;
        }
        Mention named = namedByWhole(derived, last, index);
        if (named != null) {
            return named;
        }
        Mention topic = isAside(last) ? topicOfClause(derived, last, index) : null;
        return topic == null ? last : topic;
    }

    /** "6,300 households moved in, and road building reached 88% of the target": of a subject without a level. */
    private boolean isOfOtherSubject(Mention derived, Mention last) {
        Clause clause = sentence.structure().clauseAt(derived.lead);
        boolean own = clause != null
                && clause.hasPredicate()
                && clause.hasSubject()
                && !clause.sharesSubject()
                && !clause.isRelative()
                && clause.verbTo() <= derived.lead
                && last.to <= clause.subjectFrom();
        if (!own || sentence.hasCue(CueType.COMPLETION, clause.subjectFrom(), clause.subjectTo())) {
            return false;
        }
        if (last.nounTo > last.nounFrom) {
            String head = Lemma.of(sentence.tokens.norm[last.nounTo - 1]);
            for (int i = clause.subjectFrom(); i < clause.subjectTo(); i++) {
                if (Lemma.of(sentence.tokens.norm[i]).equals(head)) {
                    return false;
                }
            }
        }
        return !sentence.cueAt(CueType.PRONOUN_SUBJECT, clause.subjectTo() - 1);
    }

    /** The level of which the percentage is right, by the total or plan that the text states; null if that shows nothing. */
    private @Nullable Mention shownByArithmetic(Mention derived, int index) {
        if (derived.value == null) {
            return null;
        }
        Mention found = null;
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention candidate = figures.get(i);
            boolean level = candidate.isLevel() && !StatusPass.isTargetOf(sentence, candidate.lead);
            if (level && AboutPass.canDescribe(derived, candidate) && isShown(derived, candidate)) {
                if (found != null) {
                    return null; // of two it shows neither
                }
                found = candidate;
            }
        }
        return found;
    }

    /** Whether a number near it or of the sentence before is the whole or the plan of which it makes up the percentage. */
    private boolean isShown(Mention derived, Mention candidate) {
        int at = Sorted.firstFrom(figures, Mention::lead, candidate.lead);
        int from = Math.max(0, at - NEAR);
        List<Mention> around = figures.subList(from, Math.min(figures.size(), at + NEAR + 1));
        return isShareOfOne(derived, candidate, around)
                || isShareOfAll(derived, candidate, around)
                || sentence.previous != null && isShareOfOne(derived, candidate, sentence.previous.lastFigures());
    }

    /** "118 million yuan went to 28 counties, 64% of the total, and 66 million yuan to 19": of what the like make up. */
    private static boolean isShareOfAll(Mention derived, Mention candidate, List<Mention> around) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal digit = BigDecimal.ONE;
        int like = 0;
        for (Mention other : around) {
            boolean counts = other.isLevel() && other.value != null && Likeness.isComparable(candidate, other);
            if (other == candidate ? candidate.value == null : !counts) {
                continue;
            }
            sum = sum.add(other.value);
            digit = digit.max(other.stated().digit());
            like++;
        }
        return like > 1 && Arithmetic.isShare(candidate.stated(), new Stated(sum, digit), derived.stated());
    }

    private static boolean isShareOfOne(Mention derived, Mention candidate, List<Mention> wholes) {
        for (Mention whole : wholes) {
            boolean other = whole != candidate && whole.isLevel() && whole.value != null && candidate.value != null;
            boolean like = other && Likeness.isComparable(whole, candidate);
            if (like && Arithmetic.isShare(candidate.stated(), whole.stated(), derived.stated())) {
                return true;
            }
        }
        return false;
    }

    /** "relocated 45,700 people with 320 million yuan, 152% of the task (30,000 people)": what the plan in brackets counts. */
    private @Nullable Mention plannedInBrackets(Mention derived, int index) {
        Mention plan = index + 1 < figures.size() ? figures.get(index + 1) : null;
        if (derived.kind != Kind.COMPLETION || plan == null || !sentence.isBracketedTarget(plan.lead)) {
            return null;
        }
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention candidate = figures.get(i);
            if (candidate.isLevel() && Likeness.isComparable(plan, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** "96,000 poor households and 371,000 poor people in 14 counties, 22% of the rural population": of the people. */
    private @Nullable Mention namedByWhole(Mention derived, Mention last, int index) {
        boolean named = derived.nounTo > derived.nounFrom && derived.noun != null;
        if (!named || derived.measure == null || derived.measure == last.measure) {
            return null;
        }
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention candidate = figures.get(i);
            boolean things = candidate.measure == derived.measure
                    || candidate.noun != null && candidate.noun.unit().equals(derived.noun.unit());
            if (things && candidate.isLevel() && AboutPass.canDescribe(derived, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether a count of places only says where: "to 8 border counties". */
    private boolean isAside(Mention mention) {
        int governor = sentence.structure().governor(mention);
        boolean direct = governor >= 0 && mention.lead - governor <= NEAR / 2;
        return direct && mention.measure != null && mention.measure.countsPlaces();
    }

    /** The last level of the clause that it is about, null if it has none. */
    private @Nullable Mention topicOfClause(Mention derived, Mention last, int index) {
        Clause clause = sentence.structure().clauseAt(last.lead);
        for (int i = index - 1; i >= 0 && clause != null && figures.get(i).lead >= clause.from(); i--) {
            Mention candidate = figures.get(i);
            boolean about = candidate.isLevel() && !isAside(candidate);
            if (about && AboutPass.canDescribe(derived, candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
