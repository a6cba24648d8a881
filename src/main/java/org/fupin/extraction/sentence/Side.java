package org.fupin.extraction.sentence;

import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;

/** On which side of an amount the words stand that tell what it measures. */
public enum Side {
    BEFORE,
    AFTER,
    EITHER;

    /** "funds of X", "income reached X" stand before; "X of funds", "X was invested", "invested X in" after. */
    public static Side of(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int before = mention.lead - 1;
        int after = mention.to;
        if (tokens.is(before, "of") && tokens.is(after, "in") && sentence.cueAt(CueType.TREND_NOUN, before - 1)) {
            return AFTER; // "an increase of 500 yuan in per capita income"
        }
        if (isFrom(sentence, before) || isExceeding(tokens, mention)) {
            return BEFORE;
        }
        if (sentence.cueAt(CueType.SUBJECT_BEFORE, before)) {
            return tokens.is(after, "of") && tokens.is(before, "of") && tokens.is(before - 1, "total")
                    ? AFTER
                    : isTotalOf(tokens, before) ? AFTER : BEFORE;
        }
        if (sentence.cueAt(CueType.SUBJECT_BEHIND, after)) {
            return AFTER;
        }
        return EITHER;
    }

    /** "rose from X to Y": the subject stands before. */
    public static boolean isFrom(SentenceContext sentence, int at) {
        return sentence.tokens.is(at, "from")
                && (sentence.cueAt(CueType.UP, at - 1)
                        || sentence.cueAt(CueType.DOWN, at - 1)
                        || sentence.cueAt(CueType.MOVED, at - 1)
                        || isRaised(sentence, at));
    }

    /** "raised the poverty line from X to Y": the object stands between the verb and "from". */
    private static boolean isRaised(SentenceContext sentence, int at) {
        int start = Math.max(sentence.clauseStart(at), at - 6);
        boolean raised = false;
        for (int i = start; i < at; i++) {
            raised |= sentence.cueAt(CueType.RAISED, i);
        }
        if (!raised) {
            return false;
        }
        for (int i = at + 1; i < Math.min(sentence.clauseEnd(at), at + 8); i++) {
            if (sentence.tokens.is(i, "to") && sentence.tokens.isNumber(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "income exceeded X": the verb is read as a qualifier, its subject stands before it. */
    private static boolean isExceeding(Tokens tokens, Mention mention) {
        return mention.lead > 0
                && mention.lead < mention.from
                && (tokens.norm[mention.lead].startsWith("exceed") || tokens.norm[mention.lead].startsWith("surpass"))
                && !tokens.is(mention.to, "of");
    }

    /** "a total of X ...": the "of" belongs to the total, not to what is measured. */
    private static boolean isTotalOf(Tokens tokens, int before) {
        return tokens.is(before, "of")
                && (tokens.is(before - 1, "total") || tokens.is(before - 1, "sum") || tokens.is(before - 1, "amount"));
    }
}
