package org.fupin.extraction.sentence;

import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What a number counts where an amount between them tells how large each of the things is. */
public final class SizedNouns {

    /** Most sizes between a count and the things that it counts. */
    private static final int MOST_SIZES = 3;

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    public SizedNouns(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    /**
     * The things that a count right before an amount counts, of which the amount tells the size: "four 500,000 yuan
     * workshops", "three 120-meter and two 60-meter wells". Null if no amount stands there or no things behind it.
     */
    public @Nullable Phrase things(SentenceContext sentence, Mention count) {
        Tokens tokens = sentence.tokens;
        int at = count.to;
        if (tokens.isWord(at) && !lexicon.opensUnit(tokens.norm[at])) {
            return null;
        }
        for (int sizes = 0; sizes < MOST_SIZES; sizes++) {
            Mention size = sizeBehind(sentence, at);
            if (size == null) {
                return null;
            }
            int joint = tokens.is(size.to, "-") ? size.to + 1 : size.to;
            if (!sentence.cueAt(CueType.CONJUNCTION, joint) && !tokens.is(joint, ",")) {
                Phrase things = phrases.after(sentence, joint);
                boolean counted = things != null && (things.noun() != null || tokens.isPlural(things.head()));
                return counted ? things : null;
            }
            int next = SentenceContext.firstFrom(sentence.mentions, joint + 1);
            if (next == sentence.mentions.size() || sentence.mentions.get(next).lead != joint + 1) {
                return null;
            }
            at = sentence.mentions.get(next).to;
        }
        return null;
    }

    /** The amount that begins at the token and can be the size of a thing, null if none does. */
    public static @Nullable Mention sizeBehind(SentenceContext sentence, int at) {
        int index = SentenceContext.firstFrom(sentence.mentions, at);
        Mention size = index == sentence.mentions.size() ? null : sentence.mentions.get(index);
        if (size == null || size.from != at || size.unit == null) {
            return null;
        }
        return switch (size.unit.dimension()) {
            case MONEY, LENGTH, AREA, MASS, VOLUME, POWER, ENERGY, TIME -> size;
            default -> null;
        };
    }
}
