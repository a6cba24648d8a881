package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.Lexicon.Cue;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Kind;
import org.jspecify.annotations.Nullable;

/** Tells how the figures of a sentence belong together: parts to their total, derived figures to their level. */
final class LinkPass implements Pass {

    @Override
    public String name() {
        return "links";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        parts(sentence, figures);
        partsOfThe(sentence, figures);
        respectively(sentence, figures);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (!mention.isLevel() && mention.about == null) {
                mention.about = level(figures, i);
                if (mention.about != null) {
                    mention.rules.add("about:level-before");
                }
            }
        }
        sums(figures);
    }

    /** "X, of which A ..., B ...", "X (including A and B)". */
    private void parts(SentenceContext sentence, List<Mention> figures) {
        for (Hit<Cue> opener : sentence.cues) {
            if (opener.value().type() != CueType.PART) {
                continue;
            }
            int first = 0;
            while (first < figures.size() && figures.get(first).from < opener.end()) {
                first++;
            }
            int scopeEnd = scopeEnd(sentence, opener, figures, first);
            for (int i = first; i < figures.size() && figures.get(i).from < scopeEnd; i++) {
                Mention part = figures.get(i);
                if (!part.isLevel() || part.isPercent()) {
                    continue;
                }
                Mention total = total(sentence, figures, first - 1, part, opener);
                if (total != null && (part.partOf == null || isInner(sentence, opener, part))) {
                    part.partOf = total;
                    part.rules.add("part-of");
                }
            }
        }
    }

    private static boolean isInner(SentenceContext sentence, Hit<Cue> opener, Mention part) {
        return sentence.depth[opener.begin()] >= sentence.depth[part.from];
    }

    private static int scopeEnd(SentenceContext sentence, Hit<Cue> opener, List<Mention> figures, int first) {
        Tokens tokens = sentence.tokens;
        int depth = sentence.depth[opener.begin()];
        for (int i = opener.end(); i < tokens.count; i++) {
            if (depth > 0 && sentence.depth[i] < depth) {
                return i;
            }
            if (depth == 0 && tokens.is(i, ";") && !startsWithFigure(figures, i + 1)) {
                return i;
            }
        }
        return tokens.count;
    }

    private static boolean startsWithFigure(List<Mention> figures, int token) {
        for (Mention figure : figures) {
            if (figure.lead == token || figure.lead == token + 1) {
                return true;
            }
        }
        return false;
    }

    /** The last level before the opener that the part can be a part of. */
    private static @Nullable Mention total(
            SentenceContext sentence, List<Mention> figures, int last, Mention part, Hit<Cue> opener) {
        for (int i = last; i >= 0; i--) {
            Mention total = figures.get(i);
            boolean outside = sentence.depth[total.from] > sentence.depth[opener.begin()];
            if (total.isLevel() && !outside && isComparable(total, part)) {
                return total;
            }
        }
        return null;
    }

    /** Whether one figure can be a part of the other: the same unit, and for counts the same things or none named. */
    static boolean isComparable(Mention total, Mention part) {
        if (total.unit != null || part.unit != null) {
            boolean people = isPeople(total) && isPeople(part);
            return total.unit != null && total.unit.equals(part.unit) || people;
        }
        if (part.noun == null || total.noun == null) {
            return part.noun == null && part.nounTo == part.nounFrom || sameHead(total, part);
        }
        return part.noun.measure() == total.noun.measure()
                || sameHead(total, part)
                || isPeople(total) && isPeople(part);
    }

    private static boolean isPeople(Mention mention) {
        return mention.isUnit("person-time")
                || mention.noun != null && mention.noun.unit().is("person");
    }

    private static boolean sameHead(Mention total, Mention part) {
        if (total.nounTo == total.nounFrom || part.nounTo == part.nounFrom) {
            return false;
        }
        String left = total.sentence.tokens.norm[total.nounTo - 1];
        String right = part.sentence.tokens.norm[part.nounTo - 1];
        return Lemma.of(left).equals(Lemma.of(right));
    }

    /** "Of the 19 key projects ..., 11 were ...", "Among the 1.3 billion yuan ..., 856 million was ...". */
    private void partsOfThe(SentenceContext sentence, List<Mention> figures) {
        Tokens tokens = sentence.tokens;
        for (int i = 0; i + 1 < figures.size(); i++) {
            Mention total = figures.get(i);
            int start = sentence.clauseStart(total.lead);
            boolean opens = tokens.is(start, "of") || tokens.is(start, "among");
            if (!opens || !total.isLevel() || total.lead - start > 8) {
                continue;
            }
            for (int k = i + 1; k < figures.size(); k++) {
                Mention part = figures.get(k);
                if (part.isLevel() && part.partOf == null && isComparable(total, part)) {
                    part.partOf = total;
                    part.rules.add("part-of-the");
                }
            }
        }
    }

    /** "A, B and C respectively x, y and z": as many derived figures as levels before them, in the same order. */
    private void respectively(SentenceContext sentence, List<Mention> figures) {
        if (!sentence.hasCue(CueType.RESPECTIVELY, 0, sentence.tokens.count)) {
            return;
        }
        int at = 0;
        while (at < figures.size()) {
            int first = at;
            while (first < figures.size() && figures.get(first).isLevel()) {
                first++;
            }
            int last = first;
            while (last < figures.size() && !figures.get(last).isLevel()) {
                last++;
            }
            int derived = last - first;
            if (derived >= 2) {
                List<Mention> levels = new ArrayList<>();
                for (int i = first - 1; i >= at && levels.size() < derived; i--) {
                    levels.add(0, figures.get(i));
                }
                if (levels.size() == derived) {
                    for (int i = 0; i < derived; i++) {
                        figures.get(first + i).about = levels.get(i);
                        figures.get(first + i).rules.add("about:respectively");
                    }
                }
            }
            at = Math.max(last, at + 1);
        }
    }

    /** The level that a derived figure describes: the last one before it that it can be said of. */
    private static @Nullable Mention level(List<Mention> figures, int index) {
        Mention derived = figures.get(index);
        for (int i = index - 1; i >= 0; i--) {
            Mention candidate = figures.get(i);
            if (derived.kind == Kind.GAP && derived.isUnit("pp")) {
                if (candidate.isPercent()) {
                    return candidate;
                }
                continue;
            }
            if (!candidate.isLevel() || candidate.isPercent() != derived.isUnit("pp")) {
                continue;
            }
            boolean sameUnit = derived.isPercent()
                    || derived.isUnit("pp")
                    || derived.isUnit("times")
                    || derived.isUnit("ratio")
                    || isComparable(candidate, derived);
            if (sameUnit) {
                return candidate;
            }
        }
        return null;
    }

    /** Figures of one sentence that visibly add up to the one before them are its parts. */
    private void sums(List<Mention> figures) {
        for (int i = 0; i < figures.size(); i++) {
            Mention total = figures.get(i);
            if (!total.isLevel() || total.value == null || total.isPercent()) {
                continue;
            }
            List<Mention> parts = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (int k = i + 1; k < figures.size(); k++) {
                Mention part = figures.get(k);
                if (!part.isLevel() || part.value == null || part.partOf != null || !isComparable(total, part)) {
                    continue;
                }
                parts.add(part);
                sum = sum.add(part.value);
                if (parts.size() >= 2 && sum.compareTo(total.value) == 0) {
                    for (Mention found : parts) {
                        found.partOf = total;
                        found.rules.add("part-of:adds-up");
                    }
                    break;
                }
            }
        }
    }
}
