package org.fupin.reading.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.Table;
import org.fupin.observation.document.TableRow;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.jspecify.annotations.Nullable;

/** The tables of a text among its paragraphs: which of these are rows, and which say of a table what it is and in what unit. */
public final class TablePlaces {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

    private static final Pattern UNIT_NUMBER = Pattern.compile("(?:10*(?:,000)*|(?:19|20)\\d\\d)[.,]?");

    /** "Funds in million yuan; persons in 1,000 persons". */
    private static final Pattern IN_UNIT = Pattern.compile(
            "\\bin (?:10|thousand|hundred|million|billion|yuan|rmb|persons?\\b|households?\\b|mu\\b|tons?\\b)");

    /** Longest caption and longest note. */
    private static final int LONGEST_CAPTION = 200;

    private static final int LONGEST_NOTE = 300;

    /** Most paragraphs before a table that are captions of it, and most behind it that are notes. */
    private static final int MOST_CAPTIONS = 3;

    private static final int MOST_NOTES = 2;

    private enum Role {
        CAPTION,
        ROW,
        NOTE
    }

    /** @param row place among the rows of its table */
    private record Place(TextTable table, Role role, int row) {}

    private final ReadingWords words;
    private final List<TextTable> tables;
    /** By the begin of the paragraph. */
    private final Map<Integer, Place> places = new HashMap<>();

    public TablePlaces(ReadingWords words, List<TextTable> tables) {
        this.words = words;
        this.tables = tables;
    }

    /** The begins of all rows. */
    public Set<Integer> rows() {
        Set<Integer> rows = new HashSet<>();
        tables.forEach(table -> table.rows().forEach(row -> rows.add(row.span().begin())));
        return rows;
    }

    /** Finds the places of the tables among the paragraphs. */
    public void find(String text, List<Span> paragraphs) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < paragraphs.size() && !tables.isEmpty(); i++) {
            numbers.put(paragraphs.get(i).begin(), i);
        }
        for (TextTable table : tables) {
            for (int row = 0; row < table.rows().size(); row++) {
                places.put(table.rows().get(row).span().begin(), new Place(table, Role.ROW, row));
            }
        }
        for (TextTable table : tables) {
            Integer first = numbers.get(table.rows().get(0).span().begin());
            Integer last =
                    numbers.get(table.rows().get(table.rows().size() - 1).span().begin());
            for (int i = first == null ? -1 : first - 1; i >= 0 && first - i <= MOST_CAPTIONS; i--) {
                Span paragraph = paragraphs.get(i);
                if (places.containsKey(paragraph.begin())
                        || paragraph.begin() != table.caption() && !isCaption(paragraph.in(text))) {
                    break;
                }
                places.put(paragraph.begin(), new Place(table, Role.CAPTION, 0));
            }
            for (int i = last == null ? paragraphs.size() : last + 1;
                    i < paragraphs.size() && i - last <= MOST_NOTES;
                    i++) {
                Span paragraph = paragraphs.get(i);
                if (places.containsKey(paragraph.begin()) || !isNote(paragraph.in(text))) {
                    break;
                }
                places.put(paragraph.begin(), new Place(table, Role.NOTE, 0));
            }
        }
    }

    /** Whether the paragraph is a row of a table, or a caption or note of one: no title, heading or sentence. */
    public boolean isPart(Span paragraph) {
        return places.containsKey(paragraph.begin());
    }

    public boolean isRow(Span paragraph) {
        Place place = places.get(paragraph.begin());
        return place != null && place.role == Role.ROW;
    }

    /** "Table 3: Funds by county", "Unit: 10,000 yuan", "Villages (persons)": no sentence. */
    private boolean isCaption(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST_CAPTION) {
            return false;
        }
        if (saysUnit(lower)) {
            return true;
        }
        boolean sentence = isSentence(lower);
        return !sentence && (opens(lower, Part.TABLE_NAME) || bracketsUnit(lower));
    }

    private boolean isNote(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST_NOTE
                && (saysUnit(lower)
                        || holdsNoFigures(lower)
                                && (has(lower, Part.BRACKET_NOTE)
                                        || opens(lower, Part.TABLE_NOTE)
                                                && (has(lower, Part.UNIT_NOTE)
                                                        || IN_UNIT.matcher(lower)
                                                                .find())));
    }

    /** Whether all of its numbers are years or magnitudes of units, so that none is lost with the note. */
    private static boolean holdsNoFigures(String lower) {
        Matcher number = NUMBER.matcher(lower);
        while (number.find()) {
            if (!UNIT_NUMBER.matcher(number.group()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** "Unit: 10,000 yuan", "(Units: persons, mu)". */
    private boolean saysUnit(String lower) {
        String bare = lower.startsWith("(") || lower.startsWith("\uFF08") || lower.startsWith("[")
                ? lower.substring(1).stripLeading()
                : lower;
        return bare.length() <= LONGEST_CAPTION / 2 && opens(bare, Part.UNIT_NOTE) && !isSentence(lower);
    }

    /** Whether it ends in brackets that name a unit: "Funds put in (million yuan)". */
    private boolean bracketsUnit(String lower) {
        int open = Math.max(lower.lastIndexOf('('), lower.lastIndexOf('\uFF08'));
        return open > 0
                && (lower.endsWith(")") || lower.endsWith("\uFF09"))
                && (has(lower.substring(open), Part.UNIT_NOTE) || has(lower.substring(open), Part.TABLE_UNIT));
    }

    private boolean isSentence(String lower) {
        if (".!?;,".indexOf(lower.charAt(lower.length() - 1)) < 0) {
            return false;
        }
        for (String word : lower.split("[^\\p{L}]+")) {
            if (words.is(Part.FINITE, word) || words.is(Part.PAST, word) || words.is(Part.TABLE_VERB, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(String lower, Part part) {
        for (String word : words.of(part)) {
            boolean latin = Character.isLetter(word.charAt(word.length() - 1)) && word.charAt(0) < '\u0250';
            if (lower.startsWith(word)
                    && !(latin && lower.length() > word.length() && isLatin(lower.charAt(word.length())))) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String lower, Part part) {
        for (String word : words.of(part)) {
            int at = lower.indexOf(word);
            int end = at + word.length();
            if (at >= 0
                    && !(at > 0 && isLatin(lower.charAt(at - 1)) && isLatin(word.charAt(0)))
                    && !(end < lower.length()
                            && isLatin(lower.charAt(end))
                            && isLatin(word.charAt(word.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c < '\u0250' && Character.isLetter(c);
    }

    /** Takes up the tables of one section while its paragraphs are read. */
    public final class Collector {

        private final List<Table> done = new ArrayList<>();
        private @Nullable TextTable table;
        private final List<Sentence> captions = new ArrayList<>();
        private final List<TableRow> rows = new ArrayList<>();
        private final List<Sentence> notes = new ArrayList<>();

        /** Takes up a paragraph that is a part of a table, as one sentence. */
        public void add(Sentence sentence) {
            Place place = places.get(sentence.span().begin());
            if (table != place.table) {
                close();
                table = place.table;
            }
            switch (place.role) {
                case CAPTION -> captions.add(sentence);
                case ROW ->
                    rows.add(new TableRow(sentence, table.rows().get(place.row).cells()));
                case NOTE -> notes.add(sentence);
                default -> throw new IllegalStateException(place.role.name());
            }
        }

        public List<Table> tables() {
            close();
            return done;
        }

        private void close() {
            if (!rows.isEmpty()) {
                done.add(new Table(captions, rows, notes));
            }
            table = null;
            captions.clear();
            rows.clear();
            notes.clear();
        }
    }
}
