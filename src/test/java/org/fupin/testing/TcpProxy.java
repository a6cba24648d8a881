package org.fupin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server on this machine, and can come to harm as a network does. */
public final class TcpProxy implements AutoCloseable {

    private enum State {
        OPEN,
        /** Connections are closed, new ones too. */
        CUT,
        /** Connections stay, and nothing passes. */
        SILENT
    }

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;

    /** @param target port of the server */
    public TcpProxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Closes all connections, once; new ones are let in. */
    public void drop() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** The server is gone. */
    public void cut() {
        state = State.CUT;
        drop();
    }

    /** The server does not answer any more. */
    public void silence() {
        state = State.SILENT;
    }

    /** The server is back; what was connected is not. */
    public void restore() {
        drop();
        state = State.OPEN;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (state == State.CUT) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            } catch (IOException e) {
                // Closed, or the server is not there.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (state == State.OPEN) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One of the two has closed.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is.
        }
    }
}
