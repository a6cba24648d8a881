package org.fupin.reference;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words by the part that they play in finding titles, headings and sentences, from {@code lexicon/reading_words.csv}. */
public final class ReadingWords {

    private static final Once<ReadingWords> TABLE = new Once<>(ReadingWords::read);

    /** The parts; what each means stands in the file. */
    public enum Part {
        FUNCTION,
        OPENER,
        FIRM_OPENER,
        COUNTER,
        FINITE,
        PAST,
        BASE,
        HEADING_NOUN,
        VOCABULARY,
        HEADING_END,
        ORGANISATION,
        NUMBERED,
        COUNTED,
        MEASURED,
        MONTH,
        TITLE_TOPIC,
        TITLE_PAIRING,
        TITLE,
        TITLE_MORE,
        TITLE_GENRE,
        TITLE_OFFICE,
        TITLE_PLAN,
        TITLE_CHINESE,
        SUB_AREA,
        SUB_AREA_GENERIC,
        FURNITURE,
        FURNITURE_CERTAIN,
        OFFICE,
        ABBREVIATION,
        ABBREVIATION_AT_END,
        ABBREVIATION_BEFORE_SMALL,
        TABLE_NAME,
        TABLE_NOTE,
        TABLE_UNIT,
        TABLE_VERB,
        UNIT_NOTE,
        BRACKET_NOTE
    }

    private final Map<Part, Set<String>> words;

    private ReadingWords(Map<Part, Set<String>> words) {
        this.words = words;
    }

    /** Reads the table at the first call. */
    public static ReadingWords load() {
        return TABLE.get();
    }

    private static ReadingWords read() {
        Map<Part, Set<String>> words = new EnumMap<>(Part.class);
        LexiconTable table = new LexiconTable(
                CsvTable.Files.CLASS_PATH, "word", row -> List.of("for the class " + row.get("class")));
        table.read("reading_words.csv", row -> {
            Part part = Part.valueOf(row.get("class").toUpperCase(Locale.ROOT));
            return words.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(row.get("word"));
        });
        for (Part part : Part.values()) {
            if (!words.containsKey(part)) {
                throw new IllegalStateException("reading_words.csv has no class " + part);
            }
        }
        return new ReadingWords(words);
    }

    /** Whether {@code word}, in lower case, plays this part. */
    public boolean is(Part part, String word) {
        return of(part).contains(word);
    }

    /** All words that play this part, in lower case. */
    public Set<String> of(Part part) {
        Set<String> of = words.get(part);
        return of == null ? Set.of() : of;
    }
}
