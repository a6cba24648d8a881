package org.fupin.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            an ordinary name,          hebei 2011.txt,       hebei 2011.txt
            Chinese,                   河北2011年.txt,        河北2011年.txt
            beyond the first plane,    𠀀.txt,               𠀀.txt
            two lines,                 '%0a1 INFO x',        \\n1 INFO x
            carriage return and tab,   a%0db%09c,            a\\rb\\tc
            terminal escape,           %1b[2J,               \\u001b[2J
            next line of Unicode,      a%85b,                a\\u0085b
            line separator,            a%2028b,              a\\u2028b
            text that runs backwards,  a%202egnp.exe,        a\\u202egnp.exe
            a mark that is not seen,   a%feffb,              a\\ufeffb
            half a character,          a%d800b,              a\\ud800b
            a quote stays,             'a"b\\c',             'a"b\\c'
            """)
    void showsWhatCannotBeShownAsItIs(String what, String text, String printable) {
        assertThat(Printable.of(unescaped(text))).isEqualTo(printable);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a b,          '"a b"'
            'a" x="1',    '"a\\" x=\\"1"'
            'a\\',        '"a\\\\"'
            'a\\"',       '"a\\\\\\""'
            a%0ab,        '"a\\nb"'
            """)
    void quotesSoThatTheEndIsSure(String text, String quoted) {
        assertThat(Printable.quoted(unescaped(text))).isEqualTo(quoted);
    }

    /** Characters that a source file should not hold, written as percent and hexadecimal digits. */
    private static String unescaped(String text) {
        return text.replace("%0a", "\n")
                .replace("%0d", "\r")
                .replace("%09", "\t")
                .replace("%1b", "\u001b")
                .replace("%85", "\u0085")
                .replace("%2028", "\u2028")
                .replace("%202e", "\u202e")
                .replace("%feff", "\ufeff")
                .replace("%d800", "\ud800");
    }
}
