package org.fupin.extraction.structure;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.structure.Predicates.Predicate;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Cues;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence is laid out before any number in it is read: its tokens, the cue words, how quotation marks and parentheses
 * enclose them, and where commas and other marks part it.
 */
public class Layout {

    /** The sentence's tokens, with offsets in the document. */
    public final Tokens tokens;
    /**
     * Longest clause, in tokens, so that looking at the clause of a figure is bounded work: what goes on for longer
     * without a comma is a table or no text, and says nothing of a figure that far away.
     */
    private static final int LONGEST_CLAUSE = 80;

    /** The cue words. */
    public final Cues cues;
    /** Whether a token stands between quotation marks. */
    public final boolean[] quoted;
    /** How many parentheses enclose a token. */
    public final int[] depth;
    /** For each token the clause mark that ends its clause (the token itself where it is one), and the first of its clause. */
    private final int[] clauseEnds;

    private final int[] clauseStarts;
    /** For each token the first behind it that fewer parentheses enclose; null where there are no parentheses. */
    private final int @Nullable [] closings;
    /** For each landmark that was asked for, and each token, where the next one stands. */
    private final Map<Landmark, int[]> landmarks = new IdentityHashMap<>(4);
    /** Found when first asked for. */
    private @Nullable List<Predicate> predicates;

    /** Lays out {@code text}, which begins at {@code offset} of the document. */
    protected Layout(String text, int offset, Lexicon lexicon) {
        tokens = Tokens.of(text, offset, lexicon);
        cues = new Cues(tokens, lexicon);
        quoted = Enclosures.quoted(tokens);
        depth = Enclosures.depth(tokens);
        closings = Enclosures.closings(depth);
        clauseStarts = clauseStarts();
        clauseEnds = clauseEnds();
    }

    /** A clause goes on behind a bracket that was put into it. */
    private int[] clauseStarts() {
        int[] starts = new int[tokens.count + 1];
        int[] openings = closings == null ? null : Enclosures.openings(depth);
        for (int i = 1; i <= tokens.count; i++) {
            int level = i < tokens.count ? depth[i] : 0;
            int before = i - 1;
            while (openings != null && before >= 0 && depth[before] > level) {
                before = openings[before];
            }
            int start = before < 0 ? 0 : isClauseMark(before) ? before + 1 : starts[before];
            starts[i] = Math.max(start, i - LONGEST_CLAUSE);
        }
        return starts;
    }

    private int[] clauseEnds() {
        int[] ends = new int[tokens.count + 1];
        ends[tokens.count] = tokens.count;
        for (int i = tokens.count - 1; i >= 0; i--) {
            int next = i + 1;
            while (next < tokens.count && depth[next] > depth[i]) {
                next = closing(next);
            }
            ends[i] = isClauseMark(i) ? i : Math.min(ends[next], i + LONGEST_CLAUSE);
        }
        return ends;
    }

    /** The first token behind this one that fewer parentheses enclose, the number of tokens if none does. */
    public int closing(int token) {
        return closings == null ? tokens.count : closings[token];
    }

    /** A kind of token that passes look for over any distance. */
    public interface Landmark {
        boolean at(Layout sentence, int token);
    }

    public static final Landmark SEMICOLON = (sentence, token) -> sentence.tokens.is(token, ";");

    /** The first landmark at the token or behind it, the number of tokens if there is none: one step, however far. */
    public int next(Landmark landmark, int from) {
        if (from >= tokens.count) {
            return tokens.count;
        }
        int[] next = landmarks.computeIfAbsent(landmark, this::places);
        int token = Math.max(from, 0);
        return token < next.length ? next[token] : tokens.count;
    }

    /** Where the next one stands, for the tokens up to the last one. */
    private int[] places(Landmark landmark) {
        int last = tokens.count - 1;
        while (last >= 0 && !landmark.at(this, last)) {
            last--;
        }
        int[] next = new int[last + 1];
        int place = last;
        for (int i = last; i >= 0; i--) {
            place = i == last || landmark.at(this, i) ? i : place;
            next[i] = place;
        }
        return next;
    }

    /** The predicates, in order. */
    List<Predicate> predicates() {
        if (predicates == null) {
            predicates = Predicates.of(this);
        }
        return predicates;
    }

    /** The cues of the type, by place. */
    public List<Hit<Cue>> cues(CueType type) {
        return cues.of(type);
    }

    /** The cues of the type that begin in tokens {@code from} to before {@code to}, by place. */
    public List<Hit<Cue>> cues(CueType type, int from, int to) {
        return cues.of(type, from, to);
    }

    /** The last cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    public Hit<Cue> lastCue(CueType type, int from, int to) {
        return cues.last(type, from, to);
    }

    /** The first cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    public Hit<Cue> firstCue(CueType type, int from, int to) {
        return cues.first(type, from, to);
    }

    public boolean hasCue(CueType type, int from, int to) {
        return firstCue(type, from, to) != null;
    }

    /** Whether a cue of the type begins at the token. */
    public boolean cueAt(CueType type, int token) {
        return cues.isAt(type, token);
    }

    /** The longest cue of the type that begins at the token, null if none does. */
    @Nullable
    public Hit<Cue> cueBeginningAt(CueType type, int token) {
        return cues.longestAt(type, token);
    }

    /** First token of the clause that the token is in: after the comma, semicolon, colon or bracket before it. */
    public int clauseStart(int token) {
        return token <= 0 ? token : clauseStarts[token];
    }

    /** Token before which the clause of the token ends. */
    public int clauseEnd(int token) {
        return token >= tokens.count ? token : clauseEnds[token];
    }

    public boolean isClauseMark(int token) {
        if (token < 0 || token >= tokens.count || tokens.type[token] != Tokens.MARK) {
            return false;
        }
        return switch (tokens.norm[token]) {
            case ":" -> !(tokens.isNumber(token - 1) && tokens.isNumber(token + 1)); // "2.5:1"
            case ",", ";", "(", ")", "【", "】", ".", "?", "!", "。", "、" -> true;
            default -> false;
        };
    }
}
