package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphsTest {

    private final Glyphs glyphs = Glyphs.load();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain text,plain text",
                "  around  the\tedges\u00a0 ,around the edges",
                "新疆维吾尔自治区【概况】,新疆维吾尔自治区【概况】",
                "bell\u0007and\u0000null,bell and null",
                "turned\u202eround\u202c,turnedround",
                "so\u00adft hy\u200bphen,soft hyphen",
                "\ufeffmark,mark",
                "smile \ud83d\ude00!,smile 〓!",
                "lone \ud800 half,lone 〓 half",
                "no \uffff sign,no 〓 sign",
                "≈ ≤ € №,≈ ≤ € №",
            })
    void everyCharacterCanBeShown(String text, String printed) {
        assertThat(glyphs.line(text)).isEqualTo(printed);
    }

    @Test
    void theMarkForAMissingCharacterIsNotMissingItself() {
        assertThat(glyphs.line(String.valueOf(Glyphs.MISSING))).isEqualTo("〓");
    }
}
