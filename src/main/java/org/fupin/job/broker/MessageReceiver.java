package org.fupin.job.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fupin.store.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;

/**
 * Receives texts from a queue, several at the same time. One that could not be dealt with, or whose receiver died, comes to
 * another, or again: a text may come more than once. A broker that is away is waited for.
 */
public final class MessageReceiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceiver.class);

    private static final long PAUSE_MILLIS = 1_000;

    private final Container container;

    private MessageReceiver(Container container) {
        this.container = container;
    }

    /**
     * @param threads how many are dealt with at the same time
     * @param handler what it throws gives the text back
     * @throws BrokerUnreachableException also if the user may not receive from the queue
     */
    public static MessageReceiver open(Queue queue, int threads, Consumer<String> handler)
            throws BrokerUnreachableException {
        ActiveMQConnectionFactory connections = queue.connections();
        check(queue, connections);
        Container container = new Container(queue);
        container.setConnectionFactory(connections);
        container.setDestinationName(queue.name());
        container.setMessageSelector(queue.selector());
        container.setConcurrentConsumers(threads);
        // A text is received when the handler is through with it, on the same thread.
        container.setSessionTransacted(true);
        container.setRecoveryInterval(PAUSE_MILLIS);
        container.setBeanName("partition");
        container.setErrorHandler(e -> LOG.debug("given back", e));
        container.setMessageListener(
                (SessionAwareMessageListener<TextMessage>) (message, session) -> handler.accept(message.getText()));
        container.afterPropertiesSet();
        container.start();
        return new MessageReceiver(container);
    }

    private static void check(Queue queue, ActiveMQConnectionFactory connections) throws BrokerUnreachableException {
        try (jakarta.jms.Connection connection = connections.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
            session.createConsumer(session.createQueue(queue.name()), queue.selector())
                    .close();
        } catch (JMSException | RuntimeException e) {
            throw BrokerUnreachableException.of(queue.broker().url(), e);
        }
    }

    /** Takes no more, and waits for what is in work. */
    @Override
    public void close() {
        container.shutdown();
    }

    /** Says once that the broker is away, and that it is back. */
    private static final class Container extends DefaultMessageListenerContainer {

        private final Queue queue;
        private boolean away;

        Container(Queue queue) {
            this.queue = queue;
        }

        @Override
        protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
            synchronized (this) {
                if (!away && !alreadyRecovered && isRunning()) {
                    away = true;
                    LOG.warn(
                            "broker {} not reachable, waiting: {}",
                            queue.broker().url(),
                            Reason.innermost(failure));
                }
            }
        }

        @Override
        protected void refreshConnectionUntilSuccessful() {
            super.refreshConnectionUntilSuccessful();
            synchronized (this) {
                if (away && isRunning()) {
                    away = false;
                    LOG.warn("broker {} reachable again", queue.broker().url());
                }
            }
        }
    }
}
