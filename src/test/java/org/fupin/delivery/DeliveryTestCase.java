package org.fupin.delivery;

import jakarta.mail.Multipart;
import java.util.Set;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.FakeServer;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.fupin.delivery.smtp.FileSource;

/** A test of what is queued and sent, with a mail server that takes what it is told to. */
abstract class DeliveryTestCase extends OutboxTestCase {

    static final SendGuard FREE = () -> {};

    static final FileSource FILES = file -> new byte[] {1};

    static final ReportNotice GANSU = Samples.report("CN-GS", 2012, "first");

    static final ReportNotice GANSU_REVISED = Samples.report("CN-GS", 2012, "second");

    static final ReportNotice GANSU_2011 = Samples.report("CN-GS", 2011, "first");

    static final ReportNotice GUIZHOU = Samples.report("CN-GZ", 2012, "first");

    static final Office TWO = Samples.office(
            "two", "Two desks", Set.of("CN-GS"), BodyLanguage.ENGLISH, "one@office.example", "other@office.example");

    final FakeServer mail = new FakeServer();

    Delivery delivery(Office... offices) {
        return new Delivery(Samples.recipients(offices), outbox);
    }

    SendResult send(Delivery delivery) {
        return delivery.send(mail, FILES, FREE, null);
    }

    static String text(Taken taken) throws Exception {
        Multipart mixed = (Multipart) taken.message().getContent();
        Multipart bodies = (Multipart) mixed.getBodyPart(0).getContent();
        return (String) bodies.getBodyPart(0).getContent();
    }
}
