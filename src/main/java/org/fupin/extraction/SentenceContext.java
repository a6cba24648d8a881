package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.Lexicon.Cue;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Article;
import org.fupin.observation.Period;
import org.fupin.observation.Section;
import org.fupin.observation.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A sentence under work: its tokens, the cue words in it, how quotation marks and parentheses enclose them, and the
 * numbers. Passes read it and fill the mentions in.
 */
final class SentenceContext {

    final Article article;
    final Section section;
    final Sentence source;
    final Tokens tokens;
    /** The sentence before in the same paragraph, null for the first. */
    final @Nullable SentenceContext previous;

    /** Cue words by place. */
    final List<Hit<Cue>> cues = new ArrayList<>();
    /** For each token the index in {@link #cues} of the first cue that begins there or later. */
    private final int[] firstCue;
    /** Whether a token stands between quotation marks. */
    final boolean[] quoted;
    /** How many parentheses enclose a token. */
    final int[] depth;

    final List<Mention> mentions = new ArrayList<>();
    /** Whether this sentence or one before it in the paragraph names a lender; null until it was asked for. */
    @Nullable
    Boolean lenderNamed;

    /** The one smaller or other place that the sentence is about, for the sentences behind it. */
    @Nullable
    String place;
    /** The day or month that the sentence opens with, for the sentences behind it. */
    @Nullable
    Period toldPeriod;

    SentenceContext(
            Article article, Section section, Sentence source, @Nullable SentenceContext previous, Lexicon lexicon) {
        this.article = article;
        this.section = section;
        this.source = source;
        this.previous = previous;
        tokens = Tokens.of(source.text(), source.span().begin());
        firstCue = new int[tokens.count + 1];
        for (int i = 0; i < tokens.count; i++) {
            firstCue[i] = cues.size();
            lexicon.cues.all(tokens, i, cues);
        }
        firstCue[tokens.count] = cues.size();
        quoted = quoted();
        depth = depth();
    }

    private boolean[] quoted() {
        boolean[] inside = new boolean[tokens.count];
        int open = -1;
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.is(i, "\"")) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                for (int k = open; k <= i; k++) {
                    inside[k] = true;
                }
                open = -1;
            }
        }
        return inside;
    }

    private int[] depth() {
        int[] depths = new int[tokens.count];
        int depth = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, "(")) {
                depth++;
            }
            depths[i] = depth;
            if (tokens.is(i, ")") && depth > 0) {
                depth--;
            }
        }
        return depths;
    }

    /** The last cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    Hit<Cue> lastCue(CueType type, int from, int to) {
        Hit<Cue> found = null;
        for (int c = firstCue[Math.max(from, 0)]; c < cues.size(); c++) {
            Hit<Cue> hit = cues.get(c);
            if (hit.begin() >= to) {
                break;
            }
            if (hit.value().type() == type && hit.end() <= to && (found == null || hit.end() >= found.end())) {
                found = found != null && found.end() == hit.end() ? found : hit;
            }
        }
        return found;
    }

    /** The first cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    Hit<Cue> firstCue(CueType type, int from, int to) {
        Hit<Cue> found = null;
        for (int c = firstCue[Math.max(from, 0)]; c < cues.size(); c++) {
            Hit<Cue> hit = cues.get(c);
            if (hit.begin() >= to || found != null && hit.begin() > found.begin()) {
                break;
            }
            if (hit.value().type() == type && hit.end() <= to) {
                found = hit;
            }
        }
        return found;
    }

    boolean hasCue(CueType type, int from, int to) {
        return firstCue(type, from, to) != null;
    }

    /** Whether a cue of the type begins at the token. */
    boolean cueAt(CueType type, int token) {
        if (token < 0 || token >= tokens.count) {
            return false;
        }
        for (int c = firstCue[token]; c < firstCue[token + 1]; c++) {
            if (cues.get(c).value().type() == type) {
                return true;
            }
        }
        return false;
    }

    /** The longest cue of the type that begins at the token, null if none does. */
    @Nullable
    Hit<Cue> cueBeginningAt(CueType type, int token) {
        Hit<Cue> found = null;
        if (token >= 0 && token < tokens.count) {
            for (int c = firstCue[token]; c < firstCue[token + 1]; c++) {
                Hit<Cue> hit = cues.get(c);
                if (hit.value().type() == type && (found == null || hit.end() > found.end())) {
                    found = hit;
                }
            }
        }
        return found;
    }

    /** First token of the clause that the token is in: after the comma, semicolon, colon or bracket before it. */
    int clauseStart(int token) {
        int level = depthAt(token);
        int at = token;
        while (at > 0 && (depth[at - 1] > level || !isClauseMark(at - 1))) {
            at--;
        }
        return at;
    }

    private int depthAt(int token) {
        return token < tokens.count ? depth[token] : 0;
    }

    /** Token before which the clause of the token ends. */
    int clauseEnd(int token) {
        int level = depthAt(token);
        int at = token;
        while (at < tokens.count && (depth[at] > level || !isClauseMark(at))) {
            at++;
        }
        return at;
    }

    boolean isClauseMark(int token) {
        if (tokens.type[token] != Tokens.MARK) {
            return false;
        }
        return switch (tokens.norm[token]) {
            case ",", ";", ":", "(", ")", "【", "】", ".", "?", "!", "。", "、" -> true;
            default -> false;
        };
    }

    /** The figures, in order: mentions that are not left out. */
    List<Mention> figures() {
        List<Mention> figures = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            if (!mention.isLeftOut()) {
                figures.add(mention);
            }
        }
        return figures;
    }

    /** Token after the figure before this one, or 0. */
    int gapStart(List<Mention> figures, int index) {
        return index == 0 ? 0 : figures.get(index - 1).to;
    }

    /** First token of the figure after this one, with its lead, or the number of tokens. */
    int gapEnd(List<Mention> figures, int index) {
        return index + 1 == figures.size() ? tokens.count : figures.get(index + 1).lead;
    }
}
