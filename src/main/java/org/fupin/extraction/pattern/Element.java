package org.fupin.extraction.pattern;

import java.util.Arrays;
import java.util.List;
import org.fupin.extraction.pattern.Scene.Figure;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A part of a pattern: leads from places in a sentence on to others, reading on or, for a direction below 0, back. */
interface Element {

    /** Most tokens that a gap passes. */
    int REACH = 80;

    Positions walk(Walk walk, Positions from);

    /** Whether it stands at the place. */
    default boolean standsAt(Walk walk, int place) {
        return walk(walk, Positions.of(walk.direction(), place)).size() > 0;
    }

    /** Whether it leads from the one place to the other. */
    default boolean leads(Walk walk, int from, int to) {
        Positions ends = walk(walk, Positions.of(walk.direction(), from));
        for (int i = 0; i < ends.size(); i++) {
            if (ends.at(i) == to) {
                return true;
            }
        }
        return false;
    }

    /** Adds, for each thing that must occur in the sentence, the words and cue types that can be it. */
    default void needs(List<int[]> needs) {}

    /** What one token is. */
    interface OfToken extends Element {

        boolean is(Walk walk, int token);

        @Override
        default boolean standsAt(Walk walk, int place) {
            int token = walk.token(place);
            return token >= 0 && is(walk, token);
        }

        @Override
        default boolean leads(Walk walk, int from, int to) {
            return to == from + walk.direction() && standsAt(walk, from);
        }

