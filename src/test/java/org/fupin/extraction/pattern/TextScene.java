package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.text.Cues;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.reference.Language;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for tests: the figure stands in {@code {…}}, others in {@code <…>}, each one token or more; behind the closing
 * bracket of a figure {@code ~word} is its noun. Clauses are parted by commas, semicolons and colons.
 */
final class TextScene implements Scene {

    private static final Lexicon LEXICON = new Lexicon(Language.load(), Units.load(), Regions.load());
    private static final Set<String> MARKS = Set.of(",", ";", ":");

    record TextFigure(int lead, int from, int to, int behindNoun, Map<String, String> facts) implements Figure {

        @Override
        public int from() {
            return from;
        }

        @Override
        public boolean isLeftOut() {
            return !fact("left_out").isEmpty();
        }

        @Override
        public String fact(String key) {
            return facts.getOrDefault(key, "");
        }
    }

    private final Tokens tokens;
    private final Cues cues;
    private final List<TextFigure> others = new ArrayList<>();
    private final Map<String, List<Hit<String>>> supplied;
    final TextFigure figure;

    TextScene(String text, Map<String, String> facts, Map<String, List<Hit<String>>> supplied) {
        this.supplied = supplied;
        StringBuilder plain = new StringBuilder();
        TextFigure told = null;
        int open = 0;
        for (String part : text.split("(?<=[{}<>])|(?=[{}<>])")) {
            int count = Tokens.of(plain.toString(), 0).count;
            switch (part) {
                case "{", "<" -> open = count;
                case ">" -> others.add(figure(plain, open, count, facts));
                case "}" -> told = figure(plain, open, count, facts);
                default -> plain.append(part);
            }
        }
        int noun = plain.indexOf("~");
        tokens = Tokens.of(plain.toString().replace('~', ' '), 0);
        if (told != null && noun >= 0) {
            told = new TextFigure(told.lead(), told.from(), told.to(), told.to() + 1, facts);
        }
        figure = told == null ? new TextFigure(tokens.count, tokens.count, tokens.count, tokens.count, facts) : told;
        cues = new Cues(tokens, LEXICON);
    }

    /** Of tokens {@code lead} to before {@code to}; "about" before the number is its qualifier. */
    private static TextFigure figure(CharSequence text, int lead, int to, Map<String, String> facts) {
        int from = Tokens.of(text.toString(), 0).is(lead, "about") ? lead + 1 : lead;
        return new TextFigure(lead, from, to, to, facts);
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public Words words(Vocabulary vocabulary) {
        return new Words(vocabulary, tokens, cues);
    }

    @Override
    public Cues cues() {
        return cues;
    }

    @Override
    public Spans<Cue> cuePhrases() {
        return new Spans<>(cues.phrases(), tokens.count);
    }

    @Override
    public Spans<String> supplied(String name) {
        return new Spans<>(supplied.getOrDefault(name, List.of()), tokens.count);
    }

    @Override
    public int clauseStart(int place) {
        int at = place;
        while (at > 0 && !MARKS.contains(tokens.norm[at - 1])) {
            at--;
        }
        return at;
    }

    @Override
    public int clauseEnd(int place) {
        int at = place;
        while (at < tokens.count && !MARKS.contains(tokens.norm[at])) {
            at++;
        }
        return at;
    }

    @Override
    public @Nullable Figure numberBeginning(int place) {
        return others.stream()
                .filter(other -> other.lead() == place)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Figure numberEnding(int place) {
        return others.stream().filter(other -> other.to() == place).findFirst().orElse(null);
    }
}
