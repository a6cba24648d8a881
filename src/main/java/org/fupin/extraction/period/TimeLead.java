package org.fupin.extraction.period;

import java.util.Locale;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The words that lead to a time: "by the end of", "in early", "since the beginning of the".
 *
 * @param opening what the preposition makes of the time; null if there is none
 * @param point the point of the time that is meant; null if none is told
 * @param begin the first of the words behind the preposition
 * @param from the first of the words, with the preposition
 * @param opens whether they begin a clause
 */
record TimeLead(@Nullable Opening opening, @Nullable Point point, int begin, int from, boolean opens) {

    static final String YEAR = "year";

    /** Most tokens of a preposition and of the words for a point of time. */
    private static final int LONGEST = 2;

    /** What a preposition makes of the time behind it; the values of its cues. */
    enum Opening {
        WITHIN,
        FOR,
        BY,
        BEFORE,
        UNTIL,
        AS_OF,
        SINCE,
        BETWEEN;

        static Opening of(Hit<Cue> cue) {
            return valueOf(cue.value().value().toUpperCase(Locale.ROOT));
        }
    }

    /** The point of a time that the words before it tell; the values of their cues. */
    enum Point {
        BEGIN,
        WITHIN,
        END
    }

    /** The words before the token at which a time begins. */
    static TimeLead before(SentenceContext sentence, int time) {
        int begin = beforeFillers(sentence, time);
        Hit<Cue> cue = ending(sentence, CueType.POINT_OF, begin);
        Point point = cue == null ? null : Point.valueOf(cue.value().value().toUpperCase(Locale.ROOT));
        begin = cue == null ? begin : beforeFillers(sentence, cue.begin());
        Hit<Cue> preposition = ending(sentence, CueType.TIME_BEFORE, begin);
        int from = preposition == null ? begin : preposition.begin();
        Opening opening = preposition == null ? null : Opening.of(preposition);
        return new TimeLead(opening, point, begin, from, opens(sentence, from));
    }

    boolean isWithin() {
        return opening == Opening.WITHIN || opening == Opening.FOR;
    }

    /** Whether it is the end of the time that is meant, or what there was up to it. */
    boolean isUntil() {
        return point == Point.END
                && (opening == Opening.BY
                        || opening == Opening.BEFORE
                        || opening == Opening.UNTIL
                        || opening == Opening.AS_OF);
    }

    /** Whether what begins at the token begins a clause; "in the ten years | from 2001 to 2010" begins with the duration. */
    static boolean opens(SentenceContext sentence, int from) {
        Mention duration = sentence.numberEnding(from);
        int begin = duration != null && duration.isUnit(YEAR) && duration.isLeftOut()
                ? frameOf(sentence, duration.lead)
                : from;
        return begin <= 0 || sentence.isClauseMark(begin - 1) || sentence.cueAt(CueType.CONJUNCTION, begin - 1);
    }

    /** The preposition that frames what happens in a duration ("in the", "over"), the duration's first token if none does. */
    static int frameOf(SentenceContext sentence, int duration) {
        int begin = beforeFillers(sentence, duration);
        Hit<Cue> preposition = ending(sentence, CueType.TIME_BEFORE, begin);
        boolean within = preposition != null
                && (Opening.of(preposition) == Opening.WITHIN || Opening.of(preposition) == Opening.FOR);
        return within || sentence.cueAt(CueType.DURATION_BEFORE, begin - 1) ? begin - 1 : duration;
    }

    private static int beforeFillers(SentenceContext sentence, int end) {
        int at = end;
        while (sentence.cueAt(CueType.ARTICLE, at - 1) || sentence.cueAt(CueType.TIME_FILLER, at - 1)) {
            at--;
        }
        return at;
    }

    private static @Nullable Hit<Cue> ending(SentenceContext sentence, CueType type, int end) {
        Hit<Cue> cue = sentence.lastCue(type, Math.max(0, end - LONGEST), end);
        return cue != null && cue.end() == end ? cue : null;
    }
}
