package org.fupin.job.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Sends texts to a queue, which keeps them until somebody has received them. For use by one thread. */
public final class MessageSender implements AutoCloseable {

    private final Queue queue;
    private final ActiveMQConnectionFactory connections;
    private @Nullable Connection connection;

    private MessageSender(Queue queue, ActiveMQConnectionFactory connections) {
        this.queue = queue;
        this.connections = connections;
    }

    /** @throws BrokerUnreachableException also if the user may not send to the queue */
    public static MessageSender connect(Queue queue) throws BrokerUnreachableException {
        MessageSender sender = new MessageSender(queue, queue.connections());
        sender.send(List.of());
        return sender;
    }

    /**
     * Sends all or none; where it is not known which, it fails.
     *
     * @throws BrokerUnreachableException if the broker is not there; the next call tries again
     */
    public void send(List<String> texts) throws BrokerUnreachableException {
        try (Session session = connection().createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(queue.name()))) {
            for (String text : texts) {
                TextMessage message = session.createTextMessage(text);
                message.setStringProperty(Queue.WAREHOUSE, queue.warehouse());
                producer.send(message);
            }
            session.commit();
        } catch (JMSException | RuntimeException e) {
            close();
            throw BrokerUnreachableException.of(queue.broker().url(), e);
        }
    }

    private Connection connection() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = connections.createConnection();
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                // It is of no use any more, closed or not.
            }
        }
    }
}