        @Override
        default Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            for (int i = 0; i < from.size(); i++) {
                if (standsAt(walk, from.at(i))) {
                    to.addBehind(from, i, from.at(i) + walk.direction());
                }
            }
            return to;
        }
    }

    /** What a place is, without a token. */
    interface OfPlace extends Element {

        @Override
        boolean standsAt(Walk walk, int place);

        @Override
        default Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            for (int i = 0; i < from.size(); i++) {
                if (standsAt(walk, from.at(i))) {
                    to.addAs(from, i);
                }
            }
            return to;
        }
    }

    record Word(int word) implements OfToken {

        @Override
        public boolean is(Walk walk, int token) {
            return walk.words().at(token) == word;
        }

        @Override
        public void needs(List<int[]> needs) {
            needs.add(new int[] {word});
        }
    }

    /** One of several words. */
    record OneWord(int[] words) implements OfToken {

        /** @param words their numbers, in order */
        public OneWord {
            Arrays.sort(words);
        }

        @Override
        public boolean is(Walk walk, int token) {
            return Arrays.binarySearch(words, walk.words().at(token)) >= 0;
        }

        @Override
        public void needs(List<int[]> needs) {
            needs.add(words);
        }
    }

    /** A word by its begin, its end, or both. */
    record Affix(String begin, String end) implements OfToken {

        @Override
        public boolean is(Walk walk, int token) {
            String norm = walk.scene().tokens().norm[token];
            return norm.length() > begin.length() + end.length() && norm.startsWith(begin) && norm.endsWith(end)
                    || end.isEmpty() && norm.equals(begin)
                    || begin.isEmpty() && norm.equals(end);
        }
    }

    /** Classes of tokens. */
    enum Kind implements OfToken {
        ANY {
            @Override
            public boolean is(Walk walk, int token) {
                return true;
            }
        },
        WORD {
            @Override
            public boolean is(Walk walk, int token) {
                return walk.scene().tokens().isWord(token);
            }
        },
        NUM {
            @Override
            public boolean is(Walk walk, int token) {
                return walk.scene().tokens().isNumber(token);
            }
        },
        YEAR {
            @Override
            public boolean is(Walk walk, int token) {
                return NUM.is(walk, token) && DigitString.isYear(walk.scene().tokens().norm[token]);
            }
        },
        NAME {
            @Override
            public boolean is(Walk walk, int token) {
                return walk.scene().tokens().isCapitalised(token);
            }
        }
    }

    /** A cue of a type, of any value where {@code value} is null. */
    record CueOf(CueType type, @Nullable String value) implements Element {

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            Spans<Cue> phrases = walk.scene().cuePhrases();
            for (int i = 0; i < from.size(); i++) {
                int place = from.at(i);
                if (isWord(walk, place)) {
                    to.addBehind(from, i, place + walk.direction());
                }
                if (!phrases.isEmpty()) {
                    addPhrases(walk, phrases.from(walk.direction()), from, i, to);
                }
            }
            return to;
        }

        private void addPhrases(Walk walk, Spans.Side<Cue> phrases, Positions from, int i, Positions to) {
            for (int c = phrases.first(from.at(i)); c < phrases.last(from.at(i)); c++) {
                Hit<Cue> cue = phrases.get(c);
                if (is(cue.value())) {
                    to.addBehind(from, i, walk.direction() > 0 ? cue.end() : cue.begin());
                }
            }
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return isWord(walk, place) || isPhrase(walk, place, Positions.NONE);
        }

        @Override
        public boolean leads(Walk walk, int from, int to) {
            return to == from + walk.direction() && isWord(walk, from) || isPhrase(walk, from, to);
        }

        private boolean isWord(Walk walk, int place) {
            int token = walk.token(place);
            return token >= 0 && walk.scene().cues().isWord(type, value, token);
        }

        /** Whether a cue of several words stands at the place and reaches to the other, to any where that is none. */
        private boolean isPhrase(Walk walk, int place, int to) {
            if (walk.scene().cuePhrases().isEmpty()) {
                return false;
            }
            Spans.Side<Cue> phrases = walk.scene().cuePhrases().from(walk.direction());
            for (int c = phrases.first(place); c < phrases.last(place); c++) {
                Hit<Cue> cue = phrases.get(c);
                boolean reaches = to == Positions.NONE || to == (walk.direction() > 0 ? cue.end() : cue.begin());
                if (reaches && is(cue.value())) {
                    return true;
                }
            }
            return false;
        }

        private boolean is(Cue cue) {
            return cue.type() == type && (value == null || value.equals(cue.value()));
        }

        @Override
        public void needs(List<int[]> needs) {
            needs.add(new int[] {Vocabulary.of(type)});
        }
    }

    /** A phrase of a class that the caller supplies, of any value where {@code value} is null. */
    record Supplied(String name, @Nullable String value) implements Element {

        @Override
        public Positions walk(Walk walk, Positions from) {
            if (walk.scene().supplied(name).isEmpty()) {
                return Positions.none(walk.direction());
            }
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            Spans.Side<String> phrases = walk.scene().supplied(name).from(walk.direction());
            for (int i = 0; i < from.size(); i++) {
                for (int p = phrases.first(from.at(i)); p < phrases.last(from.at(i)); p++) {
                    Hit<String> phrase = phrases.get(p);
                    if (value == null || value.equals(phrase.value())) {
                        to.addBehind(from, i, walk.direction() > 0 ? phrase.end() : phrase.begin());
                    }
                }
            }
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            if (walk.scene().supplied(name).isEmpty()) {
                return false;
            }
            Spans.Side<String> phrases = walk.scene().supplied(name).from(walk.direction());
            for (int p = phrases.first(place); p < phrases.last(place); p++) {
                if (value == null || value.equals(phrases.get(p).value())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Another figure, or a number that was left out, of which the conditions hold. */
    record FigureOf(boolean leftOut, List<Condition> conditions) implements Element {

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            for (int i = 0; i < from.size(); i++) {
                Figure figure = at(walk, from.at(i));
                if (figure != null) {
                    to.addBehind(from, i, walk.direction() > 0 ? figure.to() : figure.lead());
                }
            }
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return at(walk, place) != null;
        }

        private @Nullable Figure at(Walk walk, int place) {
            Figure figure = walk.direction() > 0
                    ? walk.scene().numberBeginning(place)
                    : walk.scene().numberEnding(place);
            if (figure == null || figure.isLeftOut() != leftOut) {
                return null;
            }
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).holds(figure)) {
                    return null;
                }
            }
            return figure;
        }
    }

    enum Edge implements OfPlace {
        GLUED {
            @Override
            public boolean standsAt(Walk walk, int place) {
                return walk.scene().tokens().isGlued(place);
            }
        },
        CLAUSE_BEGIN {
            @Override
            public boolean standsAt(Walk walk, int place) {
                return place == 0 || walk.scene().clauseStart(place) == place;
            }
        },
        CLAUSE_END {
            @Override
            public boolean standsAt(Walk walk, int place) {
                return walk.scene().clauseEnd(place) == place;
            }
        },
        SENTENCE_BEGIN {
            @Override
            public boolean standsAt(Walk walk, int place) {
                return place == 0;
            }
        },
        SENTENCE_END {
            @Override
            public boolean standsAt(Walk walk, int place) {
                Tokens tokens = walk.scene().tokens();
                return place == tokens.count || place == tokens.count - 1 && tokens.type[place] == Tokens.MARK;
            }
        }
    }
}
