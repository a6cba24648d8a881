package org.fupin.extraction.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.fupin.extraction.pattern.Scene;
import org.fupin.extraction.pattern.Spans;
import org.fupin.extraction.pattern.Words;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.structure.Structure;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Cues;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.observation.Kind;
import org.fupin.observation.Period;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A sentence under work: its tokens, the cue words in it, how quotation marks and parentheses enclose them, and the
 * numbers. Passes read it and fill the mentions in.
 */
public final class SentenceContext extends Layout implements Scene {

    public final Article article;
    public final Section section;
    public final Sentence source;
    /** For single words out of their place. */
    public final Lexicon lexicon;
    /** The sentence before in the same paragraph, null for the first. */
    public final @Nullable SentenceContext previous;

    /**
     * How many figures to either side one figure is compared with at most, so that the work grows with the figures and not
     * with their pairs. Sentences of reports have hardly ever more than thirty.
     */
    public static final int FARTHEST = 40;

    public final List<Mention> mentions = new ArrayList<>();
    /** Whether this sentence or one before it in the paragraph names a lender; null until it was asked for. */
    @Nullable
    public Boolean lenderNamed;

    /** For each place the index of the first mention that ends there or behind it; null until {@link #settleNumbers}. */
    private int @Nullable [] endings;

    private @Nullable String heading;
    private @Nullable List<Mention> lastFigures;
    private @Nullable Structure structure;
    private @Nullable Structure outline;
    private @Nullable Payers payers;
    /** What patterns see, made when the first one looks. */
    private @Nullable Words words;

    private @Nullable Spans<Cue> cuePhrases;
    private final Map<String, Spans<String>> supplied = new HashMap<>(4);
    private final Map<String, Supplier<List<Hit<String>>>> suppliers = new HashMap<>(4);

    /** The one smaller or other place that the sentence is about, for the sentences behind it. */
    @Nullable
    public String place;
    /** The one place that the section's heading names, empty if it names none; null until it was asked for. */
    @Nullable
    public String placeOfHeading;
    /** The day or month that the sentence opens with, for the sentences behind it. */
    @Nullable
    public Period toldPeriod;
    /** The year before the one reported on that the paragraph tells of, while no other time has been told. */
    @Nullable
    public Period yearBefore;
    /** How many smaller or other places it names. */
    public int placesNamed;

    public SentenceContext(
            Article article, Section section, Sentence source, @Nullable SentenceContext previous, Lexicon lexicon) {
        super(source.text(), source.span().begin(), lexicon);
        this.article = article;
        this.section = section;
        this.source = source;
        this.previous = previous;
        this.lexicon = lexicon;
    }

    /** How the sentence is built; found when it is first asked for, once the numbers and what they count are known. */
    public Structure structure() {
        if (structure == null) {
            structure = Structure.of(this, figures());
        }
        return structure;
    }

    /** Its clauses alone, for the passes that find out what the numbers count. */
    public Structure outline() {
        if (outline == null) {
            outline = Structure.outline(this, figures());
        }
        return outline;
    }

    /** The section's heading, in small letters. */
    public String heading() {
        if (heading == null) {
            heading = section.heading().toLowerCase(Locale.ROOT);
        }
        return heading;
    }

    /** Who may have paid or lent, found when it is first asked for. */
    public Payers payers() {
        if (payers == null) {
            payers = Payers.of(this, lexicon.payers(article));
        }
        return payers;
    }

