package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.sentence.SizedNouns;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a count counts: where a row of its rules says, at the number or in its clause, else the noun phrase behind it,
 * else the subject of its verb.
 */
public final class NounPass implements Pass {

    /** What a row concludes. */
    static final String COUNTED = "counted";

    /** Where the noun stands that a row finds. */
    enum Place implements Coded {
        /** Behind the words of the row. */
        BEHIND("behind", false),
        /** One word behind the hyphen that ends them. */
        TIED("tied", false),
        /** Before the number. */
        AHEAD("ahead", true),
        /** Behind the next figure, of whose things the number counts some. */
        NEXT("next", false),
        /** It counts some of those counted before. */
        THEM("them", false),
        /** It counts some of the whole that the sentence opens with, if nothing else is named behind it. */
        WHOLE("whole", false),
        /** It counts again what was counted before. */
        AGAIN("again", false),
        /** It counts other things like those counted before, for which its noun stands: "new ones". */
        KIND("kind", false),
        /** It counts other things like those counted before. */
        ALIKE("alike", true),
        /** It is an amount in the unit of the one before. */
        UNIT("unit", false);

        private final String code;
        /** Whether it is looked for only where nothing is named right behind the number. */
        private final boolean isElsewhere;

        Place(String code, boolean isElsewhere) {
            this.code = code;
            this.isElsewhere = isElsewhere;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private final RuleTable table;
    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final SizedNouns sizedNouns;
    private final AlikeNouns alikeNouns;
    private final SubjectNouns subjectNouns;
    private final WholeNouns wholeNouns;

    public NounPass(Lexicon lexicon, NounPhrases phrases, RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(COUNTED, Place.class));
        this.lexicon = lexicon;
        this.phrases = phrases;
        sizedNouns = new SizedNouns(lexicon, phrases);
        alikeNouns = new AlikeNouns(phrases);
        subjectNouns = new SubjectNouns(lexicon, phrases);
        wholeNouns = new WholeNouns(phrases, subjectNouns);
    }

    @Override
    public String name() {
        return "nouns";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.isCount() && mention.noun == null && !isSized(sentence, mention)) {
                find(sentence, figures, i, rules.all(mention));
            }
        }
    }

    /** "four 500,000 yuan workshops": between the number and its things stands the size of each. */
    private boolean isSized(SentenceContext sentence, Mention mention) {
        Phrase things = sizedNouns.things(sentence, mention);
        if (things != null) {
            set(mention, things, false, "noun-behind-size");
            SizedNouns.sizeBehind(sentence, mention.to).sizeOf = mention;
        }
        return things != null;
    }

    private void find(SentenceContext sentence, List<Mention> figures, int index, List<Applied> rows) {
        Mention mention = figures.get(index);
        Phrase after = phrases.after(sentence, mention.to);
        Phrase shared = alikeNouns.shared(sentence, figures, index, after);
        if (shared == null && isUnknown(after) && mention.hasSubject()) {
            Phrase subject = phrases.lastBefore(sentence, mention.subjectFrom, mention.subjectTo);
            if (subject != null) {
                set(mention, subject, true, "noun-respectively");
                return;
            }
        }
        if (isFound(sentence, figures, index, rows, false)) {
            return;
        }
        if (shared != null) {
            set(mention, shared, false, "noun-shared");
            return;
        }
        if (after != null && after.from() < sentence.gapEnd(figures, index)) {
            set(mention, after, false, "noun-after");
        }
        boolean named = after != null && (after.noun() != null || looksCounted(sentence.tokens, after));
        if (!named) {
            boolean before =
                    Side.of(sentence, mention) == Side.BEFORE && subjectNouns.isFound(sentence, figures, index);
            if (!before) {
                isFound(sentence, figures, index, rows, true);
            }
        }
    }

    /** Whether one of the rows finds a noun, among those that look for it where nothing is named behind the number or others. */
    private boolean isFound(
            SentenceContext sentence, List<Mention> figures, int index, List<Applied> rows, boolean elsewhere) {
        for (Applied row : rows) {
            Place place = Coded.of(Place.class, row.value(COUNTED));
            if (place.isElsewhere == elsewhere && isFound(sentence, figures, index, place, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFound(SentenceContext sentence, List<Mention> figures, int index, Place place, Applied row) {
        Mention mention = figures.get(index);
        return switch (place) {
            case BEHIND -> isNamed(mention, phrases.after(sentence, row.end()), row);
            case TIED -> isNamed(mention, tied(sentence.tokens, row.end()), row);
            case AHEAD -> isNamed(mention, subjectNouns.ahead(sentence, mention.lead), row);
            case NEXT -> wholeNouns.ofTheNext(sentence, figures, index, row);
            case THEM -> wholeNouns.ofThem(sentence, figures, index, row);
            case WHOLE -> wholeNouns.ofTheWhole(sentence, figures, index, row);
            case AGAIN -> AlikeNouns.again(figures, index, row);
            case KIND -> AlikeNouns.kind(figures, index, row);
            case ALIKE -> AlikeNouns.alike(sentence, figures, index, row);
            case UNIT -> AlikeNouns.unit(figures, index, row);
        };
    }

    private static boolean isNamed(Mention mention, @Nullable Phrase phrase, Applied row) {
        boolean named = phrase != null && (phrase.noun() != null || looksCounted(mention.sentence.tokens, phrase));
        if (named) {
            set(mention, phrase, phrase.to() <= mention.lead, row.rule());
        }
        return named;
    }

    /** "a 10-member team" counts members. */
    private @Nullable Phrase tied(Tokens tokens, int at) {
        PhraseIndex.Hit<Lexicon.Noun> hit = lexicon.nouns.longest(tokens, at, Math.min(at + 2, tokens.count));
        return hit == null ? null : new Phrase(at, hit.end() - 1, hit.end(), hit.value());
    }

    static boolean isUnknown(@Nullable Phrase phrase) {
        return phrase == null || phrase.noun() == null;
    }

    static boolean looksCounted(Tokens tokens, Phrase phrase) {
        return tokens.isPlural(phrase.head());
    }

    static void set(Mention mention, Phrase phrase, boolean before, String rule) {
        mention.nounFrom = phrase.from();
        mention.nounTo = phrase.to();
        mention.noun = phrase.noun();
        mention.nounBefore = before;
        mention.rules.add(rule, mention.nounFrom, mention.nounTo);
    }
}
