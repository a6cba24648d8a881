package org.fupin.extraction.sentence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/** What conditions of rules may ask of a number before it is known what it counts: how it is written and what follows it. */
final class NumberFacts {

    /** Names and slogans in quotation marks are not longer, in tokens. */
    private static final int LONGEST_NAME = 10;

    /** Most words of a thing that a year tells the time of. */
    private static final int LONGEST_THING = 5;

    /** What follows a number, by the noun phrase behind it. */
    private enum Follows implements Coded {
        /** The size of the things that it counts: "four 500,000 yuan workshops". */
        SIZE,
        NOTHING,
        /** A noun that is not known. */
        UNKNOWN,
        /** Things that are announced rather than counted: "five measures". */
        ABSTRACT,
        /** The same, where they are papers, which are also made and counted. */
        PAPER,
        THINGS,
        /** One thing. */
        THING;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long the quotation is that a number stands in. */
    private enum Quoted implements Coded {
        NO,
        SHORT,
        LONG;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be asked for; its key is the name. */
    private enum Fact {
        SHAPE((keys, key) -> keys.with(key, NumberShape.class), NumberShape::of),
        /** As written in digits, up to the first mark. */
        DIGITS(Keys::withText, mention -> mention.form == Mention.Form.DIGITS ? first(mention) : null),
        LENGTH(Keys::withText, mention -> first(mention).length()),
        VALUE(Keys::withText, NumberFacts::value),
        QUALIFIER((keys, key) -> keys.with(key, Qualifier.class), mention -> mention.qualifier),
        LEFT_OUT((keys, key) -> keys.with(key, LeftOutReason.class), mention -> mention.leftOut),
        /** Why the number before it in the sentence was left out. */
        BEHIND(
                (keys, key) -> keys.with(key, LeftOutReason.class),
                mention -> mention.before == null ? null : mention.before.leftOut),
        QUOTED((keys, key) -> keys.with(key, Quoted.class), NumberFacts::quoted),
        FOLLOWS((keys, key) -> keys.with(key, Follows.class), NumberFacts::follows),
        /** Without unit, magnitude, qualifier and commas: only such a number names. */
        BARE(Keys::withFlag, NumberFacts::isBare),
        NEGATIVE(Keys::withFlag, mention -> mention.isNegative),
        /** Between the number and its unit. */
        HYPHEN(Keys::withFlag, mention -> mention.sentence.tokens.is(mention.lastNumber + 1, "-")),
        /** The first part of a word: "three-way". */
        COMPOUND(Keys::withFlag, mention -> mention.gluedToWord),
        CODE(Keys::withFlag, NumberFacts::isInCode),
        /** Whether the noun that it counts was read with it. */
        COUNTED(Keys::withFlag, mention -> mention.noun != null),
        COUNTS(Keys::withFlag, NumberFacts::isCounting),
        DATED(Keys::withFlag, NumberFacts::isYearOfThing);

        private static final Map<String, Fact> BY_KEY =
                Arrays.stream(values()).collect(Collectors.toMap(fact -> fact.key, Function.identity()));

        private final String key = name().toLowerCase(Locale.ROOT);
        private final BiFunction<Keys, String, Keys> codes;
        private final Function<Mention, @Nullable Object> of;

        Fact(BiFunction<Keys, String, Keys> codes, Function<Mention, @Nullable Object> of) {
            this.codes = codes;
            this.of = of;
        }
    }

    private NumberFacts() {}

    static Keys keys() {
        Keys keys = Keys.NONE;
        for (Fact fact : Fact.values()) {
            keys = fact.codes.apply(keys, fact.key);
        }
        return keys;
    }

    static String of(Mention mention, String key) {
        Fact fact = Fact.BY_KEY.get(key);
        if (fact == null) {
            throw new IllegalArgumentException("no fact " + key + " of a figure");
        }
        Object value = fact.of.apply(mention);
        if (value instanceof Boolean holds) {
            return holds ? "yes" : "no";
        }
        return value instanceof Coded coded ? coded.code() : value == null ? "" : value.toString();
    }

    private static String value(Mention mention) {
        return mention.value == null ? "" : mention.value.stripTrailingZeros().toPlainString();
    }

    private static String first(Mention mention) {
        return mention.sentence.tokens.norm[mention.firstNumber];
    }

    private static boolean isBare(Mention mention) {
        return mention.unit == null
                && !mention.hasMagnitude
                && mention.lead == mention.from
                && first(mention).indexOf(',') < 0;
    }

