package org.fupin.extraction.number;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Fractions;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads shares that are told by small round numbers: "one in five households", "seven out of ten villages", "nine of every
 * ten". Both numbers together are one share in percent. Counted things stay two numbers: "27 out of 30 villages", "8 out of
 * the 10 counties".
 */
final class SharesOfMany {

    private static final String SHARE = "share";

    private SharesOfMany() {}

    /** What the rows conclude. */
    static Keys keys(Keys others) {
        return others.withFlag(SHARE);
    }

    static void join(SentenceContext sentence, RuleTable.InSentence rules, Unit percent) {
        List<Mention> mentions = sentence.mentions;
        List<Mention> kept = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            Mention part = mentions.get(i);
            Mention share = i + 1 < mentions.size() ? share(part, mentions.get(i + 1), rules, percent) : null;
            kept.add(share == null ? part : share);
            i += share == null ? 0 : 1;
        }
        mentions.clear();
        mentions.addAll(kept);
    }

    private static @Nullable Mention share(Mention part, Mention whole, RuleTable.InSentence rules, Unit percent) {
        boolean fits =
                isPlain(part) && isPlain(whole) && part.value.signum() > 0 && part.value.compareTo(whole.value) < 0;
        Applied row = fits ? rules.first(part, SHARE) : null;
        if (row == null) {
            return null;
        }
        Mention share = new Mention(part.sentence, Mention.Form.FRACTION, part.firstNumber, whole.lastNumber);
        share.value = Fractions.ofHundred(part.value, whole.value);
        share.written = share.value;
        share.unit = percent;
        share.isShare = true;
        share.rules.add(row.rule());
        return share;
    }

    private static boolean isPlain(Mention mention) {
        return !mention.isLeftOut() && mention.unit == null && !mention.gluedToWord && mention.flags.isEmpty();
    }
}
