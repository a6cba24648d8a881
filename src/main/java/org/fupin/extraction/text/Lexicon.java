package org.fupin.extraction.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.Region;
import org.fupin.observation.Unit;
import org.fupin.observation.document.Article;
import org.fupin.reference.Language;
import org.fupin.reference.Language.NumberWord;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/** The reference data, indexed for look-up in tokens. Immutable and shared by all threads. */
public final class Lexicon implements Glue {

    public record Cue(CueType type, String value) {}

    public record UnitWord(Unit unit, BigDecimal factor) {}

    /** A counted noun. */
    public record Noun(Measure measure, Unit unit) {}

    public record Topic(Measure measure, Dimension dimension) {}

    public record Context(Set<Measure> from, Measure to) {}

    /** Letters of a magnitude from which on it is known when it is misspelt. */
    private static final int LONG_MAGNITUDE = 7;

    public final Units units;
    /** The words of all indexes, and of the rules that are compiled with it. */
    public final Vocabulary vocabulary = new Vocabulary();

    /** Cues of several words; those of one are known of the word. */
    final PhraseIndex<Cue> cuePhrases = PhraseIndex.ofWords(vocabulary);

    public final PhraseIndex<UnitWord> unitWords = PhraseIndex.ofWords(vocabulary);
    /** Numbers of several words: "one third", "ten thousand". */
    public final PhraseIndex<NumberWord> numberPhrases = PhraseIndex.ofWords(vocabulary);

    public final Map<String, NumberWord> numberWords = new HashMap<>();
    /** Letters that are a magnitude only beside money or people: "m". */
    public final Map<String, NumberWord> abbreviations = new HashMap<>();

    public final PhraseIndex<Noun> nouns = PhraseIndex.ofLemmas(vocabulary);
    public final PhraseIndex<Topic> topics = PhraseIndex.ofWords(vocabulary);
    public final PhraseIndex<Context> contexts = PhraseIndex.ofWords(vocabulary);

    private final Set<String> unitOpeners = new HashSet<>();
    private final Language language;
    private final Regions regions;
    /** Names of regions, long and short, in small letters. */
    private final Set<String> regionNames = new HashSet<>();

    private final List<NumberWord> longMagnitudes;
    /** By the codes of region and partner: few pairs, each made once. */
    private final Map<String, PayerWords> payers = new ConcurrentHashMap<>();
    /** The places of articles in which no name means a place of their own. */
    private final PhraseIndex<String> placesOfAll;
    /** By the code of the region whose articles they are read in. */
    private final Map<String, PhraseIndex<String>> places = new HashMap<>();

    private final Map<String, Set<CueType>> single = new HashMap<>();

    public final Unit currency;
    public final Unit mu;
    public final Unit person;
    public final Unit household;
    public final Unit count;
    public final Unit times;
    public final Unit ratio;
    public final Unit percent;

    public Lexicon(Language language, Units units, Regions regions) {
        this.units = units;
        currency = units.unit("CNY");
        mu = units.unit("mu");
        person = units.unit("person");
        household = units.unit("household");
        count = units.unit("1");
        times = units.unit("times");
        ratio = units.unit("ratio");
        percent = units.unit("percent");
        for (Language.Cue row : language.cues()) {
            Cue cue = new Cue(Coded.of(CueType.class, row.type()), row.value());
            vocabulary.count(cue.type());
            Tokens words = Tokens.of(row.word(), 0);
            if (words.count == 1) {
                vocabulary.add(vocabulary.word(words.norm[0]), cue);
            } else {
                cuePhrases.add(row.word(), cue);
            }
            single.computeIfAbsent(row.word(), w -> EnumSet.noneOf(CueType.class))
                    .add(cue.type());
        }
        for (Language.UnitWord row : language.unitWords()) {
            unitWords.add(row.word(), new UnitWord(row.unit(), row.factor()));
            unitOpeners.add(row.word().split(" ", 2)[0]);
        }
        for (NumberWord word : language.numberWords()) {
            if (word.kind() == NumberWord.Kind.ABBREVIATION) {
                abbreviations.put(word.word(), word);
            } else if (word.word().indexOf(' ') >= 0) {
                numberPhrases.add(word.word(), word);
            } else {
                numberWords.put(word.word(), word);
                vocabulary.word(word.word()).isNumber(word);
            }
        }
        longMagnitudes = language.numberWords().stream()
                .filter(word -> word.kind() == NumberWord.Kind.MAGNITUDE
                        && word.word().length() >= LONG_MAGNITUDE
                        && word.word().indexOf(' ') < 0)
                .toList();
        language.nouns().forEach(row -> nouns.add(row.word(), new Noun(row.measure(), row.unit())));
        language.topics().forEach(row -> topics.add(row.word(), new Topic(row.measure(), row.dimension())));
        language.contexts().forEach(row -> contexts.add(row.word(), new Context(row.from(), row.to())));
        placesOfAll = places(language.places(), regions, "");
        for (Language.Place row : language.places()) {
            if (!row.readIn().isEmpty()) {
                places.computeIfAbsent(row.readIn(), code -> places(language.places(), regions, code));
            }
        }
        PayerWords.addAll(vocabulary, language, regions);
        this.language = language;
        for (Region region : regions.all()) {
            regionNames.add(region.shortName().toLowerCase(Locale.ROOT));
            regionNames.add(region.name().toLowerCase(Locale.ROOT));
        }
        this.regions = regions;
    }

