package org.fupin.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The cues of a sentence, by place. Most are words, which know what they are; those of several words are kept apart. A place has
 * the cues of one word before the longer ones.
 */
public final class Cues {

    /** The cues of one type, made when first asked for. */
    private record OfType(CueType type, List<Hit<Cue>> cues) {}

    private final Tokens tokens;
    private final Word[] words;
    private final CueTypes present = new CueTypes();
    /** The cues of several words, by place. */
    private final List<Hit<Cue>> phrases = new ArrayList<>(4);
    /** For each token the index of the first phrase that begins there or later. */
    private final int[] firstPhrase;
    /** Tokens of the longest cue. */
    private int longest = 1;

    private final List<OfType> asked = new ArrayList<>(8);

    public Cues(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        words = tokens.words(lexicon.vocabulary);
        firstPhrase = new int[tokens.count + 1];
        for (int i = 0; i < tokens.count; i++) {
            firstPhrase[i] = phrases.size();
            lexicon.cuePhrases.all(tokens, i, phrases);
            CueSet ofWord = words[i].cues();
            if (!ofWord.isEmpty()) {
                present.addAll(ofWord.types());
            }
        }
        firstPhrase[tokens.count] = phrases.size();
        for (int p = 0; p < phrases.size(); p++) {
            Hit<Cue> phrase = phrases.get(p);
            present.add(phrase.value().type());
            longest = Math.max(longest, phrase.length());
        }
    }

    /** Whether there is a cue of the type. */
    public boolean has(CueType type) {
        return present.has(type);
    }

    /** Whether a cue of the type begins at the token. */
    public boolean isAt(CueType type, int token) {
        if (token < 0 || token >= tokens.count || !present.has(type)) {
            return false;
        }
        if (words[token].is(type)) {
            return true;
        }
        for (int p = firstPhrase[token]; p < firstPhrase[token + 1]; p++) {
            if (phrases.get(p).value().type() == type) {
                return true;
            }
        }
        return false;
    }

    /** Whether any cue begins at the token. */
    public boolean isAnyAt(int token) {
        return !words[token].cues().isEmpty() || firstPhrase[token] < firstPhrase[token + 1];
    }

    /** Whether the token is a cue of the type and value on its own, of any value where that is null. */
    public boolean isWord(CueType type, @Nullable String value, int token) {
        return present.has(type) && words[token].cues().has(type, value);
    }

    /** The cues of several words, by place. */
    public List<Hit<Cue>> phrases() {
        return phrases;
    }

    /** The longest cue of the type that begins at the token, null if none does. */
    @Nullable
    public Hit<Cue> longestAt(CueType type, int token) {
        if (token < 0 || token >= tokens.count || !present.has(type)) {
            return null;
        }
        Hit<Cue> found = null;
        for (int p = firstPhrase[token]; p < firstPhrase[token + 1]; p++) {
            Hit<Cue> phrase = phrases.get(p);
            if (phrase.value().type() == type && (found == null || phrase.end() > found.end())) {
                found = phrase;
            }
        }
        Cue ofWord = found == null ? words[token].cues().first(type) : null;
        return ofWord == null ? found : new Hit<>(ofWord, token, token + 1);
    }

    /** The cues of the type, by place. */
    public List<Hit<Cue>> of(CueType type) {
        if (!present.has(type)) {
            return List.of();
        }
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).type() == type) {
                return asked.get(i).cues();
            }
        }
        List<Hit<Cue>> ofType = new ArrayList<>(4);
        for (int i = 0; i < tokens.count; i++) {
            addOf(type, i, ofType);
        }
        asked.add(new OfType(type, ofType));
        return ofType;
    }

    private void addOf(CueType type, int token, List<Hit<Cue>> ofType) {
        CueSet ofWord = words[token].cues();
        for (int c = 0; c < ofWord.size() && ofWord.has(type); c++) {
            if (ofWord.get(c).type() == type) {
                ofType.add(new Hit<>(ofWord.get(c), token, token + 1));
            }
        }
        for (int p = firstPhrase[token]; p < firstPhrase[token + 1]; p++) {
            if (phrases.get(p).value().type() == type) {
                ofType.add(phrases.get(p));
            }
        }
    }

    /** The cues of the type that begin in tokens {@code from} to before {@code to}, by place. */
    public List<Hit<Cue>> of(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = of(type);
        int first = Sorted.firstFrom(ofType, Hit::begin, from);
        return ofType.subList(first, Math.max(first, Sorted.firstFrom(ofType, Hit::begin, to)));
    }

    /** The last cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    public Hit<Cue> last(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = of(type);
        Hit<Cue> found = null;
        for (int c = Sorted.firstFrom(ofType, Hit::begin, to) - 1; c >= 0; c--) {
            Hit<Cue> hit = ofType.get(c);
            if (hit.begin() < from || found != null && hit.begin() + longest < found.end()) {
                break;
            }
            if (hit.end() <= to && (found == null || hit.end() >= found.end())) {
                found = hit;
            }
        }
        return found;
    }

    /** The first cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    public Hit<Cue> first(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = of(type);
        Hit<Cue> found = null;
        for (int c = Sorted.firstFrom(ofType, Hit::begin, from); c < ofType.size(); c++) {
            Hit<Cue> hit = ofType.get(c);
            if (hit.begin() >= to || found != null && hit.begin() > found.begin()) {
                break;
            }
            if (hit.end() <= to) {
                found = hit;
            }
        }
        return found;
    }
}
