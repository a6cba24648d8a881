package org.fupin.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A message broker as a process of its own: {@code BrokerServer ACCEPTOR FOLDER}. It keeps its messages in the folder, and lets
 * one user in, see {@link BrokerProcess}.
 */
final class BrokerServer {

    static final String READY = "broker ready";

    private BrokerServer() {}

    public static void main(String[] args) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("fupin-test");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(args[1] + "/journal");
        configuration.setBindingsDirectory(args[1] + "/bindings");
        configuration.setLargeMessagesDirectory(args[1] + "/large");
        configuration.setPagingDirectory(args[1] + "/paging");
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalFileSize(1 << 20);
        configuration.setJournalSyncNonTransactional(false);
        configuration.setJMXManagementEnabled(false);
        configuration.setSecurityEnabled(true);
        configuration.addAcceptorConfiguration("tcp", args[0]);
        // name, send, consume, create/delete durable, create/delete temporary, manage, browse, create/delete address
        configuration.putSecurityRoles(
                "fupin.#", Set.of(new Role("fupin", true, true, true, false, false, false, false, true, true, false)));
        SecurityConfiguration users = new SecurityConfiguration(
                Map.of(BrokerProcess.USER, BrokerProcess.PASSWORD), Map.of(BrokerProcess.USER, List.of("fupin")));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
