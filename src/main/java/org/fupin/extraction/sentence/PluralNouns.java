package org.fupin.extraction.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Measure;

/** Finds the plural nouns of a sentence, for the class {@code [things]} of patterns, whose values say what they are. */
public final class PluralNouns {

    /** The name of the class. */
    public static final String CLASS = "things";

    /** Longest noun looked for, in tokens. */
    private static final int LONGEST = 3;

    private enum Thing {
        PERSON,
        HOUSEHOLD,
        PLACE,
        LOAN,
        OTHER;

        private final String value = name().toLowerCase(Locale.ROOT);
    }

    private PluralNouns() {}

    /** The longest noun that ends at each plural. */
    public static List<Hit<String>> in(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Hit<String>> nouns = new ArrayList<>();
        for (int to = 1; to <= tokens.count; to++) {
            boolean found = !tokens.isWord(to - 1) || !tokens.isPlural(to - 1);
            for (int from = Math.max(0, to - LONGEST); from < to && !found; from++) {
                Hit<Lexicon.Noun> hit = sentence.lexicon.nouns.longest(tokens, from, to);
                found = hit != null && hit.end() == to;
                if (found) {
                    nouns.add(new Hit<>(thing(sentence.lexicon, hit.value()).value, from, to));
                }
            }
        }
        return nouns;
    }

    private static Thing thing(Lexicon lexicon, Lexicon.Noun noun) {
        if (noun.unit().equals(lexicon.person)) {
            return Thing.PERSON;
        }
        if (noun.unit().equals(lexicon.household)) {
            return Thing.HOUSEHOLD;
        }
        if (noun.measure().countsPlaces()) {
            return Thing.PLACE;
        }
        return noun.measure() == Measure.LOAN_COUNT ? Thing.LOAN : Thing.OTHER;
    }
}