    /** The words for payers, with the names of the article's region and of its partner filled in. */
    public PayerWords payers(Article article) {
        return payers.computeIfAbsent(
                article.region() + "/" + article.partner(), k -> PayerWords.of(vocabulary, language, regions, article));
    }

    /**
     * Names of provinces and of places at prefecture level, as the article means them, with the code of the region that they are
     * or lie in.
     */
    public PhraseIndex<String> places(Article article) {
        return places.getOrDefault(article.region(), placesOfAll);
    }

    private PhraseIndex<String> places(List<Language.Place> words, Regions regions, String readIn) {
        PhraseIndex<String> index = PhraseIndex.ofWords(vocabulary);
        // of two places of a name the index gives the one that was added first
        words.stream()
                .filter(place -> place.readIn().isEmpty() || place.readIn().equals(readIn))
                .sorted(Comparator.comparing(
                        (Language.Place place) -> place.readIn().isEmpty()))
                .forEach(place -> index.add(place.name(), place.region()));
        for (Region region : regions.all()) {
            index.add(region.shortName(), region.code());
            index.add(region.name(), region.code());
        }
        return index;
    }

    /** Whether it is the name of a region at province level. */
    public boolean isRegionName(String name) {
        return regionNames.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public boolean opensYear(String word) {
        return is(word, CueType.YEAR_BEFORE);
    }

    @Override
    public boolean isMagnitude(String word) {
        NumberWord number = numberWords.get(word);
        return number != null && number.kind() == NumberWord.Kind.MAGNITUDE;
    }

    @Override
    public boolean opensUnit(String word) {
        return unitOpeners.contains(word);
    }

    @Override
    public boolean namesNote(String word) {
        return is(word, CueType.NOTE);
    }

    @Override
    public boolean leadsToNote(String word) {
        return is(word, CueType.NOTE_FILLER);
    }

    /**
     * The magnitude that a word is one slip away from ("milliion"), null if it is none or could be two. Short magnitudes
     * are not guessed.
     */
    @Nullable
    public NumberWord misspeltMagnitude(String word) {
        NumberWord found = null;
        for (NumberWord candidate : longMagnitudes) {
            if (isOneSlip(word, candidate.word())) {
                if (found != null) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }

    /** Whether one letter more, less, other, or two letters in the other order make the one of the other. */
    private static boolean isOneSlip(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        if (Math.abs(written.length() - meant.length()) > 1 || written.equals(meant)) {
            return false;
        }
        int same = 0;
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        if (written.length() != meant.length()) {
            String longer = written.length() > meant.length() ? written : meant;
            String other = longer == written ? meant : written;
            return longer.substring(same + 1).equals(other.substring(same));
        }
        boolean other = written.substring(same + 1).equals(meant.substring(same + 1));
        return other
                || same + 1 < shorter
                        && written.charAt(same) == meant.charAt(same + 1)
                        && written.charAt(same + 1) == meant.charAt(same)
                        && written.substring(same + 2).equals(meant.substring(same + 2));
    }

    /** Whether this one word is a cue of the type. */
    public boolean is(String norm, CueType type) {
        Set<CueType> types = single.get(norm);
        return types != null && types.contains(type);
    }
}
