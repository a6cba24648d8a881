package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Unit;

/** Joins numbers with colons between them: "2.37:1" is a ratio, "4:3:1:1" are weights, "8:30" may be a time of day. */
final class Ratios {

    private static final int DECIMALS = 6;

    private Ratios() {}

    static void join(SentenceContext sentence, RuleTable.InSentence rules, Unit ratio) {
        List<Mention> mentions = sentence.mentions;
        List<Mention> kept = new ArrayList<>(mentions.size());
        int at = 0;
        while (at < mentions.size()) {
            int last = at;
            while (last + 1 < mentions.size()
                    && areJoined(sentence.tokens, mentions.get(last), mentions.get(last + 1))) {
                last++;
            }
            if (last == at + 1) {
                pair(mentions.get(at), mentions.get(last), rules, ratio);
                kept.add(mentions.get(at));
            } else {
                for (Mention weight : mentions.subList(at, last + 1)) {
                    if (last > at) {
                        weight.leaveOut(LeftOutReason.WEIGHT, "weights");
                    }
                    kept.add(weight);
                }
            }
            at = last + 1;
        }
        mentions.clear();
        mentions.addAll(kept);
    }

    private static void pair(Mention first, Mention second, RuleTable.InSentence rules, Unit ratio) {
        RuleTable.Applied clock = rules.first(first, LeaveOutPass.LEFT_OUT);
        if (clock != null) {
            LeaveOutPass.conclude(first, clock);
        } else {
            boolean oneFirst = first.value.compareTo(BigDecimal.ONE) == 0 || second.value.signum() == 0;
            first.value = oneFirst
                    ? second.value
                    : first.value
                            .divide(second.value, DECIMALS, RoundingMode.HALF_UP)
                            .stripTrailingZeros();
            first.unit = ratio;
            first.rules.add("ratio");
        }
        first.lastNumber = second.lastNumber;
        first.to = second.to;
    }

    private static boolean areJoined(Tokens tokens, Mention left, Mention right) {
        return left.form == Mention.Form.DIGITS
                && right.form == Mention.Form.DIGITS
                && left.unit == null
                && left.value != null
                && right.value != null
                && tokens.is(left.to, ":")
                && right.from == left.to + 1
                // "Note 3: 40 wells": a colon that stands at the one number alone joins no ratio
                && (tokens.isGlued(right.from) || !tokens.isGlued(left.to));
    }
}
