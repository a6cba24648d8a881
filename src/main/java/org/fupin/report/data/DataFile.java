package org.fupin.report.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fupin.report.ProvinceYearReport;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of a report for programs: UTF-8 without a byte order mark, a header row, lists with a separator between. The same
 * report gives the same bytes.
 *
 * @param <T> what a row is made from
 * @param resource name in the data package
 * @param ending of the file's name, behind the name of the report
 * @param primaryKey names of the fields that tell rows apart
 * @param separator of the values of a list
 */
public record DataFile<T>(
        String resource,
        String title,
        String ending,
        List<DataField<T>> fields,
        List<String> primaryKey,
        String separator,
        Function<ProvinceYearReport, List<T>> rows) {

    /** The file's name for the report of a province and year, such as {@code CN-GS-2012.csv}. */
    public String fileName(ProvinceYearReport report) {
        return report.region().code() + "-" + report.year() + ending;
    }

    public void write(ProvinceYearReport report, OutputStream out) throws IOException {
        // As text first: to print each character into an encoder costs twice as much.
        StringBuilder text = new StringBuilder(1 << 14);
        SpreadsheetCsv csv =
                SpreadsheetCsv.plain(text, fields.stream().map(DataField::name).toList());
        List<String> values = new ArrayList<>(fields.size());
        for (T row : rows.apply(report)) {
            values.clear();
            for (DataField<T> field : fields) {
                values.add(text(field.value().apply(row)));
            }
            csv.row(values);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(separator));
        }
        return value == null ? "" : value.toString();
    }
}
