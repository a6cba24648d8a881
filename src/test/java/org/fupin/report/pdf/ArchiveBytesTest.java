package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArchiveBytesTest {

    private static byte[] pdf(String prefix, String id) {
        return ("/BaseFont/" + prefix + "+Roboto-Regular /FontName/" + prefix + "+Roboto-Regular \u00ff\u0080"
                        + " /BaseFont/ZZTOPS+NotoSansSC-Regular /ID [<" + id + "><" + id + ">]")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatIsRandomBecomesTheSame() {
        byte[] one = ArchiveBytes.settle(pdf("QWERTY", "0123456789abcdef0123456789abcdef"));
        byte[] other = ArchiveBytes.settle(pdf("ASDFGH", "fedcba9876543210fedcba9876543210"));

        assertThat(one).isEqualTo(other).hasSize(pdf("QWERTY", "0".repeat(32)).length);
        assertThat(new String(one, StandardCharsets.ISO_8859_1))
                .contains("/FontName/AAAAAA+Roboto-Regular \u00ff\u0080", "/BaseFont/AAAAAB+NotoSansSC-Regular");
    }

    @Test
    void theIdentifierFollowsTheContent() {
        String id = "0".repeat(32);
        String one = new String(ArchiveBytes.settle(pdf("QWERTY", id)), StandardCharsets.ISO_8859_1);
        String other = new String(
                ArchiveBytes.settle((new String(pdf("QWERTY", id), StandardCharsets.ISO_8859_1).replace("\u00ff", "y"))
                        .getBytes(StandardCharsets.ISO_8859_1)),
                StandardCharsets.ISO_8859_1);

        assertThat(one.substring(one.indexOf("/ID"))).isNotEqualTo(other.substring(other.indexOf("/ID")));
    }

    @Test
    void aFileWithoutIdentifierIsRefused() {
        byte[] none = "%PDF-1.4".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ArchiveBytes.settle(none)).isInstanceOf(IllegalStateException.class);
    }
}
