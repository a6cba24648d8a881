package org.fupin.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180: a header row, CR LF between rows, values in quotes where they need them. */
final class CsvRecordWriter<T> implements RecordWriter<T> {

    private final RecordType<T> type;
    private final CSVPrinter csv;

    CsvRecordWriter(RecordType<T> type, Writer out) throws IOException {
        this.type = type;
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(type.fields().stream().map(RecordType.Field::name));
    }

    @Override
    public void write(T record) throws IOException {
        csv.printRecord(type.fields().stream().map(field -> text(field.value().apply(record))));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
