package dev.uplift.lab;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** The network between the product and its database, which can be cut, stall, or lose connections without a word. */
final class TcpProxy implements Closeable {

    private final IntSupplier target;
    private final ServerSocket server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean stalled;
    private volatile boolean refusing;

    TcpProxy(IntSupplier target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Threads.daemon("proxy", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Holds back every byte until told otherwise; nothing is lost. */
    void stall(boolean on) {
        stalled = on;
    }

    /** Refuses new connections until told otherwise. */
    void refuse(boolean on) {
        refusing = on;
    }

    /** Resets every connection that is open. */
    void reset() {
        links.forEach(Link::reset);
    }

    /** Forgets every connection that is open: the client hears nothing more on it, as when a firewall lost its table. */
    void forget() {
        links.forEach(link -> link.forgotten = true);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Threads.daemon("proxy", () -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            if (refusing) {
                throw new IOException("refusing");
            }
            var link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target.getAsInt()));
            links.add(link);
            Threads.daemon("proxy", () -> link.pump(link.client, link.server));
            link.pump(link.server, link.client);
        } catch (IOException e) {
            new Link(client, client).reset();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        reset();
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean forgotten;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to) {
            var bytes = new byte[32 * 1024];
            try {
                to.setTcpNoDelay(true);
                for (var read = from.getInputStream().read(bytes); read >= 0; ) {
                    hold();
                    if (!forgotten) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                    read = from.getInputStream().read(bytes);
                }
                if (!forgotten) {
                    reset();
                }
            } catch (IOException e) {
                reset();
            }
        }

        private void hold() {
            while (stalled) {
                Threads.pause(java.time.Duration.ofMillis(5));
            }
        }

        void reset() {
            links.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // it was closed already, which is what was wanted
            }
        }
    }
}
