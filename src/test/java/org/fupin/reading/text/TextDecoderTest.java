package org.fupin.reading.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String TEXT =
            "\u3010Overview\u3011 In 2010, \u201Ctwo systems\u201D grew \u2013 by 3%.\r\n\u6276\u8D2B";

    private final TextDecoder decoder = new TextDecoder();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-16LE, FFFE, UTF-16LE",
        "UTF-16BE, FEFF, UTF-16BE",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16BE, '', UTF-16BE",
        "UTF-32LE, FFFE0000, UTF-32LE",
        "UTF-32BE, 0000FEFF, UTF-32BE",
        "UTF-32LE, '', UTF-32LE",
        "UTF-32BE, '', UTF-32BE",
        "GB18030, '', GB18030",
        "GBK, '', GB18030",
        "GB18030, 84319533, GB18030",
    })
    void encodingIsFoundFromTheBytes(String charset, String mark, String found) throws Exception {
        DecodedText decoded = decoder.decode(bytes(mark, TEXT, charset));
        assertThat(decoded.text()).isEqualTo(TEXT);
        assertThat(decoded.charset()).isEqualTo(found);
    }

    @Test
    void markOfAUtf8FileCountsAsACharacter() throws Exception {
        assertThat(decoder.decode(bytes("EFBBBF", TEXT, "UTF-8"))).isEqualTo(new DecodedText("\uFEFF" + TEXT, "UTF-8"));
    }

    @Test
    void westernQuotesAreNotTakenForChinese() throws Exception {
        String text = "The people\u2019s \u201Csystem\u201D \u2013 it\u2019s there, and the \u20ACs too.";
        DecodedText decoded = decoder.decode(bytes("", text, "windows-1252"));
        assertThat(decoded).isEqualTo(new DecodedText(text, "windows-1252"));
    }

    @Test
    void fewChineseQuotesAreEnough() throws Exception {
        String text = "In 2010, the \u201Cplan\u201D went on.";
        assertThat(decoder.decode(bytes("", text, "GBK"))).isEqualTo(new DecodedText(text, "GB18030"));
    }

    @Test
    void damagedUtf8IsRejectedWithItsPlace() {
        byte[] bytes = (TEXT + "\nline three \u201Cquoted\u201D x").getBytes(StandardCharsets.UTF_8);
        int at = bytes.length - 1;
        bytes[at] = (byte) 0xC3;
        assertThatThrownBy(() -> decoder.decode(bytes))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("undecodable"))
                .hasMessageContaining("0xC3")
                .hasMessageContaining("byte " + at)
                .hasMessageContaining("line 3")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void halfACharacterOfUtf16IsRejected() {
        assertThatThrownBy(() -> decoder.decode(bytes("FFFE61", "", "UTF-8")))
                .hasMessageContaining("odd number of bytes (3)");
    }

    @Test
    void zeroByteIsNoText() {
        byte[] bytes = "line one\nline\0two".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> decoder.decode(bytes))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("binary"))
                .hasMessageContaining("byte 13 (line 2)");
    }

    @Test
    void pageMaySayItsEncoding() throws Exception {
        String page =
                "<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\"><p>\u6276\u8CA7</p></html>";
        assertThat(decoder.decode(bytes("", page, "Big5"))).isEqualTo(new DecodedText(page, "Big5"));
    }

    /** Pages that say Latin-1 or ASCII and have the quotation marks of Windows: browsers show these. */
    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "us-ascii", "windows-1252"})
    void westernPageHasTheMarksOfWindows(String declared) throws Exception {
        String page = "<html><meta charset=" + declared + "><p>It\u2019s \u201Cnew\u201D \u2013 in 2010.</p></html>";
        assertThat(decoder.decode(bytes("", page, "windows-1252"))).isEqualTo(new DecodedText(page, "windows-1252"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "no-such-charset", "utf-16"})
    void pageThatDeclaresWhatItIsNotIsReadByItsBytes(String declared) throws Exception {
        String page = "<html><meta charset=\"" + declared + "\"><p>\u6276\u8D2B \u201C2010\u201D</p></html>";
        assertThat(decoder.decode(bytes("", page, "GBK"))).isEqualTo(new DecodedText(page, "GB18030"));
    }

    @Test
    void bracketsOfBig5AreNotTakenForSimplifiedChinese() throws Exception {
        String text = "\u3010Overview\u3011 In 2010, \u300Cnew homes\u300D were built.\n\u8CA7\u56F0\u5730\u5340";
        assertThat(decoder.decode(bytes("", text, "Big5"))).isEqualTo(new DecodedText(text, "Big5"));
    }

    @Test
    void cutOffUtf32IsRejected() {
        assertThatThrownBy(() ->
                        decoder.decode(bytes("FFFE0000", "In 2010.", "UTF-16LE").clone()))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("undecodable"));
        assertThatThrownBy(() -> decoder.decode(bytes("FFFE000041", "", "UTF-8")))
                .hasMessageContaining("UTF-32LE with 5 bytes");
    }

    private static byte[] bytes(String mark, String text, String charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) {
            out.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        }
        out.writeBytes(text.getBytes(Charset.forName(charset)));
        return out.toByteArray();
    }
}
