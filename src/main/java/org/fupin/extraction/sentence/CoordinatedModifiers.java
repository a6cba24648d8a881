package org.fupin.extraction.sentence;

import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;

/** Modifiers of one head noun that are listed before it: "provincial, city, county and | township officials". */
final class CoordinatedModifiers {

    /** Most modifiers of one head, and most words of each. */
    private static final int MOST = 6;

    private static final int LONGEST = 3;

    /** Most words from the last conjunction to the head: "and township party officials". */
    private static final int LONGEST_HEAD = 4;

    private final Lexicon lexicon;

    CoordinatedModifiers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The token behind the conjunction before the last of the modifiers; {@code from} where none are listed. */
    int behind(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        int at = from;
        boolean bracketed = false;
        for (int listed = 1; listed <= MOST; listed++) {
            int end = behindModifier(sentence, at);
            if (end == at) {
                return from;
            }
            int beyond = behindBracket(sentence, end);
            bracketed |= beyond > end;
            int joint = tokens.is(beyond, ",") && isConjunction(sentence, beyond + 1) ? beyond + 1 : beyond;
            if (isConjunction(sentence, joint)) {
                boolean several = listed > 1 || bracketed;
                return several && isHeadAt(sentence, joint + 1) ? joint + 1 : from;
            }
            if (!tokens.is(joint, ",")) {
                return from;
            }
            at = joint + 1;
        }
        return from;
    }

    private static boolean isConjunction(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.CONJUNCTION, at);
    }

    /** Behind a few words that can modify: no plural, no verb, nothing that ends a phrase; "county-" may break off. */
    private static int behindModifier(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (at - from < LONGEST && (isModifying(sentence, at) || at > from && isLetter(tokens, at))) {
            at++;
        }
        return at > from && tokens.is(at, "-") && tokens.isGlued(at) ? at + 1 : at;
    }

    /** "Grade A prefecture": no article. */
    private static boolean isLetter(Tokens tokens, int at) {
        return tokens.isCapitalised(at) && tokens.norm[at].length() == 1;
    }

    private static boolean isModifying(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        return tokens.isWord(at)
                && !tokens.isPlural(at)
                && !sentence.cueAt(CueType.FUNCTION, at)
                && (!sentence.cueAt(CueType.VERB, at) || NounPhrases.isModifier(tokens, at));
    }

    /** "prefecture (city) and county units". */
    private static int behindBracket(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        boolean closed = tokens.is(at, "(") && isModifying(sentence, at + 1) && tokens.is(at + 2, ")");
        return closed ? at + 3 : at;
    }

    private boolean isHeadAt(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        for (int at = from; at < from + LONGEST_HEAD; at++) {
            Hit<Noun> hit = lexicon.nouns.longest(tokens, at, Math.min(tokens.count, from + LONGEST_HEAD));
            if (hit != null && tokens.isPlural(hit.end() - 1)) {
                return true;
            }
            if (!isModifying(sentence, at)) {
                return false;
            }
        }
        return false;
    }
}
