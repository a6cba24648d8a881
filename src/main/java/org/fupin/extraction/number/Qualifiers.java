package org.fupin.extraction.number;

import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/** Finds the words that tell how exactly a quantity is meant, before it, behind it or behind what it counts. */
final class Qualifiers {

    /** Most tokens of a qualifier. */
    private static final int LONGEST = 4;

    /** Most words between a count and the qualifier behind what it counts. */
    private static final int MOST_COUNTED = 3;

    private Qualifiers() {}

    static void read(SentenceContext sentence, Mention mention) {
        if (Signs.isTilde(sentence.tokens, mention.lead - 1)) {
            mention.lead--;
            set(mention, Qualifier.ABOUT, mention.lead, mention.lead + 1);
            return;
        }
        Hit<Cue> before = before(sentence, mention.lead);
        if (before != null && isDirection(sentence, before)) {
            return;
        }
        Hit<Cue> hit = before == null ? behind(sentence, mention) : before;
        mention.lead = before == null ? mention.lead : before.begin();
        boolean base = mention.unit == null && NumberShape.isYear(sentence.tokens, mention); // "over 2011"
        if (hit != null && !base) {
            set(mention, Coded.of(Qualifier.class, hit.value().value()), hit.begin(), hit.end());
        }
    }

    static void set(Mention mention, Qualifier qualifier, int from, int to) {
        mention.qualifier = qualifier;
        if (qualifier != Qualifier.EXACT) {
            boolean behind = from > mention.lastNumber;
            mention.rules.add(behind ? "qualifier-behind" : "qualifier:" + qualifier.code(), from, to);
        }
    }

    /** The longest qualifier that ends before the token, null if there is none. */
    private static @Nullable Hit<Cue> before(SentenceContext sentence, int token) {
        for (int from = Math.max(0, token - LONGEST); from < token; from++) {
            Hit<Cue> hit = sentence.cueBeginningAt(CueType.QUALIFIER, from);
            if (hit != null && hit.end() == token) {
                return hit;
            }
        }
        return null;
    }

    /** "3 million yuan or so", "70-plus enterprises", "300 villages or more": right behind the quantity or what it counts. */
    private static @Nullable Hit<Cue> behind(SentenceContext sentence, Mention mention) {
        for (int at = mention.to; at <= mention.to + MOST_COUNTED; at++) {
            Hit<Cue> hit = sentence.cueBeginningAt(CueType.QUALIFIER_AFTER, at);
            if (hit != null && !sentence.tokens.isNumber(hit.end())) {
                return hit;
            }
            boolean counted = mention.unit == null
                    && sentence.tokens.isWord(at)
                    && !sentence.cueAt(CueType.FUNCTION, at)
                    && !sentence.cueAt(CueType.VERB, at);
            if (!counted) {
                return null;
            }
        }
        return null;
    }

    /** "went up to 600": the "up" tells how it moved, and "to" where to. */
    private static boolean isDirection(SentenceContext sentence, Hit<Cue> qualifier) {
        int verb = qualifier.begin() - 1;
        return qualifier.value().value().equals(Qualifier.EXACT.code())
                && (sentence.cueAt(CueType.MOVED, verb) || sentence.cueAt(CueType.UP, verb));
    }
}
