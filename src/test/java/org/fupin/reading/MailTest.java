package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.docx.Docx;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.mail.Mail;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final ReadingLimits LIMITS = ReadingLimits.defaults();
    private static final String HEADER = """
            Return-Path: <office@example.org>
            From: Office <office@example.org>
            To: statistics@example.org
            Date: Tue, 15 Jan 2013 09:30:00 +0800
            Subject: =?UTF-8?B?5oql5ZGK?=
            MIME-Version: 1.0
            """;
    private static final String REPORT = """
            Poverty Alleviation and Development in Hunan Province

            Overview In 2012, Hunan put in 90 million yuan of funds.
            """;

    private final DocumentReader reader = DocumentReader.create();

    @Test
    void textIsDecodedAndReadAsAReport() throws Exception {
        byte[] mail =
                mail("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", """
                Poverty Alleviation and Development in Hunan Province

                Overview In 2012, Hunan put in 90 mil=
                lion yuan of =E2=80=9Cfunds=E2=80=9D.
                """);
        SourceDocument document = reader.read("m.eml", mail);
        assertThat(document.file().format()).isEqualTo("mail");
        assertThat(document.file().charset()).isEqualTo("UTF-8");
        assertThat(document.file().size()).isEqualTo(mail.length);
        assertThat(document.text()).contains("Hunan put in 90 million yuan of \u201Cfunds\u201D.\n");
        assertThat(document.text()).doesNotContain("example.org");
        assertThat(document.articles()).singleElement().satisfies(article -> {
            assertThat(article.region()).isEqualTo("CN-HN");
            assertThat(article.span().in(document.text())).startsWith(article.title());
        });
    }

    @Test
    void textMayBeInAnyEncoding() throws Exception {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(("\u3010Overview\u3011 " + REPORT).getBytes(Charset.forName("GB18030")));
        assertThat(text(mail("Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: base64", base64)))
                .startsWith("\u3010Overview\u3011 Poverty");
        assertThat(text(mail("Content-Type: text/plain; charset=x-none", "", "M\u00FCller \u2013 12")))
                .startsWith("M\u00FCller \u2013 12");
        assertThat(text(mail("Content-Type: nonsense", "", "12 wells"))).startsWith("12 wells");
        assertThat(text(mail("", "", "12 wells"))).startsWith("12 wells");
    }

    @Test
    void pageOfHtmlIsReadAsItsReaderSeesIt() throws Exception {
        assertThat(text(mail(
                        "Content-Type: text/html; charset=utf-8",
                        "",
                        "<style>.x{display:none}</style><p>It built 1<sup>2</sup> <i class=x>77</i>wells.</p>")))
                .isEqualTo("It built 1\u00B2 wells.\n");
    }

    @Test
    void plainFormIsPreferredUnlessItSaysNothing() throws Exception {
        String html = part("text/html", "", "<p>It built <b>12</b> wells in all of its villages.</p>");
        assertThat(text(parts("alternative", part("text/plain", "", "It built 12 wells in all villages."), html)))
                .isEqualTo("It built 12 wells in all villages.\n");
        assertThat(text(parts("alternative", part("text/plain", "", "See HTML."), html)))
                .isEqualTo("It built 12 wells in all of its villages.\n");
        String related = multipart("related", "rel", html, part("image/png", "Content-ID: <a>", "x"));
        assertThat(text(parts("alternative", part("text/plain", "", " "), related)))
                .isEqualTo("It built 12 wells in all of its villages.\n");
    }

    @Test
    void linesThatAProgramBrokeArePutTogether() throws Exception {
        assertThat(text(mail("Content-Type: text/plain; format=flowed", "", """
                In 2012, the province put in 12\\u0020
                million yuan.
                Rain Plan
                --\s
                Office
                """.replace("\\u0020", " "))))
                .isEqualTo("In 2012, the province put in 12 million yuan.\nRain Plan\n");
        assertThat(text(mail("Content-Type: text/plain; format=flowed; delsp=yes", "", "vil \nlages\n")))
                .startsWith("villages\n");
        assertThat(text(mail("", "", """
                Poverty Alleviation and Development in Hunan Province
                In 2012, the province put in 1.2 billion yuan of financial funds, for 12
                Counties and
                all of their villages. It went on.
                """))).isEqualTo("""
                Poverty Alleviation and Development in Hunan Province
                In 2012, the province put in 1.2 billion yuan of financial funds, for 12 Counties and all of their villages. It went on.
                """);
        assertThat(text(mail("", "", "> In 2012, 12 wells\n>> and more\n>5,000 people\n")))
                .startsWith("In 2012, 12 wells and more\n>5,000 people");
    }

    @Test
    void signatureAndQuotedLinesAreNotRead() throws Exception {
        String own = "In 2013, the province drilled 25 wells and moved 40 households.\n";
        assertThat(text(mail("", "", own + "\n> Which wells?\n> All 88?\n\n-- \nOffice, room 7\nTel. 0731-1\n")))
                .isEqualTo(own);
        assertThat(text(mail("", "", "See below.\n-- \nOffice 7\n> " + own + "> -- \n> Office 8\n")))
                .isEqualTo("See below.\n" + own);
        assertThat(text(mail("", "", "Wells\n--\n" + own.repeat(20)))).contains("Wells\n--\nIn 2013");
    }

    @Test
    void attachmentsAreDocumentsOfTheirOwn() throws Exception {
        byte[] docx = Docx.of("Poverty Alleviation and Development in Hunan", "In 2012, it rained.")
                .bytes();
        byte[] mail = parts(
                "mixed",
                part("text/plain", "", "Dear all, here it is."),
                part(
                        "application/octet-stream",
                        "Content-Disposition: attachment; filename=\"a/b\\\\..\\\\r.docx\"\nContent-Transfer-Encoding: base64",
                        Base64.getMimeEncoder().encodeToString(docx)),
                part("text/plain", "Content-Disposition: attachment; filename*=UTF-8''%E6%8A%A5%20a.txt", REPORT),
                part("text/plain; name=\"=?GB2312?B?sai45g==?=.txt\"", "", REPORT),
                part("text/plain", "Content-Disposition: attachment; filename=r.docx", REPORT),
                part("application/pgp-signature", "", "sign"),
                part("image/png", "Content-Disposition: inline; filename=logo.png", "x"),
                part("text/html", "Content-Disposition: attachment", "<p>12</p>"));

        assertThat(Mail.of(mail, LIMITS).text()).isEqualTo("Dear all, here it is.\n");
        assertThat(ReportArchive.isArchive(mail)).isTrue();
        ReportArchive archive = ReportArchive.of(mail, LIMITS);
        assertThat(visited(archive))
                .containsExactly("mail ", "r.docx", "\u62A5 a.txt", "\u62A5\u544A.txt", "r.docx (2)", "attachment-5");
        assertThat(archive.member("r.docx")).isEqualTo(docx);
        assertThat(archive.member("r.docx (2)")).isEqualTo(REPORT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mailsAndArchivesMayStandInOneAnother() throws Exception {
        String inner = new String(
                parts("mixed", part("text/plain", "", REPORT), part("text/csv", "", "12")), StandardCharsets.UTF_8);
        byte[] mail = parts(
                "mixed",
                part("text/plain", "", "Forwarded."),
                part(
                        "message/rfc822",
                        "Content-Disposition: attachment; filename=report.eml",
                        inner.replace("=b", "=c").replace("--b", "--c")),
                part("message/rfc822", "", HEADER + "\n" + REPORT));
        byte[] zip = Zips.with("a.txt", "A").andStored("m.eml", mail).bytes();

        ReportArchive archive = ReportArchive.of(zip, LIMITS);

        assertThat(visited(archive))
                .containsExactly(
                        "a.txt",
                        "mail m.eml",
                        "mail m.eml!/report.eml",
                        "m.eml!/report.eml!/attachment-1",
                        "m.eml!/message-2.eml");
        assertThat(reader.read("x", archive.member("m.eml!/report.eml")).articles())
                .hasSize(1);
        assertThat(reader.read("x", archive.member("m.eml!/message-2.eml")).text())
                .isEqualTo(REPORT);
        assertThatThrownBy(() -> archive.member("m.eml!/none.txt"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void mailboxIsTheMailsInIt() throws Exception {
        String line = "From office@example.org Tue Jan 15 09:30:00 2013\n";
        String one = line + HEADER + "\n" + REPORT + "\n";
        assertThat(Mail.of(bytes(one), LIMITS).text()).contains("90 million");
        byte[] mailbox = bytes(one + line + HEADER + "\nFrom 2010 on, it rained.\n\nFrom here on, too.\n");
        assertThat(visited(ReportArchive.of(mailbox, LIMITS))).containsExactly("mail ", "1.eml", "2.eml");
        assertThat(Mail.of(ReportArchive.of(mailbox, LIMITS).member("2.eml"), LIMITS)
                        .text())
                .isEqualTo("From 2010 on, it rained.\n\nFrom here on, too.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@example.org\nTo: b@example.org\nSubject: c\n\nText",
                "Received: from a\n\tby b; Mon, 7 Jan 2013\r\nfrom: a\r\nDATE: x\r\nSubject: y\r\n\r\nText",
                "\uFEFF\nFrom: a\nTo: b\nDate: c\n\nText",
                "MIME-Version: 1.0\nContent-Type: text/plain\nX-Other: a\nSubject: c\n",
                "From a@example.org Mon Jan  7 10:00:00 2013\nFrom: a\nTo: b\nDate: c\n\nText",
                "1234\nFrom: a\nTo: b\nDate: c\n\nText"
            })
    void mailIsKnownByItsHeader(String text) {
        assertThat(Mail.is(bytes(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From: 2010 to 2012, the province put in 12 million yuan.\nTo: all counties\nSubject: a\n",
                "From: the office of the province\nSubject: a report\n\nPoverty Alleviation in Gansu",
                "From 2010 on, it rained.\nTo: a\nFrom: b\n\nText",
                "Poverty Alleviation and Development in Gansu\n\nFrom: a\nTo: b\nDate: c\n\nText",
                "To: a\nDate: b\nSubject: c\n\nText"
            })
    void otherTextIsNoMail(String text) {
        assertThat(Mail.is(bytes(text))).isFalse();
    }

    @Test
    void whatHoldsNoReportIsSaidToBeAMail() {
        assertThatThrownBy(() -> reader.read("m", mail("", "", "Dear all, see you in 2013.")))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.NO_ARTICLE))
                .hasMessageStartingWith("the text of the mail is not a report: no article found");
        assertThatThrownBy(() -> reader.read("m", bytes(HEADER + "\n")))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.EMPTY))
                .hasMessage("a mail without text and without attachments");
        assertThatThrownBy(() -> reader.read("m", parts("mixed", part("text/csv", "", "12"))))
                .hasMessage("it is a mail without text, with 1 attachments, which are documents of their own");
        assertThatThrownBy(() -> reader.read("m", parts("encrypted", part("text/plain", "", "12"))))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.ENCRYPTED));
        String opaque = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data";
        assertThatThrownBy(() -> reader.read("m", mail(opaque, "", "12")))
                .hasMessageContaining("it is a mail that is encrypted");
    }

    @Test
    void damagedMailIsRejected() {
        String whole = new String(parts("mixed", part("text/plain", "", REPORT)), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read("m", bytes(whole.substring(0, whole.length() - 5))))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.DAMAGED))
                .hasMessage("a mail that is cut off or damaged: the end of its parts is missing");
        assertThatThrownBy(() -> reader.read(
                        "m", mail("Content-Type: text/plain", "Content-Transfer-Encoding: base64", "UG92Z")))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.DAMAGED));
    }

    @Test
    void damagedAttachmentIsRefusedAlone() throws Exception {
        byte[] mail = parts(
                "mixed",
                part("text/plain; name=a.txt", "Content-Transfer-Encoding: base64", "UG92Z"),
                part("text/plain; name=b.txt", "", REPORT));
        assertThat(visited(ReportArchive.of(mail, LIMITS))).containsExactly("mail ", "damaged a.txt", "b.txt");
    }

    @Test
    void mailsOfOutlookAreSaidToBeThat() {
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        byte[] name = "__nameid_version1.0".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1024, name.length);
        assertThatThrownBy(() -> reader.read("m.msg", ole)).hasMessageContaining("a mail of Outlook (MSG)");
        assertThatThrownBy(() -> reader.read("winmail.dat", new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0}))
                .hasMessageContaining("winmail.dat");
    }

    @Test
    void mailsMadeToTakeLongAreRejected() {
        StringBuilder nested = new StringBuilder(HEADER).append("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 1; i <= 1000; i++) {
            nested.append("--b")
                    .append(i - 1)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n");
        }
        for (int i = 1000; i >= 0; i--) {
            nested.append("\n--b").append(i).append("--\n");
        }
        rejects(nested.toString(), RejectionReason.NESTED);
        String part = part("text/csv", "", "1");
        rejects(new String(multi(part, 20_000), StandardCharsets.UTF_8), RejectionReason.TOO_LARGE);
        rejects(new String(multi("--b\n\n", 200_000), StandardCharsets.UTF_8), RejectionReason.TOO_LARGE);
        rejects(HEADER + "X-Long: a\n".repeat(200_000) + "\n12", RejectionReason.TOO_LARGE);
        rejects(HEADER + "X-Long: " + "a".repeat(2_000_000) + "\n\n12", RejectionReason.TOO_LARGE);
    }

    @Test
    void longHeadersAndManyAttachmentsAreGoneThrough() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            byte[] many = multi(part("text/csv", "Content-Disposition: attachment; filename=a.csv", "1"), 9_000);
            assertThat(Mail.of(many, LIMITS).attachments()).hasSize(9_000);
            String parameters = "; name*0=a".repeat(60_000);
            assertThat(Mail.of(mail("Content-Type: text/plain" + parameters, "", "12"), LIMITS)
                            .text())
                    .startsWith("12");
        });
    }

    private static byte[] multi(String part, int times) {
        return bytes(HEADER + "Content-Type: multipart/mixed; boundary=b\n\n" + ("--b\n" + part + "\n").repeat(times)
                + "--b--\n");
    }

    private static void rejects(String mail, RejectionReason reason) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThatThrownBy(() -> Mail.of(bytes(mail), LIMITS))
                        .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                                .isEqualTo(reason)));
    }

    private static String text(byte[] mail) throws UnreadableDocumentException {
        assertThat(Mail.is(mail)).isTrue();
        return Mail.of(mail, LIMITS).text();
    }

    /** What a visitor is told of, in order. */
    private static List<String> visited(ReportArchive archive) {
        List<String> visited = new ArrayList<>();
        archive.forEach(new ReportArchive.Visitor<RuntimeException>() {
            @Override
            public void mail(String path, byte[] content) {
                visited.add("mail " + path);
            }

            @Override
            public void member(String path, byte[] content) {
                visited.add(path);
            }

            @Override
            public void refused(String path, UnreadableDocumentException why) {
                visited.add(why.reason().code() + " " + path);
            }
        });
        return visited;
    }

    private static byte[] mail(String type, String encoding, String body) {
        return bytes(HEADER + (type.isEmpty() ? "" : type + "\n") + (encoding.isEmpty() ? "" : encoding + "\n") + "\n"
                + body + (body.endsWith("\n") ? "\n" : ""));
    }

    private static byte[] parts(String kind, String... parts) {
        return bytes(HEADER + multipart(kind, "b", parts));
    }

    private static String multipart(String kind, String boundary, String... parts) {
        StringBuilder out = new StringBuilder("Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n");
        for (String part : parts) {
            out.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return out.append("--").append(boundary).append("--\n").toString();
    }

    private static String part(String type, String fields, String body) {
        return "Content-Type: " + type + "\n" + (fields.isEmpty() ? "" : fields + "\n") + "\n" + body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
