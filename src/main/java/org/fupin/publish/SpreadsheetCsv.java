package org.fupin.publish;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fupin.review.SpreadsheetText;

/**
 * A CSV file that spreadsheets open as it is: RFC 4180 with a byte order mark, by which they know UTF-8, a header row, and
 * {@linkplain SpreadsheetText texts} that are not taken for formulas.
 */
public final class SpreadsheetCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVPrinter csv;

    /**
     * Begins a file.
     *
     * @param out for UTF-8; flushed by {@link #flush} and never closed
     */
    public SpreadsheetCsv(Writer out, List<String> header) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(header);
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
