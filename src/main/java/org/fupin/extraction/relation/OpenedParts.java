package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.jspecify.annotations.Nullable;

/** Finds the parts behind words that open them: "of which", "including". */
final class OpenedParts {

    private static final SentenceContext.Landmark PREDICATE = OpenedParts::opensPredicate;

    /** The value of openers that examples may follow, too. */
    private static final String EXAMPLE = "example";

    /** The value of the words before the one who does something: "by". */
    private static final String AGENT = "agent";

    /** Most words from an opener that gives examples to the figure that it may open. */
    private static final int NAMES = 5;

    /** Fewest parts of two totals in turn, and more than the most. */
    private static final int FEWEST_PAIRED = 4;

    private static final int MOST_PAIRED = 12;

    /** How much more than their total parts may make up by rounding. */
    private static final BigDecimal MOST = new BigDecimal("1.02");

    private OpenedParts() {}

    /** "X, of which A ..., B ...", "X (including A and B)". */
    static void link(SentenceContext sentence, List<Mention> figures, Hit<Cue> opener) {
        int first = SentenceContext.firstFrom(figures, opener.end());
        if (first == figures.size() || namesOnly(sentence, opener, figures.get(first))) {
            return;
        }
        int scopeEnd = scopeEnd(sentence, opener, figures.get(first));
        int last = Math.min(SentenceContext.firstFrom(figures, scopeEnd), first + SentenceContext.FARTHEST);
        Mention before = first == 0 || figures.get(first - 1).isPercent()
                ? addingUpBefore(sentence.previous, figures.subList(first, Math.max(first, last)))
                : null;
        List<Mention> parts = new ArrayList<>();
        List<Mention> totals = new ArrayList<>();
        for (int i = first; i < last; i++) {
            Mention part = figures.get(i);
            if (!part.isLevel()
                    || part.isPercent()
                    || sentence.cueAt(CueType.FROM, part.lead - 1) && !part.hasMagnitude && part.unit == null
                    || part.isCount() && isAgent(sentence, part)
                    || sentence.isBracketedTarget(part.lead)) {
                continue;
            }
            if (i > first && opensTotal(sentence, part) && !Likeness.sameHead(part.partOf, part)) {
                break; // "including 90 deep wells, and 310 bridges, including ...": the next total
            }
            boolean perUnit = Likeness.isPerUnit(sentence, part);
            Mention total = perUnit ? null : Totals.opened(sentence, figures, first - 1, part, opener);
            if (total == null && first == 0 && opensSentence(sentence, opener)) {
                total = Totals.last(Totals.before(sentence), part);
            }
            if (total == null && before != null && Likeness.isComparable(before, part)) {
                total = before;
            }
            boolean bracketed = part.partOf != null && sentence.depth[part.from] > sentence.depth[opener.begin()];
            if (total != null && !bracketed) {
                parts.add(part);
                totals.add(total);
            }
        }
        if (sentence.cueAt(CueType.RESPECTIVELY, opener.begin() - 1) || isPaired(sentence, figures, first, parts)) {
            inOrder(figures, first, parts, totals);
        }
        alternate(figures.subList(Math.max(0, first - SentenceContext.FARTHEST), first), parts, totals);
        int all = isTooMuch(sentence.depth[opener.begin()], parts, totals) ? 1 : parts.size();
        for (int i = 0; i < all; i++) {
            parts.get(i).partOf = totals.get(i);
            parts.get(i).rules.add("part-of", opener);
        }
    }

    /**
     * "grants of X, which drew loans of Y, of which a was for wells to draw loans of b, and c was for dams to draw loans of d":
     * every second part is of the other total, where both sums hold.
     */
    private static void alternate(List<Mention> before, List<Mention> parts, List<Mention> totals) {
        Mention total = parts.size() < MOST_PAIRED && parts.size() >= FEWEST_PAIRED ? totals.get(0) : null;
        int at = total == null ? -1 : before.indexOf(total);
        Mention other = at < 1 ? null : before.get(at - 1);
        boolean summable = other != null
                && Breakdowns.isTotal(other)
                && Breakdowns.isTotal(total)
                && other.isLike(total)
                && parts.stream().allMatch(Breakdowns::isTotal)
                && totals.stream().allMatch(of -> of == total);
        if (!summable) {
            return;
        }
        for (int odd = 0; odd < 2; odd++) {
            List<Mention> own = every(parts, 1 - odd);
            List<Mention> others = every(parts, odd);
            if (Breakdowns.addUp(own, total) && Breakdowns.addUp(others, other)) {
                for (int i = odd; i < parts.size(); i += 2) {
                    totals.set(i, other);
                }
                return;
            }
        }
    }

    private static List<Mention> every(List<Mention> parts, int first) {
        List<Mention> chosen = new ArrayList<>();
        for (int i = first; i < parts.size(); i += 2) {
            chosen.add(parts.get(i));
        }
        return chosen;
    }

    /** "were respectively X and Y, of which A and B was respectively grants": as many parts as totals, each list paired. */
    private static boolean isPaired(SentenceContext sentence, List<Mention> figures, int first, List<Mention> parts) {
        int from = first - parts.size();
        if (parts.size() < 2 || from < 0) {
            return false;
        }
        for (int i = from + 1; i < first + parts.size(); i++) {
            Mention before = figures.get(i - 1);
            boolean like = before.isLike(figures.get(i)) && (i == first || sentence.isListed(before, figures.get(i)));
            if (!like) {
                return false;
            }
        }
        int behind = parts.get(parts.size() - 1).to;
        return sentence.hasCue(CueType.RESPECTIVELY, behind, Math.min(sentence.tokens.count, behind + NAMES))
                && sentence.hasCue(
                        CueType.RESPECTIVELY, Math.max(0, figures.get(from).lead - NAMES), parts.get(0).lead);
    }

