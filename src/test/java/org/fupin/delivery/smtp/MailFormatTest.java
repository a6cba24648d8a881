package org.fupin.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.fupin.delivery.compose.Composer;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.Enclosure;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.compose.Selection;
import org.fupin.delivery.outbox.StoredMessage;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a message looks like to who receives it, over a real server. */
class MailFormatTest {

    private static final Instant QUEUED = Instant.parse("2026-05-06T07:08:09.123Z");

    private static final Office OFFICE = new Office(
            "gansu",
            "甘肃省扶贫开发办公室",
            List.of(MailAddress.parse("王小明 <wang@office.example>"), MailAddress.parse("li@office.example")),
            List.of(MailAddress.parse("archive@office.example")),
            Set.of("CN-GS"),
            Set.of("xlsx", "pdf"),
            false,
            BodyLanguage.CHINESE);

    @RegisterExtension
    final GreenMailExtension greenMail = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    @Test
    void arrivesAsItWasPutTogether() throws Exception {
        Message message = message(OFFICE);

        MimeMessage arrived = deliver(message, null);

        assertThat(arrived.getSubject()).isEqualTo("扶贫统计报告（2026 年 5 月）：甘肃省 2012 年");
        assertThat(arrived.getHeader("Subject")[0]).startsWith("=?UTF-8?");
        assertThat(arrived.getMessageID()).isEqualTo(message.messageId(0));
        assertThat(arrived.getSentDate()).isEqualTo(Date.from(Instant.parse("2026-05-06T07:08:09Z")));
        assertThat(arrived.getFrom()[0].toString())
                .isEqualTo("Poverty Alleviation Statistics <reports@statistics.example>");
        assertThat(arrived.getReplyTo()[0].toString()).isEqualTo("desk@statistics.example");
        assertThat(List.of(arrived.getRecipients(RecipientType.TO)).toString())
                .as("all addresses, whichever one this copy goes to")
                .contains("wang@office.example")
                .contains("li@office.example");
        assertThat(arrived.getRecipients(RecipientType.CC)).hasSize(1);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:desk@statistics.example?subject=Unsubscribe%20gansu>");
        assertThat(arrived.getHeader("List-Id")).containsExactly("<fupin-reports.statistics.example>");
        assertThat(arrived.getHeader("Content-Language")).containsExactly("zh-CN");
        assertThat(arrived.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(arrived.getHeader("In-Reply-To")).isNull();

        Multipart mixed = (Multipart) arrived.getContent();
        assertThat(arrived.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(3);
        Multipart bodies = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getCount()).isEqualTo(2);
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(content(bodies.getBodyPart(0))).isEqualTo(message.text());
        assertThat(content(bodies.getBodyPart(1))).isEqualTo(message.html());
    }

    @Test
    void attachmentsKeepNamesAndBytes() throws Exception {
        MimeMessage arrived = deliver(message(OFFICE), null);

        BodyPart workbook = ((Multipart) arrived.getContent()).getBodyPart(1);
        BodyPart pdf = ((Multipart) arrived.getContent()).getBodyPart(2);
        assertThat(pdf.getFileName()).isEqualTo("甘肃省-2012.pdf");
        assertThat(pdf.getContentType()).startsWith("application/pdf");
        assertThat(pdf.getDisposition()).isEqualTo("attachment");
        assertThat(pdf.getHeader("Content-Disposition")[0])
                .contains("filename=\"CN-GS-2012.pdf\"")
                .contains("filename*=UTF-8''%E7%94%98%E8%82%83%E7%9C%81-2012.pdf");
        assertThat(pdf.getHeader("Content-Type")[0]).contains("name=\"=?UTF-8?B?");
        assertThat(pdf.getInputStream().readAllBytes()).isEqualTo(Samples.bytes("2012/CN-GS/CN-GS-2012.pdf", "a"));
        assertThat(workbook.getFileName()).isEqualTo("甘肃省-2012.xlsx");
        assertThat(workbook.getInputStream().readAllBytes())
                .isEqualTo(Samples.bytes("2012/CN-GS/CN-GS-2012.xlsx", "a"));
    }

    @Test
    void asMuchAsIsAttachedByDefaultFitsAUsualServer() throws Exception {
        int files = 40;
        long limit = Samples.recipients().maxAttachments();
        ReportNotice[] reports = IntStream.range(0, files / 2)
                .mapToObj(number -> Samples.report("CN-GS", 1990 + number, "a"))
                .toArray(ReportNotice[]::new);
        Message message = new Composer(Samples.recipients())
                .reports(Samples.GANSU, Samples.MAY, false, Selection.of(Samples.publication(reports), Samples.GANSU));
        StoredMessage stored =
                new StoredMessage(1, message.messageId(0), null, Instant.parse("2026-05-06T07:08:09Z"), message);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        MailFormat.of(stored, file -> new byte[(int) (limit / files)]).writeTo(out);

        assertThat(out.size()).isBetween(9_500_000, 10_240_000);
    }

    @Test
    void plainNamesStayPlain() throws Exception {
        Office english = new Office(
                "gansu", "Gansu", OFFICE.to(), List.of(), Set.of(), Set.of("pdf"), false, BodyLanguage.ENGLISH);

        MimeMessage arrived = deliver(message(english), null);

        BodyPart pdf = ((Multipart) arrived.getContent()).getBodyPart(1);
        assertThat(pdf.getFileName()).isEqualTo("CN-GS-2012.pdf");
        assertThat(pdf.getHeader("Content-Disposition")).containsExactly("attachment; filename=\"CN-GS-2012.pdf\"");
        assertThat(arrived.getSubject()).isEqualTo("Poverty alleviation reports, May 2026: Gansu 2012");
    }

    @Test
    void ownersMailIsNoMailingList() throws Exception {
        Message owner = new Composer(Samples.recipients())
                .owner(new OwnerNotice(
                        "monthly",
                        Samples.MAY,
                        1L,
                        "stats01",
                        "disk full",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));

        MimeMessage arrived = deliver(owner, null);

        assertThat(arrived.getHeader("List-Unsubscribe")).isNull();
        assertThat(arrived.getHeader("List-Id")).isNull();
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void allOfItIsSevenBitInLinesThatServersTake() throws Exception {
        byte[] raw = raw(MailFormat.of(stored(message(OFFICE), null), MailFormatTest::file));
        String text = new String(raw, StandardCharsets.ISO_8859_1);

        assertThat(text.chars()).allMatch(c -> c < 128);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n"))
                .as("headers")
                .allMatch(line -> line.length() <= 78 || !line.strip().contains(" "));
    }

    @Test
    void lineEndsInStoredTextsCannotAddHeaders() throws Exception {
        Message evil = message(OFFICE);
        Message changed = new Message(
                evil.office(),
                evil.period(),
                evil.kind(),
                evil.contentHash(),
                evil.from(),
                null,
                evil.to(),
                List.of(),
                evil.contact(),
                evil.language(),
                "Subject\r\nBcc: all@office.example",
                evil.text(),
                evil.html(),
                true,
                List.of(new Enclosure(evil.files().get(0).file(), "a\"\r\nX-Evil: 1.pdf", null)));

        MimeMessage parsed = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw(MailFormat.of(stored(changed, null), MailFormatTest::file))));

        assertThat(parsed.getHeader("Bcc")).isNull();
        assertThat(parsed.getSubject()).isEqualTo("Subject Bcc: all@office.example");
        BodyPart part = ((MimeMultipart) parsed.getContent()).getBodyPart(1);
        assertThat(part.getHeader("X-Evil")).isNull();
        assertThat(part.getFileName()).isEqualTo("a_ X-Evil: 1.pdf");
    }

    private MimeMessage deliver(Message message, @Nullable String inReplyTo) throws Exception {
        try (SmtpTransport transport =
                new SmtpTransport(SmtpTransportTest.settings(greenMail.getSmtp().getPort(), Map.of()))) {
            assertThat(transport.send(
                            MailFormat.of(stored(message, inReplyTo), MailFormatTest::file), "li@office.example"))
                    .isEqualTo(new MailTransport.Outcome.Accepted());
        }
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    private static StoredMessage stored(Message message, @Nullable String inReplyTo) {
        return new StoredMessage(1, message.messageId(0), inReplyTo, QUEUED, message);
    }

    private static Message message(Office office) {
        return new Composer(Samples.recipients())
                .reports(
                        office,
                        Samples.MAY,
                        false,
                        Selection.of(Samples.publication(Samples.report("CN-GS", 2012, "a")), office));
    }

    private static byte[] file(DeliveryFile file) {
        return Samples.bytes(file.path(), "a");
    }

    private static byte[] raw(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    /** With the line ends of the text before it travelled. */
    private static String content(BodyPart part) throws Exception {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
