package org.fupin.extraction.number;

import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;

/** Tells what a dash before a number says: less than nothing, about so many, or nothing. */
final class Signs {

    private static final String TILDES = "~～";

    private static final String NO_MINUS = TILDES + "—";

    private Signs() {}

    /**
     * "-3.5 million", "minus 3 percent", "¥-200": a sign that joins no two numbers and belongs to no word.
     *
     * @param taken the first token that does not belong to the quantity before
     */
    static void negative(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        int at = mention.from - 1;
        boolean inside = mention.from < mention.firstNumber && isMinus(tokens, mention.firstNumber - 1);
        boolean sign = isMinus(tokens, at)
                && (tokens.isGlued(mention.from) || sentence.cueAt(CueType.LINKING_VERB, at - 1))
                && standsFree(tokens, at);
        boolean joins = tokens.isNumber(at - 1) || at > 0 && at == taken;
        if (inside || (sign || sentence.cueAt(CueType.MINUS, at)) && !joins) {
            mention.isNegative = true;
            mention.rules.add("minus");
            mention.from = inside ? mention.from : at;
            mention.lead = mention.from;
        }
    }

    static boolean isMinus(Tokens tokens, int at) {
        return tokens.is(at, "-") && NO_MINUS.indexOf(character(tokens, at)) < 0;
    }

    /** "~5,000": about so many. */
    static boolean isTilde(Tokens tokens, int at) {
        return tokens.is(at, "-")
                && TILDES.indexOf(character(tokens, at)) >= 0
                && tokens.isGlued(at + 1)
                && !tokens.isNumber(at - 1)
                && standsFree(tokens, at);
    }

    private static char character(Tokens tokens, int at) {
        return tokens.text.charAt(tokens.begin[at] - tokens.offset);
    }

    private static boolean standsFree(Tokens tokens, int at) {
        return at == 0 || !tokens.isGlued(at) || tokens.is(at - 1, "(") || tokens.is(at - 1, "|");
    }
}