    /** "A and B were held for 900 and 400 people, respectively including 80 and 30 women": each of its own. */
    private static void inOrder(List<Mention> figures, int first, List<Mention> parts, List<Mention> totals) {
        int from = first - parts.size();
        for (int i = 0; i < parts.size() && from >= 0; i++) {
            Mention total = figures.get(from + i);
            if (total.isLevel() && Likeness.isComparable(total, parts.get(i))) {
                totals.set(i, total);
            }
        }
    }

    /**
     * "230 mu of herbs, including 120 mu of A, tea of 60 mu and fruit of 130 mu": the list goes on about other things. Amounts
     * of money that make up more than their total are a slip of the source, which the audit tells.
     */
    private static boolean isTooMuch(int depth, List<Mention> parts, List<Mention> totals) {
        Mention total = totals.isEmpty() ? null : totals.get(0);
        boolean measured = total != null && total.unit != null && total.noun == null && total.value != null;
        if (!measured || total.isTimes() || total.unit.dimension() == Dimension.MONEY) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            if (totals.get(i) != total || parts.get(i).value == null) {
                return false;
            }
            boolean inside = parts.get(i).sentence.depth[parts.get(i).from] > depth; // a part of a part
            sum = inside ? sum : sum.add(parts.get(i).value);
        }
        return parts.size() > 1 && sum.compareTo(total.value.multiply(MOST)) > 0;
    }

    /** "including support by 90 cadres": who does what is included is no part. */
    private static boolean isAgent(SentenceContext sentence, Mention part) {
        Hit<Cue> before = sentence.cueBeginningAt(CueType.PAYER_BEFORE, part.lead - 1);
        return before != null && before.value().value().equals(AGENT) && sentence.tokens.isWord(part.lead - 2);
    }

    /** "Of these, 30 were ...", "It included 30 ...": the total stands in the sentence before. */
    private static boolean opensSentence(SentenceContext sentence, Hit<Cue> opener) {
        return opener.begin() == 0 || opener.begin() == 1 && sentence.cueAt(CueType.PRONOUN_SUBJECT, 0);
    }

    /** Whether parts of its own follow a figure: "310 bridges, including ...", "; 40 yuan of other funds, of which". */
    private static boolean opensTotal(SentenceContext sentence, Mention mention) {
        boolean item = sentence.tokens.is(mention.lead - 1, ";");
        int behind = item ? sentence.clauseEnd(mention.to) : mention.behindNoun();
        return sentence.depth[mention.from] == 0
                && sentence.tokens.is(behind, ",")
                && sentence.cueAt(CueType.PART, behind + 1);
    }

    /** "The central funds included A, B and C": the total in the sentence before that the listed figures add up to. */
    private static @Nullable Mention addingUpBefore(@Nullable SentenceContext previous, List<Mention> listed) {
        List<Mention> parts = listed.stream().filter(Breakdowns::isTotal).toList();
        return previous == null || parts.size() < 2 ? null : Breakdowns.sumOf(parts, previous.lastFigures());
    }

    /** "ten counties including Yanchuan and Mizhi": examples by name, no parts by number. */
    private static boolean namesOnly(SentenceContext sentence, Hit<Cue> opener, Mention first) {
        return opener.value().value().equals(EXAMPLE)
                && sentence.tokens.isCapitalised(opener.end())
                && first.lead - opener.end() > NAMES;
    }

    private static int scopeEnd(SentenceContext sentence, Hit<Cue> opener, Mention first) {
        if (sentence.depth[opener.begin()] > 0) {
            return sentence.closing(opener.end() - 1);
        }
        int predicate = sentence.next(PREDICATE, first.to + 1);
        int end = sentence.next(SentenceContext.SEMICOLON, opener.end());
        for (int items = 0;
                items < SentenceContext.FARTHEST && end < predicate && goesOn(sentence, opener, end + 1);
                items++) {
            end = sentence.next(SentenceContext.SEMICOLON, end + 1);
        }
        return Math.min(end, predicate);
    }

    /** "; 30 wells ...", "including the construction of A ...; and the construction of B ...": the next item is like the first. */
    private static boolean goesOn(SentenceContext sentence, Hit<Cue> opener, int next) {
        if (sentence.figureBeginning(next) != null || sentence.figureBeginning(next + 1) != null) {
            return true;
        }
        Tokens tokens = sentence.tokens;
        int at = sentence.cueAt(CueType.CONJUNCTION, next) ? next + 1 : next;
        int first = opener.end();
        return tokens.isWord(at)
                && tokens.isWord(at + 1)
                && tokens.is(first, tokens.norm[at])
                && tokens.is(first + 1, tokens.norm[at + 1]);
    }

    /** ", and supported 17,000 people": the subject of the sentence goes on with another verb, the list is over. */
    private static boolean opensPredicate(Layout sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(at, ",") || sentence.depth[at] > 0) {
            return false;
        }
        int verb = sentence.cueAt(CueType.CONJUNCTION, at + 1) ? at + 2 : at + 1;
        return sentence.cueAt(CueType.VERB, verb)
                && (Lemma.isPast(tokens.norm[verb]) || sentence.cueAt(CueType.IRREGULAR_PAST, verb))
                && !sentence.cueAt(CueType.GOVERNOR, verb + 1)
                && !sentence.cueAt(CueType.PAYER_BEFORE, verb + 1); // ", built by firms"
    }
}
