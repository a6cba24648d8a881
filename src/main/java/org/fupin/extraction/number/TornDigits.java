package org.fupin.extraction.number;

import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Observation;

/**
 * Puts digits together that stand apart: groups of thousands, and numbers that blanks tear apart. Where the words around make
 * two numbers of them, and where they make one, say the rows.
 */
final class TornDigits {

    /** Whether two numbers, and whether one although it looks like two. */
    private static final String APART = "apart";

    private static final String TORN = "torn";

    /** Most tokens between the first and the last part of a number that is torn apart. */
    private static final int LONGEST = 6;

    private final Lexicon lexicon;

    TornDigits(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the rows conclude. */
    static Keys keys(Keys others) {
        return others.withFlag(APART).withFlag(TORN);
    }

    /** Reads the digits of a mention that has its first token, and all that belong to it. */
    void read(SentenceContext sentence, RuleTable.InSentence rules, Mention mention) {
        Tokens tokens = sentence.tokens;
        int first = mention.firstNumber;
        int grouped = DigitGroups.last(tokens, first);
        if (grouped > first) {
            Applied apart = rules.first(mention, APART);
            mention.rules.add(apart == null ? "number-grouped" : apart.rule());
            grouped = apart == null ? grouped : first;
        }
        extend(mention, grouped);
        int next = next(tokens, rules, mention);
        while (next > mention.lastNumber && next - grouped <= LONGEST) {
            extend(mention, next);
            next = next(tokens, rules, mention);
        }
        if (joined(tokens, first, mention.lastNumber).length() > NumberPass.LONGEST) {
            extend(mention, grouped);
        }
        if (mention.lastNumber > grouped) {
            mention.flags.add(Observation.REPAIRED);
        }
        DigitString read = DigitString.read(joined(tokens, first, mention.lastNumber));
        mention.value = read.value();
        if (read.repaired() && mention.flags.isEmpty()) {
            mention.flags.add(Observation.REPAIRED);
        }
        if (read.repaired()) {
            mention.rules.add("number-repaired");
        }
    }

    private static void extend(Mention mention, int last) {
        mention.lastNumber = last;
        mention.to = last + 1;
    }

    /** The last token of the next part, the last one of the number where there is none. */
    private int next(Tokens tokens, RuleTable.InSentence rules, Mention mention) {
        int at = mention.lastNumber;
        boolean blank = tokens.isNumber(at + 1) && !tokens.isGlued(at + 1);
        boolean comma = tokens.is(at + 1, ",");
        boolean point = tokens.is(at + 1, ".") && at == mention.firstNumber;
        int next = blank ? at + 1 : at + 2;
        if (!blank && (!tokens.isNumber(next) || tokens.isGlued(at + 1) == tokens.isGlued(next))) {
            return at;
        }
        boolean possible = blank && tokens.norm[next].length() <= 2
                || comma && isThousands(tokens.norm[next])
                || point && isMeasured(tokens, next);
        boolean zeros = (blank || comma) && isGroupOfZeros(tokens, at, next);
        return zeros || possible && isTorn(rules, mention) ? next : at;
    }

    private static boolean isTorn(RuleTable.InSentence rules, Mention mention) {
        Applied apart = rules.first(mention, APART);
        Applied row = apart == null ? rules.first(mention, TORN) : apart;
        if (row != null) {
            mention.rules.add(row.rule(), row.from(), row.to());
        }
        return row != null && apart == null;
    }

    /** "5,600, 000": no number begins with zeros, so that they are the next thousands of the one before. */
    private static boolean isGroupOfZeros(Tokens tokens, int at, int zeros) {
        String before = tokens.norm[at];
        int digits = before.length() - 1 - before.lastIndexOf(',');
        return isThousands(tokens.norm[zeros])
                && tokens.norm[zeros].charAt(0) == '0'
                && digits <= DigitGroups.GROUP
                && before.indexOf('.') < 0;
    }

    private static boolean isThousands(String digits) {
        return digits.length() == DigitGroups.GROUP && digits.indexOf('.') < 0 && digits.indexOf(',') < 0;
    }

    /** "5 million yuan", "5 mu": decimals with a magnitude or a unit behind them. */
    private boolean isMeasured(Tokens tokens, int at) {
        boolean plain = tokens.norm[at].indexOf('.') < 0 && tokens.norm[at].indexOf(',') < 0;
        return plain
                && (lexicon.unitWords.longest(tokens, at + 1, tokens.count) != null
                        || tokens.isWord(at + 1) && lexicon.isMagnitude(tokens.norm[at + 1]));
    }

    private static String joined(Tokens tokens, int from, int last) {
        if (last == from) {
            return tokens.norm[from];
        }
        StringBuilder parts = new StringBuilder(tokens.norm[from]);
        for (int i = from + 1; i <= last; i++) {
            if (!tokens.is(i, "'")) {
                parts.append(tokens.norm[i]);
            }
        }
        String end = tokens.norm[last];
        boolean decimals = end.indexOf(',') == DigitGroups.GROUP && end.length() <= 2 * DigitGroups.GROUP; // "12 345,6"
        boolean asWritten = decimals || parts.indexOf(".") >= 0;
        return asWritten ? parts.toString() : parts.toString().replace(",", "");
    }
}
