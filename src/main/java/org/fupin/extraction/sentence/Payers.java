package org.fupin.extraction.sentence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.PayerWords;
import org.fupin.extraction.text.PayerWords.Level;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.jspecify.annotations.Nullable;

/** The phrases of a sentence that name who may have paid or lent, found once, by place. */
public final class Payers {

    /** Of several payers near one amount the one that stands first here is meant. */
    static final List<FundingSource> STRONGEST_FIRST = List.of(
            FundingSource.LOTTERY, // then several levels at once
            FundingSource.OTHER,
            FundingSource.COUNTERPART,
            FundingSource.CENTRAL,
            FundingSource.PROVINCIAL,
            FundingSource.LOCAL,
            FundingSource.DEPARTMENT,
            FundingSource.MASSES,
            FundingSource.CREDIT,
            FundingSource.FOREIGN,
            FundingSource.SOCIAL,
            FundingSource.ENTERPRISE,
            FundingSource.FISCAL);

    /** Public money: the levels of government, and that of which no level is told. */
    public static final Set<FundingSource> GOVERNMENT =
            EnumSet.of(FundingSource.CENTRAL, FundingSource.PROVINCIAL, FundingSource.LOCAL, FundingSource.FISCAL);

    /**
     * A payer.
     *
     * @param levels the payers that it names, in order; one unless several levels of government are named at once
     * @param isOffice whether it can act, other than money
     * @param isAgent whether it pays only as the subject of a verb of paying or behind "by" or "from"
     */
    public record Payer(
            FundingSource source, List<FundingSource> levels, boolean isOffice, boolean isAgent, int begin, int end) {

        /** Whether several levels of government are named at once. */
        public boolean isSeveral() {
            return source == FundingSource.FISCAL && levels.size() > 1;
        }

        /** The lower, the stronger. */
        public int rank() {
            return isSeveral()
                    ? STRONGEST_FIRST.indexOf(FundingSource.LOTTERY) + 1
                    : 2 * STRONGEST_FIRST.indexOf(source);
        }

        public boolean isGovernment() {
            return GOVERNMENT.contains(source);
        }
    }

    private final Tokens tokens;
    private final PayerWords words;
    private final List<Payer> found = new ArrayList<>();
    private final Map<FundingSource, Payer> firstOf = new EnumMap<>(FundingSource.class);

    private Payers(Layout layout, PayerWords words) {
        this.tokens = layout.tokens;
        this.words = words;
        PayerPhrases phrases = new PayerPhrases(layout, words);
        Exclusions exclusions = new Exclusions(layout);
        int at = 0;
        while (at < tokens.count) {
            int included = exclusions.end(at);
            if (included > at) {
                at = included; // who pays what an amount does not comprise does not pay it
                continue;
            }
            Payer payer = words.opensAt(tokens, at) ? phrases.beginningAt(at) : null;
            if (payer != null) {
                found.add(payer);
                firstOf.putIfAbsent(payer.source(), payer);
            }
            at = payer == null ? at + 1 : payer.end();
        }
    }

    static Payers of(Layout layout, PayerWords words) {
        return new Payers(layout, words);
    }

    /** The first of a kind, null if the sentence names none. */
    @Nullable
    public Payer first(FundingSource source) {
        return firstOf.get(source);
    }

    public List<Payer> all() {
        return found;
    }

    /** The payers that lie wholly in tokens {@code from} to before {@code to}, by place. */
    public List<Payer> in(int from, int to) {
        int first = Sorted.firstFrom(found, Payer::begin, from);
        int last = Math.max(first, Sorted.firstFrom(found, Payer::end, to + 1));
        return found.subList(first, last);
    }

    /** The payer that the token belongs to, null if it belongs to none. */
    @Nullable
    public Payer at(int token) {
        int index = Sorted.firstFrom(found, Payer::end, token + 1);
        return index < found.size() && found.get(index).begin() <= token ? found.get(index) : null;
    }

    /** The level named in tokens {@code from} to before {@code to}, for "central and city funds were X and Y respectively". */
    @Nullable
    public FundingSource levelIn(int from, int to) {
        for (int i = from; i < to; i++) {
            Hit<Level> level = words.levels().longest(tokens, i, to);
            if (level != null) {
                return level.value().source();
            }
        }
        return null;
    }
}
