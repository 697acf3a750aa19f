package dev.uplift.channel.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Hands out the one socket of a connection and remembers it, so that the wait after the final dot can be longer. */
final class KnownSocket extends SocketFactory {

    private @Nullable Socket socket;

    void patience(Duration patience) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout((int) patience.toMillis());
        }
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
