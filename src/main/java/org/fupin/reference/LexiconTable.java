package org.fupin.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads files of the lexicon: one word a row, each once in its class. A word that leads to two things leads to the one that
 * happens to be found first, so a second one is a mistake.
 */
final class LexiconTable {

    private static final String FOLDER = "lexicon/";

    private final CsvTable.Files files;
    private final String column;
    private final Function<CSVRecord, List<String>> classes;

    /** The rows that hold a word of a class, as told in a message. */
    private final Map<String, String> found = new HashMap<>();

    /**
     * A table whose words are in {@code column}.
     *
     * @param classes the classes in which a row's word may stand once, as a message says it ("for the type month"): one, or
     *     several for a row that holds for several things
     */
    LexiconTable(CsvTable.Files files, String column, Function<CSVRecord, List<String>> classes) {
        this.files = files;
        this.column = column;
        this.classes = classes;
    }

    /** A table in which each word stands once. */
    LexiconTable(CsvTable.Files files, String column) {
        this(files, column, row -> List.of(""));
    }

    /**
     * The rows of {@code resources/reference/lexicon/<name>}, each made by {@code row}. Words read before from other files by this
     * table count, too.
     *
     * @throws IllegalStateException naming file and line, if a row cannot be made or its word stands a second time
     */
    <T> List<T> read(String name, Function<CSVRecord, T> row) {
        return CsvTable.read(files, FOLDER + name, record -> {
            String word = record.get(column);
            if (word.isEmpty()) {
                throw new IllegalArgumentException("no " + column + ": expected one in each row");
            }
            String values = String.join(",", record.values());
            for (String in : classes.apply(record)) {
                String first = found.putIfAbsent(in + "/" + word, values + " in " + name);
                if (first != null) {
                    throw new IllegalArgumentException("'" + word + "' is listed a second time (first as " + first
                            + "): expected once" + (in.isEmpty() ? "" : " " + in));
                }
            }
            return row.apply(record);
        });
    }
}
