package org.fupin.extraction.relation;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Arithmetic.Stated;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.structure.Enumeration.Opener;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Kind;
import org.fupin.observation.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts that the text's own arithmetic tells: items that add up to a total, before or behind it, or whose stated
 * shares are theirs of it. Numbers that fit by chance make no breakdown: the figures of one sentence must be joined by a
 * list or a subject, those of two by a share or by all their sum.
 */
final class Breakdowns {

    static final String ADDS_UP = "part-of:adds-up";
    private static final String SHARE_FITS = "part-of:share-fits";

    /** How many sentences back a total stands at most whose use is told. */
    private static final int FARTHEST_TOTAL = 3;

    /** Fewest parts of a list without shares that adds up to a total of another sentence. */
    private static final int FEWEST = 3;

    private final SentenceContext sentence;
    private final List<Mention> figures;

    Breakdowns(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.figures = figures;
    }

    void link() {
        for (Enumeration enumeration : sentence.structure().enumerations()) {
            enumerated(enumeration);
        }
        new Sums(sentence, figures).link();
        sharesOfBefore();
    }

    /** The items of an enumeration, of the total in front of it or of one that a sentence before states. */
    private void enumerated(Enumeration enumeration) {
        List<Mention> parts = new ArrayList<>();
        for (Enumeration.Item item : enumeration.items()) {
            Mention amount = (Mention) item.amount();
            if (isTotal(amount)) {
                parts.add(amount);
            }
        }
        if (parts.size() < enumeration.items().size()) {
            return;
        }
        Mention total = (Mention) enumeration.total();
        if (total != null) {
            boolean opened = enumeration.opener() == Opener.PARTS || parts.size() > 1;
            String rule = opened && total.isLevel() && total.value != null ? evidence(enumeration, parts, total) : null;
            if (rule != null) {
                parts.stream().filter(part -> part.partOf == null).forEach(part -> become(part, total, rule));
                return;
            }
        }
        boolean alone = enumeration.opener() == Opener.COLON || enumeration.opener() == Opener.PARALLEL;
        if (alone && (total == null || !total.isLevel())) {
            ofSentenceBefore(enumeration, parts);
        }
    }

    private void ofSentenceBefore(Enumeration enumeration, List<Mention> parts) {
        if (parts.stream().anyMatch(part -> part.partOf != null)) {
            return;
        }
        SentenceContext before = sentence.previous;
        for (int steps = 0; before != null && steps < FARTHEST_TOTAL; steps++, before = before.previous) {
            List<Mention> totals = before.lastFigures();
            for (int i = totals.size() - 1; i >= 0; i--) {
                Mention total = totals.get(i);
                boolean fits = isTotal(total) && total.status == Status.ACTUAL && isLarger(total, parts);
                String rule = fits ? evidence(enumeration, parts, total) : null;
                boolean few = parts.size() < FEWEST && enumeration.opener() != Opener.COLON;
                if (rule != null && (rule.equals(SHARE_FITS) || !few)) {
                    parts.forEach(part -> become(part, total, rule));
                    return;
                }
            }
        }
    }

    private static boolean isLarger(Mention total, List<Mention> parts) {
        return parts.stream().allMatch(part -> part.value.compareTo(total.value) < 0 && total.isLike(part));
    }

    /** The rule by which the numbers say that these are the parts of the total, null if they do not say so. */
    private static @Nullable String evidence(Enumeration enumeration, List<Mention> parts, Mention total) {
        int told = 0;
        int fitting = 0;
        for (Enumeration.Item item : enumeration.items()) {
            for (var figure : item.shares()) {
                Mention share = (Mention) figure;
                boolean counts = share.value != null && (share.isLevel() || share.kind == Kind.SHARE);
                told += counts ? 1 : 0;
                fitting += counts && isShare((Mention) item.amount(), total, share) ? 1 : 0;
            }
        }
        if (told > 0 && fitting == told) {
            return SHARE_FITS;
        }
        return parts.size() > 1 && addUp(parts, total) ? ADDS_UP : null;
    }

    private static boolean isShare(Mention part, Mention total, Mention share) {
        return Arithmetic.isShare(part.stated(), total.stated(), share.stated());
    }

    static boolean addUp(List<Mention> parts, Mention total) {
        List<Stated> stated = new ArrayList<>(parts.size());
        parts.forEach(part -> stated.add(part.stated()));
        return Arithmetic.addUp(stated, total.stated());
    }

    /** The first of the totals that the parts make up, null if they make up none. */
    static @Nullable Mention sumOf(List<Mention> parts, List<Mention> totals) {
        for (Mention total : totals) {
            if (isTotal(total) && Likeness.isComparable(total, parts.get(0)) && addUp(parts, total)) {
                return total;
            }
        }
        return null;
    }

    static void become(Mention part, Mention total, String rule) {
        part.partOf = total;
        part.rules.add(rule, total);
        if (total.unit == null && total.noun == null && total.nounTo == total.nounFrom) {
            total.noun = part.noun; // "38 large and 55 small counties, 93 in total"
        }
        boolean otherThings = part.noun != null && total.noun != null && !Likeness.isComparable(total, part);
        if (otherThings) {
            part.noun = total.noun; // "52,000 people, including 900 nurse trainings": people
        }
    }

    /** Whether it is a level that can have parts or be one by arithmetic. */
    static boolean isTotal(Mention mention) {
        return mention.isLevel() && mention.value != null && !mention.isPercent();
    }

    /** "Some 460 million yuan was put in. 230 million yuan went into roads, accounting for 50% of the total." */
    private void sharesOfBefore() {
        for (int i = 0; i + 1 < figures.size(); i++) {
            Mention part = figures.get(i);
            Mention share = figures.get(i + 1);
            boolean told = isTotal(part)
                    && part.partOf == null
                    && share.kind == Kind.SHARE
                    && share.value != null
                    && saysTotal(share);
            Mention total = told ? totalOfShare(part, share, i) : null;
            if (total != null) {
                become(part, total, SHARE_FITS);
            }
        }
    }

    private boolean saysTotal(Mention share) {
        return sentence.cueAt(CueType.OF, share.to)
                && sentence.hasCue(CueType.SUM, share.to, Math.min(share.to + 4, sentence.tokens.count));
    }

    private @Nullable Mention totalOfShare(Mention part, Mention share, int index) {
        Mention here = totalOfShare(part, share, figures.subList(0, index));
        SentenceContext before = sentence.previous;
        for (int steps = 0; here == null && before != null && steps < FARTHEST_TOTAL; steps++) {
            here = totalOfShare(part, share, before.lastFigures());
            before = before.previous;
        }
        return here;
    }

    private static @Nullable Mention totalOfShare(Mention part, Mention share, List<Mention> totals) {
        for (int i = totals.size() - 1; i >= Math.max(0, totals.size() - SentenceContext.FARTHEST); i--) {
            Mention total = totals.get(i);
            boolean larger = isTotal(total) && total.status == Status.ACTUAL && Likeness.isComparable(total, part);
            if (larger && total.value.compareTo(part.value) > 0 && isShare(part, total, share)) {
                return total;
            }
        }
        return null;
    }
}
