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
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of totals: behind words that open them ("of which", "including"), in brackets, by the rows of
 * {@code rules/parts.csv}, by the text's own arithmetic.
 */
public final class PartPass implements Pass {

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

    /** Most words from an amount to its bracket: "500 million yuan of special funds (". */
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
            OpenedParts.link(sentence, figures, opener);
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
            boolean bracket = sentence.tokens.is(open, "(") && figures.get(i + 1).lead > open;
            if (!bracket || !total.isLevel() || total.value == null) {
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
                    case PREVIOUS ->
                        Likeness.isPerUnit(sentence, part) ? null : Totals.last(Totals.before(sentence), part);
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
