package org.fupin.report.data;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fupin.review.SpreadsheetText;

/**
 * A CSV file that spreadsheets open as it is: RFC 4180 with a header row, and {@linkplain SpreadsheetText texts} that are not
 * taken for formulas.
 */
public final class SpreadsheetCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVPrinter csv;

    private SpreadsheetCsv(Appendable out, List<String> header) throws IOException {
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(header);
    }

    /**
     * Begins a file for people: with a byte order mark, by which spreadsheets know UTF-8.
     *
     * @param out for UTF-8; flushed by {@link #flush} and never closed
     */
    public static SpreadsheetCsv marked(Appendable out, List<String> header) throws IOException {
        out.append(BYTE_ORDER_MARK);
        return new SpreadsheetCsv(out, header);
    }

    /**
     * Begins a file for programs, which would take a byte order mark for a part of the first column's name.
     *
     * @param out for UTF-8; flushed by {@link #flush} and never closed
     */
    public static SpreadsheetCsv plain(Appendable out, List<String> header) throws IOException {
        return new SpreadsheetCsv(out, header);
    }

    /** @param values texts, numbers, truth values, or null for an empty cell */
    public void row(Iterable<?> values) throws IOException {
        for (Object value : values) {
            csv.print(value instanceof String text ? SpreadsheetText.guarded(text) : value);
        }
        csv.println();
    }

    public void flush() throws IOException {
        csv.flush();
    }
}
