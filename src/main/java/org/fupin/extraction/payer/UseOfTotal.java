package org.fupin.extraction.payer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that tell what the total of the sentence before was used for have its payer: "460 million yuan of special funds was
 * put in. 230 million yuan was used for roads, accounting for 50%". One of them is a stated
 * share of it, or together they make it up.
 */
final class UseOfTotal {

    private final SentenceContext sentence;
    private final Set<Mention> settled;

    /** @param settled amounts of which a row says that nobody is named */
    UseOfTotal(SentenceContext sentence, Set<Mention> settled) {
        this.sentence = sentence;
        this.settled = settled;
    }

    /** @param paid the figures of the sentence that somebody pays, in order */
    void apply(List<Mention> paid) {
        Mention total = total();
        List<Mention> open = total == null ? List.of() : open(paid, total);
        if (open.isEmpty() || open.size() > SentenceContext.FARTHEST) {
            return;
        }
        if (!isWhole(open, total) && !hasShareOf(open, paid, total)) {
            return;
        }
        for (Mention mention : open) {
            mention.source = total.source;
            mention.rules.add("payer-use-of-total", total);
        }
    }

    /** The last amount of the sentence before that somebody pays. */
    private @Nullable Mention total() {
        List<Mention> figures = sentence.previous == null ? List.of() : sentence.previous.lastFigures();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Mention total = figures.get(i);
            if (total.isLevel() && total.measure == Measure.FUNDS && total.value != null && PayerPass.isPaid(total)) {
                return total.source == null || total.partOf != null ? null : total;
            }
        }
        return null;
    }

    private List<Mention> open(List<Mention> paid, Mention total) {
        List<Mention> open = new ArrayList<>();
        for (Mention mention : paid) {
            boolean fits = mention.isLevel()
                    && mention.source == null
                    && mention.partOf == null
                    && !settled.contains(mention)
                    && mention.isLike(total)
                    && mention.value != null
                    && mention.value.compareTo(total.value) <= 0;
            if (fits) {
                open.add(mention);
            }
        }
        return open;
    }

    private static boolean isWhole(List<Mention> open, Mention total) {
        return open.size() > 1
                && Arithmetic.addUp(open.stream().map(Mention::stated).toList(), total.stated());
    }

    /** Whether one of the amounts is the stated share of the total. */
    private static boolean hasShareOf(List<Mention> open, List<Mention> paid, Mention total) {
        for (Mention share : paid) {
            Mention level = share.kind == Kind.SHARE ? levelOf(share, paid) : null;
            if (level != null && isShare(level, share, total) && open.contains(level)) {
                return true;
            }
        }
        return false;
    }

    /** The amount that the share is told of, else the one right before it. */
    private static @Nullable Mention levelOf(Mention share, List<Mention> paid) {
        if (share.about != null) {
            return share.about;
        }
        int index = SentenceContext.firstFrom(paid, share.from);
        return index == 0 ? null : paid.get(index - 1);
    }

    private static boolean isShare(Mention level, Mention share, Mention total) {
        return share.value != null
                && level.value != null
                && level.isLike(total)
                && Arithmetic.isShare(level.stated(), total.stated(), share.stated());
    }
}
