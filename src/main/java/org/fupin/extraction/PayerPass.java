package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.Lexicon.Payer;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** Finds who pays or lends an amount of money, where the text says so. */
final class PayerPass implements Pass {

    private static final int NEAR = 14;

    private final Lexicon lexicon;

    PayerPass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "payer";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            boolean money = mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
            if (!money || !isPaid(mention.measure)) {
                continue;
            }
            mention.source = payer(sentence, figures, i);
            if (mention.source == null && mention.partOf != null && isGovernment(mention.partOf.source)) {
                mention.source = mention.partOf.source;
            }
            if (mention.source != null) {
                mention.rules.add("payer:" + mention.source.code());
            }
        }
        for (Mention mention : figures) {
            if (mention.kind != Kind.LEVEL && mention.about != null && isPaid(mention.measure)) {
                mention.source = mention.about.source;
            }
        }
    }

    private static boolean isGovernment(@Nullable FundingSource source) {
        return source == FundingSource.CENTRAL || source == FundingSource.FISCAL || source == FundingSource.PROVINCIAL;
    }

    private static boolean isPaid(@Nullable Measure measure) {
        return measure == Measure.FUNDS || measure == Measure.LOANS || measure == Measure.INTEREST_SUBSIDY;
    }

    private @Nullable FundingSource payer(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int gapStart = sentence.gapStart(figures, index);
        int from = Math.max(gapStart, mention.lead - NEAR);
        int clause = sentence.clauseStart(mention.lead);
        int to = Math.min(Math.min(sentence.gapEnd(figures, index), mention.to + NEAR), sentence.clauseEnd(mention.to));
        List<Hit<Payer>> after = hits(sentence, mention.to, to);
        List<Hit<Payer>> before = hits(sentence, Math.max(from, clause), mention.lead);
        if (mention.measure == Measure.LOANS) {
            boolean credit = sentence.section.programme() == Programme.CREDIT
                            && sentence.section.heading().contains("Credit")
                    || hasCredit(sentence);
            return credit ? FundingSource.CREDIT : null;
        }
        if (index + 1 < figures.size() && isBrokenDown(figures, index)) {
            FundingSource own = best(after);
            return own == FundingSource.FISCAL ? own : null;
        }
        boolean itsOwn = Side.of(sentence, mention) != Side.BEFORE;
        FundingSource near = best(itsOwn ? after : before);
        if (near == null) {
            near = best(itsOwn ? before : after);
        }
        return near;
    }

    /** An amount whose parts have several payers has none of its own. */
    private static boolean isBrokenDown(List<Mention> figures, int index) {
        Mention total = figures.get(index);
        int parts = 0;
        for (int i = index + 1; i < figures.size(); i++) {
            if (figures.get(i).partOf == total) {
                parts++;
            }
        }
        return parts >= 2;
    }

    private boolean hasCredit(SentenceContext sentence) {
        for (Hit<Payer> hit : hits(sentence, 0, sentence.tokens.count)) {
            if (hit.value().source() == FundingSource.CREDIT) {
                return true;
            }
        }
        return false;
    }

    private List<Hit<Payer>> hits(SentenceContext sentence, int from, int to) {
        List<Hit<Payer>> hits = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Hit<Payer> hit = lexicon.payers.longest(sentence.tokens, i, to);
            if (hit != null) {
                hits.add(hit);
                i = hit.end() - 1;
            }
        }
        return hits;
    }

    private static @Nullable FundingSource best(List<Hit<Payer>> hits) {
        Payer best = null;
        boolean local = false;
        boolean central = false;
        for (Hit<Payer> hit : hits) {
            Payer payer = hit.value();
            central |= payer.source() == FundingSource.CENTRAL || payer.source() == FundingSource.PROVINCIAL;
            local |= payer.source() == FundingSource.LOCAL
                    || payer.source() == FundingSource.PROVINCIAL
                            && best != null
                            && best.source() == FundingSource.CENTRAL;
            if (best == null || payer.rank() < best.rank()) {
                best = payer;
            }
        }
        if (central && local) {
            return FundingSource.FISCAL; // several levels of government at once
        }
        return best == null ? null : best.source();
    }
}
