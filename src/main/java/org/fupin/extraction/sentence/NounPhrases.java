package org.fupin.extraction.sentence;

import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds noun phrases without a tagger: a phrase runs from its modifiers to its head noun, which is the last noun before a
 * word that cannot be in it (preposition, conjunction, auxiliary, finite verb) or a mark.
 */
public final class NounPhrases {

    /** Longest phrase looked at, in tokens: bounds the work per number. */
    public static final int LONGEST = 12;

    /** Most quotations, brackets and marks inside a phrase: each lets it go on, and so this bounds the work, too. */
    private static final int MOST_INSERTIONS = 8;

    /**
     * A noun phrase.
     *
     * @param head token of the head noun
     * @param to token before which the phrase ends
     * @param noun what the head counts, null if it is no known noun
     */
    public record Phrase(
            int from, int head, int to, @Nullable Noun noun) {}

    private final Lexicon lexicon;
    private final CoordinatedModifiers modifiers;

    public NounPhrases(Lexicon lexicon) {
        this.lexicon = lexicon;
        modifiers = new CoordinatedModifiers(lexicon);
    }

    /** The noun phrase that begins at the token, null if none does. */
    @Nullable
    public Phrase after(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        int start = from;
        while (tokens.is(start, "\"") || tokens.is(start, "-") || tokens.is(start, "'")) {
            start = pastQuotedModifier(sentence, start);
        }
        int at = modifiers.behind(sentence, start);
        int limit = Math.min(tokens.count, at + LONGEST);
        int head = -1;
        Noun noun = null;
        int insertions = 0;
        while (at < limit) {
            if (!tokens.isWord(at)) {
                if (insertions++ == MOST_INSERTIONS) {
                    break;
                }
                int beyond = beyondInsertion(sentence, at, start, head);
                if (beyond < 0) {
                    break;
                }
                at = beyond;
                limit = Math.min(tokens.count, Math.max(limit, at + LONGEST / 2));
                continue;
            }
            if (joinsModifiers(sentence, at, start, head) || joinsProjects(sentence, at, start, head, limit)) {
                at++;
                continue;
            }
            Hit<Noun> hit = lexicon.nouns.longest(tokens, at, limit);
            if (hit != null) {
                noun = hit.value();
                head = hit.end() - 1;
                at = hit.end();
                if (tokens.isPlural(head) && !continues(sentence, at)) {
                    break;
                }
                continue;
            }
            if (sentence.cueAt(CueType.FUNCTION, at)) {
                break;
            }
            boolean verb = sentence.cueAt(CueType.VERB, at);
            boolean inside = head >= 0
                    ? isGerundInside(sentence, at)
                    : isModifier(tokens, at) || at > start && isBareModifier(tokens, at);
            if (verb && !inside) {
                break;
            }
            if (tokens.isPlural(at)) {
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
            if (at == start || !tokens.isWord(at - 1) || tokens.norm[at - 1].endsWith("ed")) {
                return null; // "100 printed in ...": a participle alone is no noun phrase
            }
            head = at - 1;
        }
        return new Phrase(start, head, head + 1, noun);
    }

    private static int closingQuote(Tokens tokens, int open) {
        int close = open + 1;
        while (close < tokens.count && !tokens.is(close, "\"")) {
            close++;
        }
        return close;
    }

    /** "117 "Rain Plan" training bases": a name in quotation marks before the noun that is counted. */
    private static int pastQuotedModifier(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(at, "\"") && sentence.quoted[at]) {
            int close = closingQuote(tokens, at);
            boolean goesOn = tokens.isWord(close + 1)
                    && !sentence.cueAt(CueType.FUNCTION, close + 1)
                    && (!sentence.cueAt(CueType.VERB, close + 1) || isModifier(tokens, close + 1));
            return goesOn ? close + 1 : at + 1;
        }
        return at + 1;
    }

    /**
     * Where a phrase goes on behind a quotation or a mark inside it ("25 “Rain” project counties", "county-level units"); -1 if it
     * does not.
     */
    private static int beyondInsertion(SentenceContext sentence, int at, int start, int head) {
        Tokens tokens = sentence.tokens;
        boolean ended = head >= 0 && tokens.isPlural(head);
        if (tokens.is(at, "'") || tokens.is(at, "&") || tokens.is(at, "-") && tokens.isGlued(at + 1)) {
            return ended && !(tokens.is(at, "'") && tokens.isGlued(at)) ? -1 : at + 1;
        }
        if (tokens.is(at, "\"") && sentence.quoted[at] && !ended) {
            int close = closingQuote(tokens, at);
            return close + 1 < tokens.count && tokens.isWord(close + 1) ? close + 1 : -1;
        }
        return -1;
    }