    /** The figures, in order: mentions that are not left out. */
    public List<Mention> figures() {
        List<Mention> figures = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            if (!mention.isLeftOut()) {
                figures.add(mention);
            }
        }
        return figures;
    }

    /** The last figures of a sentence that is done with, at most {@link #FARTHEST}: what the next sentences go on about. */
    public List<Mention> lastFigures() {
        if (lastFigures == null) {
            List<Mention> figures = figures();
            lastFigures = figures.subList(Math.max(0, figures.size() - FARTHEST), figures.size());
        }
        return lastFigures;
    }

    /** Index of the first of the mentions whose quantity begins at the token or later. */
    public static int firstFrom(List<Mention> mentions, int token) {
        return Sorted.firstFrom(mentions, mention -> mention.from, token);
    }

    /** The figure that the token belongs to, null if it belongs to none. */
    @Nullable
    public Mention figureAt(int token) {
        Mention mention = firstEnding(token + 1);
        return mention != null && mention.from <= token && !mention.isLeftOut() ? mention : null;
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public Words words(Vocabulary vocabulary) {
        if (words == null) {
            words = new Words(vocabulary, tokens, cues);
        }
        return words;
    }

    @Override
    public Cues cues() {
        return cues;
    }

    @Override
    public Spans<Cue> cuePhrases() {
        if (cuePhrases == null) {
            cuePhrases = new Spans<>(cues.phrases(), tokens.count);
        }
        return cuePhrases;
    }

    @Override
    public Spans<String> supplied(String name) {
        Spans<String> phrases = supplied.get(name);
        if (phrases == null) {
            phrases = new Spans<>(suppliers.getOrDefault(name, List::of).get(), tokens.count);
            supplied.put(name, phrases);
        }
        return phrases;
    }

    /** Supplies the phrases of a class that patterns of the passes behind may name; found when a pattern first asks. */
    public void supply(String name, Supplier<List<Hit<String>>> phrases) {
        suppliers.put(name, phrases);
    }

    /** Supplies the phrases of a class that patterns of the passes behind may name. */
    public void supply(String name, List<Hit<String>> phrases) {
        supplied.put(name, new Spans<>(phrases, tokens.count));
    }

    @Override
    public @Nullable Mention numberBeginning(int place) {
        Mention mention = firstEnding(place + 1);
        return mention != null && (mention.lead == place || mention.from == place) ? mention : null;
    }

    /** The figure whose lead or quantity begins at the place, null if none does. */
    @Nullable
    public Mention figureBeginning(int place) {
        Mention number = numberBeginning(place);
        return number != null && !number.isLeftOut() ? number : null;
    }

    @Override
    public @Nullable Mention numberEnding(int place) {
        Mention mention = firstEnding(place);
        return mention != null && mention.to == place ? mention : null;
    }

    /** The first number that ends at the place or behind it, null if none does. */
    private @Nullable Mention firstEnding(int place) {
        int index = endings == null
                ? Sorted.firstFrom(mentions, mention -> mention.to, place)
                : endings[Math.min(Math.max(place, 0), endings.length - 1)];
        return index < mentions.size() ? mentions.get(index) : null;
    }

    /** Says that from now on no number begins or ends elsewhere, so that they can be found by their places. */
    public void settleNumbers() {
        endings = new int[tokens.count + 2];
        int index = mentions.size();
        for (int place = tokens.count + 1; place >= 0; place--) {
            while (index > 0 && mentions.get(index - 1).to >= place) {
                index--;
            }
            endings[place] = index;
        }
    }

    /** The text of the tokens {@code from} to before {@code to}, without the numbers that count other things in it. */
    public String textWithoutCounts(int from, int to) {
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
    public int gapStart(List<Mention> figures, int index) {
        return index == 0 ? 0 : figures.get(index - 1).to;
    }

    /** First token of the figure after this one, with its lead, or the number of tokens. */
    public int gapEnd(List<Mention> figures, int index) {
        return index + 1 == figures.size() ? tokens.count : figures.get(index + 1).lead;
    }

    /** Whether only "and", "or", a comma, the noun counted before and the like stand between two figures. */
    public boolean isListed(Mention left, Mention right) {
        int from = left.behindNoun();
        for (int i = from; i < right.lead; i++) {
            if (!tokens.is(i, ",") && !cueAt(CueType.LIST_JOINER, i)) {
                return false;
            }
        }
        return true;
    }

    /** "the households (35%)": a percentage alone in brackets behind a word. */
    public boolean isBracketedAlone(Mention mention) {
        return mention.isPercent()
                && (mention.isLevel() || mention.kind == Kind.SHARE)
                && tokens.is(mention.lead - 1, "(")
                && tokens.is(mention.to, ")")
                && tokens.isWord(mention.lead - 2);
    }

    /** "110% of the planned task (30,000 people)". */
    public boolean isBracketedTarget(int lead) {
        return tokens.is(lead - 1, "(") && cueAt(CueType.COMPLETION, lead - 2);
    }

    /** The token at which the text goes on behind an amount: after the brackets, if some open there. */
    public int behindBrackets(int at) {
        if (!tokens.is(at, "(")) {
            return at;
        }
        int close = closing(at);
        return close < tokens.count && !isClauseMark(close) ? close : at;
    }
}