    private static Quoted quoted(Mention mention) {
        boolean[] quoted = mention.sentence.quoted;
        if (!quoted[mention.from]) {
            return Quoted.NO;
        }
        int from = mention.from;
        while (from > 0 && quoted[from - 1] && mention.from - from < LONGEST_NAME) {
            from--;
        }
        int to = mention.to;
        while (to < quoted.length && quoted[to] && to - from <= LONGEST_NAME) {
            to++;
        }
        return to - from > LONGEST_NAME ? Quoted.LONG : Quoted.SHORT;
    }

    /** Whether one or two capitals stand right before it: "A4", "G20", "PM2.5", but not "H1", a half of a year. */
    private static boolean isInCode(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        int before = mention.from - 1;
        if (!tokens.isWord(before) || !tokens.isGlued(mention.from) || tokens.end[before] - tokens.begin[before] > 2) {
            return false;
        }
        String letters = tokens.raw(before, before + 1);
        return letters.equals(letters.toUpperCase(Locale.ROOT)) && !YearParts.isAbbreviated(mention.sentence, mention);
    }

    /** Whether things stand right behind it that it can count. */
    static boolean isCounting(Mention mention) {
        SentenceContext sentence = mention.sentence;
        if (sentence.tokens.isCapitalised(mention.to) || sentence.cueAt(CueType.POINTING, mention.to)) {
            return false;
        }
        NounPhrases.Phrase things = new NounPhrases(sentence.lexicon).after(sentence, mention.to);
        return things != null && (things.noun() != null || sentence.tokens.isPlural(things.head()));
    }

    private static Follows follows(Mention mention) {
        SentenceContext sentence = mention.sentence;
        NounPhrases phrases = new NounPhrases(sentence.lexicon);
        NounPhrases.Phrase measured = new SizedNouns(sentence.lexicon, phrases).things(sentence, mention);
        boolean more = sentence.cueAt(CueType.MORE_OF, mention.to);
        NounPhrases.Phrase phrase =
                measured != null ? measured : phrases.after(sentence, more ? mention.to + 1 : mention.to);
        if (phrase == null) {
            return Follows.NOTHING;
        }
        if (phrase.noun() == null && measured == null) {
            return Follows.UNKNOWN;
        }
        if (isAbstract(sentence, phrase)) {
            boolean paper = phrase.noun() != null && phrase.noun().measure() == Measure.DOCUMENTS;
            return paper ? Follows.PAPER : Follows.ABSTRACT;
        }
        if (measured != null) {
            return Follows.SIZE;
        }
        return sentence.tokens.isPlural(phrase.head()) ? Follows.THINGS : Follows.THING;
    }

    /** "five models" announces, "five demonstration zones" counts: where a longer noun is known, it is that. */
    private static boolean isAbstract(SentenceContext sentence, NounPhrases.Phrase phrase) {
        Lexicon lexicon = sentence.lexicon;
        if (!lexicon.is(Lemma.of(sentence.tokens.norm[phrase.head()]), CueType.ABSTRACT)) {
            return false;
        }
        PhraseIndex.Hit<Lexicon.Noun> longer = phrase.head() > phrase.from()
                ? lexicon.nouns.longest(sentence.tokens, phrase.head() - 1, phrase.head() + 1)
                : null;
        return longer == null || longer.end() != phrase.head() + 1;
    }

    /** Whether one thing stands behind the year, of which there are not so many: "the 2012 budget". */
    private static boolean isYearOfThing(Mention mention) {
        SentenceContext sentence = mention.sentence;
        Tokens tokens = sentence.tokens;
        int head = mention.to;
        while (head + 1 < Math.min(tokens.count, mention.to + LONGEST_THING)
                && tokens.isWord(head + 1)
                && !sentence.cueAt(CueType.FUNCTION, head + 1)
                && !sentence.cueAt(CueType.VERB, head + 1)
                && !sentence.cueAt(CueType.FINITE, head + 1)) {
            head++;
        }
        if (head >= tokens.count || tokens.isPlural(head)) {
            return false;
        }
        PhraseIndex.Hit<Lexicon.Noun> noun = sentence.lexicon.nouns.longest(tokens, head, head + 1);
        return noun == null
                || !noun.value().unit().equals(sentence.lexicon.person)
                        && noun.value().measure() != Measure.LIVESTOCK;
    }
}
