package org.fupin.delivery.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTextTest {

    @Test
    void linesAreBrokenBetweenWordsAndGoOnBelowTheirBeginning() {
        String wrapped = MailText.wrapped("- " + "word ".repeat(32).strip() + "\n\n    " + "x".repeat(90) + " end");

        assertThat(wrapped.lines())
                .containsExactly(
                        "- " + "word ".repeat(15).strip(),
                        "  " + "word ".repeat(15).strip(),
                        "  word word",
                        "",
                        "    " + "x".repeat(90),
                        "    end");
    }

    @Test
    void addressesOfPagesAreNotBroken() {
        String link = "https://reports.statistics.example/" + "folder-with-a-name/".repeat(6);

        assertThat(MailText.wrapped("See " + link + " for it").lines()).containsExactly("See", link, "for it");
    }

    @Test
    void chineseTextIsBrokenBetweenCharactersAndNotBeforeAFullStop() {
        String wrapped = MailText.wrapped("贫".repeat(38) + "。" + "困".repeat(3));

        assertThat(wrapped.lines()).containsExactly("贫".repeat(37), "贫。困困困");
        assertThat(wrapped.lines()).allMatch(line -> MailText.width(line) <= MailText.WIDTH);
    }

    @Test
    void signatureKeepsItsBlank() {
        assertThat(MailText.wrapped("text  \n-- \nname")).isEqualTo("text\n-- \nname\n");
    }

    @Test
    void lineMakesTextOfAnyOriginHarmless() {
        assertThat(MailText.line("  a\r\nBcc: b\t c\u2028d\u0000e\u202Ef\uD800g  "))
                .isEqualTo("a Bcc: b c d ef\uFFFDg");
        assertThat(MailText.shortLine("贫困 县 县", 4)).isEqualTo("贫困…");
    }
}
