package org.fupin.extraction.sentence;

import org.fupin.extraction.text.CueType;

/** On which side of an amount the words stand that tell what it measures. */
public enum Side {
    BEFORE,
    AFTER,
    EITHER;

    /** "funds of X", "income reached X" stand before; "X of funds", "X was invested", "invested X in" after. */
    public static Side of(SentenceContext sentence, Mention mention) {
        int before = mention.lead - 1;
        int after = mention.to;
        boolean of = sentence.cueAt(CueType.WHOLE_OPENER, before);
        if (of && sentence.cueAt(CueType.TREND_NOUN, before - 1) && sentence.cueAt(CueType.PLACING, after)) {
            return AFTER; // "an increase of 500 yuan in per capita income"
        }
        if (isFrom(sentence, before) || isVerb(sentence, mention)) {
            return BEFORE;
        }
        if (sentence.cueAt(CueType.SUBJECT_BEFORE, before)) {
            return of && sentence.cueAt(CueType.SUM, before - 1)
                    ? AFTER
                    : BEFORE; // "a total of X": not what is measured
        }
        if (sentence.cueAt(CueType.SUBJECT_BEHIND, after)) {
            return AFTER;
        }
        return EITHER;
    }

    /** "income exceeded X": the verb is read as a qualifier, its subject stands before it. */
    private static boolean isVerb(SentenceContext sentence, Mention mention) {
        return mention.lead < mention.from
                && (sentence.cueAt(CueType.VERB, mention.lead) || sentence.cueAt(CueType.LINKING_VERB, mention.lead))
                && !sentence.cueAt(CueType.OF, mention.to);
    }

    /** "rose from X to Y": the subject stands before. */
    public static boolean isFrom(SentenceContext sentence, int at) {
        return sentence.tokens.is(at, "from")
                && (sentence.cueAt(CueType.UP, at - 1)
                        || sentence.cueAt(CueType.DOWN, at - 1)
                        || sentence.cueAt(CueType.MOVED, at - 1));
    }
}
