package org.fupin.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one of the reference files: UTF-8, a header row, {@code #} for comments, {@code ;} between several values. */
final class CsvTable {

    /** Where the reference files are. */
    @FunctionalInterface
    interface Files {

        /** Those of the class path. */
        Files CLASS_PATH = name -> CsvTable.class.getResourceAsStream("/reference/" + name);

        /** The file's content, null if there is none of the name. */
        @Nullable
        InputStream open(String name);
    }

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvTable() {}

    /**
     * The rows of {@code resources/reference/<name>}, each made by {@code row}.
     *
     * @throws IllegalStateException naming file and line, if the file is missing or a row cannot be made
     */
    static <T> List<T> read(String name, Function<CSVRecord, T> row) {
        return read(Files.CLASS_PATH, name, row);
    }

    /** As {@link #read(String, Function)}, from {@code files}. */
    static <T> List<T> read(Files files, String name, Function<CSVRecord, T> row) {
        InputStream in = files.open(name);
        if (in == null) {
            throw new IllegalStateException("reference/" + name + " is missing");
        }
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            List<T> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                try {
                    if (!record.isConsistent()) {
                        throw new IllegalArgumentException(record.size() + " columns, the header has "
                                + parser.getHeaderNames().size());
                    }
                    rows.add(row.apply(record));
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(
                            "reference/" + name + " line " + parser.getCurrentLineNumber() + ": " + e.getMessage(), e);
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("reference/" + name, e);
        }
    }

    /** The values of a column that holds several, without blanks. */
    static List<String> several(CSVRecord record, String column) {
        List<String> values = new ArrayList<>();
        for (String value : record.get(column).split(";")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return List.copyOf(values);
    }
}