    /** "junior and senior school graduates": the conjunction stands between modifiers, no noun was there yet. */
    private static boolean joinsModifiers(SentenceContext sentence, int at, int start, int head) {
        Tokens tokens = sentence.tokens;
        return head < 0
                && at > start
                && sentence.cueAt(CueType.CONJUNCTION, at)
                && tokens.isWord(at + 1)
                && !sentence.cueAt(CueType.FUNCTION, at + 1)
                && (!sentence.cueAt(CueType.VERB, at + 1) || isModifier(tokens, at + 1));
    }

    /** "15 area development and relief projects": the noun so far is singular, the plural that is counted comes later. */
    private boolean joinsProjects(SentenceContext sentence, int at, int start, int head, int limit) {
        Tokens tokens = sentence.tokens;
        if (head < 0 || at == start || !sentence.cueAt(CueType.CONJUNCTION, at) || tokens.isPlural(head)) {
            return false;
        }
        for (int i = at + 1; i < Math.min(limit, at + 5); i++) {
            if (!tokens.isWord(i) || sentence.cueAt(CueType.FUNCTION, i)) {
                return false;
            }
            Hit<Noun> hit = lexicon.nouns.longest(tokens, i, limit);
            if (hit != null && tokens.isPlural(hit.end() - 1)) {
                return i > at + 1;
            }
            if (sentence.cueAt(CueType.VERB, i) && !isModifier(tokens, i)) {
                return false;
            }
        }
        return false;
    }

    /** "special support projects": a word that is also a verb, in its plain form right before a known plural. */
    private boolean isBareModifier(Tokens tokens, int at) {
        String word = tokens.norm[at];
        if (word.endsWith("s") || word.endsWith("ed")) {
            return false;
        }
        Hit<Noun> hit = lexicon.nouns.longest(tokens, at + 1, Math.min(at + 4, tokens.count));
        return hit != null && tokens.isPlural(hit.end() - 1);
    }

    /** "livestock breeding projects": a gerund between nouns. */
    private boolean isGerundInside(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!tokens.norm[at].endsWith("ing") || !tokens.isWord(at + 1)) {
            return false;
        }
        return !sentence.cueAt(CueType.FUNCTION, at + 1)
                && (lexicon.nouns.longest(tokens, at + 1, Math.min(at + 4, tokens.count)) != null
                        || tokens.isWord(at + 2)
                                && lexicon.nouns.longest(tokens, at + 2, Math.min(at + 5, tokens.count)) != null);
    }

    /** After a plural noun: whether another noun follows that it belongs to ("sports facilities"). */
    private boolean continues(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(at, "'") && tokens.isGlued(at) && tokens.isWord(at + 1)) {
            return lexicon.nouns.longest(tokens, at + 1, Math.min(at + 5, tokens.count)) != null
                    && !sentence.cueAt(CueType.FUNCTION, at + 1); // "60 farmers' cooperatives"
        }
        if (!tokens.isWord(at) || sentence.cueAt(CueType.FUNCTION, at)) {
            return false;
        }
        if (sentence.cueAt(CueType.VERB, at)) {
            return isGerundInside(sentence, at); // "skills training bases"
        }
        return lexicon.nouns.longest(tokens, at, Math.min(at + 3, tokens.count)) != null
                && !tokens.norm[at].endsWith("ed");
    }

    /** A participle before a noun: "impoverished villages", "training bases". */
    static boolean isModifier(Tokens tokens, int at) {
        String word = tokens.norm[at];
        return word.endsWith("ed") || word.endsWith("ing") || word.indexOf('-') > 0;
    }

    private static boolean isNounLike(Tokens tokens, int at) {
        String word = tokens.norm[at];
        boolean compound = word.indexOf('-') > 0; // "township advancement-based programs"
        return (compound || !word.endsWith("ed")) && !word.endsWith("ly");
    }

    /** The last known noun in tokens {@code from} to before {@code to}, with the words before it that modify it. */
    @Nullable
    public Phrase lastBefore(SentenceContext sentence, int from, int to) {
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
