package org.fupin.job.broker;

import jakarta.jms.JMSException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fupin.settings.Broker;

/**
 * A queue of a broker, and which of its messages are meant.
 *
 * @param warehouse only messages that carry this mark are
 */
public record Queue(Broker broker, String name, String warehouse) {

    /** The property of a message that holds the mark. */
    static final String WAREHOUSE = "warehouse";

    /**
     * A receiver holds the message at hand, and no others that an idle one could have. A host that vanished, or sleeps, is
     * noticed within half a minute: by what the client asks for, since what the broker is told to ask for cuts clients off
     * that are at work. Who lost the connection makes a new one itself.
     */
    private static final Map<String, String> ALWAYS = Map.of(
            "consumerWindowSize", "0",
            "connectionTTL", "30000",
            "clientFailureCheckPeriod", "10000",
            "callTimeout", "20000",
            "connectTimeoutMillis", "10000",
            "reconnectAttempts", "0",
            "useTopologyForLoadBalancing", "false");

    /** The queue of a job. */
    public static Queue of(Broker broker, String job, String warehouse) {
        // Others mean something in the names that brokers give rights on.
        return new Queue(broker, "fupin." + job.replaceAll("[^A-Za-z0-9_-]", "_"), warehouse);
    }

    ActiveMQConnectionFactory connections() throws BrokerUnreachableException {
        Map<String, String> parameters = new LinkedHashMap<>(broker.url().options());
        if (broker.url().isEncrypted()) {
            parameters.put("verifyHost", "true");
        }
        parameters.putAll(ALWAYS);
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory();
            factory.setBrokerURL(
                    "tcp://" + broker.url().host() + ":" + broker.url().port() + "?" + query);
            factory.setUser(broker.user());
            factory.setPassword(broker.password());
            return factory;
        } catch (JMSException e) {
            throw BrokerUnreachableException.of(broker.url(), e);
        }
    }

    /** JMS's way to say which messages are wanted. */
    String selector() {
        return WAREHOUSE + " = '" + warehouse + "'";
    }
}
