package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Fractions;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * Reads shares that are told by small round numbers: "one in five households", "seven out of ten villages", "nine of every
 * ten". Both numbers together are one share in percent. Counted things stay two numbers: "27 out of 30 villages", "8 out of
 * the 10 counties".
 */
final class SharesOfMany {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Lexicon lexicon;

    SharesOfMany(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void apply(SentenceContext sentence) {
        List<Mention> mentions = sentence.mentions;
        int at = firstShare(sentence, 0);
        if (at < 0) {
            return;
        }
        List<Mention> kept = new ArrayList<>(mentions.subList(0, at));
        while (at < mentions.size()) {
            Mention share = at + 1 < mentions.size() ? share(sentence, mentions.get(at), mentions.get(at + 1)) : null;
            kept.add(share == null ? mentions.get(at) : share);
            at += share == null ? 1 : 2;
        }
        mentions.clear();
        mentions.addAll(kept);
    }

    private int firstShare(SentenceContext sentence, int from) {
        for (int i = from; i + 1 < sentence.mentions.size(); i++) {
            if (share(sentence, sentence.mentions.get(i), sentence.mentions.get(i + 1)) != null) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Mention share(SentenceContext sentence, Mention part, Mention whole) {
        Tokens tokens = sentence.tokens;
        int at = part.to;
        if (whole.firstNumber - at > 4 || !tokens.is(at, "in") && !tokens.is(at, "of") && !tokens.is(at, "out")) {
            return null;
        }
        boolean plain = isPlain(part) && isPlain(whole) && part.value != null && whole.value != null;
        if (!plain) {
            return null;
        }
        boolean out = tokens.is(at, "out") && tokens.is(at + 1, "of");
        int behind = out ? at + 2 : at + 1;
        boolean every = tokens.is(behind, "every") || tokens.is(behind, "each");
        int begin = every ? behind + 1 : behind;
        boolean adjacent = whole.lead == begin || whole.firstNumber == begin;
        BigDecimal all = hundreds(tokens, whole);
        boolean fits = adjacent && all != null && part.value.signum() > 0 && part.value.compareTo(all) < 0;
        if (!fits || !every && !isIdiom(sentence, part, whole, all, out)) {
            return null;
        }
        int last = all.compareTo(whole.value) == 0 ? whole.lastNumber : whole.lastNumber + 1;
        Mention share = new Mention(sentence, Mention.Form.FRACTION, part.firstNumber, last);
        share.value = Fractions.ofHundred(part.value, all);
        share.unit = lexicon.percent;
        share.isShare = true;
        share.rules.add("share-of-so-many");
        return share;
    }

    private static boolean isPlain(Mention mention) {
        return !mention.isLeftOut() && mention.unit == null && !mention.gluedToWord && mention.flags.isEmpty();
    }

    /** "ten", "one hundred": the whole with its magnitude, null where it is none that people think in. */
    private @Nullable BigDecimal hundreds(Tokens tokens, Mention whole) {
        if (whole.hasMagnitude || !lexicon.isMagnitude(tokens.isWord(whole.to) ? tokens.norm[whole.to] : "")) {
            return whole.value;
        }
        NumberWord magnitude = lexicon.numberWords.get(tokens.norm[whole.to]);
        return tokens.is(whole.to, "hundred") || tokens.is(whole.to, "thousand")
                ? whole.value.multiply(magnitude.value())
                : null;
    }

    /** "one in five" and the like, by how small and round the numbers are and what stands around them. */
    private static boolean isIdiom(SentenceContext sentence, Mention part, Mention whole, BigDecimal all, boolean out) {
        Tokens tokens = sentence.tokens;
        boolean words = part.form == Mention.Form.WORD && whole.form == Mention.Form.WORD;
        boolean round = isRound(all);
        boolean small = all.compareTo(TEN) <= 0;
        if (out) {
            return words ? round || small : round;
        }
        if (tokens.is(part.to, "of")) {
            return false; // "three of ten pilot villages" are counted
        }
        // "built one in five counties" is no share: something must be counted behind it and nothing take it before
        boolean were = words && round && sentence.cueAt(CueType.FINITE, whole.to); // "four in ten were women"
        boolean counted = tokens.isWord(whole.to) && !sentence.cueAt(CueType.FUNCTION, whole.to) || were;
        int before = part.lead - 1;
        boolean taken = before >= 0 && tokens.isWord(before) && !sentence.cueAt(CueType.SHARE_BEFORE, before);
        boolean one = part.value.compareTo(BigDecimal.ONE) == 0 && (small || round);
        return counted && !taken && (one || round || words && small);
    }

    /** Five, ten, a hundred, a thousand. */
    private static boolean isRound(BigDecimal number) {
        int value = number.compareTo(new BigDecimal(1000)) > 0 ? 0 : number.intValue();
        return value == 5 || value == 10 || value == 100 || value == 1000;
    }
}
