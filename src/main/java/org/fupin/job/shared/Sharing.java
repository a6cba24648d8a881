package org.fupin.job.shared;

import org.fupin.job.batch.BatchEnd;
import org.fupin.job.batch.StepFailure;
import org.fupin.job.broker.BrokerUnreachableException;
import org.fupin.job.broker.MessageSender;
import org.fupin.job.broker.Queue;
import org.fupin.job.reading.PresentReader;
import org.fupin.job.remote.BrokerLostException;
import org.fupin.job.remote.SharedWorkload;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.LockTiming;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.PartitionClaims;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.ledger.SharedRuns.SharedRun;
import org.fupin.warehouse.ledger.Workers;
import org.fupin.warehouse.load.ReadBy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** How runs share their work with workers. */
public final class Sharing implements AutoCloseable {

    private final SharedWorkload.Ledger ledger;
    private final MessageSender messages;
    private final LockTiming timing;
    private final StopSignal stop;

    private Sharing(SharedWorkload.Ledger ledger, MessageSender messages, LockTiming timing, StopSignal stop) {
        this.ledger = ledger;
        this.messages = messages;
        this.timing = timing;
        this.stop = stop;
    }

    /**
     * @param beans of the warehouse
     * @throws BrokerUnreachableException if the broker is not there
     */
    public static Sharing connect(BeanFactory beans, Queue queue, LockTiming timing, StopSignal stop) {
        return new Sharing(ledger(beans), MessageSender.connect(queue), timing, stop);
    }

    public static SharedWorkload.Ledger ledger(BeanFactory beans) {
        return new SharedWorkload.Ledger(
                beans.getBean(SharedRuns.class),
                beans.getBean(Workers.class),
                beans.getBean(PartitionClaims.class),
                beans.getBean(Transactions.class));
    }

    /** Tells workers of a run. */
    public SharedWorkload open(ActiveRun run) {
        ReadBy present = PresentReader.get();
        String terms = SharedTerms.of(run.request()).write();
        return SharedWorkload.open(
                ledger,
                run.owner(),
                new SharedRun(run.runId(), present.version(), present.rules(), terms),
                messages,
                new SharedWorkload.Patience(timing, run.request().job().limits().perFile()),
                stop::requested);
    }

    /** What the broker did to a run; null if that is not what ended it. */
    public static @Nullable BrokerUnreachableException lostBroker(BatchEnd end) {
        return end.failures().stream()
                .map(StepFailure::cause)
                .filter(BrokerLostException.class::isInstance)
                .map(lost -> new BrokerUnreachableException(String.valueOf(lost.getMessage()), lost))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        messages.close();
    }
}
