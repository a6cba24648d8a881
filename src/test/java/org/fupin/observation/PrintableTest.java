package org.fupin.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    report-2012.txt,             report-2012.txt
                    "a\\u000Ab",                 a%0Ab
                    "a\\u000D\\u0009b",          a%0D%09b
                    "a\\u001B[31mb",             a%1B[31mb
                    "a\\u007Fb\\u0085",          a%7Fb%C2%85
                    "a\\u2028b",                 a%E2%80%A8b
                    "a\\u202Etxt.exe",           a%E2%80%AEtxt.exe
                    "a\\u2066b\\u200Bc\\uFEFF",  a%E2%81%A6b%E2%80%8Bc%EF%BB%BF
                    "a\\uD83Db",                 a%ED%A0%BDb
                    "扶贫 \\uD83D\\uDE42.txt",   扶贫 🙂.txt
                    "it's 100%",                 it's 100%
                    """)
    void writesWhatIsNotSeenAsBytes(String escaped, String line) {
        assertThat(Printable.line(unicode(escaped))).isEqualTo(line);
    }

    private static String unicode(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(escaped.charAt(i));
            }
        }
        return text.toString();
    }
}
