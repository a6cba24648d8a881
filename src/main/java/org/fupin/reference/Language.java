package org.fupin.reference;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Unit;

/**
 * What the extraction knows of the reports' language: the files of the lexicon, typed, one word a row, in the files' order. How
 * words become tokens is the extraction's business; here they are strings in lower case.
 *
 * @param unitWords {@code unit_words.csv}
 * @param numberWords {@code number_words.csv}
 * @param nouns {@code nouns.csv}
 * @param topics {@code topics.csv}
 * @param contexts {@code contexts.csv}
 * @param payers {@code payers.csv}
 * @param payerLevels {@code payer_levels.csv}
 * @param payerNouns {@code payer_nouns.csv}
 * @param cues the files of {@code cues}
 * @param places {@code places.csv}
 */
public record Language(
        List<UnitWord> unitWords,
        List<NumberWord> numberWords,
        List<Noun> nouns,
        List<Topic> topics,
        List<Context> contexts,
        List<PayerWord> payers,
        List<PayerLevel> payerLevels,
        List<PayerNoun> payerNouns,
        List<Cue> cues,
        List<Place> places) {

    private static final Once<Language> TABLE = new Once<>(() -> load(CsvTable.Files.CLASS_PATH));

    /** The files of cue words, by subject. */
    private static final List<String> CUES =
            List.of("amounts", "changes", "per", "time", "planning", "money", "places", "poor", "names", "grammar");

    /** A word for a unit; a stated number times {@code factor} is in the unit. */
    public record UnitWord(String word, Unit unit, BigDecimal factor) {}

    /** A word or phrase that is a number. */
    public record NumberWord(String word, Kind kind, BigDecimal value) {

        /** What the word does with a number. */
        public enum Kind implements Coded {
            /** A number of its own: "six"; of several words a part of the magnitude or unit behind it: "half a". */
            UNIT("unit"),
            /** Multiplies the number before it: "million". */
            MAGNITUDE("magnitude"),
            /** Added to the number before it: "and a half". */
            ADDED("added"),
            /** Multiplies the number before it beside money or people, and may be something else elsewhere: "m". */
            ABBREVIATION("abbreviation"),
            /** A fraction, in percent: "half" is 50. */
            FRACTION("fraction"),
            /** A multiple: "double" is 2 times. */
            MULTIPLE("multiple");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }

    /** A noun that is counted, with the measure and the unit that it leads to. */
    public record Noun(String word, Measure measure, Unit unit) {}

    /** A word for what an amount with a unit of {@code dimension} measures. */
    public record Topic(String word, Measure measure, Dimension dimension) {}

    /** A word around a count that turns one of the measures {@code from} into {@code to}. */
    public record Context(String word, Measure to, Set<Measure> from) {}

    /** A word near an amount of money that tells who pays. */
    public record PayerWord(String word, FundingSource source, Role role) {

        /** Where it tells so. */
        public enum Role implements Coded {
            /** Wherever it stands. */
            ANY("any"),
            /** As the subject of a verb of paying, or behind "by" or "from". */
            AGENT("agent"),
            /** Wherever it stands, other than as such a subject. */
            MONEY("money");

            private final String code;

            Role(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }

    /** A level of government in the singular, or the name of one in braces. */
    public record PayerLevel(String word, FundingSource source, Form form) {

        /** How it becomes a payer. */
        public enum Form implements Coded {
            /** Before a noun: "provincial". */
            ADJECTIVE("adjective"),
            /** A kind of place, which pays only where the text says how: "the county's finance". */
            PLACE("place"),
            /** The level of a city, and that of the province in articles on a municipality. */
            MUNICIPAL("municipal"),
            /** The name of a province, in braces. */
            NAME("name");

            private final String code;

            Form(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }

    /** A word of the phrases that levels of government stand in, in the singular. */
    public record PayerNoun(String word, Role role) {

        /** What it does there. */
        public enum Role implements Coded {
            /** Pays: "government". */
            OFFICE("office"),
            /** Is paid: "funds". */
            MONEY("money"),
            /** Tells public money, with no level named: "special" funds. */
            PUBLIC("public"),
            /** Tells a level's own share: "matching". */
            MATCHING("matching"),
            /** Between a level and its noun: "anti-poverty". */
            MODIFIER("modifier"),
            /** Behind a level, makes it a noun: "level". */
            LEVEL("level"),
            /** Behind an office, makes it several: "at all levels". */
            ALL("all"),
            /** Before a place that pays: "from". */
            ORIGIN("origin"),
            DETERMINER("determiner");

            private final String code;

            Role(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }

    /** A word of one type that leads to a value. */
    public record Cue(String type, String value, String word) {}

    /**
     * A prefecture-level place.
     *
     * @param region code of the province that it lies in
     * @param readIn code of the province in whose articles the name means this place; empty: in all where it means no other
     */
    public record Place(String name, String region, String readIn) {}

    /**
     * Reads the files of the lexicon.
     *
     * @throws IllegalStateException naming file and line of what cannot be read, and of a word that stands twice
     */
    public static Language load() {
        return TABLE.get();
    }

    static Language load(CsvTable.Files files) {
        Units units = Units.load();
        LexiconTable cues = new LexiconTable(files, "word", row -> List.of("for the type " + row.get("type")));
        return new Language(
                new LexiconTable(files, "word")
                        .read(
                                "unit_words.csv",
                                row -> new UnitWord(
                                        row.get("word"),
                                        units.unit(row.get("code")),
                                        new BigDecimal(row.get("factor")))),
                new LexiconTable(files, "word")
                        .read(
                                "number_words.csv",
                                row -> new NumberWord(
                                        row.get("word"),
                                        Coded.of(NumberWord.Kind.class, row.get("kind")),
                                        new BigDecimal(row.get("value")))),
                new LexiconTable(files, "word")
                        .read(
                                "nouns.csv",
                                row -> new Noun(
                                        row.get("word"),
                                        Coded.of(Measure.class, row.get("measure")),
                                        units.unit(row.get("unit")))),
                new LexiconTable(files, "word", row -> List.of("for the dimension " + row.get("dimension")))
                        .read(
                                "topics.csv",
                                row -> new Topic(
                                        row.get("word"),
                                        Coded.of(Measure.class, row.get("measure")),
                                        Coded.of(Dimension.class, row.get("dimension")))),
                new LexiconTable(files, "word", row -> CsvTable.several(row, "from").stream()
                                .map(code -> "for " + code)
                                .toList())
                        .read(
                                "contexts.csv",
                                row -> new Context(
                                        row.get("word"),
                                        Coded.of(Measure.class, row.get("to")),
                                        measures(CsvTable.several(row, "from")))),
                new LexiconTable(files, "word")
                        .read(
                                "payers.csv",
                                row -> new PayerWord(
                                        row.get("word"),
                                        Coded.of(FundingSource.class, row.get("source")),
                                        Coded.of(PayerWord.Role.class, row.get("role")))),
                new LexiconTable(files, "word")
                        .read(
                                "payer_levels.csv",
                                row -> new PayerLevel(
                                        row.get("word"),
                                        Coded.of(FundingSource.class, row.get("source")),
                                        Coded.of(PayerLevel.Form.class, row.get("form")))),
                new LexiconTable(files, "word")
                        .read(
                                "payer_nouns.csv",
                                row -> new PayerNoun(row.get("word"), Coded.of(PayerNoun.Role.class, row.get("role")))),
                CUES.stream()
                        .flatMap(subject -> cues
                                .read(
                                        "cues/" + subject + ".csv",
                                        row -> new Cue(row.get("type"), row.get("value"), row.get("word")))
                                .stream())
                        .toList(),
                places(files));
    }

    /** The places; two of one name are told apart by the articles in which each is meant. */
    static List<Place> places(CsvTable.Files files) {
        Regions regions = Regions.load();
        return new LexiconTable(
                        files,
                        "name",
                        row -> List.of(
                                row.get("read_in").isEmpty() ? "without read_in" : "for read_in " + row.get("read_in")))
                .read("places.csv", row -> {
                    String readIn = row.get("read_in");
                    return new Place(
                            row.get("name"),
                            regions.region(row.get("region")).code(),
                            readIn.isEmpty() ? "" : regions.region(readIn).code());
                });
    }

    private static Set<Measure> measures(List<String> codes) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        codes.forEach(code -> measures.add(Coded.of(Measure.class, code)));
        return measures;
    }
}
