package org.fupin.cli.record;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.report.data.SpreadsheetCsv;
import org.jspecify.annotations.Nullable;

/** A {@linkplain SpreadsheetCsv CSV file for spreadsheets}: a column for each field, lists with blanks between. */
final class CsvRecordWriter<T> implements RecordWriter<T> {

    private final RecordType<T> type;
    private final SpreadsheetCsv csv;

    CsvRecordWriter(RecordType<T> type, Writer out) throws IOException {
        this.type = type;
        this.csv = SpreadsheetCsv.marked(
                out, type.fields().stream().map(RecordType.Field::name).toList());
    }

    @Override
    public void write(T record) throws IOException {
        csv.row(type.fields().stream()
                .map(field -> text(field.value().apply(record)))
                .toList());
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
