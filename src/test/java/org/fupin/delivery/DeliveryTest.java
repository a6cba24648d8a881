package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.MessageKind;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OpenDelivery;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.FakeServer;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.fupin.delivery.smtp.FileSource;
import org.fupin.delivery.smtp.JournalingTransport;
import org.fupin.delivery.smtp.MailTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What is queued for whom, what is sent when, and what the ledger then says. */
class DeliveryTest extends OutboxTestCase {

    private static final SendGuard FREE = () -> {};
    private static final FileSource FILES = file -> new byte[] {1};

    private static final ReportNotice GANSU = Samples.report("CN-GS", 2012, "first");
    private static final ReportNotice GANSU_REVISED = Samples.report("CN-GS", 2012, "second");
    private static final ReportNotice GANSU_2011 = Samples.report("CN-GS", 2011, "first");
    private static final ReportNotice GUIZHOU = Samples.report("CN-GZ", 2012, "first");

    private static final Office TWO = Samples.office(
            "two", "Two desks", Set.of("CN-GS"), BodyLanguage.ENGLISH, "one@office.example", "other@office.example");

    private final FakeServer mail = new FakeServer();

    private Delivery delivery(Office... offices) {
        return new Delivery(Samples.recipients(offices), outbox);
    }

    private SendResult send(Delivery delivery) {
        return delivery.send(mail, FILES, FREE, null);
    }

    // Queuing
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void eachOfficeGetsWhatItWantsOnce() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        Publication publication = Samples.publication(GANSU, GUIZHOU);

        List<QueuedMessage> planned = delivery.plan(publication, Samples.MAY);
        assertThat(ledger()).isEmpty();
        List<QueuedMessage> queued = delivery.queue(publication, Samples.MAY, run);

        assertThat(planned).isEqualTo(queued);
        assertThat(queued).extracting(QueuedMessage::office).containsExactly("gansu", "guizhou");
        assertThat(queued.get(0).files()).isEqualTo(GANSU.files());
        assertThat(queued.get(1).files()).isEqualTo(GUIZHOU.files());
        assertThat(delivery.queue(publication, Samples.MAY, run)).as("again").isEmpty();

