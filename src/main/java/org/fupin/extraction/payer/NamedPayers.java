package org.fupin.extraction.payer;

import java.util.EnumSet;
import java.util.Set;
import org.fupin.extraction.sentence.Payers;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.jspecify.annotations.Nullable;

/** Which of those that a stretch of a sentence names may pay: not who only receives, nor who pays only behind "by". */
final class NamedPayers {

    /** Most words between a preposition and the payer that it governs: "for the poor rural". */
    static final int GOVERNED = 4;

    /** The value of the prepositions before those who pay wherever they stand. */
    private static final String AGENT = "agent";

    private static final Set<FundingSource> RECIPIENTS =
            EnumSet.of(FundingSource.MASSES, FundingSource.ENTERPRISE, FundingSource.SOCIAL);

    private static final Set<FundingSource> NO_GOVERNMENT =
            EnumSet.of(FundingSource.MASSES, FundingSource.ENTERPRISE, FundingSource.CREDIT);

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Payers payers;

    NamedPayers(SentenceContext sentence) {
        this.sentence = sentence;
        tokens = sentence.tokens;
        payers = sentence.payers();
    }

    /** The first in tokens {@code from} to before {@code to}, null if none may pay. */
    @Nullable
    Payer first(int from, int to) {
        return payers.in(from, to).stream().filter(this::isPayer).findFirst().orElse(null);
    }

    /** The strongest in tokens {@code from} to before {@code to}, null if none may pay. */
    @Nullable
    Payer best(int from, int to) {
        Payer best = null;
        for (Payer payer : payers.in(from, to)) {
            if (isPayer(payer) && (best == null || payer.rank() < best.rank())) {
                best = payer;
            }
        }
        return best;
    }

    /**
     * The last that can act, null if there is none or it acts together with one of another kind.
     *
     * @param subject whether the tokens are the subject of the paying
     */
    @Nullable
    Payer actor(int from, int to, boolean subject) {
        Payer found = null;
        boolean joint = false;
        for (Payer payer : payers.in(from, to)) {
            boolean acts = subject || isPayer(payer) && !tokens.isNumber(payer.begin() - 1);
            if (payer.isOffice() && acts) {
                joint = found != null && isJoint(found, payer);
                found = payer;
            }
        }
        return joint ? null : found;
    }

    /** "the county government and the company together put in X": neither alone. */
    private boolean isJoint(Payer left, Payer right) {
        return left.isGovernment()
                && NO_GOVERNMENT.contains(right.source())
                && right.begin() - left.end() <= GOVERNED
                && sentence.cueAt(CueType.CONJUNCTION, left.end());
    }

    private boolean isPayer(Payer payer) {
        return payer.isAgent() ? isBehindPreposition(payer) : !isRecipient(payer);
    }

    /** "raised by poor farmers", "from cities and counties". */
    private boolean isBehindPreposition(Payer payer) {
        for (int i = payer.begin() - 1; i >= Math.max(0, payer.begin() - GOVERNED) && tokens.isWord(i); i--) {
            Hit<Cue> before = sentence.cueBeginningAt(CueType.PAYER_BEFORE, i);
            if (before != null && before.value().value().equals(AGENT)) {
                return true;
            }
        }
        return false;
    }

    /**
     * "projects for the masses", "subsidies to enterprises", "paid to the county government": who receives does not pay;
     * money ("donations") receives nothing.
     */
    private boolean isRecipient(Payer payer) {
        boolean government = payer.isGovernment() && tokens.isWord(payer.begin() - 1);
        if (!RECIPIENTS.contains(payer.source()) && !government || !payer.isOffice()) {
            return false;
        }
        for (int i = payer.begin() - 1; i >= Math.max(0, payer.begin() - GOVERNED) && tokens.isWord(i); i--) {
            if (sentence.cueAt(CueType.RECIPIENT_BEFORE, i)) {
                return true;
            }
            if (sentence.cueAt(CueType.OF, i)) {
                if (government) {
                    return false;
                }
                // "funds of the masses", but "living conditions of the masses"
                return !sentence.cueAt(CueType.MONEY, i - 1) && !tokens.isNumber(i - 1);
            }
            if (sentence.cueAt(CueType.PAYER_BEFORE, i)) {
                return false;
            }
        }
        return false;
    }
}
