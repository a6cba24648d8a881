package org.fupin.publish;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file that spreadsheets open as it is: RFC 4180 with a byte order mark, by which they know UTF-8, and a header row. A
 * text that they would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); a number, signed or not,
 * stays one.
 */
public final class SpreadsheetCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * What begins a formula in some spreadsheet: the full-width signs do where Chinese is written, and behind white space
     * that is cut off a sign comes first after all.
     */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

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
            csv.print(value instanceof String text ? cell(text) : value);
        }
        csv.println();
    }

    public void flush() throws IOException {
        csv.flush();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
