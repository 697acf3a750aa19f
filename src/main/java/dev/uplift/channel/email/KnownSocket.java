package dev.uplift.channel.email;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Hands out the one socket of a connection and remembers it, so that the wait after the final dot can be longer. */
final class KnownSocket extends SocketFactory {

    private @Nullable Socket socket;
    private volatile long writingSince;
    private volatile boolean writing;

    void patience(Duration patience) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout((int) patience.toMillis());
        }
    }

    /** Whether the other side has not taken what we write for this long. */
    boolean stuck(Duration patience) {
        return writing && System.nanoTime() - writingSince > patience.toNanos();
    }

    /** Ends whatever waits for the other side. */
    void cut() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    /**
     * Where to write a mail whose lines are as SMTP wants them: straight into the socket, or through these when it is
     * encrypted. The library looks at each byte of a mail and starts a timer for each write, which takes longer than both.
     */
    OutputStream body(OutputStream library, boolean encrypted) throws IOException {
        var target = encrypted || socket == null ? library : socket.getOutputStream();
        return new FilterOutputStream(target) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                writingSince = System.nanoTime();
                writing = true;
                try {
                    out.write(bytes, from, length);
                } finally {
                    writing = false;
                }
            }
        };
    }

    @Override
    public Socket createSocket() throws IOException {
        var fresh = new Socket();
        // SMTP writes little and waits for an answer: collecting it (Nagle) costs 40 ms a mail.
        fresh.setTcpNoDelay(true);
        socket = fresh;
        return fresh;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw unsupported();
    }

    private static IOException unsupported() {
        return new IOException("Only unconnected sockets are handed out here");
    }
}
