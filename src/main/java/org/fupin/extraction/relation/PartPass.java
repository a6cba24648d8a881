package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.kind.StatusPass;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the parts of totals: "of which", "including", "among them", amounts in brackets behind a total. */
public final class PartPass implements Pass {

    private static final SentenceContext.Landmark PREDICATE = PartPass::opensPredicate;

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        bracketed(sentence, figures);
        bracketedEach(sentence, figures);
        parts(sentence, figures);
        partsOfThe(sentence, figures);
        remaining(sentence, figures);
        reachedNumber(sentence, figures);
        partsOfIt(sentence, figures);
        new Breakdowns(sentence, figures).link();
    }

    /** "1.1 billion yuan (847 million from ... and 270 million from ...)": two or more amounts in brackets behind one. */
    private static void bracketed(SentenceContext sentence, List<Mention> figures) {
        for (int i = 0; i + 2 < figures.size(); i++) {
            Mention total = figures.get(i);
            int open = total.to;
            if (!sentence.tokens.is(open, "(") || !total.isLevel()) {
                continue;
            }
            List<Mention> inside = new ArrayList<>();
            for (int k = i + 1;
                    k < Math.min(figures.size(), i + SentenceContext.FARTHEST)
                            && sentence.depth[figures.get(k).from] > sentence.depth[total.from];
                    k++) {
                if (figures.get(k).isLevel() && Likeness.isComparable(total, figures.get(k))) {
                    inside.add(figures.get(k));
                }
            }
            if (inside.size() >= 2) {
                for (Mention part : inside) {
                    part.partOf = total;
                    part.rules.add("part-of:brackets");
                }
            }
        }
    }

    /** "12 billion yuan ..., covering 39 A (8 billion yuan) and 12 B (4 billion yuan)": an amount behind each count. */
    private static void bracketedEach(SentenceContext sentence, List<Mention> figures) {
        for (int i = 1; i < figures.size(); i++) {
            if (!isInBracketsAlone(sentence, figures.get(i))) {
                continue;
            }
            List<Mention> inside = new ArrayList<>();
            int next = i;
            while (next < figures.size()
                    && isInBracketsAlone(sentence, figures.get(next))
                    && figures.get(next - 1).isLevel()
                    && Likeness.isCounted(figures.get(next - 1))) {
                inside.add(figures.get(next));
                next += 2;
            }
            Mention total = inside.size() >= 2 ? lastAmountBefore(figures, i - 1, figures.get(i)) : null;
            if (total != null) {
                for (Mention part : inside) {
                    part.partOf = total;
                    part.rules.add("part-of:brackets");
                }
            }
            i = Math.max(i, next - 2);
        }
    }

    private static boolean isInBracketsAlone(SentenceContext sentence, Mention mention) {
        return sentence.tokens.is(mention.lead - 1, "(")
                && sentence.tokens.is(mention.to, ")")
                && mention.isLevel()
                && mention.unit != null
                && !mention.isPercent();
    }

    private static @Nullable Mention lastAmountBefore(List<Mention> figures, int end, Mention part) {
        for (int i = end - 1; i >= Math.max(0, end - SentenceContext.FARTHEST); i--) {
            Mention total = figures.get(i);
            if (total.isLevel() && part.unit.equals(total.unit)) {
                return total.value != null && part.value != null && total.value.compareTo(part.value) > 0
                        ? total
                        : null;
            }
        }
        return null;
    }

    /** "X, of which A ..., B ...", "X (including A and B)". */
    private void parts(SentenceContext sentence, List<Mention> figures) {
        for (Hit<Cue> opener : sentence.cues(CueType.PART)) {
            int first = SentenceContext.firstFrom(figures, opener.end());
            if (first == figures.size() || namesOnly(sentence, opener, figures, first)) {
                continue;
            }
            int scopeEnd = scopeEnd(sentence, opener, figures, first);
            int last = Math.min(figures.size(), first + SentenceContext.FARTHEST);
            Mention before = first == 0 || figures.get(first - 1).isPercent()
                    ? addingUpBefore(sentence.previous, figures.subList(first, last), scopeEnd)
                    : null;
            for (int i = first; i < last && figures.get(i).from < scopeEnd; i++) {
                Mention part = figures.get(i);
                if (!part.isLevel()
                        || part.isPercent()
                        || sentence.tokens.is(part.lead - 1, "from") && !part.hasMagnitude && part.unit == null
                        || sentence.isBracketedTarget(part.lead)) {
                    continue;
                }
                if (i > first && opensTotal(sentence, part) && !Likeness.sameHead(part.partOf, part)) {
                    break; // "including 90 deep wells, and 310 bridges, including ...": the next total
                }
                Mention total =
                        Likeness.isPerUnit(sentence, part) ? null : total(sentence, figures, first - 1, part, opener);
                if (total == null && first == 0 && sentence.previous != null && opener.begin() == 0) {
                    total = lastComparable(sentence.previous, part);
                }
                if (total == null && before != null && Likeness.isComparable(before, part)) {
                    total = before;
                }
                boolean bracketed = part.partOf != null && sentence.depth[part.from] > sentence.depth[opener.begin()];
                if (total != null && !bracketed) {
                    part.partOf = total;
                    part.rules.add("part-of", opener);
                }
            }
        }
    }

    /** Whether parts of its own follow a figure: "310 bridges, including ...". */
    private static boolean opensTotal(SentenceContext sentence, Mention mention) {
        int behind = mention.behindNoun();
        return sentence.depth[mention.from] == 0
                && sentence.tokens.is(behind, ",")
                && sentence.cueAt(CueType.PART, behind + 1);
    }

    /** "The central funds included A, B and C": the total in the sentence before that the listed figures add up to. */
    private static @Nullable Mention addingUpBefore(
            @Nullable SentenceContext previous, List<Mention> listed, int scopeEnd) {
        if (previous == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        int parts = 0;
        for (Mention part : listed) {
            if (part.from < scopeEnd && part.isLevel() && !part.isPercent() && part.value != null) {
                sum = sum.add(part.value);
                parts++;
            }
        }
        for (Mention total : previous.lastFigures()) {
            boolean same = parts >= 2 && total.isLevel() && total.value != null && total.value.compareTo(sum) == 0;
            if (same && Likeness.isComparable(total, listed.get(0))) {
                return total;
            }
        }
        return null;
    }

    /** "ten counties including Yanchuan and Mizhi": examples by name, no parts by number. */
    private static boolean namesOnly(SentenceContext sentence, Hit<Cue> opener, List<Mention> figures, int first) {
        Tokens tokens = sentence.tokens;
        if (!tokens.norm[opener.begin()].startsWith("includ") || !tokens.isCapitalised(opener.end())) {
            return false;
        }
        return first >= figures.size() || figures.get(first).lead - opener.end() > 5;
    }

    /** "Among them, ..." at the begin of a sentence: the total stands in the one before. */
    private static @Nullable Mention lastComparable(SentenceContext previous, Mention part) {
        List<Mention> figures = previous.lastFigures();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Mention total = figures.get(i);
            boolean goal = total.rules.contains(StatusPass.TARGET); // what was done has parts, not its plan
            if (total.isLevel()
                    && !goal
                    && Likeness.isComparable(total, part)
                    && !Likeness.isPerUnit(previous, total)
                    && (part.value == null || total.value == null || part.value.compareTo(total.value) <= 0)) {
                return total;
            }
        }
        return null;
    }

    private static int scopeEnd(SentenceContext sentence, Hit<Cue> opener, List<Mention> figures, int first) {
        Tokens tokens = sentence.tokens;
        if (sentence.depth[opener.begin()] > 0) {
            return sentence.closing(opener.end() - 1);
        }
        int predicate = sentence.next(PREDICATE, figures.get(first).to + 1);
        int end = opener.end();
        for (int items = 0; items < SentenceContext.FARTHEST; items++) {
            end = sentence.next(SentenceContext.SEMICOLON, end);
            if (end >= predicate || !startsWithFigure(figures, end + 1) && !isParallel(tokens, opener.end(), end + 1)) {
                break;
            }
            end++;
        }
        return Math.min(end, predicate);
    }

    /** ", and supported 17,000 people": the subject of the sentence goes on with another verb, the list is over. */
    private static boolean opensPredicate(Layout sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(at, ",") || sentence.depth[at] > 0) {
            return false;
        }
        int verb = tokens.is(at + 1, "and") ? at + 2 : at + 1;
        return sentence.cueAt(CueType.VERB, verb)
                && (tokens.norm[verb].endsWith("ed") || sentence.cueAt(CueType.IRREGULAR_PAST, verb))
                && !tokens.is(verb + 1, "by")
                && !tokens.is(verb + 1, "in")
                && !tokens.is(verb + 1, "from");
    }

    /** "including the construction of A ...; the construction of B ...; and the construction of C ...". */
    private static boolean isParallel(Tokens tokens, int first, int next) {
        int at = tokens.is(next, "and") ? next + 1 : next;
        return at + 1 < tokens.count
                && first + 1 < tokens.count
                && tokens.isWord(at)
                && tokens.isWord(at + 1)
                && tokens.is(at, tokens.norm[first])
                && tokens.is(at + 1, tokens.norm[first + 1]);
    }

    private static boolean startsWithFigure(List<Mention> figures, int token) {
        // the words before a figure that belong to it are few: one of the next figures or none
        int next = SentenceContext.firstFrom(figures, token);
        for (Mention figure : figures.subList(next, Math.min(figures.size(), next + 2))) {
            if (figure.lead == token || figure.lead == token + 1) {
                return true;
            }
        }
        return false;
    }

    /** The last level before the opener that the part can be a part of. */
    private static @Nullable Mention total(
            SentenceContext sentence, List<Mention> figures, int last, Mention part, Hit<Cue> opener) {
        for (int i = last; i >= Math.max(0, last - SentenceContext.FARTHEST); i--) {
            Mention total = figures.get(i);
            boolean outside = sentence.depth[total.from] > sentence.depth[opener.begin()];
            boolean ofWhom = total.to == opener.begin() && total.partOf != null;
            if (ofWhom && Likeness.isComparable(total, part) && total.isLevel()) {
                return total.partOf; // "512 of whom were A and 1,634 B": parts of the same
            }
            if (total.isLevel()
                    && !outside
                    && Likeness.isComparable(total, part)
                    && Likeness.isPerUnit(sentence, total) == Likeness.isPerUnit(sentence, part)
                    && !Likeness.isFarLarger(part, total)) {
                return total;
            }
        }
        return null;
    }

    /** "Of the 19 key projects ..., 11 were ...", "Among the 1.3 billion yuan ..., 856 million was ...". */
    private void partsOfThe(SentenceContext sentence, List<Mention> figures) {
        Tokens tokens = sentence.tokens;
        if (opensWithPartsOf(sentence, figures) && sentence.previous != null) {
            partsOfBefore(sentence.previous, sentence, figures);
            return;
        }
        for (int i = 0; i + 1 < figures.size(); i++) {
            Mention total = figures.get(i);
            int start = sentence.clauseStart(total.lead);
            boolean pronoun =
                    tokens.is(start + 1, "which") || tokens.is(start + 1, "them") || tokens.is(start + 1, "these");
            boolean definite = tokens.is(start + 1, "the")
                    || tokens.is(start + 1, "these")
                    || tokens.is(start + 1, "those")
                    || tokens.is(start + 1, "all");
            // "the 2nd batch, of 60 households, ..." tells of what stands before it
            boolean begins = definite || start == 0 || !tokens.is(start - 1, ",") && !tokens.is(start - 1, "(");
            boolean opens = !pronoun && begins && (tokens.is(start, "of") || tokens.is(start, "among"));

            if (!opens || !total.isLevel() || total.lead - start > 8) {
                continue;
            }
            for (int k = i + 1; k < Math.min(figures.size(), i + SentenceContext.FARTHEST); k++) {
                Mention part = figures.get(k);
                if (part.isLevel() && part.partOf == null && Likeness.isComparable(total, part)) {
                    part.partOf = total;
                    part.rules.add("part-of-the");
                }
            }
        }
    }

    /** "The remaining 16 million yuan was used for ...": of the total before it, mostly in the sentence before. */
    private static void remaining(SentenceContext sentence, List<Mention> figures) {
        for (int i = 0; i < figures.size(); i++) {
            Mention part = figures.get(i);
            boolean rest = sentence.lastCue(CueType.REMAINING, Math.max(0, part.lead - 3), part.lead) != null;
            if (!rest || !part.isLevel() || part.partOf != null || part.isPercent()) {
                continue;
            }
            Mention sibling = i == 0 ? null : figures.get(i - 1);
            Mention total = sibling != null && sibling.partOf != null && Likeness.isComparable(sibling.partOf, part)
                    ? sibling.partOf
                    : totalOfRest(sentence, figures, i);
            if (total != null) {
                part.partOf = total;
                part.rules.add("part-of-the", total);
            }
        }
    }

    /** The total that the rest and what was told before it make up; else, of a rest that comes first, the last one before. */
    private static @Nullable Mention totalOfRest(SentenceContext sentence, List<Mention> figures, int index) {
        Mention part = figures.get(index);
        List<Mention> parts = new ArrayList<>(List.of(part));
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention other = figures.get(i);
            if (!other.isLevel() || other.value == null || part.value == null || !Likeness.isComparable(part, other)) {
                continue;
            }
            if (parts.size() > 1 && Breakdowns.addUp(parts, other)) {
                return other;
            }
            parts.add(other);
        }
        SentenceContext previous = sentence.previous;
        if (previous == null) {
            return null;
        }
        for (Mention total : parts.size() > 1 ? previous.lastFigures() : List.<Mention>of()) {
            boolean level = total.isLevel() && total.value != null;
            if (level && Likeness.isComparable(total, part) && Breakdowns.addUp(parts, total)) {
                return total;
            }
        }
        return index == 0 ? lastComparable(previous, part) : null;
    }

    /** "79 million yuan was spent, 31 million yuan of it on tea". */
    private static void partsOfIt(SentenceContext sentence, List<Mention> figures) {
        for (int i = 1; i < figures.size(); i++) {
            Mention part = figures.get(i);
            Mention total = figures.get(i - 1);
            boolean ofIt = sentence.tokens.is(part.to, "of") && sentence.tokens.is(part.to + 1, "it");
            if (ofIt
                    && part.partOf == null
                    && part.isLevel()
                    && total.isLevel()
                    && Likeness.isComparable(total, part)) {
                part.partOf = total;
                part.rules.add("part-of-the");
            }
        }
    }

    /** "set up 55 societies and the number of societies reached 240": what was added is part of what there is. */
    private static void reachedNumber(SentenceContext sentence, List<Mention> figures) {
        for (int i = 0; i + 1 < figures.size(); i++) {
            Mention part = figures.get(i);
            Mention total = figures.get(i + 1);
            boolean number = total.nounBefore
                    && part.noun != null
                    && total.nounFrom >= part.to
                    && sentence.tokens.is(total.nounFrom - 1, "of")
                    && sentence.tokens.is(total.nounFrom - 2, "number");
            boolean smaller = part.value != null && total.value != null && part.value.compareTo(total.value) < 0;
            if (number
                    && smaller
                    && part.isLevel()
                    && total.isLevel()
                    && part.partOf == null
                    && Likeness.sameHead(total, part)) {
                part.partOf = total;
                part.rules.add("part-of:number-reached");
            }
        }
    }

    /** "Of the investment, 570 million yuan was ...": no figure in the opening clause, the total stands before. */
    private static boolean opensWithPartsOf(SentenceContext sentence, List<Mention> figures) {
        Tokens tokens = sentence.tokens;
        int end = sentence.clauseEnd(0);
        return (tokens.is(0, "of") || tokens.is(0, "among") || tokens.is(0, "out") && tokens.is(1, "of"))
                && tokens.is(end, ",")
                && !figures.isEmpty()
                && figures.get(0).lead > end;
    }

    private static void partsOfBefore(SentenceContext previous, SentenceContext sentence, List<Mention> figures) {
        for (Mention part : figures) {
            if (part.isLevel() && part.partOf == null && !part.isPercent() && !Likeness.isPerUnit(sentence, part)) {
                part.partOf = lastComparable(previous, part);
                if (part.partOf != null) {
                    part.rules.add("part-of-the");
                }
            }
        }
    }
}
