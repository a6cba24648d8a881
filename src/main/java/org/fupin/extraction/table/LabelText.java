package org.fupin.extraction.table;

import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** The words of a label while it is read: those of which something was made are used up. */
final class LabelText {

    private static final int FIRST_YEAR = 1950;

    final Lexicon lexicon;
    final SentenceContext sentence;
    final Tokens tokens;
    final int from;
    final int to;
    private final TableLabels words;
    private final boolean[] used;

    LabelText(TableLabels words, SentenceContext sentence, int from, int to) {
        this.words = words;
        this.lexicon = words.lexicon;
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.from = from;
        this.to = to;
        this.used = new boolean[Math.max(0, to - from)];
    }

    void use(int begin, int end) {
        for (int i = Math.max(begin, from); i < Math.min(end, to); i++) {
            used[i - from] = true;
        }
    }

    void use(Hit<?> hit) {
        use(hit.begin(), hit.end());
    }

    boolean isUsed(int token) {
        return token >= from && token < to && used[token - from];
    }

    boolean isMark(int token) {
        return token >= from && token < to && tokens.type[token] == Tokens.MARK;
    }

    /** Whether the token is a word or number of which nothing was made yet. */
    boolean isFree(int token) {
        return token >= from && token < to && !isUsed(token) && !isMark(token);
    }

    /** The first such token, the end where there is none. */
    int first() {
        int first = from;
        while (first < to && !isFree(first)) {
            first++;
        }
        return first;
    }

    /** Behind the last such token. */
    int end() {
        int end = to;
        while (end > from && !isFree(end - 1)) {
            end--;
        }
        return end;
    }

    @Nullable
    Hit<String> hit(Type type, int at) {
        return words.hit(type, tokens, at, to);
    }

    @Nullable
    Hit<String> hit(Type type, int at, int limit) {
        return words.hit(type, tokens, at, limit);
    }

    boolean isAll(Type type, int begin, int end) {
        return words.isAll(type, tokens, begin, end);
    }

    boolean is(Type type, int token) {
        return token < to && isAll(type, token, token + 1);
    }

    /** Whether the token can be a part of the name of a thing: a word that is no function word, or that of "per capita". */
    boolean isName(int token) {
        boolean function = sentence.cueAt(CueType.FUNCTION, token) && !sentence.cueAt(CueType.PER, token);
        return token < to && tokens.isWord(token) && !function;
    }

    /** Whether the tokens say nothing that is not understood. */
    boolean isSaid(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (isFree(i) && !is(Type.FILLER, i) && !sentence.cueAt(CueType.FUNCTION, i)) {
                return false;
            }
        }
        return true;
    }

    boolean isYear(int token) {
        return token >= from
                && token < to
                && tokens.isNumber(token)
                && DigitString.isYear(tokens.norm[token])
                && Integer.parseInt(tokens.norm[token]) >= FIRST_YEAR;
    }
}
