package org.fupin.delivery.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a@b.example | `` | a@b.example",
                "First.Last+tag@B.Example | `` | First.Last+tag@b.example",
                "Desk <a@b.example> | Desk | a@b.example",
                "\"Desk, second\" <a@b.example> | Desk, second | a@b.example",
                "王小明 <a@b.example> | 王小明 | a@b.example",
                "a@扶贫.example | `` | a@xn--squq46g.example",
            })
    void readsNameAndAddress(String text, String name, String address) {
        MailAddress read = MailAddress.parse(text);

        assertThat(read.name()).isEqualTo(name);
        assertThat(read.address()).isEqualTo(address);
        assertThat(MailAddress.parse(read.toString())).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.example",
                "a@",
                "a@b",
                "a@b..example",
                "a@-b.example",
                "a b@c.example",
                "a@b.example, c@d.example",
                "<a@b.example> x",
                "A <a@b.example> <c@d.example>",
                "a@b.example>",
                "a@[127.0.0.1]",
                "用户@b.example",
                ".a@b.example",
                "a@b.example\r\nRCPT TO:<c@d.example>",
                "A\nBcc: c@d.example <a@b.example>",
                "a@b.example\u0000"
            })
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> MailAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nameIsEncodedForTheHeader() {
        assertThat(MailAddress.parse("王小明 <a@b.example>").internetAddress().toString())
                .isEqualTo("=?UTF-8?B?546L5bCP5piO?= <a@b.example>");
    }
}
