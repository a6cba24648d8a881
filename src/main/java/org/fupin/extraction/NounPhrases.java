package org.fupin.extraction;

import org.fupin.extraction.Lexicon.Noun;
import org.fupin.extraction.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Finds noun phrases without a tagger: a phrase runs from its modifiers to its head noun, which is the last noun before a
 * word that cannot be in it (preposition, conjunction, auxiliary, finite verb) or a mark.
 */
final class NounPhrases {

    /** Longest phrase looked at, in tokens: bounds the work per number. */
    private static final int LONGEST = 12;

    /**
     * A noun phrase.
     *
     * @param head token of the head noun
     * @param to token before which the phrase ends
     * @param noun what the head counts, null if it is no known noun
     */
    record Phrase(int from, int head, int to, @Nullable Noun noun) {}

    private final Lexicon lexicon;

    NounPhrases(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The noun phrase that begins at the token, null if none does. */
    @Nullable
    Phrase after(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        int start = from;
        while (tokens.is(start, "\"") || tokens.is(start, "-") || tokens.is(start, "'")) {
            start++;
        }
        int limit = Math.min(tokens.count, start + LONGEST);
        int at = start;
        int head = -1;
        Noun noun = null;
        while (at < limit) {
            if (!tokens.isWord(at)) {
                boolean inside = tokens.is(at, "\"") || tokens.is(at, "&") || tokens.is(at, "'") || tokens.is(at, "/");
                if (inside && sentence.quoted[at] && head < 0) {
                    at++;
                    continue;
                }
                break;
            }
            Hit<Noun> hit = lexicon.nouns.longest(tokens, at, limit);
            if (hit != null) {
                noun = hit.value();
                head = hit.end() - 1;
                at = hit.end();
                if (Lemma.isPlural(tokens.norm[head]) && !continues(sentence, at)) {
                    break;
                }
                continue;
            }
            if (sentence.cueAt(CueType.FUNCTION, at)) {
                break;
            }
            boolean verb = sentence.cueAt(CueType.VERB, at);
            if (verb && (head >= 0 || !isModifier(tokens, at))) {
                break;
            }
            if (Lemma.isPlural(tokens.norm[at])) {
                head = at;
                noun = null;
                at++;
                if (!continues(sentence, at)) {
                    break;
                }
                continue;
            }
            if (head >= 0 && !isNounLike(tokens, at)) {
                break;
            }
            at++;
        }
        if (head < 0) {
            if (at == start) {
                return null;
            }
            head = at - 1;
        }
        return new Phrase(start, head, head + 1, noun);
    }

    /** After a plural noun: whether another noun follows that it belongs to ("sports facilities"). */
    private boolean continues(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isWord(at) || sentence.cueAt(CueType.FUNCTION, at) || sentence.cueAt(CueType.VERB, at)) {
            return false;
        }
        return lexicon.nouns.longest(tokens, at, Math.min(at + 3, tokens.count)) != null
                && !tokens.norm[at].endsWith("ed");
    }

    /** A participle before a noun: "impoverished villages", "training bases". */
    private static boolean isModifier(Tokens tokens, int at) {
        String word = tokens.norm[at];
        return word.endsWith("ed") || word.endsWith("ing") || word.indexOf('-') > 0;
    }

    private static boolean isNounLike(Tokens tokens, int at) {
        String word = tokens.norm[at];
        return !word.endsWith("ed") && !word.endsWith("ly");
    }

    /** The last known noun in tokens {@code from} to before {@code to}, with the words before it that modify it. */
    @Nullable
    Phrase lastBefore(SentenceContext sentence, int from, int to) {
        Tokens tokens = sentence.tokens;
        for (int at = to - 1; at >= Math.max(from, to - 2 * LONGEST); at--) {
            if (!tokens.isWord(at)) {
                continue;
            }
            Hit<Noun> hit = null;
            for (int begin = Math.max(from, at - 3); begin <= at && hit == null; begin++) {
                Hit<Noun> candidate = lexicon.nouns.longest(tokens, begin, at + 1);
                hit = candidate != null && candidate.end() == at + 1 ? candidate : null;
            }
            if (hit != null) {
                int begin = hit.begin();
                while (begin > from
                        && tokens.isWord(begin - 1)
                        && !sentence.cueAt(CueType.FUNCTION, begin - 1)
                        && !(sentence.cueAt(CueType.VERB, begin - 1) && !isModifier(tokens, begin - 1))) {
                    begin--;
                }
                return new Phrase(begin, at, at + 1, hit.value());
            }
        }
        return null;
    }
}
