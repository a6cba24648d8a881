package org.fupin.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.fupin.delivery.outbox.AcceptedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailJournalTest {

    private static final AcceptedMessage ONE = new AcceptedMessage(
            "<gansu.2026-05.1@statistics.example>", "gansu@office.example", Instant.parse("2026-05-06T12:00:00Z"));
    private static final AcceptedMessage OTHER = new AcceptedMessage(
            "<gansu.2026-05.1@statistics.example>",
            "\"the head\"@office.example",
            Instant.parse("2026-05-06T12:00:01.5Z"));

    @TempDir
    private Path out;

    @Test
    void keepsWhatItIsTold() throws Exception {
        MailJournal journal = MailJournal.in(out);
        assertThat(journal.entries()).isEmpty();

        journal.add(ONE);
        journal.add(OTHER);

        assertThat(MailJournal.in(out).entries()).containsExactly(ONE, OTHER);
        journal.clear();
        assertThat(journal.entries()).isEmpty();
        assertThat(out).isEmptyDirectory();
        journal.clear();
    }

    @Test
    void takesNoLineThatWasNotFinished() throws Exception {
        MailJournal journal = MailJournal.in(out);
        journal.add(ONE);
        Files.writeString(journal.file(), "2026-05-06T12:00:01Z <b@x> half@offi", StandardOpenOption.APPEND);

        assertThat(journal.entries()).containsExactly(ONE);
    }

    @Test
    void takesNoLineOfAnotherKind() throws Exception {
        MailJournal journal = MailJournal.in(out);
        Files.writeString(journal.file(), "what is this\n\n");
        journal.add(ONE);

        assertThat(journal.entries()).containsExactly(ONE);
    }
}