        assertThat(send(delivery)).isEqualTo(new SendResult(2, List.of(), List.of(), 0, null));
        assertThat(delivery.queue(publication, Samples.MAY, run))
                .as("after it was sent")
                .isEmpty();
        assertThat(send(delivery).sent()).isZero();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("gansu@office.example", "guizhou@office.example");
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "reports guizhou@office.example sent");
    }

    @Test
    void formatsAndSummariesAreTheOfficesChoice() {
        Office planning = new Office(
                "planning", "Planning", TWO.to(), List.of(), Set.of(), Set.of("xlsx"), true, BodyLanguage.ENGLISH);
        Publication publication =
                new Publication(true, List.of(GANSU, GUIZHOU), List.of(Samples.summary(2012, "first")));

        assertThat(delivery(planning)
                        .queue(publication, Samples.MAY, run)
                        .get(0)
                        .files())
                .extracting(DeliveryFile::path)
                .containsExactly("2012/CN-GS/CN-GS-2012.xlsx", "2012/CN-GZ/CN-GZ-2012.xlsx", "2012/summary-2012.xlsx");
    }

    @Test
    void updateBringsOnlyWhatChanged() {
        Delivery delivery = delivery(Samples.GUIZHOU, TWO);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);
        send(delivery);

        List<QueuedMessage> update = delivery.queue(Samples.publication(GANSU_REVISED, GANSU_2011), Samples.MAY, run);

        assertThat(update).extracting(QueuedMessage::office).containsExactly("two");
        assertThat(update.get(0).kind()).isEqualTo(MessageKind.UPDATE);
        assertThat(update.get(0).subject())
                .contains("(update)")
                .contains("Gansu 2012")
                .doesNotContain("2011");
        assertThat(update.get(0).files()).isEqualTo(GANSU_REVISED.files());
    }

    @Test
    void versionThatComesBackIsNewToWhoGotAnother() {
        Delivery delivery = delivery(TWO);
        for (ReportNotice report : List.of(GANSU, GANSU_REVISED, GANSU)) {
            assertThat(delivery.queue(Samples.publication(report), Samples.MAY, run))
                    .hasSize(1);
            send(delivery);
        }
        assertThat(mail.taken()).extracting(Taken::messageId).hasSize(6);
        assertThat(Set.copyOf(mail.taken().stream().map(Taken::messageId).toList()))
                .hasSize(3);
    }

    @Test
    void nothingNewIsSaidOncePerMonth() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery);

        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run))
                .extracting(QueuedMessage::kind)
                .containsExactly(MessageKind.NOTHING_NEW);
        send(delivery);
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run))
                .isEmpty();
        assertThat(delivery.queue(Samples.publication(GANSU_REVISED), Samples.JUNE, run))
                .extracting(QueuedMessage::kind)
                .containsExactly(MessageKind.UPDATE);
    }

    @Test
    void limitedRunSaysNothingOfNothing() {
        Delivery delivery = delivery(Samples.GANSU);

        assertThat(delivery.queue(new Publication(false, List.of(GUIZHOU), List.of()), Samples.MAY, run))
                .isEmpty();
    }

    // Superseding
    // -------------------------------------------------------------------------------------------------------

    @Test
    void laterMessageTakesTheUnsentOnesPlaceAndBringsItsFiles() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);

        List<QueuedMessage> later = delivery.queue(Samples.publication(GANSU_REVISED, GANSU_2011), Samples.JUNE, run);

        assertThat(later.get(0).files()).containsExactlyInAnyOrderElementsOf(files(GANSU_REVISED, GANSU_2011));
        assertThat(later.get(0).kind()).isEqualTo(MessageKind.REPORTS);
        assertThat(send(delivery).sent()).isEqualTo(2);
        assertThat(ledger())
                .containsExactly(
                        "reports one@office.example superseded",
                        "reports other@office.example superseded",
                        "reports one@office.example sent",
                        "reports other@office.example sent");
    }

    @Test
    void unsentMessageMovesToTheNextMonthWithoutNews() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run)
                        .get(0)
                        .files())
                .isEqualTo(GANSU.files());
        assertThat(ledger())
                .containsExactly("reports gansu@office.example superseded", "reports gansu@office.example pending");
    }

    @Test
    void messageThatOneAddressHasStaysForTheOther() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("other@office.example", FakeServer.LATER);
        send(delivery);

        assertThat(delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .hasSize(1);
        clock.forward(Duration.ofHours(1));
        assertThat(send(delivery).complete()).isTrue();
        assertThat(ledger()).allMatch(line -> line.endsWith(" sent")).hasSize(4);
    }

    @Test
    void supersededContentCanComeBack() {
        Delivery delivery = delivery(Samples.GANSU);
        for (ReportNotice report : List.of(GANSU, GANSU_REVISED, GANSU)) {
            delivery.queue(Samples.publication(report), Samples.MAY, run);
        }
        send(delivery);

        assertThat(mail.taken()).hasSize(1);
        assertThat(ledger())
                .containsExactly(
                        "reports gansu@office.example superseded",
                        "reports gansu@office.example superseded",
                        "reports gansu@office.example sent");
    }

    @Test
    void limitedRunLeavesUnsentMessagesOfOtherYearsAlone() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);

        assertThat(delivery.queue(new Publication(false, List.of(GANSU), List.of()), Samples.MAY, run))
                .as("what waits already")
                .isEmpty();
        delivery.queue(new Publication(false, List.of(GANSU_REVISED), List.of()), Samples.MAY, run);

        assertThat(ledger())
                .containsExactly("reports gansu@office.example pending", "reports gansu@office.example pending");
    }

    @Test
    void whoIsOnTheListNoMoreGetsNoMore() {
        delivery(TWO, Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);
        Office one = Samples.office("two", "One desk", Set.of("CN-GS"), BodyLanguage.ENGLISH, "one@office.example");

        assertThat(send(delivery(one)).sent()).isEqualTo(1);
        assertThat(ledger())
                .containsExactly(
                        "reports one@office.example sent",
                        "reports other@office.example superseded",
                        "reports gansu@office.example superseded");
    }

    // Sending
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void badAddressDoesNotHoldUpTheOthers() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);

        SendResult result = send(delivery);

        assertThat(result.sent()).isEqualTo(2);
        assertThat(result.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.office()).isEqualTo("two");
            assertThat(failed.address()).isEqualTo("one@office.example");
            assertThat(failed.reason()).isEqualTo("550 5.1.1 no such user");
        });
        assertThat(result.complete()).isFalse();
        assertThat(delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run))
                .isEmpty();
        assertThat(send(delivery).complete()).as("it is not tried again").isTrue();
    }

    @Test
    void officeWhoseOnlyAddressIsBadIsTriedAgainOnceTheAddressIsAnother() {
        Delivery wrong = delivery(Samples.GANSU);
        wrong.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.REFUSED);
        send(wrong);
        assertThat(wrong.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        Delivery right = delivery(
                Samples.office("gansu", "Gansu", Set.of("CN-GS"), BodyLanguage.CHINESE, "right@office.example"));
        right.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(right);

        assertThat(ledger())
                .containsExactly("reports gansu@office.example failed", "reports right@office.example sent");
    }

    @Test
    void putOffMailWaitsLongerEachTimeAndIsGivenUpAtLast() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        FakeServer.Outcome[] always = new FakeServer.Outcome[40];
        Arrays.fill(always, FakeServer.LATER);
        mail.says("gansu@office.example", always);

        List<Long> waits = new ArrayList<>();
        SendResult result = send(delivery);
        while (result.failed().isEmpty()) {
            assertThat(result.deferred()).hasSize(1);
            assertThat(result.waiting()).isEqualTo(1);
            OutboxEntry entry =
                    outbox.list(new OutboxQuery(null, null, null, 1)).get(0);
            Duration wait = Duration.between(clock.instant(), entry.nextAttempt());
            waits.add(wait.toMinutes());
            clock.forward(wait.minusMillis(200));
            assertThat(send(delivery).deferred()).as("not yet due").isEmpty();
            clock.forward(Duration.ofMillis(200));
            result = send(delivery);
        }

        assertThat(waits).startsWith(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L);
        assertThat(waits.stream().mapToLong(Long::longValue).sum()).isBetween(5 * 1440L, 6 * 1440L);
        assertThat(result.failed().get(0).reason()).startsWith("given up after").contains("451 4.7.1");
        assertThat(ledger()).containsExactly("reports gansu@office.example failed");
    }

    @Test
    void retrySendsTheSameMessage() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.IN_DOUBT);

        assertThat(send(delivery).deferred()).hasSize(1);
        assertThat(ledger()).containsExactly("reports gansu@office.example sending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(send(delivery).complete()).isTrue();

        Taken first = mail.taken().get(0);
        Taken second = mail.taken().get(1);
        assertThat(second.messageId()).isEqualTo(first.messageId()).endsWith("@statistics.example>");
        assertThat(second.message().getSentDate()).isEqualTo(first.message().getSentDate());
        assertThat(second.subject()).isEqualTo(first.subject());
    }

    @Test
    void mailIsTakenBackFromAnOfficeThatIsNotToGetItAnyMore() {
        Office wrong = Samples.office(
                "gansu", "Gansu", Set.of("CN-GS", "CN-GZ"), BodyLanguage.CHINESE, "gansu@office.example");
        Delivery mistaken = delivery(wrong);
        mistaken.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(mistaken);
        mistaken.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mistaken.send(mail.gone(), FILES, FREE, null);
        Delivery mended = delivery(Samples.GANSU);
        mail.back();

        assertThat(mended.plan(Samples.publication(GANSU, GUIZHOU), Samples.MAY))
                .isEmpty();
        assertThat(send(mended)).as("without a run").isEqualTo(new SendResult(0, List.of(), List.of(), 0, null));
        assertThat(mended.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run))
                .isEmpty();
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "update gansu@office.example superseded");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.SUPERSEDED, null, null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).contains("not to get any more"));
    }

    @Test
    void newAddressOfAnOfficeGetsAllThatThereIs() {
        Delivery before = delivery(TWO);
        before.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(before);
        Delivery corrected = delivery(Samples.office(
                TWO.id(), TWO.name(), TWO.areas(), TWO.language(), "first@office.example", "other@office.example"));

        assertThat(corrected.queue(new Publication(false, List.of(GANSU), List.of()), Samples.MAY, run))
                .as("a run over some of the reports")
                .isEmpty();
        List<QueuedMessage> queued = corrected.queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(queued).singleElement().satisfies(message -> {
            assertThat(message.addresses()).containsExactly("first@office.example");
            assertThat(message.files()).isEqualTo(GANSU.files());
        });
        assertThat(corrected.plan(Samples.publication(GANSU), Samples.MAY))
                .as("waits")
                .isEmpty();
        assertThat(corrected.queue(Samples.publication(GANSU), Samples.MAY, run))
                .as("waits")
                .isEmpty();

        assertThat(corrected.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .as("one for each: to the one it is new, to the other an update")
                .extracting(message -> message.kind() + " " + message.addresses())
                .containsExactly("UPDATE [other@office.example]", "REPORTS [first@office.example]");
        assertThat(send(corrected).sent()).isEqualTo(2);
        assertThat(corrected.queue(Samples.publication(GANSU_REVISED), Samples.JUNE, run))
                .as("from then on it is one of them")
                .singleElement()
                .satisfies(message -> assertThat(message.addresses())
                        .containsExactly("first@office.example", "other@office.example"));
    }

    @Test
    void updateThatWasTakenBackIsNotSent() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery);
        delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run);
        delivery.send(mail.gone(), FILES, FREE, null);
        mail.back();

        // The report is again what the office has.
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        assertThat(send(delivery).sent()).isZero();
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "update gansu@office.example superseded");
    }

    @Test
    void nothingNewWaitsUntilThereIsSomething() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(), Samples.MAY, run);
        delivery.send(mail.gone(), FILES, FREE, null);

        assertThat(delivery.queue(Samples.publication(), Samples.MAY, run)).isEmpty();
        assertThat(ledger()).containsExactly("nothing_new gansu@office.example pending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).hasSize(1);
        assertThat(ledger())
                .containsExactly("nothing_new gansu@office.example superseded", "reports gansu@office.example pending");
    }

    @Test
    void serverThatIsGoneCostsNobodyAnAttempt() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(mail.gone(), FILES, FREE, null);

        assertThat(result).isEqualTo(new SendResult(0, List.of(), List.of(), 3, "it does not answer"));
        assertThat(outbox.list(new OutboxQuery(null, null, null, 10))).allSatisfy(entry -> {
            assertThat(entry.attempts()).isZero();
            assertThat(entry.status()).isEqualTo(DeliveryStatus.PENDING);
        });
        assertThat(delivery.send(mail.back(), FILES, FREE, null).sent()).isEqualTo(3);
    }

    @Test
    void serverThatTakesNothingIsAskedOnce() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(mail.unwilling(), FILES, FREE, null);

        assertThat(mail.attempts()).hasSize(1);
        assertThat(result.stopped()).isEqualTo("it takes no mail from us");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.PENDING, null, null, 10)))
                .hasSize(3)
                .allMatch(entry -> entry.attempts() == 0);
        assertThat(delivery.send(mail.back(), FILES, FREE, null).sent()).isEqualTo(3);
    }

    @Test
    void messageThatBreaksTheConnectionHoldsUpNobody() {
        Office three = Samples.office(
                "three", "Three", Set.of(), BodyLanguage.ENGLISH, "a@o.example", "b@o.example", "c@o.example");
        for (String address : three.addresses()) {
            mail.says(address, FakeServer.BROKEN, FakeServer.BROKEN);
        }
        Delivery delivery = delivery(three, Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = send(delivery);

        assertThat(mail.attempts())
                .containsExactly(
                        "a@o.example", "gansu@office.example", "guizhou@office.example", "b@o.example", "c@o.example");
        assertThat(result.sent()).isEqualTo(2);

        delivery.queue(Samples.publication(GANSU_REVISED, GUIZHOU), Samples.JUNE, run);
        clock.forward(Duration.ofDays(1));
        send(delivery);

        assertThat(mail.attempts().subList(5, 7)).as("new mail first").contains("gansu@office.example");
    }

    @Test
    void connectionThatBreaksAgainAndAgainIsLeftAlone() {
        Office many = Samples.office(
                "many",
                "Many",
                Set.of(),
                BodyLanguage.ENGLISH,
                "a@o.example",
                "b@o.example",
                "c@o.example",
                "d@o.example");
        for (String address : many.addresses()) {
            mail.says(address, FakeServer.BROKEN);
        }
        Delivery delivery = delivery(many);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);

        SendResult result = send(delivery);

        assertThat(mail.attempts()).containsExactly("a@o.example", "b@o.example", "c@o.example");
        assertThat(result.stopped()).contains("3 times");
        assertThat(result.waiting()).isEqualTo(4);
    }

    @Test
    void missingAttachmentPutsTheMessageOff() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(
                mail,
                file -> {
                    if (file.path().contains("CN-GS")) {
                        throw new IOException(file.path() + " is not there any more");
                    }
                    return new byte[] {1};
                },
                FREE,
                null);

        assertThat(result.sent()).isEqualTo(1);
        assertThat(result.deferred()).singleElement().satisfies(deferred -> assertThat(deferred.reason())
                .contains("CN-GS-2012.xlsx is not there"));
    }

    @Test
    void oneOfficeCanBeSentToBeforeItIsDue() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.LATER).says("guizhou@office.example", FakeServer.LATER);
        send(delivery);

        assertThat(send(delivery).sent()).isZero();
        assertThat(delivery.send(mail, FILES, FREE, "gansu").sent()).isEqualTo(1);
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "reports guizhou@office.example pending");
    }

    @Test
    void messageThatIsTooLargeForTheServerIsSentWithLinks() throws Exception {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.TOO_LARGE);

        assertThat(send(delivery)).isEqualTo(new SendResult(2, List.of(), List.of(), 0, null));

        assertThat(mail.attempts()).containsExactly("one@office.example", "one@office.example", "other@office.example");
        assertThat(mail.taken()).allSatisfy(taken -> {
            assertThat(((Multipart) taken.message().getContent()).getCount())
                    .as("parts")
                    .isEqualTo(1);
            assertThat(text(taken))
                    .contains("Too large to attach")
                    .contains(GANSU.files().get(0).sha256())
                    .contains("2.064 billion Yuan")
                    .doesNotContain("Attached:");
        });
        assertThat(outbox.list(new OutboxQuery(null, null, null, 10)))
                .allMatch(entry -> entry.status() == DeliveryStatus.SENT && entry.attempts() == 1);
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
    }

    @Test
    void messageWithoutAttachmentsThatIsTooLargeIsGivenUp() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.TOO_LARGE, FakeServer.TOO_LARGE);

        assertThat(send(delivery).failed()).singleElement().satisfies(failed -> assertThat(failed.reason())
                .isEqualTo("552 5.3.4 too large"));
        assertThat(mail.attempts()).hasSize(2);
        assertThat(ledger()).containsExactly("reports gansu@office.example failed");
    }

    private static String text(Taken taken) throws Exception {
        Multipart mixed = (Multipart) taken.message().getContent();
        Multipart bodies = (Multipart) mixed.getBodyPart(0).getContent();
        return (String) bodies.getBodyPart(0).getContent();
    }

    @Test
    void guardEndsTheSending() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        SendGuard onlyOnce = () -> {
            if (!mail.taken().isEmpty()) {
                throw new IllegalStateException("the lock was lost");
            }
        };

        assertThatThrownBy(() -> delivery.send(mail, FILES, onlyOnce, null)).hasMessage("the lock was lost");
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");
    }

    // Crashes
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void crashBetweenAcceptanceAndLedgerRepeatsTheSameMessageId() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sent'", Integer.MAX_VALUE);

        assertThatThrownBy(() -> send(delivery)).isInstanceOf(DataAccessException.class);
        database.breakOn("", 0);
        assertThat(ledger())
                .containsExactly("reports one@office.example sending", "reports other@office.example pending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("one@office.example", "other@office.example", "one@office.example");
        assertThat(mail.taken())
                .extracting(Taken::messageId)
                .containsOnly(mail.taken().get(0).messageId());
    }

    @Test
    void crashAfterTheJournalsEntryRepeatsNothing() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        List<org.fupin.delivery.outbox.AcceptedMessage> journal = new ArrayList<>();
        MailTransport journaling = new JournalingTransport(mail, journal::add, clock);
        database.breakOn("status = 'sent'", Integer.MAX_VALUE);

        assertThatThrownBy(() -> delivery.send(journaling, FILES, FREE, null)).isInstanceOf(DataAccessException.class);
        database.breakOn("", 0);
        assertThat(ledger())
                .containsExactly("reports one@office.example sending", "reports other@office.example pending");

        clock.forward(Duration.ofHours(1));
        delivery.settle(journal);
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.SENT, null, null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.sent()).isEqualTo(NOON));
        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("one@office.example", "other@office.example");
    }

    @Test
    void journalThatCannotBeWrittenStopsNoMail() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        MailTransport journaling = new JournalingTransport(
                mail,
                entry -> {
                    throw new IOException("no space left on device");
                },
                clock);

        assertThat(delivery.send(journaling, FILES, FREE, null).complete()).isTrue();
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void ledgerThatComesBackInTimeCostsNothing() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sent'", 2);

        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void databaseThatComesBackInTimeCostsNothing() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        org.fupin.delivery.outbox.AcceptedMessage.Journal goes = taken -> database.goAway(2);

        assertThat(delivery.send(new JournalingTransport(mail, goes, clock), FILES, FREE, null)
                        .complete())
                .isTrue();
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void ledgerThatIsGoneBeforehandKeepsTheMessageBack() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sending'", 1);

        assertThatThrownBy(() -> send(delivery)).isInstanceOf(DataAccessException.class);
        assertThat(mail.attempts()).isEmpty();
        assertThat(ledger()).containsExactly("reports gansu@office.example pending");
    }

    @Test
    void queuingThatBreaksLeavesNothingHalf() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("INSERT INTO outbox_delivery", 1);

        assertThatThrownBy(() -> delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .isInstanceOf(DataAccessException.class);
        assertThat(ledger())
                .containsExactly("reports one@office.example pending", "reports other@office.example pending");
    }

    @Test
    void attemptIsBegunByOneOfTwoSendersOnly() {
        delivery(Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);
        OpenDelivery open = outbox.due().get(0);

        assertThat(outbox.begin(open)).isTrue();
        assertThat(outbox.begin(open)).isFalse();
    }

    // Again
    // -------------------------------------------------------------------------------------------------------------

    @Test
    void againSendsACopyInTheThreadOfTheFirst() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        assertThat(delivery.again("gansu")).as("what waits").isPresent();
        assertThat(ledger()).hasSize(1);
        send(delivery);

        assertThat(delivery.again("gansu").orElseThrow().files()).isEqualTo(GANSU.files());
        assertThat(delivery.send(mail, FILES, FREE, "gansu").sent()).isEqualTo(1);

        Taken first = mail.taken().get(0);
        Taken copy = mail.taken().get(1);
        assertThat(copy.messageId()).isEqualTo(first.messageId().replace("@", ".1@"));
        assertThat(copy.message().getHeader("In-Reply-To")).containsExactly(first.messageId());
        assertThat(copy.message().getHeader("References")).containsExactly(first.messageId());
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
    }

    @Test
    void againFollowsThePresentLimitOfAttachments() throws Exception {
        delivery(TWO).queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery(TWO));
        Delivery lowered = new Delivery(Samples.linked(Samples.recipients(TWO)), outbox);

        lowered.again("two");
        lowered.send(mail, FILES, FREE, "two");

        assertThat(text(mail.taken().get(0))).contains("Attached:");
        assertThat(text(mail.taken().get(2)))
                .contains("https://reports.statistics.example/out/2012/CN-GS/CN-GS-2012.xlsx")
                .doesNotContain("Attached:");
    }

    @Test
    void againComposesAWaitingMessageAnew() throws Exception {
        delivery(TWO).queue(Samples.publication(GANSU), Samples.MAY, run);
        Delivery lowered = new Delivery(Samples.linked(Samples.recipients(TWO)), outbox);

        lowered.again("two");
        lowered.send(mail, FILES, FREE, "two");

        assertThat(mail.taken()).hasSize(2).allSatisfy(taken -> assertThat(text(taken))
                .contains("https://reports.statistics.example/out/"));
    }

    @Test
    void againLeavesNoFirstBehind() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("other@office.example", FakeServer.LATER);
        send(delivery);
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");

        delivery.again("two");
        delivery.send(mail, FILES, FREE, "two");

        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactlyInAnyOrder("one@office.example", "one@office.example", "other@office.example");
    }

    @Test
    void againGoesToThePresentAddressesAndPrefersFiles() {
        Delivery before = delivery(Samples.GANSU);
        before.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(before);
        before.queue(Samples.publication(GANSU), Samples.JUNE, run);
        send(before);
        Delivery now = delivery(
                Samples.office("gansu", "Gansu", Set.of("CN-GS"), BodyLanguage.CHINESE, "right@office.example"));

        QueuedMessage copy = now.again("gansu").orElseThrow();

        assertThat(copy.addresses()).containsExactly("right@office.example");
        assertThat(copy.files()).isEqualTo(GANSU.files());
        assertThatThrownBy(() -> now.again("nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThat(delivery(Samples.GUIZHOU).again("guizhou")).isEmpty();
    }

    // The owner
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void ownerHearsOfTheSameTroubleOnceAMonth() {
        Delivery delivery = delivery();
        OwnerNotice rejected = notice(run, null);

        assertThat(delivery.tellOwner(rejected, mail, FREE).sent()).isEqualTo(1);
        assertThat(delivery.tellOwner(notice(startRun("2026-05"), null), mail, FREE)
                        .sent())
                .isZero();
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail, FREE).sent())
                .isEqualTo(1);
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail, FREE).sent())
                .isZero();
        assertThat(delivery.tellOwner(notice(startRun("2026-05"), "disk full"), mail, FREE)
                        .sent())
                .as("another run that fails")
                .isEqualTo(1);
        assertThat(mail.taken()).extracting(Taken::address).containsOnly("operator@statistics.example");
        assertThat(ledger()).hasSize(3).allMatch(line -> line.startsWith("owner "));
    }

    @Test
    void ownerHearsOfMailThatWasGivenUpBeforeACrash() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(delivery);

        // The process dies here; the run is continued.
        List<Undelivered> givenUp = delivery.givenUp(run);
        assertThat(givenUp).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo("one@office.example");
            assertThat(it.reason()).startsWith("550");
        });
        assertThat(delivery.tellOwner(undelivered(givenUp), mail, FREE).sent()).isEqualTo(1);

        // And here once more.
        assertThat(delivery.givenUp(run)).isEqualTo(givenUp);
        assertThat(delivery.tellOwner(undelivered(givenUp), mail, FREE).sent()).isZero();
        assertThat(delivery.givenUp(startRun("2026-06"))).as("the next run").isEmpty();
        assertThat(delivery.givenUp(null)).isEmpty();
    }

    private OwnerNotice undelivered(List<Undelivered> givenUp) {
        return new OwnerNotice("monthly", Samples.MAY, run, "host", null, List.of(), List.of(), givenUp, List.of());
    }

    @Test
    void ownersMailWaitsForAServer() {
        Delivery delivery = delivery(Samples.GANSU);

        assertThat(delivery.tellOwner(notice(run, "disk full"), null, FREE).waiting())
                .isEqualTo(1);
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail.gone(), FREE)
                        .stopped())
                .isNotNull();
        assertThat(send(new Delivery(Samples.recipients(Samples.GANSU), outbox)).stopped())
                .isNotNull();
        mail.back();
        assertThat(send(delivery).sent()).isEqualTo(1);
    }

    @Test
    void ownerHearsOfALedgerThatIsGone() {
        database.breakOn("", Integer.MAX_VALUE);

        SendResult result = delivery().tellOwner(notice(run, "the database is gone"), mail, FREE);

        assertThat(result.sent()).isEqualTo(1);
        assertThat(mail.taken().get(0).subject()).contains("the run failed");
    }

    @Test
    void nothingToTellIsNotTold() {
        OwnerNotice quiet = new OwnerNotice(
                "monthly",
                Samples.MAY,
                run,
                "host",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Undelivered("gansu", "gansu@office.example", "subject", "451")));

        assertThat(delivery().tellOwner(quiet, mail, FREE).sent()).isZero();
        assertThat(ledger()).isEmpty();
    }

    // Listing
    // -------------------------------------------------------------------------------------------------------------

    @Test
    void listsByStatusOfficeAndPeriod() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(delivery);
        delivery.queue(Samples.publication(GANSU_REVISED, GUIZHOU), Samples.JUNE, run);

        assertThat(list(null, null, null, 100)).isEqualTo(6);
        assertThat(list(DeliveryStatus.FAILED, null, null, 100)).isEqualTo(1);
        assertThat(list(null, "two", null, 100)).isEqualTo(4);
        assertThat(list(null, null, Samples.JUNE, 100)).isEqualTo(3);
        assertThat(list(DeliveryStatus.PENDING, "guizhou", Samples.MAY, 100)).isZero();
        assertThat(list(null, null, null, 2)).isEqualTo(2);
        OutboxEntry failed = outbox.list(new OutboxQuery(DeliveryStatus.FAILED, null, null, 1))
                .get(0);
        assertThat(failed.runId()).isEqualTo(run);
        assertThat(failed.files()).isEqualTo(2);
        assertThat(failed.queued()).isEqualTo(NOON);
        assertThat(failed.reason()).isEqualTo("550 5.1.1 no such user");
        assertThat(outbox.waiting()).isEqualTo(3);
    }

    @Test
    void timesAreUtcInTheTable() {
        delivery(Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(jdbc.queryForObject("SELECT CAST(queued AS CHAR(19)) FROM outbox", String.class))
                .isEqualTo("2026-05-06 12:00:00");
    }

    private int list(@Nullable DeliveryStatus status, @Nullable String office, @Nullable YearMonth period, int limit) {
        return outbox.list(new OutboxQuery(status, office, period, limit)).size();
    }

    private OwnerNotice notice(long runId, @Nullable String failure) {
        return new OwnerNotice(
                "monthly",
                Samples.MAY,
                runId,
                "stats01",
                failure,
                List.of(new OwnerNotice.RejectedInput("scan.pdf", "no_article", "no title of a report in it")),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<DeliveryFile> files(ReportNotice... reports) {
        List<DeliveryFile> files = new ArrayList<>();
        for (ReportNotice report : reports) {
            files.addAll(report.files());
        }
        return files;
    }
}
