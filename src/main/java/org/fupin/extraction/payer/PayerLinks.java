package org.fupin.extraction.payer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Payers;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.jspecify.annotations.Nullable;

/** What the payers of amounts tell of each other: those of parts and totals, and of what describes an amount. */
final class PayerLinks {

    private final SentenceContext sentence;
    private final List<Mention> figures;
    /** Amounts of which a row says that nobody is named. */
    private final Set<Mention> settled;

    PayerLinks(SentenceContext sentence, List<Mention> figures, Set<Mention> settled) {
        this.sentence = sentence;
        this.figures = figures;
        this.settled = settled;
    }

    void apply() {
        totals();
        for (Mention mention : figures) {
            if (PayerPass.isPaid(mention) && !settled.contains(mention)) {
                inherit(mention);
            }
        }
    }

    /** An amount of several payers has none. */
    private void totals() {
        Map<Mention, Set<FundingSource>> parts = new IdentityHashMap<>();
        Set<Mention> partly = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Mention part : figures) {
            Mention total = part.partOf;
            if (total == null || part.source == null) {
                if (total != null && PayerPass.isPaid(part)) {
                    partly.add(total);
                }
                continue;
            }
            parts.computeIfAbsent(total, t -> EnumSet.noneOf(FundingSource.class))
                    .add(part.source);
            if (part.source == FundingSource.LOTTERY && total.source == FundingSource.LOTTERY) {
                total.source = null; // of a lottery pilot's investment only the lottery's part is the lottery's
                total.rules.add("payer-of-parts", part);
            }
        }
        parts.forEach((total, payers) -> {
            boolean broad = total.source == FundingSource.FISCAL || total.source == FundingSource.COUNTERPART;
            boolean integrated = total.source == FundingSource.DEPARTMENT && !payers.contains(total.source);
            if (total.source != null && (payers.size() >= 2 || integrated) && !broad) {
                total.source = null;
                total.rules.add("payer-several");
            } else if (total.source == null
                    && PayerPass.isPaid(total)
                    && payers.size() >= 2
                    && !partly.contains(total)
                    && Payers.GOVERNMENT.containsAll(payers)) {
                total.source = FundingSource.FISCAL;
                total.rules.add("payer-levels");
            }
        });
    }

    private void inherit(Mention mention) {
        if (mention.sameAs != null && mention.source == null) {
            take(mention, mention.sameAs, "payer-as-before");
        }
        Mention total = mention.partOf;
        if (total != null && (mention.source == null || isLessCertain(mention.source, total.source))) {
            take(mention, total, "payer-as-total");
        }
        if (mention.kind != Kind.LEVEL) {
            Mention level = mention.about != null ? mention.about : amountOfItem(mention);
            if (level != null) {
                take(mention, level, "payer-as-level");
            }
        }
    }

    /** Public money of a payer that is named, and "other funds" among the uses of public money. */
    private static boolean isLessCertain(FundingSource part, @Nullable FundingSource total) {
        return switch (part) {
            case FISCAL -> total != null && total != FundingSource.FISCAL && total != FundingSource.DEPARTMENT;
            case OTHER -> total != null && Payers.GOVERNMENT.contains(total);
            default -> false;
        };
    }

    /** The amount of the item that a share stands in. */
    private @Nullable Mention amountOfItem(Mention share) {
        Enumeration.Item item = share.kind == Kind.SHARE ? sentence.structure().itemOf(share) : null;
        return item != null && item.amount() instanceof Mention amount && amount != share ? amount : null;
    }

    private static void take(Mention mention, Mention other, String rule) {
        if (mention.source != other.source) {
            mention.source = other.source;
            mention.rules.add(rule, other);
        }
    }
}
