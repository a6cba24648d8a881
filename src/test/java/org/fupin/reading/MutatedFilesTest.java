package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.fupin.reading.docx.Docx;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.pdf.Pdf;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged by chance, always in the same ways: each is read or rejected, none does anything else. */
class MutatedFilesTest {

    private static final int MUTATIONS = 300;
    private static final String TITLE = "Poverty Alleviation and Development in Yunnan Province";

    private static final byte[] FILLERS = {0, '\t', ' ', '9', -1};

    private final DocumentReader reader = DocumentReader.create();

    private static final Map<String, byte[]> FILES = Map.of(
            "docx", docx(),
            "pdf",
                    new Pdf()
                            .page()
                            .lines(TITLE, "Overview", "In 2010, 300 villages were reached.")
                            .bytes(),
            "encrypted pdf",
                    new Pdf()
                            .page()
                            .lines(TITLE, "In 2010, it rained.")
                            .protect("")
                            .bytes(),
            "mail",
                    ("From: a@example.org\nTo: b@example.org\nSubject: c\nMIME-Version: 1.0\n"
                                    + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain;"
                                    + " charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n" + TITLE
                                    + "\n\nIn 2010, it=\n rained.\n--b\nContent-Type: text/csv; name=\"a.csv\"\n"
                                    + "Content-Transfer-Encoding: base64\n\nMTI=\n--b--\n")
                            .getBytes(StandardCharsets.UTF_8),
            "html",
                    ("<html><style>.a{display:none}</style><body><h1>" + TITLE
                                    + "</h1><p>In 2010, <i class=a>1</i>2<sup>3</sup> wells</body></html>")
                            .getBytes(StandardCharsets.UTF_8),
            "zip",
                    Zips.with("a/b.txt", TITLE.repeat(20))
                            .andStored("c.zip", Zips.with("d", "D").bytes())
                            .bytes());

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "encrypted pdf", "zip", "mail", "html"})
    void damagedFileIsReadOrRejected(String format) {
        byte[] file = FILES.get(format);
        Random random = new Random(20121231);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(file, random);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatCode(() -> take(mutated)).doesNotThrowAnyException(),
                    "mutation " + i);
        }
    }

    private void take(byte[] content) {
        try {
            if (!ReportArchive.isArchive(content)) {
                reader.read("mutated", content);
                return;
            }
            ReportArchive.of(content, ReadingLimits.defaults()).forEach(new ReportArchive.Visitor<RuntimeException>() {
                @Override
                public void member(String path, byte[] member) {
                    // read
                }

                @Override
                public void refused(String path, UnreadableDocumentException why) {
                    // rejected
                }
            });
        } catch (UnreadableDocumentException e) {
            // rejected
        }
    }

    /** Some bytes changed, a piece taken out, doubled or put elsewhere, or the end cut off. */
    private static byte[] mutated(byte[] file, Random random) {
        byte[] copy = file.clone();
        int from = random.nextInt(copy.length);
        int length = Math.min(1 + random.nextInt(60), copy.length - from);
        switch (random.nextInt(5)) {
            case 0 -> copy = Arrays.copyOf(copy, from);
            case 1 -> System.arraycopy(file, from + length, copy, from, copy.length - from - length);
            case 2 -> System.arraycopy(file, from, copy, random.nextInt(copy.length - length + 1), length);
            case 3 -> Arrays.fill(copy, from, from + length, FILLERS[random.nextInt(FILLERS.length)]);
            default -> {
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return copy;
    }

    private static byte[] docx() {
        // Stored parts, so that damage comes to the XML and not only to the compression.
        byte[] body = Docx.root(
                        "document",
                        "<w:body>" + Docx.p(Docx.r(TITLE)) + Docx.p(Docx.r("In 2010, it rained."))
                                + "<w:tbl><w:tr><w:tc>" + Docx.p(Docx.r("12")) + "</w:tc></w:tr></w:tbl></w:body>")
                .getBytes(StandardCharsets.UTF_8);
        return Zips.with("[Content_Types].xml", "<Types/>")
                .andStored("word/document.xml", body)
                .and("word/styles.xml", Docx.root("styles", "<w:style w:styleId='a'><w:basedOn w:val='a'/></w:style>"))
                .bytes();
    }
}
