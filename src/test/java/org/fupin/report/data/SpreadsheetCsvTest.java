package org.fupin.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {

    @Test
    void beginsWithTheMarkOfUtf8AndAHeader() throws IOException {
        assertThat(written("a", "b")).isEqualTo("\uFEFFfirst,second\r\na,b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://a.example\",\"x\")",
                "+1",
                "-2+3",
                "-3.5 million",
                "-5,000",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0D1",
                "-",
                "-.5"
            })
    void keepsTextFromBecomingAFormula(String text) throws IOException {
        assertThat(cells(text)).containsExactly("'" + text, "end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-3.5", "-12", "0", "12.50", "3.5 million", "a=b", "'quoted'", " ", "甘肃 \"x\", y", "two\nlines"})
    void leavesNumbersAndOtherTextAlone(String text) throws IOException {
        assertThat(cells(text)).containsExactly(text, "end");
    }

    @Test
    void writesNumbersAsTheyAreAndNothingForNull() throws IOException {
        assertThat(written(-12L, null)).endsWith("\r\n-12,\r\n");
    }

    private static List<String> cells(String text) throws IOException {
        List<CSVRecord> rows =
                CSVFormat.RFC4180.parse(new StringReader(written(text, "end"))).getRecords();
        assertThat(rows).hasSize(2);
        return rows.get(1).toList();
    }

    private static String written(Object... row) throws IOException {
        StringWriter out = new StringWriter();
        SpreadsheetCsv csv = SpreadsheetCsv.marked(out, List.of("first", "second"));
        csv.row(Arrays.asList(row));
        csv.flush();
        return out.toString();
    }
}
