package org.fupin.reference;

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

    private final WordClasses<Part> words;

    private ReadingWords(WordClasses<Part> words) {
        this.words = words;
    }

    /** Reads the table at the first call. */
    public static ReadingWords load() {
        return TABLE.get();
    }

    private static ReadingWords read() {
        return new ReadingWords(WordClasses.read("reading_words.csv", Part.class));
    }

    /** Whether {@code word}, in lower case, plays this part. */
    public boolean is(Part part, String word) {
        return of(part).contains(word);
    }

    /** All words that play this part, in lower case. */
    public Set<String> of(Part part) {
        return words.of(part);
    }
}
