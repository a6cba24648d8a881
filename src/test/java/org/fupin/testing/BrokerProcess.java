package org.fupin.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message broker that a test starts as a process of its own, from the build's dependencies; it can be killed, and started
 * again with the messages that it had, at the same address.
 */
public final class BrokerProcess implements AutoCloseable {

    public static final String USER = "worker";
    public static final String PASSWORD = "only here";

    private final Path folder;
    private final int port;
    private final String options;
    private Launched process;

    private BrokerProcess(Path folder, int port, String options) {
        this.folder = folder;
        this.port = port;
        this.options = options;
    }

    /** @param folder for its messages */
    public static BrokerProcess start(Path folder) throws Exception {
        return start(folder, "");
    }

    /** @param options of Artemis for the acceptor, such as {@code ;sslEnabled=true} */
    public static BrokerProcess start(Path folder, String options) throws Exception {
        BrokerProcess broker = new BrokerProcess(Files.createDirectories(folder), freePort(), options);
        broker.start();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again, and waits until it is there. */
    public void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerServer.class.getName(),
                "tcp://127.0.0.1:" + port + "?protocols=CORE" + options,
                folder.toString()));
        process = Launched.start(folder, Map.of(), command);
        process.await("the broker is ready", () -> process.out().contains(BrokerServer.READY));
    }

    /** Kills it: SIGKILL. */
    public void kill() throws InterruptedException {
        process.kill().end();
    }

    /** For a job file. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The variables that let a program in. */
    public Map<String, String> environment() {
        return Map.of("FUPIN_BROKER_USER", USER, "FUPIN_BROKER_PASSWORD", PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }
}
