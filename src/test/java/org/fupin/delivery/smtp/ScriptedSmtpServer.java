package org.fupin.delivery.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that misbehaves as told. Commands are recognised by how they begin; {@link #GREETING} and {@link #DATA_END}
 * stand for the moments that are no commands. What is not told otherwise is accepted.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    static final String GREETING = "(greeting)";
    public static final String DATA_END = ".";

    /** In place of a reply: the connection is closed. */
    public static final String DROP = "(drop)";

    /** In place of a reply: nothing is said until the server is closed. */
    static final String SILENCE = "(silence)";

    /** @param data as it came, lines with LF */
    public record Mail(String from, List<String> to, String data) {}

    private final ServerSocket listener;
    private final Map<String, List<String>> script = new LinkedHashMap<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable SSLContext tls;
    private final boolean tlsFromTheStart;

    public ScriptedSmtpServer() {
        this(null, false);
    }

    public ScriptedSmtpServer(@Nullable SSLContext tls, boolean tlsFromTheStart) {
        this.tls = tls;
        this.tlsFromTheStart = tlsFromTheStart;
        if (tls != null && !tlsFromTheStart) {
            extensions.add("STARTTLS");
        }
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Replies to commands that begin so: one after the other, the last one from then on. */
    public ScriptedSmtpServer on(String command, String... replies) {
        script.put(command, new ArrayList<>(List.of(replies)));
        return this;
    }

    public ScriptedSmtpServer offers(String extension) {
        extensions.add(extension);
        return this;
    }

    public List<String> commands() {
        return commands;
    }

    /** Those that were taken with 250, and those after whose data the connection was dropped. */
    public List<Mail> mails() {
        return mails;
    }

    int connectionCount() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                Thread thread = new Thread(() -> serve(socket), "scripted-smtp-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket plain = accepted) {
            Socket socket = tlsFromTheStart ? secured(plain) : plain;
            BufferedReader in = reader(socket);
            OutputStream out = socket.getOutputStream();
            if (!reply(out, GREETING, "220 scripted ESMTP")) {
                return;
            }
            String from = "";
            List<String> to = new ArrayList<>();
            String command;
            while ((command = in.readLine()) != null) {
                commands.add(command);
                String verb = command.toUpperCase(Locale.ROOT);
                if (verb.startsWith("STARTTLS") && tls != null) {
                    if (!reply(out, command, "220 go ahead")) {
                        return;
                    }
                    socket = secured(plain);
                    in = reader(socket);
                    out = socket.getOutputStream();
                    extensions.remove("STARTTLS");
                } else if (verb.startsWith("EHLO")) {
                    StringBuilder hello = new StringBuilder("250-scripted\r\n");
                    extensions.forEach(
                            extension -> hello.append("250-").append(extension).append("\r\n"));
                    if (!reply(out, command, hello + "250 8BITMIME")) {
                        return;
                    }
                } else if (verb.startsWith("MAIL")) {
                    from = command;
                    to = new ArrayList<>();
                    if (!reply(out, command, "250 sender")) {
                        return;
                    }
                } else if (verb.startsWith("RCPT")) {
                    String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
                    String before = peek(command, "250 recipient");
                    if (before.startsWith("250")) {
                        to.add(address);
                    }
                    if (!reply(out, command, "250 recipient")) {
                        return;
                    }
                } else if (verb.equals("DATA")) {
                    String before = peek(command, "354 go");
                    if (!reply(out, command, "354 go")) {
                        return;
                    }
                    if (!before.startsWith("354")) {
                        continue;
                    }
                    StringBuilder data = new StringBuilder();
                    String line;
                    while ((line = in.readLine()) != null && !line.equals(".")) {
                        data.append(line.startsWith(".") ? line.substring(1) : line)
                                .append('\n');
                    }
                    String end = peek(DATA_END, "250 taken");
                    if (end.startsWith("250") || end.equals(DROP)) {
                        mails.add(new Mail(from, List.copyOf(to), data.toString()));
                    }
                    if (!reply(out, DATA_END, "250 taken")) {
                        return;
                    }
                } else if (verb.startsWith("QUIT")) {
                    reply(out, command, "221 bye");
                    return;
                } else if (!reply(out, command, "250 fine")) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private String peek(String command, String usual) {
        return script.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse(usual);
    }

    /** @return false if the connection is over */
    private boolean reply(OutputStream out, String command, String usual) throws IOException {
        String reply = peek(command, usual);
        script.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    if (entry.getValue().size() > 1) {
                        entry.getValue().remove(0);
                    }
                });
        if (reply.equals(DROP)) {
            return false;
        }
        if (reply.equals(SILENCE)) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }
}
