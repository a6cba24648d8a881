package org.fupin.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
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
    /** For single words out of their place. */
    final Lexicon lexicon;
    /** The sentence before in the same paragraph, null for the first. */
    final @Nullable SentenceContext previous;

    /**
     * Longest clause, in tokens, so that looking at the clause of a figure is bounded work: what goes on for longer
     * without a comma is a table or no text, and says nothing of a figure that far away.
     */
    private static final int LONGEST_CLAUSE = 80;

    /**
     * How many figures to either side one figure is compared with at most, so that the work grows with the figures and not
     * with their pairs. Sentences of reports have hardly ever more than thirty.
     */
    static final int FARTHEST = 40;

    /** Cue words by place. */
    private final List<Hit<Cue>> cues = new ArrayList<>();
    /** The cues of one type, by place: looked up from either end without passing those of other types. */
    private final Map<CueType, List<Hit<Cue>>> cuesByType = new EnumMap<>(CueType.class);
    /** Tokens of the longest cue. */
    private int longestCue;
    /** For each token the index in {@link #cues} of the first cue that begins there or later. */
    private final int[] firstCue;
    /** Whether a token stands between quotation marks. */
    final boolean[] quoted;
    /** How many parentheses enclose a token. */
    final int[] depth;
    /** For each token the clause mark that ends its clause (the token itself where it is one), and the first of its clause. */
    private final int[] clauseEnds;

    private final int[] clauseStarts;
    /** For each token the first behind it that fewer parentheses enclose. */
    private final int[] closings;
    /** For each landmark that was asked for, and each token, where the next one stands. */
    private final Map<Landmark, int[]> landmarks = new IdentityHashMap<>(4);

    final List<Mention> mentions = new ArrayList<>();
    /** Whether this sentence or one before it in the paragraph names a lender; null until it was asked for. */
    @Nullable
    Boolean lenderNamed;

    private @Nullable List<Mention> lastFigures;

    /** The one smaller or other place that the sentence is about, for the sentences behind it. */
    @Nullable
    String place;
    /** The day or month that the sentence opens with, for the sentences behind it. */
    @Nullable
    Period toldPeriod;
    /** Whether it tells of a time other than the year reported on. */
    boolean tellsOtherTime;
    /** How many smaller or other places it names. */
    int placesNamed;

    SentenceContext(
            Article article, Section section, Sentence source, @Nullable SentenceContext previous, Lexicon lexicon) {
        this.article = article;
        this.section = section;
        this.source = source;
        this.previous = previous;
        this.lexicon = lexicon;
        tokens = Tokens.of(source.text(), source.span().begin(), lexicon);
        firstCue = new int[tokens.count + 1];
        for (int i = 0; i < tokens.count; i++) {
            firstCue[i] = cues.size();
            lexicon.cues.all(tokens, i, cues);
        }
        firstCue[tokens.count] = cues.size();
        for (Hit<Cue> cue : cues) {
            cuesByType
                    .computeIfAbsent(cue.value().type(), t -> new ArrayList<>())
                    .add(cue);
            longestCue = Math.max(longestCue, cue.length());
        }
        quoted = quoted();
        depth = depth();
        closings = closings();
        clauseStarts = clauseStarts();
        clauseEnds = clauseEnds();
    }

    /** A clause goes on behind a bracket that was put into it. */
    private int[] clauseStarts() {
        int[] starts = new int[tokens.count + 1];
        int[] openings = new int[tokens.count];
        for (int i = 0; i < tokens.count; i++) {
            int at = i - 1;
            while (at >= 0 && depth[at] >= depth[i]) {
                at = openings[at];
            }
            openings[i] = at;
        }
        for (int i = 1; i <= tokens.count; i++) {
            int level = i < tokens.count ? depth[i] : 0;
            int before = i - 1;
            while (before >= 0 && depth[before] > level) {
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
                next = closings[next];
            }
            ends[i] = isClauseMark(i) ? i : Math.min(ends[next], i + LONGEST_CLAUSE);
        }
        return ends;
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

    private int[] closings() {
        int[] close = new int[tokens.count];
        for (int i = tokens.count - 1; i >= 0; i--) {
            int at = i + 1;
            while (at < tokens.count && depth[at] >= depth[i]) {
                at = close[at];
            }
            close[i] = at;
        }
        return close;
    }

    /** The first token behind this one that fewer parentheses enclose, the number of tokens if none does. */
    int closing(int token) {
        return closings[token];
    }

    /** A kind of token that passes look for over any distance. */
    interface Landmark {
        boolean at(SentenceContext sentence, int token);
    }

    static final Landmark SEMICOLON = (sentence, token) -> sentence.tokens.is(token, ";");

    /** The first landmark at the token or behind it, the number of tokens if there is none: one step, however far. */
    int next(Landmark landmark, int from) {
        if (from >= tokens.count) {
            return tokens.count;
        }
        return landmarks.computeIfAbsent(landmark, this::places)[Math.max(from, 0)];
    }

    private int[] places(Landmark landmark) {
        int[] next = new int[tokens.count];
        int place = tokens.count;
        for (int i = tokens.count - 1; i >= 0; i--) {
            place = landmark.at(this, i) ? i : place;
            next[i] = place;
        }
        return next;
    }

    /** The cues of the type, by place. */
    List<Hit<Cue>> cues(CueType type) {
        return cuesByType.getOrDefault(type, List.of());
    }

    /** The cues of the type that begin in tokens {@code from} to before {@code to}, by place. */
    List<Hit<Cue>> cues(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = cues(type);
        int first = Sorted.firstFrom(ofType, Hit::begin, from);
        return ofType.subList(first, Math.max(first, Sorted.firstFrom(ofType, Hit::begin, to)));
    }

    /** The last cue of the type that lies wholly in tokens {@code from} to before {@code to}; null if none does. */
    @Nullable
    Hit<Cue> lastCue(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = cues(type);
        Hit<Cue> found = null;
        for (int c = Sorted.firstFrom(ofType, Hit::begin, to) - 1; c >= 0; c--) {
            Hit<Cue> hit = ofType.get(c);
            if (hit.begin() < from || found != null && hit.begin() + longestCue < found.end()) {
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
    Hit<Cue> firstCue(CueType type, int from, int to) {
        List<Hit<Cue>> ofType = cues(type);
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
        return token <= 0 ? token : clauseStarts[token];
    }

    /** Token before which the clause of the token ends. */
    int clauseEnd(int token) {
        return token >= tokens.count ? token : clauseEnds[token];
    }

    boolean isClauseMark(int token) {
        if (token < 0 || token >= tokens.count || tokens.type[token] != Tokens.MARK) {
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

    /** The last figures of a sentence that is done with, at most {@link #FARTHEST}: what the next sentences go on about. */
    List<Mention> lastFigures() {
        if (lastFigures == null) {
            List<Mention> figures = figures();
            lastFigures = figures.subList(Math.max(0, figures.size() - FARTHEST), figures.size());
        }
        return lastFigures;
    }

    /** Index of the first of the mentions whose quantity begins at the token or later. */
    static int firstFrom(List<Mention> mentions, int token) {
        return Sorted.firstFrom(mentions, mention -> mention.from, token);
    }

    /** The figure that the token belongs to, null if it belongs to none. */
    @Nullable
    Mention figureAt(int token) {
        int index = Sorted.firstFrom(mentions, mention -> mention.to, token + 1);
        Mention mention = index < mentions.size() ? mentions.get(index) : null;
        return mention != null && mention.from <= token && !mention.isLeftOut() ? mention : null;
    }

    /** The text of the tokens {@code from} to before {@code to}, without the numbers that count other things in it. */
    String textWithoutCounts(int from, int to) {
        StringBuilder text = new StringBuilder();
        int start = from;
        for (int i = from; i < to; i++) {
            Mention figure = tokens.isNumber(i) ? figureAt(i) : null;
            if (figure != null && figure.noun != null) {
                text.append(tokens.raw(start, i)).append(' ');
                i = Math.max(i, figure.to - 1);
                start = i + 1;
            }
        }
        return text.append(tokens.raw(Math.min(start, to), to)).toString().strip();
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
