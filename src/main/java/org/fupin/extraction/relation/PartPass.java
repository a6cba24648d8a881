package org.fupin.extraction.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of totals: behind words that open them ("of which", "including"), in brackets, by the rows of
 * {@code rules/parts.csv}, by the text's own arithmetic.
 */
public final class PartPass implements Pass {

    private static final SentenceContext.Landmark PREDICATE = PartPass::opensPredicate;

    private static final String PART_OF = "part_of";

    /** What rows conclude of the total: the first figure of their words, or the next figure behind the part. */
    private static final String FIRST = "first";

    private static final String NEXT = "next";

    /** The total of the first figure of its words. */
    private static final String SAME = "same";

    /** The last level before it, or the last of the sentence before, that can be its total. */
    private static final String LAST = "last";

    private static final String PREVIOUS = "previous";

    /** What it makes up with what was told before it. */
    private static final String REST = "rest";

    /** The value of openers that examples may follow, too. */
    private static final String EXAMPLE = "example";

    /** Most words from an opener that gives examples to the figure that it may open, and from an amount to its bracket. */
    private static final int NAMES = 5;

    private final RuleTable table;

    public PartPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(PART_OF, Set.of(FIRST, NEXT, SAME, LAST, PREVIOUS, REST)));
    }

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        bracketed(sentence, figures);
        for (Hit<Cue> opener : sentence.cues(CueType.PART)) {
            opened(sentence, figures, opener);
        }
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention part = figures.get(i);
            Applied applied = part.partOf == null && part.isLevel() ? rules.first(part) : null;
            Mention total = applied == null ? null : told(sentence, figures, i, applied);
            if (total != null) {
                part.partOf = total;
                part.rules.add(applied.rule(), total);
            }
        }
        new Breakdowns(sentence, figures).link();
    }

    /** "1.1 billion yuan (847 million from ... and 270 million from ...)": two or more amounts in brackets behind one. */
    private static void bracketed(SentenceContext sentence, List<Mention> figures) {
        for (int i = 0; i + 2 < figures.size(); i++) {
            Mention total = figures.get(i);
            int open = bracketBehind(sentence, total);
            if (!sentence.tokens.is(open, "(") || !total.isLevel() || total.value == null || figures.get(i + 1).lead < open) {
                continue;
            }
            int first = SentenceContext.firstFrom(figures, open);
            int behind = SentenceContext.firstFrom(figures, sentence.closing(open));
            List<Mention> inside = new ArrayList<>();
            for (Mention part : figures.subList(first, Math.min(behind, first + SentenceContext.FARTHEST))) {
                if (part.isLevel() && part.value != null && Likeness.isComparable(total, part)) {
                    inside.add(part);
                }
            }
            if (inside.size() >= 2 && (open == total.to || Breakdowns.addUp(inside, total))) {
                for (Mention part : inside) {
                    part.partOf = total;
                    part.rules.add("part-of:brackets");
                }
            }
        }
    }

    /** The token behind an amount and what it is for, where a bracket may open: "500 million yuan of special funds (". */
    private static int bracketBehind(SentenceContext sentence, Mention total) {
        int at = total.to;
        while (sentence.tokens.isWord(at) && at - total.to < NAMES) {
            at++;
        }
        return at;
    }

    /** "X, of which A ..., B ...", "X (including A and B)". */
    private static void opened(SentenceContext sentence, List<Mention> figures, Hit<Cue> opener) {
        int first = SentenceContext.firstFrom(figures, opener.end());
        if (first == figures.size() || namesOnly(sentence, opener, figures.get(first))) {
            return;
        }
        int scopeEnd = scopeEnd(sentence, opener, figures.get(first));
        int last = Math.min(SentenceContext.firstFrom(figures, scopeEnd), first + SentenceContext.FARTHEST);
        Mention before = first == 0 || figures.get(first - 1).isPercent()
                ? addingUpBefore(sentence.previous, figures.subList(first, Math.max(first, last)))
                : null;
        for (int i = first; i < last; i++) {
            Mention part = figures.get(i);
            if (!part.isLevel()
                    || part.isPercent()
                    || sentence.cueAt(CueType.FROM, part.lead - 1) && !part.hasMagnitude && part.unit == null
                    || sentence.isBracketedTarget(part.lead)) {
                continue;
            }
            if (i > first && opensTotal(sentence, part) && !Likeness.sameHead(part.partOf, part)) {
                break; // "including 90 deep wells, and 310 bridges, including ...": the next total
            }
            Mention total =
                    Likeness.isPerUnit(sentence, part) ? null : Totals.opened(sentence, figures, first - 1, part, opener);
            if (total == null && first == 0 && opensSentence(sentence, opener)) {
                total = Totals.last(Totals.before(sentence), part);
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

    /** The total of which a row tells, null if none fits. */
    private static @Nullable Mention told(SentenceContext sentence, List<Mention> figures, int index, Applied applied) {
        Mention part = figures.get(index);
        List<Mention> near = figures.subList(Math.max(0, index - SentenceContext.FARTHEST), index);
        Mention total =
                switch (applied.value(PART_OF)) {
                    case FIRST -> figures.get(SentenceContext.firstFrom(figures, applied.from()));
                    case NEXT -> Likeness.sameHead(figures.get(index + 1), part) ? figures.get(index + 1) : null;
                    case SAME -> Totals.goesOn(figures.get(SentenceContext.firstFrom(figures, applied.from())), part);
                    case LAST -> Totals.last(notClosed(sentence, near, part), part);
                    case PREVIOUS -> Likeness.isPerUnit(sentence, part) ? null : Totals.last(Totals.before(sentence), part);
                    default -> Totals.ofRest(sentence, near, part);
                };
        return total != null && total.isLevel() && Likeness.isComparable(total, part) ? total : null;
    }

    /** The figures but those in brackets that closed before the part. */
    private static List<Mention> notClosed(SentenceContext sentence, List<Mention> figures, Mention part) {
        return figures.stream()
                .filter(figure -> sentence.closing(figure.from) > part.from)
                .toList();
    }
}
