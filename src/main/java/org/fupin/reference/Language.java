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
 * What the extraction knows of the reports' language: the rows of the reference files, typed. How words become tokens is
 * the extraction's business; here they are strings in lower case.
 *
 * @param unitWords {@code unit_words.csv}
 * @param numberWords {@code number_words.csv}
 * @param countNouns {@code count_nouns.csv}
 * @param topics {@code topics.csv}
 * @param contexts {@code measure_context.csv}
 * @param sources {@code sources.csv}, in the file's order: the first that matches wins
 * @param cues {@code cues.csv}
 * @param places {@code places.csv}
 */
public record Language(
        List<UnitWords> unitWords,
        List<NumberWord> numberWords,
        List<CountNouns> countNouns,
        List<Topic> topics,
        List<MeasureContext> contexts,
        List<SourceWords> sources,
        List<Cue> cues,
        List<Places> places) {

    /** Words for a unit; a stated number times {@code factor} is in the unit. */
    public record UnitWords(Unit unit, BigDecimal factor, List<String> words) {}

    /** A word or phrase that is a number. */
    public record NumberWord(String word, Kind kind, BigDecimal value) {

        /** What the word does with a number. */
        public enum Kind implements Coded {
            /** A number of its own: "six". */
            UNIT("unit"),
            /** Multiplies the number before it: "million". */
            MAGNITUDE("magnitude"),
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

    /** Nouns that are counted, with the measure and the unit that they lead to. */
    public record CountNouns(Measure measure, Unit unit, List<String> nouns) {}

    /** Words for what an amount with a unit of {@code dimension} measures. */
    public record Topic(Measure measure, Dimension dimension, List<String> words) {}

    /** Words around a count that turn one of the measures {@code from} into {@code to}. */
    public record MeasureContext(Set<Measure> from, Measure to, List<String> words) {}

    /** Words near an amount of money that tell who pays. */
    public record SourceWords(FundingSource source, List<String> words) {}

    /** Words of one type that lead to one value. */
    public record Cue(String type, String value, List<String> words) {}

    /** Names of the prefecture-level places of the region with this code. */
    public record Places(String region, List<String> names) {}

    /**
     * Reads the reference files.
     *
     * @throws IllegalStateException naming file and line of what cannot be read
     */
    public static Language load() {
        Units units = Units.load();
        return new Language(
                CsvTable.read(
                        "unit_words.csv",
                        row -> new UnitWords(
                                units.unit(row.get("code")),
                                new BigDecimal(row.get("factor")),
                                CsvTable.several(row, "words"))),
                CsvTable.read(
                        "number_words.csv",
                        row -> new NumberWord(
                                row.get("word"),
                                Coded.of(NumberWord.Kind.class, row.get("kind")),
                                new BigDecimal(row.get("value")))),
                CsvTable.read(
                        "count_nouns.csv",
                        row -> new CountNouns(
                                Coded.of(Measure.class, row.get("measure")),
                                units.unit(row.get("unit")),
                                CsvTable.several(row, "nouns"))),
                CsvTable.read(
                        "topics.csv",
                        row -> new Topic(
                                Coded.of(Measure.class, row.get("measure")),
                                Coded.of(Dimension.class, row.get("dimension")),
                                CsvTable.several(row, "words"))),
                CsvTable.read("measure_context.csv", row -> {
                    Set<Measure> from = EnumSet.noneOf(Measure.class);
                    CsvTable.several(row, "from").forEach(code -> from.add(Coded.of(Measure.class, code)));
                    return new MeasureContext(
                            from, Coded.of(Measure.class, row.get("to")), CsvTable.several(row, "words"));
                }),
                CsvTable.read(
                        "sources.csv",
                        row -> new SourceWords(
                                Coded.of(FundingSource.class, row.get("source")), CsvTable.several(row, "words"))),
                CsvTable.read(
                        "cues.csv", row -> new Cue(row.get("type"), row.get("value"), CsvTable.several(row, "words"))),
                CsvTable.read("places.csv", row -> new Places(row.get("region"), CsvTable.several(row, "names"))));
    }
}
