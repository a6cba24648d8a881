package org.fupin.batch;

import java.io.IOException;
import org.fupin.delivery.SendResult;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Puts a message for each office into the outbox and sends what waits there. A server that does not take mail fails no
 * run: what was not sent waits for the next, and the summary says so.
 */
final class DeliverTasklet implements Tasklet {

    static final String STEP = "deliver";

    private final Publications publications;
    private final MailRoom mail;
    private final Progress progress;

    DeliverTasklet(Publications publications, MailRoom mail, Progress progress) {
        this.publications = publications;
        this.mail = mail;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobParameters());
        if (!run.mail() || mail.isClosed()) {
            return RepeatStatus.FINISHED;
        }
        Counts counts = new Counts();
        counts.add(Counts.QUEUED, mail.queue(publications.of(run), run).size());
        SendResult result = mail.send(run.out(), null);
        counts.add(Counts.SENT, result.sent());
        counts.add(Counts.UNSENT, result.waiting());
        counts.add(Counts.UNDELIVERABLE, result.failed().size());
        counts.store(contribution.getStepExecution());
        mail.tellOwner(run, null);
        return RepeatStatus.FINISHED;
    }
}
